"""What effects come to: amounts computed, bounds kept, chances thrown, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
from wargame.game.evolve.board import change_board
from wargame.game.play import Play
from wargame.game.scenario import Effect, Target
from wargame.game.state import Board, State

TARGET, OTHERS = -1, -2
"""What `Effect.track` holds for the target's own track and for those of the order's other targets."""


def settle(
    play: Play,
    effects: Sequence[Effect],
    cause: Cause,
    targets: tuple[Target, ...] = (),
    costs: Iterable[tuple[int, int]] = (),
    cost_why: str = "",
) -> list[Change]:
    """The changes that effects bring, in order; nothing is applied yet.

    Chances are thrown first, against the board as it stands; then costs, and each effect sees
    what those before it did. `cause.target` is the index of the chosen target.
    """
    lucky = {
        index
        for index, effect in enumerate(effects)
        if effect.chance is None
        or play.chance(cause, index, effect.chance(play.state.board, cause.target))
    }
    state = play.state
    board = state.board.copy()
    changes: list[Change] = []
    for track, amount in costs:
        price = _track(state, board, track, board.tracks[track] - amount)
        if price is not None:
            price.why = cost_why
            changes.append(price)
            change_board(state.scenario, board, price)
    for index, effect in enumerate(effects):
        if index not in lucky or (effect.when and not effect.when(board, cause.target)):
            continue
        for change in _changes(state, board, effect, cause, targets):
            changes.append(change)
            if isinstance(change, TrackChange | FactMade | FactEnded | CountChange):
                change_board(state.scenario, board, change)
    return changes


def _changes(
    state: State, board: Board, effect: Effect, cause: Cause, targets: tuple[Target, ...]
) -> Iterator[Change]:
    """What one effect comes to on this board."""
    match effect.kind:
        case "track":
            yield from _tracks(state, board, effect, cause.target, targets)
        case "fact":
            yield _fact(state, board, effect, cause.target)
        case "end":
            if effect.name in board.facts:
                yield FactEnded(effect.name, effect.why, effect.mechanism)
        case "card":
            yield CardMove(effect.name, effect.deck, effect.where, effect.seat)
        case "draw":
            yield DrawCards(effect.deck, effect.count)
        case "later":
            yield Scheduled(effect.key, board.turn + effect.delay, cause.target)
        case "detect":
            yield from _detections(state, effect, cause)
        case "count":
            before = board.counts.get(f"count.{effect.name}", 0)
            by = effect.by(board, cause.target) if effect.by else 0
            yield CountChange(effect.name, max(0, before + by))
        case "ending":
            yield EndingMade(effect.name)


def _tracks(
    state: State, board: Board, effect: Effect, target: int, targets: tuple[Target, ...]
) -> Iterator[Change]:
    """The tracks that an effect changes: one, the target's, or those of the other targets."""
    if effect.track >= 0:
        indices = [effect.track]
    elif effect.track == TARGET:
        indices = [targets[target].track] if 0 <= target < len(targets) else []
    else:
        indices = [one.track for place, one in enumerate(targets) if place != target]
    for index in indices:
        if index < 0:
            continue
        if effect.set_to is not None:
            after = effect.set_to(board, target)
        else:
            after = board.tracks[index] + (effect.by(board, target) if effect.by else 0)
        change = _track(state, board, index, after)
        if change is not None:
            change.why, change.mechanism = effect.why, effect.mechanism
            yield change


def _track(state: State, board: Board, index: int, after: int) -> TrackChange | None:
    """A track's change, kept between its bounds; None when nothing moves."""
    track = state.scenario.tracks[index]
    before = board.tracks[index]
    after = max(track.low, min(track.high, after))
    return None if after == before else TrackChange(track.id, before, after)


def _fact(state: State, board: Board, effect: Effect, target: int) -> FactMade:
    """A fact of the scenario, made now. One made in `wrap` counts its turns from the next."""
    rule = state.scenario.facts[effect.name]
    lasts = effect.lasts(board, target) if effect.lasts else rule.lasts
    first = board.turn + (1 if state.phase == "wrap" else 0)
    return FactMade(
        effect.name,
        effect.text or rule.text,
        first + lasts - 1 if lasts > 0 else 0,
        rule.owner,
        rule.modifier,
        rule.sees if effect.sees is None else effect.sees,
        effect.source,
        effect.why,
        effect.mechanism,
    )


def _detections(state: State, effect: Effect, cause: Cause) -> Iterator[Change]:
    """Covert orders of this turn that come to light, and were not known yet."""
    for order_id, sealed in state.sealed.items():
        meant = sealed.seat == effect.seat if effect.seat else order_id == cause.id
        if meant and sealed.order.covert and order_id not in state.detected:
            yield Detected(order_id, effect.why)
