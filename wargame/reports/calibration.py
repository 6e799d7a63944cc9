"""Calibration in a report: each person's Brier score, and where the score comes from."""

from __future__ import annotations

from wargame.game.brier import scores
from wargame.reports.markdown import escaped, joined, table
from wargame.reports.words import Words

WHAT = (
    "The mean of (estimate - outcome) squared, where a success counts 1 and a failure 0: 0 is best, and "
    "who always says 50 % has 0.250. Source: G. W. Brier, “Verification of forecasts expressed in terms "
    "of probability”, Monthly Weather Review 78 (1950)."
)


def calibration_told(words: Words) -> str:
    """Everybody's score over the estimates that were shown; empty where nobody estimated."""
    rows = [
        [escaped(words.person(one.person)), thousandths(one.thousandths), str(one.estimates)]
        for one in scores(words.state.judged)
    ]
    if not rows:
        return ""
    head = ["estimate of", "Brier score", "estimates"]
    return joined(["## Calibration", WHAT, table(head, rows, right=[1, 2])])


def thousandths(score: int) -> str:
    """A score in thousandths as people read it: `0.065`."""
    return f"{score // 1000}.{score % 1000:03d}"
