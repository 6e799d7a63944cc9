"""The scenario of tossing, whose probabilities are known, and questions about its claims."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

from wargame.analysis.claims import Found, Verdict, played_out
from wargame.analysis.sides import Question
from wargame.decks.check_claims import claims_of
from wargame.decks.claims import ClaimsFile
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.decks.without import without
from wargame.game.scenario import Scenario

TOSS = Path(__file__).parent / "toss"
GOOD = Fraction(21, 36)
"""The chance that two dice show 7 or more: a good toss."""


@cache
def scenario(*mechanisms: str) -> Scenario:
    """The scenario, without these mechanisms."""
    return compile_scenario(without(load(TOSS), mechanisms))


def claims(*only: str) -> ClaimsFile:
    """Its claims; all when none is named."""
    written = claims_of(TOSS).claims
    return ClaimsFile(claims=[one for one in written if not only or one.id in only])


@cache
def asked(
    *only: str, games: int = 2000, seed: int = 0, left_out: tuple[str, ...] = ()
) -> list[Found]:
    """What claims come to."""
    return played_out(Question(scenario(*left_out), claims(*only), seed), games, 1)


def parts(*only: str, games: int = 2000, seed: int = 0) -> list[Verdict]:
    """What the parts of claims come to."""
    return [part for found in asked(*only, games=games, seed=seed) for part in found.parts]


def scores(start: int, days: int = 3) -> dict[int, Fraction]:
    """How likely each final score is for who tosses every day; two end the game."""
    likely = {start: Fraction(1)}
    for _ in range(days):
        after: dict[int, Fraction] = {}
        for score, chance in likely.items():
            if score >= 2:
                after[score] = after.get(score, Fraction(0)) + chance
                continue
            after[score + 1] = after.get(score + 1, Fraction(0)) + chance * GOOD
            after[score] = after.get(score, Fraction(0)) + chance * (1 - GOOD)
        likely = after
    return likely
