"""What effects come to in a game that is kept: chances thrown, changes listed, nothing applied yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wargame.game.audience import EVERYONE, sees
from wargame.game.board import Board
from wargame.game.changes import (
    CardMove,
    Cause,
    Change,
    CountChange,
    Detected,
    DrawCards,
    EndingMade,
    FactEnded,
    FactMade,
    Scheduled,
    TrackChange,
)
from wargame.game.pieces import Effect, Target
from wargame.game.play import Play
from wargame.game.settling import Settling
from wargame.game.state import State


def settle(
    play: Play,
    parts: Sequence[tuple[Effect, ...]],
    cause: Cause,
    targets: tuple[Target, ...] = (),
    costs: Iterable[tuple[int, int]] = (),
    cost_why: str = "",
) -> list[Change]:
    """The changes that lists of effects bring, in order; the state stays as it is.

    Chances are thrown first, against the board as it stands; then costs, and each effect sees
    what those before it did. `cause.target` is the index of the chosen target.
    """
    ready = [play.state.scenario.settling(part, targets) for part in parts]
    lucky = [_lucky(play, one, cause, offset) for one, offset in _offsets(ready)]
    state = play.state
    board = state.board.copy()
    changes = paid(state, board, costs, cost_why)
    first = state.first_turn()
    for one, bits in zip(ready, lucky, strict=True):
        noted(state, board, one, bits, first, cause, changes)
    return changes


def _offsets(ready: Iterable[Settling]) -> Iterator[tuple[Settling, int]]:
    """Each list with the number of effects before it, so that every chance has an index of its own."""
    offset = 0
    for one in ready:
        yield one, offset
        offset += len(one.effects)


def _lucky(play: Play, ready: Settling, cause: Cause, offset: int) -> int:
    """The effects whose chance comes off, a bit each."""
    bits = 0
    for place, percent in ready.chances:
        if play.chance(cause, offset + place, percent(play.state.board, cause.target)):
            bits |= 1 << place
    return bits


def paid(state: State, board: Board, costs: Iterable[tuple[int, int]], why: str) -> list[Change]:
    """What something costs, taken from the board: never below a track's lowest value."""
    changes: list[Change] = []
    for index, amount in costs:
        track, before = state.scenario.tracks[index], board.tracks[index]
        after = max(track.low, min(track.high, before - amount))
        if after != before:
            board.tracks[index] = after
            changes.append(TrackChange(track.id, before, after, why))
    return changes


def noted(
    state: State,
    board: Board,
    ready: Settling,
    lucky: int,
    first: int,
    cause: Cause,
    changes: list[Change],
) -> None:
    """Run one list on the board, in place, and add to `changes` what it changed or asks for."""
    held = board.facts.copy()

    def note(place: int, index: int, before: int, after: int) -> None:
        effect = ready.effects[place]
        if effect.kind == "track":
            track = state.scenario.tracks[index]
            shown = EVERYONE if effect.sees is None else effect.sees
            changes.append(
                TrackChange(track.id, before, after, effect.why, effect.mechanism, shown)
            )
        elif effect.kind == "fact":
            held[effect.name] = board.facts[effect.name]
            changes.append(held[effect.name])
        elif effect.kind == "end":
            changes.append(ended(effect, held[effect.name]))
        else:
            changes.extend(_other(state, board, effect, cause, after))

    ready.run(board, cause.target, lucky, first, note, None)


def ended(effect: Effect, fact: FactMade) -> FactEnded:
    """A fact that ends, told to those who knew of it (and whom the effect does not leave out)."""
    audience = fact.sees
    if effect.sees is not None and "*" not in effect.sees:
        audience = tuple(one for one in effect.sees if sees(fact.sees, one))
    return FactEnded(fact.fact, effect.why, effect.mechanism, fact.text, audience)


def _other(
    state: State, board: Board, effect: Effect, cause: Cause, after: int
) -> Iterator[Change]:
    """What an effect comes to that changes neither a track nor a fact."""
    match effect.kind:
        case "card":
            yield CardMove(effect.name, effect.deck, effect.where, effect.seat)
        case "draw":
            yield DrawCards(effect.deck, effect.count)
        case "later":
            order = cause.id if cause.kind == "order" else cause.order
            yield Scheduled(effect.key, board.turn + effect.delay, cause.target, order)
        case "detect":
            yield from _detections(state, effect, cause)
        case "count":
            yield CountChange(effect.name, after)
        case "ending":
            yield EndingMade(effect.name)
        case "track" | "fact" | "end":
            pass


def _detections(state: State, effect: Effect, cause: Cause) -> Iterator[Change]:
    """Covert orders of this turn that come to light, and were not known yet."""
    for order_id, sealed in state.sealed.items():
        meant = sealed.seat == effect.seat if effect.seat else order_id == cause.id
        if meant and sealed.order.covert and order_id not in state.detected:
            yield Detected(order_id, effect.why)
