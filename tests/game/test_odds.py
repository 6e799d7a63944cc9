"""Odds by enumeration: the tables of the rules are computed here from the dice alone and compared exactly."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.game import chance
from wargame.game.odds import (
    median,
    needed_2d6,
    odds_2d6,
    quality_2d6,
    quality_d100,
    whole_percent,
)
from wargame.game.pieces import Margins

PLAIN = Margins()
ROLLS = [(one, other) for one in range(1, 7) for other in range(1, 7)]
TABLE = {
    -6: "0",
    -5: "2.78",
    -4: "8.33",
    -3: "16.67",
    -2: "27.78",
    -1: "41.67",
    0: "58.33",
    1: "72.22",
    2: "83.33",
    3: "91.67",
    4: "97.22",
    5: "100",
}
"""The table as it is printed for facilitators: modifier, and per cent of success."""


def half_up(share: Fraction, parts: int) -> int:
    """A share in so many parts of one, half up, computed without any of the code under test."""
    return int((share * parts + Fraction(1, 2)) // 1)


@pytest.mark.parametrize("modifier", TABLE)
def test_the_odds_of_2d6_are_those_of_the_table(modifier: int) -> None:
    ways = sum(sum(dice) + modifier >= 7 for dice in ROLLS)
    odds = odds_2d6(needed_2d6(modifier, 7, PLAIN))
    assert odds == half_up(Fraction(ways, 36), 10000)
    assert f"{odds / 100:.2f}".rstrip("0").rstrip(".") == TABLE[modifier]


@pytest.mark.parametrize("modifier", [-20, -7, -6])
def test_below_the_table_nothing_succeeds_and_above_it_everything_does(modifier: int) -> None:
    assert odds_2d6(needed_2d6(modifier, 7, PLAIN)) == 0
    assert odds_2d6(needed_2d6(-modifier, 7, PLAIN)) == 10000


def expected_quality(dice: tuple[int, int], modifier: int) -> str:
    """The rule in words: 7 or more succeeds; 4 beyond or a 12 is strong, 4 short or a 2 backfires."""
    margin = sum(dice) + modifier - 7
    if margin >= 0:
        return "strong" if margin >= 4 or sum(dice) == 12 else "success"
    return "backfire" if margin <= -4 or sum(dice) == 2 else "failure"


@pytest.mark.parametrize("modifier", range(-8, 9))
def test_every_roll_has_the_quality_of_the_rule_and_its_margin(modifier: int) -> None:
    for dice in ROLLS:
        quality, margin = quality_2d6(list(dice), modifier, 7, PLAIN)
        assert (quality, margin) == (expected_quality(dice, modifier), sum(dice) + modifier - 7)


@pytest.mark.parametrize("modifier", TABLE)
def test_quality_never_changes_whether_it_succeeded(modifier: int) -> None:
    good = sum(quality_2d6(list(d), modifier, 7, PLAIN)[0] in ("strong", "success") for d in ROLLS)
    assert half_up(Fraction(good, 36), 10000) == odds_2d6(needed_2d6(modifier, 7, PLAIN))


def test_a_12_that_misses_is_never_strong_and_a_2_that_succeeds_is_no_backfire() -> None:
    assert quality_2d6([6, 6], -6, 7, PLAIN) == ("failure", -1)
    assert quality_2d6([1, 1], 5, 7, PLAIN) == ("success", 0)
    assert quality_2d6([6, 6], -5, 7, PLAIN) == ("strong", 0)
    assert quality_2d6([1, 1], 4, 7, PLAIN) == ("backfire", -1)


def test_a_scenario_may_turn_the_natural_2_and_12_off() -> None:
    off = Margins(naturals=False)
    assert quality_2d6([6, 6], -5, 7, off) == ("success", 0)
    assert quality_2d6([1, 1], 4, 7, off) == ("failure", -1)
    assert quality_2d6([6, 6], 0, 7, off) == ("strong", 5)
    assert quality_2d6([1, 1], 0, 7, off) == ("backfire", -5)


@pytest.mark.parametrize("difficulty", range(4, 14))
def test_an_order_may_be_easier_or_harder_than_7(difficulty: int) -> None:
    for modifier in range(-3, 4):
        ways = sum(sum(dice) + modifier >= difficulty for dice in ROLLS)
        needed = needed_2d6(modifier, difficulty, PLAIN)
        assert odds_2d6(needed) == half_up(Fraction(ways, 36), 10000)
        for dice in ROLLS:
            quality, margin = quality_2d6(list(dice), modifier, difficulty, PLAIN)
            assert margin == sum(dice) + modifier - difficulty
            assert (quality in ("strong", "success")) == (margin >= 0)


@pytest.mark.parametrize("difficulty", [6, 8, 10])
def test_a_scenario_may_set_its_own_margins(difficulty: int) -> None:
    """As in a game of three results: difficulty reached, up to 3 short of it, or less."""
    three = Margins(strong=0, success=-3, backfire=-4, naturals=False)
    for modifier, dice in product(range(-2, 3), ROLLS):
        total = sum(dice) + modifier
        quality, _ = quality_2d6(list(dice), modifier, difficulty, three)
        if total >= difficulty:
            assert quality == "strong"
        elif total >= difficulty - 3:
            assert quality == "success"
        else:
            assert quality == "backfire"
    ways = sum(sum(dice) >= difficulty - 3 for dice in ROLLS)
    assert odds_2d6(needed_2d6(0, difficulty, three)) == half_up(Fraction(ways, 36), 10000)


@pytest.mark.parametrize("percent", range(101))
def test_a_d100_succeeds_at_the_target_or_under_it_and_its_quality_follows(percent: int) -> None:
    good = 0
    for throw in range(1, 101):
        quality, margin = quality_d100(throw, percent)
        assert margin == percent - throw
        if throw <= percent:
            good += 1
            assert quality == ("strong" if 5 * throw <= percent else "success")
        else:
            backfires = 5 * (101 - throw) <= 100 - percent
            assert quality == ("backfire" if backfires else "failure")
    assert good == percent


def test_nothing_is_strong_below_5_and_nothing_backfires_above_95() -> None:
    for percent in range(101):
        found = {quality_d100(throw, percent)[0] for throw in range(1, 101)}
        assert ("strong" in found) == (percent >= 5)
        assert ("backfire" in found) == (percent <= 95)


@given(st.integers(0, 3000), st.integers(1, 3000))
def test_a_share_is_rounded_to_whole_per_cent_half_up(part: int, whole: int) -> None:
    share = Fraction(min(part, whole), whole)
    assert whole_percent(share.numerator, share.denominator) == half_up(share, 100)


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(1, 200, 1), (1, 3, 33), (2, 3, 67), (5, 8, 63)]
)
def test_what_is_shown_is_what_is_played(part: int, whole: int, percent: int) -> None:
    assert whole_percent(part, whole) == percent


@given(st.lists(st.integers(0, 100), min_size=1, max_size=9))
def test_the_median_is_the_middle_or_the_mean_of_the_middle_two_half_up(
    percents: list[int],
) -> None:
    ordered = sorted(percents)
    count = len(ordered)
    middle = Fraction(ordered[(count - 1) // 2] + ordered[count // 2], 2)
    assert median(percents) == half_up(middle, 1)


@pytest.mark.parametrize(
    ("percents", "expected"), [([40, 60, 55, 70], 58), ([30], 30), ([0, 1], 1)]
)
def test_the_median_of_some_estimates(percents: list[int], expected: int) -> None:
    assert median(percents) == expected


THROWS = 200_000


def within_4_sigma(seen: int, share: Fraction) -> bool:
    expected = THROWS * share
    return abs(seen - expected) <= 4 * sqrt(expected * (1 - share))


def test_200_000_throws_of_two_dice_come_as_often_as_they_should() -> None:
    seen: Counter[int] = Counter()
    seed = bytes(range(32))
    for number in range(THROWS):
        seen[sum(chance.throw_2d6(seed, f"test/throw/{number}", "n"))] += 1
    ways = Counter(sum(dice) for dice in ROLLS)
    assert set(seen) == set(ways)
    for total, count in ways.items():
        assert within_4_sigma(seen[total], Fraction(count, 36))
    for modifier in range(-5, 5):
        good = sum(count for total, count in seen.items() if total + modifier >= 7)
        assert within_4_sigma(good, Fraction(sum(sum(d) + modifier >= 7 for d in ROLLS), 36))


def test_200_000_throws_of_a_d100_come_as_often_as_they_should() -> None:
    seen: Counter[int] = Counter()
    seed = bytes(range(32))
    for number in range(THROWS):
        seen[chance.throw_d100(seed, f"test/throw/{number}", "n")] += 1
    assert set(seen) == set(range(1, 101))
    for count in seen.values():
        assert within_4_sigma(count, Fraction(1, 100))
    for percent in (5, 33, 50, 95):
        good = sum(count for throw, count in seen.items() if throw <= percent)
        assert within_4_sigma(good, Fraction(percent, 100))
