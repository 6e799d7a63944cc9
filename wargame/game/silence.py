"""Seats that are silent or late: a warning, then what stands in for their order, by the session's pace."""

from __future__ import annotations

from typing import get_args

from wargame.game import seals, timers
from wargame.game.chance import COUNTER_1
from wargame.game.commands import NoteIntention, SealOrder, StandIn, WarnSilent, WithdrawIntention
from wargame.game.events import (
    IntentionSealed,
    IntentionWithdrawn,
    SilenceWarned,
    StoodIn,
    TimerSet,
)
from wargame.game.events.silence import Way
from wargame.game.evolve.timing import stage_now
from wargame.game.moments import later
from wargame.game.names import RANDOM
from wargame.game.orders import (
    missing_seats,
    plain_order,
    seal_checked,
    seat_of,
    texts_of,
)
from wargame.game.pace import Missing
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.seating import insist_on_person
from wargame.game.state import State

LONGEST = 300
WAYS: tuple[Way, ...] = get_args(Way)
RUNGS: dict[Missing, tuple[Way, ...]] = {
    "ask": (),
    "holds": ("holds",),
    "intention": ("intention", "holds"),
    "playbook": ("playbook",),
    "ladder": ("intention", "playbook"),
}
"""What is tried, one after the other. A playbook may hold too; whoever still has no order at the close holds."""


def silent(state: State) -> list[str]:
    """The seats without an order for which nothing stands in yet."""
    return [one for one in missing_seats(state) if one not in state.standins]


def warn_silent(play: Play, command: WarnSilent) -> None:
    """Warn seats that their orders are missing; the timer ends when their time does."""
    state = play.state
    missing = missing_seats(state)
    if state.phase not in ("talks", "orders") or not missing:
        raise Refused("nobody_silent", "No order is missing now.")
    seats = [one for one in missing if one in command.seats] if command.seats else missing
    if not seats or any(one not in missing for one in command.seats):
        raise Refused("not_silent", "Warn seats whose orders are missing.")
    if not play.at:
        raise Refused("no_clock", "This game has no clock.")
    if not 1 <= command.minutes <= 60:
        raise Refused("bad_minutes", "A warning gives 1 to 60 minutes.")
    until = later(play.at, command.minutes)
    play.emit(SilenceWarned(seats, state.board.turn, until))
    if state.clock.paused:
        timers.resume(play)
    play.emit(TimerSet(stage_now(state), state.board.turn, play.at, until, "A warning"))


def stand_in(play: Play, command: StandIn) -> None:
    """Let something stand in for missing orders, and keep why."""
    state = play.state
    if state.phase != "orders":
        raise Refused("orders_not_open", "Something stands in for an order while orders are open.")
    if command.seat:
        seat_of(state, "facilitator", command.seat)
    missing = missing_seats(state)
    seats = [command.seat] if command.seat else silent(state)
    if not seats or any(one not in missing for one in seats):
        raise Refused("nobody_silent", "No order is missing there.")
    if command.way and command.way not in WAYS:
        raise Refused("no_such_way", f"An order is stood in for by: {', '.join(WAYS)}.")
    rungs: tuple[Way, ...] = (command.way,) if command.way else RUNGS[state.pace.missing]
    if not rungs:
        raise Refused("no_such_way", "The session asks each time: say what stands in.")
    if command.way == "intention" and command.seat and command.seat not in state.intentions:
        raise Refused("no_intention", "That seat has noted no standing intention.")
    for seat in seats:
        _climb(play, seat, rungs, command)


def _climb(play: Play, seat: str, rungs: tuple[Way, ...], command: StandIn) -> None:
    """Try one thing after the other for a seat."""
    why = [clean(command.reason, LONGEST).strip()]
    for way in rungs:
        match way:
            case "intention":
                if _from_intention(play, seat, why):
                    return
            case "playbook":
                name = _playbook(play.state, seat, command.playbook)
                _stands(play, seat, way, why, name)
                return
            case "holds":
                break
    _stands(play, seat, "holds", why)


def _stands(play: Play, seat: str, way: Way, why: list[str], playbook: str = "") -> None:
    reason = " ".join(one for one in why if one)
    play.emit(StoodIn(seat, play.state.board.turn, way, playbook, reason))


def _playbook(state: State, seat: str, name: str) -> str:
    """The playbook that plays a seat this once."""
    books = [*state.scenario.playbooks.get(seat, {}), RANDOM]
    if name and name not in books:
        raise Refused("no_such_playbook", f"That seat's playbooks are: {', '.join(books)}.")
    return name or books[0]


def _from_intention(play: Play, seat: str, why: list[str]) -> bool:
    """Seal the seat's standing intention as its order; what hinders it goes into the reason."""
    kept = play.state.intentions.get(seat)
    if kept is None:
        why.append("It has noted no standing intention.")
        return False
    command = SealOrder(seat, kept.intention)
    try:
        event = seal_checked(play, play.state.scenario.seat(seat), command)
    except Refused as refused:
        why.append(f"Its standing intention cannot be used: {refused.sentence}")
        return False
    _stands(play, seat, "intention", why)
    play.emit(event)
    return True


def note_intention(play: Play, by: str, command: NoteIntention) -> None:
    """Seal a standing intention. Whether it can be done is asked when it is used."""
    state = play.state
    seat = seat_of(state, by, command.seat)
    if state.phase in ("hotwash", "closed"):
        raise Refused("game_over", "The last turn has been played.")
    insist_on_person(state, seat.id, command.order.person)
    order = texts_of(state, seat, command.order)
    if state.chance == COUNTER_1:
        seal = nonce = ""
    else:
        nonce = play.fresh()
        seal = seals.seal(state.session, state.board.turn, seat.id, nonce, plain_order(order))
    play.emit(IntentionSealed(seat.id, state.board.turn, seal, nonce, order))


def withdraw_intention(play: Play, by: str, command: WithdrawIntention) -> None:
    """Take a standing intention back."""
    seat = seat_of(play.state, by, command.seat)
    if seat.id not in play.state.intentions:
        raise Refused("no_intention", "There is no standing intention to take back.")
    play.emit(IntentionWithdrawn(seat.id, play.state.board.turn))
