"""A script's steps about time, as commands."""

from __future__ import annotations

from typing import Any

from wargame.decks import time_steps
from wargame.game.commands import Command, ExtendTimer, PauseTimer, SetPace, SetTimer
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
        case _:
            return None
