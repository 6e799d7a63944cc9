"""Intervals say what can never hold and what always does, and are never too narrow."""

import pytest

from wargame.game.expressions import parse
from wargame.game.intervals import bounds, truth
from wargame.game.nodes import LARGEST

RANGES = {"a": (0, 10), "b": (-3, 3), "turn": (1, 12), "turns": (1, 12)}

NEVER, ALWAYS, OPEN = (0, 0), (1, 1), (0, 1)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a + b", -3, 13),
        ("a - b", -3, 13),
        ("a * b", -30, 30),
        ("a // 3", 0, 3),
        ("a // b", -10, 10),
        ("b // a", -3, 3),
        ("b // -2", -2, 1),
        ("a // 0", 0, 0),
        ("a % 3", 0, 2),
        ("(a + 12) % 100", 12, 22),
        ("a % b", -2, 2),
        ("abs(b)", 0, 3),
        ("abs(b - 5)", 2, 8),
        ("min(a, b)", -3, 3),
        ("max(a, b)", 0, 10),
        ("1 if a else 5", 1, 5),
        ("1 if a >= 0 else 5", 1, 1),
        ("-b", -3, 3),
        ("fact.x + now.y", 0, 2),
        ("count.x", 0, LARGEST),
        ("done.x - 1", -1, LARGEST - 1),
        ("unknown", -LARGEST, LARGEST),
    ],
)
def test_the_range_of_an_amount(text: str, low: int, high: int) -> None:
    assert bounds(parse(text), RANGES) == (low, high)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("a >= 11", NEVER),
        ("a > 10", NEVER),
        ("a < 0", NEVER),
        ("a == 11", NEVER),
        ("a <= 10", ALWAYS),
        ("a != -1", ALWAYS),
        ("0 <= a <= 10", ALWAYS),
        ("3 <= a <= 2", NEVER),
        ("5 < a < 6", NEVER),
        ("a == 10", OPEN),
        ("a >= 8 and a <= 3", NEVER),
        ("a <= 3 and b > 0 and a >= 8", NEVER),
        ("a == 3 and a != 3", NEVER),
        ("a > b and a < -3", NEVER),
        ("a == b and b < 0", NEVER),
        ("fact.x and not fact.x", NEVER),
        ("not fact.x and fact.x == 1", NEVER),
        ("fact.x and not fact.y", OPEN),
        ("a >= 8 or a <= 3", OPEN),
        ("a >= 0 or b == 0", ALWAYS),
        ("not a >= 11", ALWAYS),
        ("turn >= 13", NEVER),
        ("turn > turns", OPEN),
        ("count.x >= 1", OPEN),
        ("count.x < 0", NEVER),
        ("1", ALWAYS),
        ("0", NEVER),
        ("a + b > 13", NEVER),
        ("a", OPEN),
        ("a + 1", ALWAYS),
    ],
)
def test_what_can_never_hold_and_what_always_does(text: str, verdict: tuple[int, int]) -> None:
    assert truth(parse(text), RANGES) == verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("(a and ", ")"),
        ("not(0 or 1 and ", ")"),
        ("(a<", "<b)"),
        ("(a<=(b and ", "))"),
        ("(1 if a and ", " else a)"),
        ("a*(a==", ")"),
    ],
)
def test_the_deepest_conditions_take_no_longer_for_every_level(left: str, right: str) -> None:
    depth = 38 // max(
        left.count("(") + left.count("*") + left.count("not") + right.count("else"), 1
    )
    low, high = truth(parse(left * depth + "a" + right * depth), RANGES)
    assert low <= high
