"""The board that expressions read, and what a compiled expression is."""

from __future__ import annotations

from collections.abc import Callable

from wargame.game.changes import FactMade
from wargame.game.records import dataclass


@dataclass(slots=True)
class Board:
    """What expressions read: tracks by index, facts by id, counters, and the turn.

    `counts` also holds `done.ORDER`, `tried.ORDER`, `ending.ID`, and for this turn alone
    `now.ORDER` and `won.ORDER`.
    """

    tracks: list[int]
    facts: dict[str, FactMade]
    counts: dict[str, int]
    turn: int
    turns: int

    def copy(self) -> Board:
        """A board that can be changed without changing this one."""
        return Board(
            self.tracks.copy(), self.facts.copy(), self.counts.copy(), self.turn, self.turns
        )


Amount = Callable[[Board, int], int]
"""A compiled expression: (board, index of the chosen target or -1) to a whole number; it never raises."""
