"""What is counted over many simulated games, and what it comes to.

Only whole numbers are kept until the end, so that a tally put together from parts is the same
whatever the parts were.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import Any

from wargame.game.records import dataclass
from wargame.game.scenario import Scenario
from wargame.game.straight import Straight

NO_ENDING = "none"
"""What stands for a game that was played to its last turn without reaching an ending."""
DIGITS = 4
"""How many digits a share or a mean has after the point."""


@dataclass(slots=True)
class Tally:
    """Counts over games. `tracks` counts the values at the end, by track; `orders` what was judged, by seat."""

    games: int = 0
    turns: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    objectives: Counter[tuple[str, str]] = field(default_factory=Counter)
    tracks: dict[str, Counter[int]] = field(default_factory=dict)
    orders: Counter[str] = field(default_factory=Counter)
    cards: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, game: Straight, copies: dict[str, str]) -> None:
        """Count a game that is over. `copies` gives the id under which a card was written."""
        scenario, board = game.ready.scenario, game.board
        self.games += 1
        self.turns += board.turn
        self.endings[game.ending or NO_ENDING] += 1
        for seat in scenario.seats:
            for one in seat.objectives:
                if one.when(board, -1):
                    self.objectives[seat.id, one.id] += 1
        for track in scenario.tracks:
            value = board.tracks[track.index]
            if track.derived is not None:
                value = max(track.low, min(track.high, track.derived(board, -1)))
            self.tracks.setdefault(track.id, Counter())[value] += 1
        self.orders.update(game.given)
        self.cards.update({copies[card] for card in game.fired})
        self.rules.update(game.rules.keys())

    def merge(self, other: Tally) -> None:
        """Add what was counted elsewhere."""
        self.games += other.games
        self.turns += other.turns
        for name in ("endings", "objectives", "orders", "cards", "rules"):
            getattr(self, name).update(getattr(other, name))
        for track, values in other.tracks.items():
            self.tracks.setdefault(track, Counter()).update(values)

    def report(self, scenario: Scenario) -> dict[str, Any]:
        """What it comes to, as plain JSON: every ending, objective, track, order, card and rule is there.

        An order's share is of all the orders that its seat could have given; what is missing to 1 it
        held. A card's and a rule's share is of the games in which it did something at least once.
        """
        slots = {seat.id: self.turns * seat.orders for seat in scenario.seats}
        endings = [*(one.id for one in scenario.endings), NO_ENDING]
        return {
            "endings": {one: self.endings[one] for one in dict.fromkeys(endings)},
            "objectives": {
                seat.id: {
                    one.id: share(self.objectives[seat.id, one.id], self.games)
                    for one in seat.objectives
                }
                for seat in scenario.seats
            },
            "tracks": {
                one.id: spread(self.tracks.get(one.id, Counter())) for one in scenario.tracks
            },
            "orders": {
                seat.id: {
                    one.id: share(self.orders[one.id], slots[seat.id])
                    for one in scenario.orders.values()
                    if one.seat == seat.id
                }
                for seat in scenario.seats
            },
            "cards": {
                one: share(self.cards[one], self.games)
                for one in dict.fromkeys(copies_of(scenario).values())
            },
            "turns": {"mean": share(self.turns, self.games)},
            "rules": {one.id: share(self.rules[one.id], self.games) for one in scenario.rules},
        }


def copies_of(scenario: Scenario) -> dict[str, str]:
    """The id under which each card was written: that of the first, for its copies."""
    written = {card["id"]: int(card.get("copies", 1)) for card in scenario.plain.get("cards", ())}
    found = {card: card for card in scenario.cards}
    for card, many in written.items():
        for number in range(2, many + 1):
            found[f"{card}-{number}"] = card
    return found


def share(part: int, whole: int) -> float:
    """A part of a whole; 0 when there is no whole."""
    return round(part / whole, DIGITS) if whole else 0.0


def spread(values: Counter[int]) -> dict[str, float]:
    """Mean, standard deviation and three percentiles (nearest rank) of counted values."""
    games = values.total()
    if not games:
        return dict.fromkeys(("mean", "sd", "p5", "p50", "p95"), 0.0)
    total = sum(value * many for value, many in values.items())
    squares = sum(value * value * many for value, many in values.items())
    deviation = (games * squares - total * total) ** 0.5 / games
    return {
        "mean": round(total / games, DIGITS),
        "sd": round(deviation, DIGITS),
        **{f"p{percent}": percentile(values, percent) for percent in (5, 50, 95)},
    }


def percentile(values: Counter[int], percent: int) -> int:
    """The smallest value that so many per cent of the games do not pass."""
    wanted = values.total() * percent
    passed = 0
    for value in sorted(values):
        passed += values[value] * 100
        if passed >= wanted:
            return value
    raise ValueError("there is no percentile of nothing")
