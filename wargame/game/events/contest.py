"""The parts of an opposed throw, as events hold them."""

from __future__ import annotations

from typing import Literal

from wargame.game.records import dataclass

Party = Literal["order", "opposing"]
"""Whose dice: the proposer's, or the opposing side's."""


@dataclass(slots=True)
class Contest:
    """Two sides that roll against each other, fixed before the first throw.

    `seat` is the opposing one, empty where no seat stands behind it. `modifier` and `needed` are the
    proposer's, `against` and `against_needed` the opposing side's: what is added to its two dice, and
    what they must show at least. `win`, `stalemate` and `lose` are basis points, half up each.
    """

    seat: str
    modifier: int
    needed: int
    against: int
    against_needed: int
    win: int
    stalemate: int
    lose: int
