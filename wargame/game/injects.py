"""Injects: written, held, skipped and fired by the facilitator; counted for each seat, and capped."""

from __future__ import annotations

from typing import get_args

from wargame.game.audience import EVERYONE, PUBLIC
from wargame.game.cards import drain
from wargame.game.commands import FireInject, MarkInject, WriteInject
from wargame.game.commands.injects import Mark
from wargame.game.events import InjectFired, InjectMarked, InjectWritten
from wargame.game.evolve.injects import concerns, inject_of
from wargame.game.names import FACILITATOR, TURN_PHASES
from wargame.game.orders import seat_name
from wargame.game.pieces import Inject
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.state import State

LONGEST = 2000
LONGEST_TITLE = 120
MOST_PUSHES = 12
LARGEST_PUSH = 20
WORTH_A_WARNING = 3
"""From how many injects on a seat the facilitator is told that it has had many."""


def fire_inject(play: Play, command: FireInject) -> None:
    """Fire an inject; what it does by itself is done at once."""
    state = play.state
    _in_play(state)
    inject = known(state, command.inject)
    card = inject.card
    if state.inject_marks.get(card.id) == "fired":
        raise Refused("inject_fired", f"{card.title} was fired already.")
    seat = _seat(state, command.seat or card.seat)
    if card.kind in ("asset", "dilemma") and not seat:
        raise Refused("no_such_seat", f"{card.title}: say which seat it goes to.")
    sees = audience(state, command.to) if command.to else _as_prepared(inject, seat)
    if seat and sees != EVERYONE and seat not in sees:
        raise Refused("not_told", f"{seat_name(state, seat)} must be told of it, too.")
    reason = clean(command.reason, LONGEST).strip()
    fired = InjectFired(card.id, "hand", sees, seat, reason)
    over = [one for one in concerns(state.scenario, fired) if left(state, one) <= 0]
    if over and not reason:
        names = ", ".join(seat_name(state, one) for one in over)
        raise Refused(
            "injects_over_cap",
            f"{names}: {cap(state)} injects are the most this session allows a seat. "
            "Give a reason to go over.",
        )
    play.emit(fired)
    drain(play)


def _as_prepared(inject: Inject, seat: str) -> tuple[str, ...]:
    """Who is told when nobody was named: as written; of what goes into a hand, that seat alone."""
    card = inject.card
    if seat and card.kind != "dilemma" and seat != card.seat:
        return (seat,)
    return card.sees


def _in_play(state: State) -> None:
    if state.phase not in TURN_PHASES:
        raise Refused("not_in_play", "Injects belong to the turns: there is none now.")


def _seat(state: State, seat: str) -> str:
    if seat and seat not in [one.id for one in state.scenario.seats]:
        raise Refused("no_such_seat", f"There is no seat {clean(seat, 40)!r}.")
    return seat


def known(state: State, inject: str) -> Inject:
    """The inject of this name, prepared or written; else a refusal."""
    found = inject_of(state, inject)
    if found is None:
        raise Refused("no_such_inject", f"There is no inject {clean(inject, 40)!r}.")
    return found


def audience(state: State, to: list[str]) -> tuple[str, ...]:
    """Who is told, of the names of a command: seats, `public`, or `facilitator` for nobody else."""
    seats = [one.id for one in state.scenario.seats]
    if any(one not in (*seats, PUBLIC, FACILITATOR) for one in to):
        raise Refused("no_such_seat", "Tell seats of it, or the public, or the facilitator alone.")
    if PUBLIC in to or not to:
        return EVERYONE
    return tuple(one for one in seats if one in to)


def cap(state: State) -> int:
    """How many injects a seat may have without a reason."""
    return state.opening.inject_cap if state.opening is not None else 0


def had(state: State, seat: str) -> int:
    """How many injects have counted for a seat."""
    return sum(seat in one.seats for one in state.injected)


def left(state: State, seat: str) -> int:
    """How many injects a seat may still have without a reason."""
    return cap(state) - had(state, seat)


def mark_inject(play: Play, command: MarkInject) -> None:
    """Hold an inject, skip it, or make it ready again."""
    state = play.state
    card = known(state, command.inject).card
    if command.mark not in get_args(Mark):
        raise Refused("no_such_mark", f"An inject is one of: {', '.join(get_args(Mark))}.")
    now = state.inject_marks.get(card.id, "ready")
    if now == "fired":
        raise Refused("inject_fired", f"{card.title} was fired already.")
    if now == command.mark:
        raise Refused("marked_already", f"{card.title} is {now} already.")
    reason = clean(command.reason, LONGEST).strip()
    if command.mark != "ready" and not reason:
        raise Refused("no_reason", "To hold or to skip an inject needs its reason.")
    play.emit(InjectMarked(card.id, command.mark, reason))


def write_inject(play: Play, command: WriteInject) -> None:
    """Write an inject; it is ready, and tells nobody anything until it is fired."""
    state = play.state
    if state.phase in ("hotwash", "closed"):
        raise Refused("not_in_play", "Injects belong to the turns: there is none now.")
    title = clean(command.title, LONGEST_TITLE, lines=False).strip()
    text = clean(command.text, LONGEST).strip()
    if not title or not text:
        raise Refused("no_text", "An inject needs a title and a text.")
    if command.kind not in ("event", "lasting", "asset"):
        raise Refused("no_such_kind", "An inject is an event, lasting, or an asset.")
    if not 0 <= command.lasts <= 99 or not -6 <= command.bonus <= 6:
        raise Refused("out_of_bounds", "It lasts 0 to 99 turns, and gives -6 to 6.")
    _check_pushes(state, command)
    inject = play.unused("inject", {**state.scenario.injects, **state.written})
    sees = audience(state, command.to)
    play.emit(
        InjectWritten(
            inject, title, text, command.kind, sees, command.pushes, command.lasts, command.bonus
        )
    )


def _check_pushes(state: State, command: WriteInject) -> None:
    """What it does must be tracks that can be moved, by a step that is one."""
    if len(command.pushes) > MOST_PUSHES:
        raise Refused("too_many_effects", f"An inject moves at most {MOST_PUSHES} tracks.")
    for push in command.pushes:
        index = state.scenario.places.get(push.track)
        if index is None:
            raise Refused("no_such_track", f"There is no track {clean(push.track, 40)!r}.")
        if state.scenario.tracks[index].derived is not None:
            name = state.scenario.tracks[index].name
            raise Refused("derived_track", f"{name} follows from other tracks; move those.")
        if push.by == 0 or abs(push.by) > LARGEST_PUSH:
            raise Refused("out_of_bounds", f"A track is moved by 1 to {LARGEST_PUSH}, up or down.")


def stalemate(state: State) -> str:
    """Why it looks like a stalemate, in a sentence; empty when it does not.

    Two turns in a row in which no track left its band (without tracks: no fact was made or ended), or
    three seats without an order in two turns.
    """
    turn = state.board.turn
    last = turn if turn in state.calm else turn - 1
    if state.calm.get(last) and state.calm.get(last - 1):
        moved = "track has left its band" if state.scenario.tracks else "fact was made or ended"
        return f"No {moved} in turns {last - 1} and {last}."
    holds = state.holding.get(last, 0) + state.holding.get(last - 1, 0)
    if holds >= 3:
        return f"In the last two turns, seats have held {holds} times."
    return ""
