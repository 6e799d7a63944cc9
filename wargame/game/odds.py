"""The exact odds of every throw, and what a throw comes to. Probabilities are basis points."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from wargame.game.names import Quality
from wargame.game.pieces import Margins

WAYS: Final[tuple[int, ...]] = (0, 0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1)
"""In how many of 36 ways two dice show each total."""


def odds_2d6(needed: int) -> int:
    """The chance, in basis points (half up), that two dice show at least `needed`."""
    ways = sum(WAYS[max(2, needed) :]) if needed <= 12 else 0
    return (ways * 20000 + 36) // 72


ROUNDS: Final = 10
"""After so many rounds in which both sides succeed, or neither, an opposed throw is a stalemate."""


def share_2d6(needed: int) -> Fraction:
    """The chance that two dice show at least `needed`, exactly."""
    return Fraction(sum(WAYS[max(2, needed) :]) if needed <= 12 else 0, 36)


def odds_opposed(needed: int, against: int) -> tuple[Fraction, Fraction, Fraction]:
    """The chances that the proposer wins, that nobody does, and that the opposing side wins, exactly.

    Both sides throw two dice, and need so much, until exactly one of them succeeds, at most
    `ROUNDS` times.
    """
    ours, theirs = share_2d6(needed), share_2d6(against)
    win, lose = ours * (1 - theirs), theirs * (1 - ours)
    again = 1 - win - lose
    stalemate = again**ROUNDS
    rounds = sum((again**one for one in range(ROUNDS)), Fraction(0))
    return win * rounds, stalemate, lose * rounds


def basis_points(share: Fraction) -> int:
    """A share in basis points, half up."""
    return (share.numerator * 20000 + share.denominator) // (2 * share.denominator)


def whole_percent(numerator: int, denominator: int) -> int:
    """A share as a whole per cent, half up: what is shown is what is played."""
    return (numerator * 200 + denominator) // (2 * denominator)


def median(percents: list[int]) -> int:
    """The median of estimates (not empty), in whole per cent: mean of the middle two when even, half up."""
    ordered = sorted(percents)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle] + 1) // 2


def needed_2d6(modifier: int, difficulty: int, margins: Margins) -> int:
    """What the two dice must show at least: difficulty 7 and modifier 0 need 7."""
    return difficulty + margins.success - modifier


def quality_2d6(
    dice: Sequence[int], modifier: int, difficulty: int, margins: Margins
) -> tuple[Quality, int]:
    """How two dice are read: the quality and the margin (dice + modifier - difficulty).

    The quality never changes whether it succeeded.
    """
    shown = sum(dice)
    margin = shown + modifier - difficulty
    if margin >= margins.success:
        strong = margin >= margins.strong or (margins.naturals and shown == 12)
        return ("strong" if strong else "success"), margin
    backfire = margin <= margins.backfire or (margins.naturals and shown == 2)
    return ("backfire" if backfire else "failure"), margin


def quality_d100(throw: int, percent: int) -> tuple[Quality, int]:
    """How a d100 is read against a target: the quality and the margin (target - throw)."""
    margin = percent - throw
    if throw <= percent:
        return ("strong" if 5 * throw <= percent else "success"), margin
    return ("backfire" if 5 * (101 - throw) <= 100 - percent else "failure"), margin
