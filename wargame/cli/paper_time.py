"""A script's steps about time, as commands."""

from __future__ import annotations

from typing import Any

from wargame.decks import steps, time_steps
from wargame.game.changes import OrderText
from wargame.game.commands import (
    Command,
    ExtendTimer,
    JumpTo,
    NoteIntention,
    NoteTalk,
    OpenTalk,
    PauseTimer,
    SetPace,
    SetTimer,
    StandIn,
    WarnSilent,
)
from wargame.game.names import FACILITATOR
from wargame.game.pace import Pace


def pace_of(what: time_steps.SessionPace) -> Pace:
    """A pace as a script has it."""
    return Pace(what.plan or 0, dict(what.minutes), what.missing, what.late, what.talks, what.bell)


def timed(what: Any) -> tuple[str, Command] | None:
    """A step about time: who asks, and for what; None for any other step."""
    match what:
        case time_steps.ChangedPace():
            return FACILITATOR, SetPace(pace_of(what), what.reason)
        case time_steps.SetTimer():
            return FACILITATOR, SetTimer(what.minutes, what.reason)
        case time_steps.Paused():
            return FACILITATOR, PauseTimer(what.reason, what.rest)
        case time_steps.Extended():
            return FACILITATOR, ExtendTimer(what.minutes, what.reason)
        case time_steps.Jumped():
            return FACILITATOR, JumpTo(what.turn, what.reason, what.happen)
        case time_steps.Warned():
            return FACILITATOR, WarnSilent(list(what.seats), what.minutes)
        case time_steps.StoodIn():
            return FACILITATOR, StandIn(
                what.seat or "", what.way or "", what.playbook or "", what.reason
            )
        case _:
            return _said(what)


def order_text(what: steps.Order | time_steps.Intention, assets: list[str]) -> OrderText:
    """The order that a step tells, with these assets."""
    return OrderText(
        what.move or "",
        what.action,
        what.result,
        what.reasons,
        what.target or "",
        what.covert,
        assets,
        what.person,
    )


def _said(what: Any) -> tuple[str, Command] | None:
    """A step about what a seat notes or whom it talks with; None for any other step."""
    match what:
        case time_steps.Intention():
            return what.seat, NoteIntention(what.seat, order_text(what, []))
        case time_steps.OpenedTalk():
            return what.opener, OpenTalk(what.opener, list(what.seats), what.minutes)
        case time_steps.TalkNote():
            return what.seat, NoteTalk(
                what.seat,
                list(what.others),
                what.proposed,
                what.agreed,
                what.private,
                what.promised,
                what.told,
                what.person,
            )
        case _:
            return None
