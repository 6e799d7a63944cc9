"""Every method that throws dice, 200,000 times: it succeeds as often as its odds say, within 4 sigma."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

import pytest

from wargame.game.chance import Counter
from wargame.game.changes import ThrowResult
from wargame.game.contests import rounds_of, winner
from wargame.game.events.contest import Contest, Party
from wargame.game.names import METHODS, POLLED, SIX_SIDED, Method
from wargame.game.odds import (
    ROUNDS,
    needed_2d6,
    odds_opposed,
    quality_2d6,
    quality_d100,
    share_2d6,
)
from wargame.game.on_table import Roll
from wargame.game.pieces import Margins

THROWS = 200_000
GOOD = ("strong", "success")
SEED = bytes(range(32))


def within_4_sigma(seen: int, share: Fraction) -> bool:
    expected = THROWS * share
    return abs(seen - expected) <= 4 * sqrt(expected * (1 - share))


@pytest.fixture(scope="module")
def pairs() -> list[tuple[int, int]]:
    counter = Counter(SEED, 0)
    return [counter.throw_2d6() for _ in range(THROWS)]


@pytest.fixture(scope="module")
def hundreds() -> list[int]:
    counter = Counter(SEED, 10**7)
    return [counter.throw_d100() for _ in range(THROWS)]


def test_this_is_every_method_that_throws() -> None:
    numbers = {"consensus", "expert", *POLLED}
    assert {*numbers, *SIX_SIDED, "automatic", "umpire"} == set(METHODS)


@pytest.mark.parametrize("method", ["weighted", "plain"])
@pytest.mark.parametrize("modifier", [-3, 0, 2])
def test_two_dice(pairs: list[tuple[int, int]], method: Method, modifier: int) -> None:
    good = sum(quality_2d6(one, modifier, 7, Margins())[0] in GOOD for one in pairs)
    assert within_4_sigma(good, share_2d6(needed_2d6(modifier, 7, Margins())))


@pytest.mark.parametrize("method", ["consensus", "expert", *POLLED])
@pytest.mark.parametrize("percent", [3, 50, 88])
def test_a_d100(hundreds: list[int], method: Method, percent: int) -> None:
    good = sum(quality_d100(one, percent)[0] in GOOD for one in hundreds)
    assert within_4_sigma(good, Fraction(percent, 100))


def fought(counter: Counter, contest: Contest) -> tuple[Party | None, int]:
    """One opposed throw, to its end: who won, and in how many rounds."""
    rolls: list[Roll] = []
    while rounds_of(rolls) < ROUNDS:
        for party in ("order", "opposing"):
            throw = ThrowResult("", "", 6, list(counter.throw_2d6()), entered=False)
            rolls.append(Roll(party, throw))
        if winner(contest, rolls) is not None:
            break
    return winner(contest, rolls), rounds_of(rolls)


@pytest.mark.parametrize(("needed", "against"), [(7, 7), (5, 8)])
def test_opposed_throws(needed: int, against: int) -> None:
    counter = Counter(SEED, 10**8)
    contest = Contest("", 0, needed, 0, against, 0, 0, 0)
    ends = [fought(counter, contest)[0] for _ in range(THROWS)]
    win, stalemate, lose = odds_opposed(needed, against)
    for party, share in (("order", win), ("opposing", lose), (None, stalemate)):
        assert within_4_sigma(ends.count(party), share)  # type: ignore[arg-type]
