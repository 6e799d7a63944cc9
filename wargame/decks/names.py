"""What the names in a scenario mean: ids, the indices of tracks, and the ranges of values.

Used by `check`, to say which name is unknown, and by `compile`, to resolve those that are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from wargame.game.amounts import Scope, amount, held
from wargame.game.board import Amount
from wargame.game.expressions import parse
from wargame.game.intervals import Range, Ranges, bounds
from wargame.game.nodes import LARGEST, Node, names_in
from wargame.game.records import dataclass
from wargame.game.tokens import ExpressionError

if TYPE_CHECKING:
    from wargame.decks import board, moves
    from wargame.decks.schema import Scenario

MOST_TURNS = 62
"""A game has at most 60 turns and an aftermath of two."""
COSTLIEST = 2_000
"""How many look-ups a derived track may take, those of derived tracks in it included."""


def spread(card: moves.Card) -> Iterator[str]:
    """The ids of a card's copies: `id`, `id-2`, ..."""
    yield card.id
    for number in range(2, card.copies + 1):
        yield f"{card.id}-{number}"


@dataclass(slots=True)
class Names:
    """Names of a scenario. `cards` holds copies by their own ids."""

    tracks: dict[str, int]
    ranges: dict[str, Range]
    derived: dict[str, str | int]
    facts: dict[str, board.Fact]
    orders: dict[str, moves.Order]
    endings: dict[str, board.Ending]
    cards: dict[str, moves.Card]
    decks: dict[str, board.Deck]
    seats: dict[str, board.Seat]
    mechanisms: dict[str, board.Mechanism]

    @classmethod
    def of(cls, model: Scenario) -> Names:
        """The names of a scenario; the first of two with one id counts."""
        tracks: dict[str, int] = {}
        ranges: dict[str, Range] = {"turn": (1, MOST_TURNS), "turns": (1, MOST_TURNS)}
        derived: dict[str, str | int] = {}
        for index, track in enumerate(model.tracks):
            if track.id in tracks:
                continue
            tracks[track.id] = index
            ranges[track.id] = track.low, track.high
            if track.derived is not None:
                derived[track.id] = track.derived
        return cls(
            tracks,
            ranges,
            derived,
            {one.id: one for one in reversed(model.facts)},
            {one.id: one for one in reversed(model.orders)},
            {one.id: one for one in reversed(model.endings)},
            {id_: card for card in reversed(model.cards) for id_ in spread(card)},
            {one.id: one for one in reversed(model.decks)},
            {one.id: one for one in reversed(model.seats)},
            {one.id: one for one in reversed(model.mechanisms)},
        )

    def scope(self) -> Scope:
        """The scope outside an order; ExpressionError when a derived track goes wrong."""
        order, problems = sorted_out(self.derived)
        for _, error in problems:
            raise error
        functions: dict[str, Amount] = {}
        ranges = dict(self.ranges)
        for track in order:
            node = parse(self.derived[track])
            function = amount(node, Scope(self.tracks, ranges, functions))
            low, high = self.ranges[track]
            least, most = bounds(node, ranges)
            sure = low <= least and most <= high
            functions[track] = function if sure else held(function, low, high)
            ranges[track] = self.held(track, node, ranges)
        return Scope(self.tracks, ranges, functions)

    def narrowed(self) -> tuple[dict[str, Range], list[tuple[str, ExpressionError]]]:
        """The ranges of all names, derived tracks as narrow as can be; and what is wrong with those."""
        order, problems = sorted_out(self.derived)
        ranges = dict(self.ranges)
        for track in order:
            ranges[track] = self.held(track, parse(self.derived[track]), ranges)
        return ranges, problems

    def held(self, track: str, node: Node, ranges: Ranges) -> Range:
        """The range of a derived track: of its expression, within the track's ends."""
        low, high = self.ranges[track]
        least, most = bounds(node, ranges)
        return min(max(least, low), high), max(min(most, high), low)

    def scope_of(self, order: moves.Order, scope: Scope) -> Scope:
        """The scope inside an order: the same, and its targets."""
        if not order.targets:
            return scope
        tracks = [self.tracks.get(one.track, -1) if one.track else -1 for one in order.targets]
        pairs = zip((one.id for one in order.targets), tracks, strict=True)
        ranges = {**scope.ranges, "target": self.target_range(order, scope.ranges)}
        return replace(scope, ranges=ranges, targets=tuple(pairs))

    def target_range(self, order: moves.Order, ranges: Ranges) -> Range:
        """The range of `target` in an order: of all its targets' tracks, and 0 for one without."""
        unknown = (-LARGEST, LARGEST)
        met = [ranges.get(one.track, unknown) if one.track else (0, 0) for one in order.targets]
        return min(low for low, _ in met), max(high for _, high in met)


def sorted_out(
    derived: Mapping[str, str | int],
) -> tuple[list[str], list[tuple[str, ExpressionError]]]:
    """Derived tracks, each after those it is computed from; and those that cannot be, with why.

    A circle and an expression that takes too many look-ups are noted once; a text that cannot be
    parsed as well.
    """
    costs: dict[str, int] = {}
    problems: dict[str, ExpressionError] = {}

    def visit(track: str, above: tuple[str, ...]) -> int:
        if track in costs:
            return costs[track]
        if track in above:
            circle = " -> ".join((*above[above.index(track) :], track))
            raise ExpressionError(f"computed from itself: {circle}", 1, "take one of them out")
        cost = 1
        for name in names_in(parse(derived[track])):
            inner = name.family == "track" and name.id in derived
            cost += 1 + (visit(name.id, (*above, track)) if inner else 0)
        if cost > COSTLIEST:
            do = "compute it from fewer tracks"
            raise ExpressionError(f"takes more than {COSTLIEST} look-ups", 1, do)
        costs[track] = cost
        return cost

    for track in derived:
        try:
            visit(track, ())
        except ExpressionError as error:
            problems[track] = error
    return list(costs), list(problems.items())
