"""Calibration: how close each person's estimates were to what happened.

The score of G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly
Weather Review 78 (1950): the mean of (p - outcome) squared, where the outcome of a success is 1 and
of a failure 0. It is 0 for who is sure and right each time, 1 for who is sure and wrong each time,
and 1/4 for who always says 50 per cent.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from wargame.game.records import dataclass
from wargame.game.state import Judged

SOURCE = "Brier 1950"
"""Where the score comes from, in short."""
GOOD = ("strong", "success")


@dataclass(slots=True, frozen=True)
class Brier:
    """A person's score over so many estimates, exactly."""

    person: str
    score: Fraction
    estimates: int

    @property
    def thousandths(self) -> int:
        """The score in thousandths, half up."""
        return (2000 * self.score.numerator + self.score.denominator) // (
            2 * self.score.denominator
        )


def scores(judged: Iterable[Judged]) -> list[Brier]:
    """Everybody's score, in the order of their first estimate; of orders that were ruled on, estimates shown."""
    errors: dict[str, list[Fraction]] = {}
    for one in judged:
        outcome = int(one.quality in GOOD)
        for person, percent in one.estimates:
            errors.setdefault(person, []).append((Fraction(percent, 100) - outcome) ** 2)
    return [
        Brier(person, sum(each, Fraction(0)) / len(each), len(each))
        for person, each in errors.items()
    ]
