"""What a comparison of paired games comes to: a difference and how sure it is.

Every side of a comparison is a list of numbers, one for each game, whose mean is the side's value; the
same place in two lists is the same seed. For a mean the numbers are the measured ones. For a ratio of
totals, and for the spread between playbooks, they are the linearised ones: the value, and how much
each game pulls it up or down.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, inf, sqrt

from wargame.game.records import dataclass

Z_99 = 2.5758293035489004
"""The 99.5 % point of the normal distribution: half of 1 % lies beyond it on either side."""
FEWEST = 2
"""Games from which a deviation can be estimated."""


@dataclass(slots=True, frozen=True)
class Difference:
    """A mean difference and the ends of its 99 % interval."""

    mean: float
    low: float
    high: float


def mean_of(numbers: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return fsum(numbers) / len(numbers) if numbers else 0.0


def difference(one: Sequence[float], other: Sequence[float]) -> Difference:
    """One side less the other, seed by seed, with its 99 % interval.

    The interval is mean -+ z s / sqrt(n) of the n paired differences, s their sample standard deviation
    (n - 1): the paired-t interval for two systems that are run with common random numbers (Law,
    Simulation Modeling and Analysis, 5th edition, 10.2.1), with the normal quantile in the place of
    Student's, which at 1,000 games is larger by 2 in 1,000. With fewer than two games nothing is known.
    """
    apart = [a - b for a, b in zip(one, other, strict=True)]
    count = len(apart)
    mean = mean_of(apart)
    if count < FEWEST:
        return Difference(mean, -inf, inf)
    deviation = sqrt(fsum((each - mean) ** 2 for each in apart) / (count - 1))
    half = Z_99 * deviation / sqrt(count)
    return Difference(mean, mean - half, mean + half)


def ratio(parts: Sequence[float], wholes: Sequence[float]) -> list[float]:
    """The ratio of two totals, linearised; all 0 when the wholes come to nothing.

    R + (x - R y) / mean(y): the usual approximation for the variance of a ratio of means (Cochran,
    Sampling Techniques, 3rd edition, 2.11).
    """
    whole = mean_of(wholes)
    if not whole:
        return [0.0] * len(parts)
    value = mean_of(parts) / whole
    return [value + (x - value * y) / whole for x, y in zip(parts, wholes, strict=True)]


def spread(sides: Sequence[Sequence[float]]) -> list[float]:
    """The standard deviation of the sides' means (all of them, not a sample), linearised.

    The derivative of that deviation by the mean m of one of k sides is (m - M) / (k s), and weighted
    so the means add up to s itself.
    """
    means = [mean_of(side) for side in sides]
    middle = mean_of(means)
    deviation = sqrt(fsum((one - middle) ** 2 for one in means) / len(means))
    if not deviation:
        return [0.0] * len(sides[0])
    weights = [(one - middle) / (len(means) * deviation) for one in means]
    return [
        fsum(weight * number for weight, number in zip(weights, numbers, strict=True))
        for numbers in zip(*sides, strict=True)
    ]
