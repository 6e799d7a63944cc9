"""YAML from strangers: read as what it looks like, or refused with a place and advice; never a crash."""

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.decks.guard import DEEPEST, HEAVIEST, read
from wargame.decks.problems import ScenarioError


def plain(text: str) -> Any:
    """What a text says."""
    return read(text.encode(), "a.yaml").plain()


def refusal(text: str | bytes) -> str:
    """What is wrong with a text."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(ScenarioError) as caught:
        read(data, "a.yaml")
    assert len(caught.value.problems) == 1
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *((word, word) for word in ("yes", "no", "on", "off", "Yes", "NO", "y", "n")),
        *((word, word) for word in ("True", "FALSE", "None", "12:30", "1:30:00", "2020-09-01")),
        *((word, word) for word in ("0x1F", "0o17", "017", "1_000", "1.5", "1e3", ".inf", ".nan")),
        *((word, word) for word in ("<<", "=", "--", "+", "1st", "١٢")),
        ("true", True),
        ("false", False),
        ("12", 12),
        ("-3", -3),
        ("+2", 2),
        ("0", 0),
        ('"no"', "no"),
        ("'12'", "12"),
        ('"null"', "null"),
        ('""', ""),
        ("street >= 3 and not fact.siege", "street >= 3 and not fact.siege"),
    ],
)
def test_a_value_is_what_it_looks_like(written: str, value: object) -> None:
    found = plain(f"a: {written}")["a"]
    assert found == value
    assert type(found) is type(value)


def test_a_key_is_always_a_text() -> None:
    assert plain("yes: 1\n2: 2\ntrue: 3\nnull: 4\n1.5: 5") == {
        "yes": 1,
        "2": 2,
        "true": 3,
        "null": 4,
        "1.5": 5,
    }


def test_texts_of_several_lines_are_read() -> None:
    text = "a: >-\n  one\n  two\nb: |\n  three\n  four\nc: plain\n  goes on\n"
    assert plain(text) == {"a": "one two", "b": "three\nfour\n", "c": "plain goes on"}


def test_every_value_knows_its_place() -> None:
    root = read(b"first: 1\nlist:\n  - a: x\n    b: [7, 8]\n", "a.yaml")
    assert root.mapping is not None
    inner = root.inner("list")
    assert inner is not None
    item = inner.inner(0)
    assert item is not None
    eight = item.inner("b")
    assert eight is not None
    last = eight.inner(1)
    assert last is not None
    assert (item.line, item.column) == (3, 5)
    assert eight.key == (4, 5)
    assert (last.line, last.column, last.scalar) == (4, 12, 8)
    assert last.inner("x") is last.inner(0) is item.inner("none") is eight.inner(2) is None


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "{", "[[{a: [", "a:\n "])
def test_fifty_thousand_openings_are_refused_and_nothing_crashes(opening: str) -> None:
    code = (
        "from wargame.decks.guard import read\n"
        "from wargame.decks.problems import ScenarioError\n"
        f"try: read(({opening!r} * 50_000).encode(), 'a.yaml')\n"
        "except ScenarioError as error: print(error)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0
    assert ran.stdout.startswith("a.yaml:")
    assert ran.stdout.count("\n") == 1


def test_the_deepest_file_is_still_read() -> None:
    found = plain("[" * DEEPEST + "]" * DEEPEST)
    for _ in range(DEEPEST - 1):
        found = found[0]
    assert found == []
    assert f"nested more than {DEEPEST} levels" in refusal(
        "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)
    )


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refusal(bomb) == (
        "a.yaml:1:4: error: an anchor: &a. Take it out, or put the text in quotes."
    )


def test_the_heaviest_file_is_still_read() -> None:
    assert plain("a: 1\n#" + "x" * (HEAVIEST - 6)) == {"a": 1}
    assert "1000001 bytes" in refusal("a: 1\n#" + "x" * (HEAVIEST - 5))


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [true]", "!!int '3'", "! x", "!own {a: 1}", "!!map {}"]
)
def test_no_tag_is_followed(tag: str) -> None:
    assert ": error: a tag: " in refusal(f"a: {tag}")


@pytest.mark.parametrize(
    "text",
    [
        "%YAML 1.1\n---\na: 1\n",
        "---\na: 1\n...\n",
        "# only a comment before\na: 1",
        "a: 1\r\nb: 2\r\n",
    ],
)
def test_ordinary_ways_of_writing_a_file_are_taken(text: str) -> None:
    assert plain(text)["a"] == 1


def test_hidden_signs_in_a_key_do_not_make_it_another() -> None:
    assert 'the key "a" stands here already (line 1)' in refusal('a: 1\n"a\\u200b": 2\n')


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_refuse(data)


PIECES = [
    *(
        "a",
        ": ",
        "- ",
        "\n",
        "  ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "|",
        ">",
        "&x",
        "*x",
        "!t",
        "#",
    ),
    *("?", "%", "@", "`", "---", "...", "\t", "\\", "null", "12", "é", "\x1b", "\u202e", "<<", "~"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_heap_of_pieces_is_read_or_refused(text: str) -> None:
    _read_or_refuse(text.encode())


def _read_or_refuse(data: bytes) -> None:
    """Read it; a refusal has a place, and is the only exception."""
    try:
        node = read(data, "a.yaml")
    except ScenarioError as error:
        (problem,) = error.problems
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.what
        assert problem.do
    else:
        node.plain()
