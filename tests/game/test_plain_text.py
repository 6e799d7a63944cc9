"""Nothing that a terminal obeys, and nothing that cannot be seen, is left in a text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.game.plain_text import LIMIT, clean, counted

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b\x9b\x9d\x90\x9c\x07[];?0123mHJ\\ \n\r\t\u202e\u2066\u200b\ud800"),
    ),
    max_size=80,
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[2J\x1b[1;1Hgone", "gone"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d0;title\x9ctext", "text"),
        ("\x1bP1$r0m\x1b\\text", "text"),
        ("\x1b(Btext\x1bc", "text"),
        ("\x1b\u200b[31mtext", "[31mtext"),
        ("a\x00b\x08c\x7fd\x85e", "abcd\ne"),
        ("\u202eevil\u202c \u2066x\u2069 \u200fy", "evil x y"),
        ("zero\u200bwidth\ufeff\u2060", "zerowidth"),
        ("half \ud83d pair", "half  pair"),
        ("\U000e0041\U000e0042tags", "tags"),
    ],
)
def test_what_a_terminal_obeys_is_taken_out(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Mustafa al-Kadhimi",
        "مصطفى الكاظمي",
        "كَتَبَ",
        "Zürich, e\u0301te\u0301, Đà Nẵng, नमस्ते, 東京, 🙂",
        "two\nlines\n\n  and an indented one",
        "[bold]not markup[/bold] {x} \\ 50 %",
    ],
)
def test_ordinary_text_of_every_script_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_every_line_end_becomes_a_newline() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g") == "a\nb\nc\nd\ne\nf\ng"


def test_a_line_is_drawn_together() -> None:
    assert clean("  a \n\n b\tc  ", lines=False) == "a b c"


def test_a_text_is_cut_at_its_limit() -> None:
    assert clean("x" * (LIMIT + 1)) == "x" * LIMIT
    assert clean("ab cd", 3) == "ab"


@given(HOSTILE, st.booleans(), st.integers(0, 40))
def test_cleaning_twice_changes_nothing_more(text: str, lines: bool, limit: int) -> None:
    once = clean(text, limit, lines=lines)
    assert clean(once, limit, lines=lines) == once
    assert len(once) <= limit


@given(HOSTILE)
def test_no_control_or_hidden_character_is_ever_left(text: str) -> None:
    kinds = {unicodedata.category(sign) for sign in clean(text).replace("\n", "")}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(clean(text)) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b"
    )


def test_a_long_text_of_openings_takes_no_long_time() -> None:
    for opening in ("\x9d", "\x1b]", "\x9b0", "\x1b[", "\x1b ", "\x90\x1b"):
        assert len(clean(opening * 200_000, 10)) <= 10


def test_one_of_something_is_told_in_the_singular() -> None:
    assert counted(1, "turn") == "1 turn"
    assert counted(0, "turn") == "0 turns"
    assert counted(2, "entry", "entries") == "2 entries"
    assert counted(1, "entry", "entries") == "1 entry"
