"""What the names in a scenario mean: ids, the indices of tracks, and the ranges of values.

Used by `check`, to say which name is unknown, and by `compile`, to resolve those that are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wargame.decks import board, moves
from wargame.decks.schema import Scenario
from wargame.game.amounts import Scope, amount
from wargame.game.expressions import ExpressionError, names_in, parse
from wargame.game.intervals import Range, bounds
from wargame.game.scenario import Amount

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
        derived: dict[str, Amount] = {}
        ranges = dict(self.ranges)
        for track in self.in_order():
            node = parse(self.derived[track])
            low, high = self.ranges[track]
            function = amount(node, Scope(self.tracks, ranges, derived))
            derived[track] = _held(function, low, high)
            least, most = bounds(node, ranges)
            ranges[track] = min(max(least, low), high), max(min(most, high), low)
        return Scope(self.tracks, ranges, derived)

    def in_order(self) -> list[str]:
        """The derived tracks, each after those it is computed from; ExpressionError for a circle."""
        costs: dict[str, int] = {}
        for track in self.derived:
            self._visit(track, costs, ())
        return list(costs)

    def _visit(self, track: str, costs: dict[str, int], above: tuple[str, ...]) -> int:
        """How many look-ups a derived track takes."""
        if track in costs:
            return costs[track]
        if track in above:
            circle = " -> ".join((*above[above.index(track) :], track))
            raise ExpressionError(f"computed from itself: {circle}", 1, "take one of them out")
        cost = 1
        for name in names_in(parse(self.derived[track])):
            if name.id in self.derived:
                cost += self._visit(name.id, costs, (*above, track))
            cost += 1
        if cost > COSTLIEST:
            do = "compute it from fewer tracks"
            raise ExpressionError(f"{track} takes more than {COSTLIEST} look-ups", 1, do)
        costs[track] = cost
        return cost

    def scope_of(self, order: moves.Order, scope: Scope) -> Scope:
        """The scope inside an order: the same, and its targets."""
        if not order.targets:
            return scope
        tracks = [self.tracks.get(one.track, -1) if one.track else -1 for one in order.targets]
        pairs = zip((one.id for one in order.targets), tracks, strict=True)
        met = [
            scope.ranges[one.track]
            for one in order.targets
            if one.track and one.track in self.tracks
        ]
        whole = min([0, *(low for low, _ in met)]), max([0, *(high for _, high in met)])
        return replace(scope, ranges={**scope.ranges, "target": whole}, targets=tuple(pairs))


def _held(function: Amount, low: int, high: int) -> Amount:
    """A derived track's function, held between the track's ends."""

    def value(board: object, target: int) -> int:
        return max(low, min(high, function(board, target)))  # type: ignore[arg-type]

    return value
