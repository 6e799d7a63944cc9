"""A compiled expression gives what the words say, always a whole number, and never raises."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.game.amounts import Scope, amount
from wargame.game.expressions import parse
from wargame.game.intervals import bounds, truth
from wargame.game.nodes import LARGEST, Number
from wargame.game.tokens import ExpressionError

RANGES = {"a": (0, 10), "b": (-3, 3), "c": (-50, 50), "target": (-50, 50), "turn": (1, 60)}
SCOPE = Scope(
    tracks={"a": 0, "b": 1, "c": 2},
    ranges={**RANGES, "turns": (1, 60)},
    targets=(("left", 0), ("right", 2), ("nowhere", -1)),
)


def board(a: int = 4, b: int = -2, c: int = 9, **more: Any) -> Any:
    """A board with three tracks, one fact and a few counters."""
    counts = {"count.raids": 2, "done.raid": 3, "now.raid": 1, "ending.fall": 1}
    given: dict[str, Any] = {"facts": {"siege": object()}, "counts": counts, "turn": 3, "turns": 10}
    return SimpleNamespace(tracks=[a, b, c], **{**given, **more})


def value(text: str | int, target: int = -1, scope: Scope = SCOPE, **more: int) -> int:
    """What an expression gives on that board."""
    return amount(parse(text), scope)(board(**more), target)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a + b * c", -14),
        ("(a + b) * c", 18),
        ("c - a - b", 7),
        ("c - (a - b)", 3),
        ("-a - -b", -6),
        ("a // 3 * 2 % 5", 2),
        ("c // 0", 0),
        ("c % 0", 0),
        ("c // (a - 4)", 0),
        ("-7 // 2", -4),
        ("-7 % 2", 1),
        ("7 % -2", -1),
        ("1 < a <= 4 < c", 1),
        ("1 < a <= 3 < c", 0),
        ("a and b", 1),
        ("a and a - 4", 0),
        ("0 or b", 1),
        ("not a", 0),
        ("not 0 + 1", 0),
        ("(a > 3) + (c > 3)", 2),
        ("a == 4 and not b == 4 or 0", 1),
        ("5 if a > 9 else 6 if b < 0 else 7", 6),
        ("min(a, b, c)", -2),
        ("max(a, b, c)", 9),
        ("abs(b) + abs(a)", 6),
        ("true + true - false", 2),
        ("fact.siege + fact.peace", 1),
        ("fact.siege and not fact.peace", 1),
        ("count.raids * 10 + count.none", 20),
        ("done.raid + tried.raid + now.raid + won.raid + ending.fall", 5),
        ("turn * 100 + turns", 310),
        (7, 7),
        ("2008", 2008),
    ],
)
def test_an_expression_gives_what_it_says(text: str | int, result: int) -> None:
    found = value(text)
    assert found == result
    assert type(found) is int


def test_target_is_the_value_of_the_chosen_targets_track() -> None:
    assert [value("target", index) for index in (0, 1, 2, -1)] == [4, 9, 0, 0]


def test_target_with_a_name_asks_which_target_was_chosen() -> None:
    assert [value("target.right", index) for index in (0, 1, 2, -1)] == [0, 1, 0, 0]


def test_a_derived_track_is_computed_when_it_is_read() -> None:
    derived = {"c": amount(parse("a + b"), SCOPE)}
    scope = Scope(SCOPE.tracks, SCOPE.ranges, derived)
    assert value("c * 10", scope=scope, a=7, b=-1) == 60


@pytest.mark.parametrize("text", ["d", "target", "target.left", "a + d"])
def test_a_name_that_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        amount(parse(text), Scope({"a": 0}, RANGES))


def test_a_target_that_the_order_has_not_is_refused() -> None:
    with pytest.raises(ExpressionError, match="up"):
        amount(parse("target.up"), SCOPE)


def test_no_result_grows_without_end() -> None:
    text = "*".join(["count.raids"] * 30)
    huge = board(counts={"count.raids": LARGEST})
    assert amount(parse(text), SCOPE)(huge, -1) == LARGEST
    assert amount(parse(f"-{text}"), SCOPE)(huge, -1) == -LARGEST


def test_the_made_function_reaches_no_builtin() -> None:
    made: Any = amount(parse("min(a, abs(b)) // c"), SCOPE)
    assert made.__globals__["__builtins__"] == {}
    assert set(made.__code__.co_names) <= {"min", "abs", "over", "board", "tracks"}


@pytest.mark.parametrize(
    ("left", "right", "depth"),
    [
        ("(1+", ")", 38),
        ("abs(1-", ")", 38),
        ("(0 or 1<2*", ")", 19),
        ("not(0 or 1 and ", ")", 19),
        ("1//(1+", ")", 19),
        ("(1 if a else ", ")", 19),
    ],
)
def test_the_deepest_expressions_compile(left: str, right: str, depth: int) -> None:
    assert 0 <= value(left * depth + "a" + right * depth) <= 42


def test_a_long_chain_of_divisions_compiles() -> None:
    assert value("//".join(["a"] * 39)) == 0
    assert value("*".join(["a"] * 39)) == LARGEST


WORDS = "0 1 7 a b c turn turns true fact.siege fact.peace count.raids now.raid target target.left"
ATOMS = st.sampled_from(WORDS.split(" "))


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Longer expressions from shorter ones."""
    pairs = st.tuples(inner, inner)
    signs = st.sampled_from(
        ["+", "-", "*", "//", "%", "<", "<=", ">", ">=", "==", "!=", "and", "or"]
    )
    return st.one_of(
        st.tuples(inner, signs, inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(inner, signs, inner).map(" ".join),
        inner.map(lambda one: f"(not {one})"),
        inner.map(lambda one: f"-({one})"),
        inner.map(lambda one: f"abs({one})"),
        pairs.map(lambda two: f"min({two[0]}, {two[1]})"),
        st.tuples(inner, inner, inner).map(lambda t: f"({t[0]} if {t[1]} else {t[2]})"),
    )


EXPRESSIONS = st.recursive(ATOMS, _grown, max_leaves=14).filter(lambda text: len(text) <= 400)
BOARDS = st.builds(
    board,
    a=st.integers(0, 10),
    b=st.integers(-3, 3),
    c=st.integers(-50, 50),
    turn=st.integers(1, 60),
    turns=st.integers(1, 60),
    facts=st.sets(st.sampled_from(["siege", "peace"])),
    counts=st.dictionaries(st.sampled_from(["count.raids"]), st.integers(0, 1000)),
)


class _Whole(int):
    """A whole number whose division by zero gives 0, so that the language itself can check us."""

    def _made(self, name: str, other: int) -> "_Whole":
        return _Whole(getattr(int, name)(self, other))

    def __add__(self, other: int) -> "_Whole":
        return self._made("__add__", other)

    def __sub__(self, other: int) -> "_Whole":
        return self._made("__sub__", other)

    def __mul__(self, other: int) -> "_Whole":
        return self._made("__mul__", other)

    def __floordiv__(self, other: int) -> "_Whole":
        return self._made("__floordiv__", other) if other else _Whole(0)

    def __mod__(self, other: int) -> "_Whole":
        return self._made("__mod__", other) if other else _Whole(0)

    def __neg__(self) -> "_Whole":
        return _Whole(-int(self))

    def __abs__(self) -> "_Whole":
        return _Whole(abs(int(self)))


SIGNS = st.sampled_from(
    ["+", "-", "*", "//", "%", " if ", " else ", "<", ">=", "==", "(", ")", "-("]
)


@given(
    st.lists(st.one_of(st.sampled_from(["a", "b", "c"]), SIGNS), max_size=12).map("".join), BOARDS
)
def test_what_is_read_means_what_the_programming_language_means(text: str, on: Any) -> None:
    try:
        made = amount(parse(text), SCOPE)
    except ExpressionError:
        return
    names = {name: _Whole(on.tracks[index]) for name, index in SCOPE.tracks.items()}
    expected = eval(text, {"__builtins__": {}}, names)  # noqa: S307
    assert made(on, -1) == int(expected)


@given(EXPRESSIONS, BOARDS, st.integers(-1, 2))
def test_every_result_is_a_whole_number_within_its_bounds(text: str, on: Any, target: int) -> None:
    try:
        node = parse(text)
    except ExpressionError:
        return
    found = amount(node, SCOPE)(on, target)
    low, high = bounds(node, SCOPE.ranges)
    assert type(found) is int
    assert max(low, -LARGEST) <= found <= min(high, LARGEST)
    least, most = truth(node, SCOPE.ranges)
    assert least <= bool(found) <= most


@given(EXPRESSIONS, BOARDS)
def test_not_and_both_and_either_agree(text: str, on: Any) -> None:
    try:
        node = parse(text)
    except ExpressionError:
        return
    holds = bool(amount(node, SCOPE)(on, 0))
    wrapped = f"not ({text}) or ({text}) and 1"
    if len(wrapped) <= 400:
        try:
            both = parse(wrapped)
        except ExpressionError:
            return
        assert amount(both, SCOPE)(on, 0) == 1
        assert amount(parse(f"not ({text})"), SCOPE)(on, 0) == int(not holds)


def test_a_constant_is_a_constant() -> None:
    assert amount(Number(-5), SCOPE)(board(), -1) == -5
