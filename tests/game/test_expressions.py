"""Expressions are read from a whitelist, and say exactly where they go wrong."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.game.expressions import DEEPEST, parse
from wargame.game.intervals import spelled
from wargame.game.nodes import LARGEST, Both, Choice, Comparison, Name, Not, Number, Sum, names_in
from wargame.game.tokens import LONGEST, ExpressionError


def test_a_condition_becomes_a_tree() -> None:
    assert parse("kurds >= 1 and not fact.siege") == Both(
        (
            Comparison(Name("track", "kurds", 1), ((">=", Number(1)),)),
            Not(Name("fact", "siege", 20)),
        )
    )


def test_a_number_needs_no_parsing() -> None:
    assert parse(-3) == Number(-3)
    assert parse("-3") == Number(-3)
    assert parse("+3") == Number(3)
    assert parse("true") == Number(1)


def test_an_alternative_may_follow_another() -> None:
    assert parse("1 if a else 2 if b else 3") == Choice(
        Name("track", "a", 6),
        Number(1),
        Choice(Name("track", "b", 18), Number(2), Number(3)),
    )


def test_a_long_sum_is_not_deep() -> None:
    assert isinstance(parse("+".join("a" * 200)), Sum)


def test_names_come_in_the_order_they_are_written() -> None:
    text = "min(a, fact.b) + target.c // turn if done.d or count.e else not ending.f == target"
    names = [spelled(name) for name in names_in(parse(text))]
    assert names == ["a", "fact.b", "target.c", "turn", "done.d", "count.e", "ending.f", "target"]


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("", 1, "nothing is written here"),
        ("   ", 1, "nothing is written here"),
        ("a +", 4, "a number or a name is expected here, and the text ends"),
        ("a b", 3, "'b' does not belong here"),
        ("(a", 3, "')' is expected here, and the text ends"),
        ("a)", 2, "')' does not belong here"),
        ("a if b", 7, "'else' is expected here, and the text ends"),
        ("min(a)", 1, "min() with 1 inside"),
        ("abs(a, b)", 1, "abs() with 2 inside"),
        ("max()", 5, "a number or a name is expected here, not ')'"),
        ("round(a)", 1, "'round' is not something to call"),
        ("a = 1", 3, "an expression has no '='"),
        ("a / 2", 3, "an expression has no '/'"),
        ("a ** 2", 4, "a number or a name is expected here, not '*'"),
        ("1.5", 2, "an expression has no '.'"),
        ("1e5", 2, "'e5' does not belong here"),
        ("0x1F", 2, "'x1F' does not belong here"),
        ("1_000", 2, "'_000' does not belong here"),
        ("007", 1, "'007' begins with 0"),
        ("99999999999", 1, "a number too large"),
        ("Street", 1, "'Street' is not a name"),
        ("fact", 1, "'fact' cannot stand here"),
        ("facts.a", 1, "'facts.a' is not a name"),
        ("fact.A", 1, "'fact.A' is not a name"),
        ("fact.a.b", 1, "'fact.a.b' is not a name"),
        ("fact.", 1, "'fact.' is not a name"),
        ("min", 1, "'min' cannot stand here"),
        ("a and", 6, "a number or a name is expected here, and the text ends"),
        ("not", 4, "a number or a name is expected here, and the text ends"),
        ("é", 1, "an expression has no 'é'"),
        ("a\x00", 2, "an expression has no '\\x00'"),
        ("９", 1, "an expression has no '９'"),
        ("a \u00a0b", 3, "an expression has no '\\xa0'"),
    ],
)
def test_a_mistake_is_named_at_its_character(text: str, column: int, message: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert (caught.value.column, caught.value.message) == (column, message)
    assert caught.value.do


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "().__class__.__bases__[0]",
        "a.__class__",
        "fact.__class__",
        "count.__dict__",
        "__builtins__",
        "lambda: 1",
        "lambda board: 1",
        "[a for a in b]",
        "{a: 1}",
        "a[0]",
        "f'{a}'",
        "'a' * 9",
        '"a"',
        "b'a'",
        "a := 3",
        "a; b",
        "a\\\nb",
        "a # b",
        "print(a)",
        "min(a, key=b)",
        "min(*a)",
        "yield a",
        "await a",
        "None",
        "True",
        "...",
        "a @ b",
        "a << 9",
        "9 ** 9 ** 9",
        "a is b",
        "a in b",
        "`a`",
        "$a",
        "a ? b : c",
        "&a",
        "*a",
        "!!python/object:os.system",
    ],
)
def test_nothing_but_the_whitelist_can_be_said(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_an_expression_has_at_most_400_characters() -> None:
    assert parse("a" + " " * (LONGEST - 1)) == Name("track", "a", 1)
    with pytest.raises(ExpressionError, match="401 characters"):
        parse("a" + " " * LONGEST)


@pytest.mark.parametrize(
    ("left", "right"), [("(", ")"), ("-", ""), ("not ", ""), ("abs(", ")"), ("1//", "")]
)
def test_an_expression_has_at_most_40_levels(left: str, right: str) -> None:
    parse(left * (DEEPEST - 2) + "a" + right * (DEEPEST - 2))
    with pytest.raises(ExpressionError, match="nested more than 40 levels"):
        parse(left * (DEEPEST + 1) + "a" + right * (DEEPEST + 1))


def test_a_number_has_an_end() -> None:
    assert parse(LARGEST) == Number(LARGEST)
    with pytest.raises(ExpressionError):
        parse(LARGEST + 1)
    with pytest.raises(ExpressionError):
        parse("9" * 400)


@pytest.mark.parametrize(("text", "sign"), [("a = 2", "=="), ("a =< 2", "<="), ("a => 2", ">=")])
def test_a_comparison_written_otherwise_is_told_how_it_is_written(text: str, sign: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert caught.value.do.endswith(f" {sign}")


def complaint(text: str) -> ExpressionError | None:
    """What is wrong with a text, if anything; any other exception is a defect."""
    try:
        for name in names_in(parse(text)):
            assert set(name.id) <= set(string.ascii_lowercase + string.digits + "_")
    except ExpressionError as error:
        return error
    return None


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    error = complaint(text)
    assert error is None or 1 <= error.column <= len(text) + 1


PIECES = [
    *"()+-*%<>,.=!&|[]{}:;'\"\\ \n\t",
    *("//", "<=", "==", " and ", " or ", " not ", " if ", " else ", "min(", "abs(", "0", "12"),
    *("a", "fact.b", "turn", "target", "target.c", "__import__", "lambda ", "é", "\x1b", "9" * 30),
]


@given(st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
def test_any_heap_of_pieces_is_read_or_refused(text: str) -> None:
    error = complaint(text)
    assert error is None or 1 <= error.column <= max(len(text), LONGEST) + 1
