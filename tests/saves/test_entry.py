"""A line of a save has one spelling; what is written reads back, and nothing else is read."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.saves import pen
from wargame.saves.entry import (
    MAX_DEPTH,
    MAX_LINE,
    ZERO,
    Entry,
    checked,
    decode,
    encode,
    hash_of,
    stamp,
)

AT = pen.AT
LINE = pen.line(ZERO, 3, ("tehran", "order_sealed", {"turn": 1, "text": "a\u2028b é ⚂"}))

ids = st.from_regex(r"[a-z][a-z0-9_-]{0,39}", fullmatch=True)
kinds = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
whose = ids | ids.map(lambda name: f"observer:{name}")
maps = st.dictionaries(texts, values, max_size=5)


@given(st.integers(0, 999_999_999), whose, kinds, maps, st.binary(min_size=32, max_size=32))
def test_an_entry_reads_back_as_it_was_written(
    n: int, by: str, kind: str, data: dict[str, Any], before: bytes
) -> None:
    line = encode(before.hex(), n, AT, by, kind, data)
    assert line == pen.line(before.hex(), n, (by, kind, data))
    entry = decode(line)
    assert entry == Entry(n, AT, by, kind, data, hash_of(line))
    assert checked(before.hex().encode(), n, line[:-1]) == entry


def test_the_hash_is_what_sha256sum_gives() -> None:
    line = encode(ZERO, 0, AT, "facilitator", "session_opened", {"format": 1})
    body = b'{"n":0,"at":"%b","by":"facilitator","kind":"session_opened","data":{"format":1}'
    assert line.startswith(body % AT.encode())
    assert hash_of(line) == "e1b8e6098679e24cbd6c22073910db953cf478d65afa0b4f2e355ec1b60811d4"


@given(maps, st.data())
def test_a_flipped_bit_is_never_overlooked(data: dict[str, Any], at: st.DataObject) -> None:
    line = bytearray(encode(ZERO, 3, AT, "table", "note_written", data)[:-1])
    bit = at.draw(st.integers(0, len(line) * 8 - 1))
    line[bit // 8] ^= 1 << bit % 8
    with pytest.raises(ValueError, match=r"."):
        checked(ZERO.encode(), 3, bytes(line))


@given(st.binary(max_size=120))
def test_whatever_stands_in_a_line_is_read_or_refused(raw: bytes) -> None:
    head = b'{"n":3,"at":"%b","by":"table","kind":"note_written","data":{' % AT.encode()
    for line in (raw, head + raw, head + raw + LINE[-76:]):
        with pytest.raises(ValueError, match=r"."):
            decode(line + b"#")


def spelt(old: bytes, new: bytes) -> bytes:
    """The line spelt in another way; its hash is not looked at here."""
    assert LINE.count(old) == 1
    return LINE.replace(old, new)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (spelt(b'"turn":1', b'"turn": 1'), "compact"),
        (spelt(b'"turn":1', b'"turn":-0'), "compact"),
        (spelt(b'"turn":1', b'"turn":1,"turn":1'), "compact"),
        (spelt("é".encode(), b"\\u00e9"), "compact"),
        (spelt(b"b ", b"b\\/ "), "compact"),
        (spelt(b'"turn":1', b'"turn":"\\ud800"'), "surrogate"),
        (spelt(b'"turn":1', b'"turn":1.0'), "1.0 is not a whole"),
        (spelt(b'"turn":1', b'"turn":1e3'), "1e3 is not a whole"),
        (spelt(b'"turn":1', b'"turn":NaN'), "NaN is not a whole"),
        (spelt(b'"turn":1', b'"turn":-Infinity'), "Infinity is not a whole"),
        (spelt(b'"turn":1', b'"turn":01'), "not JSON"),
        (spelt(b'"turn":1', b'"turn":' + b"9" * 5000), "4300"),
        (spelt(b'"turn":1', b'"turn":\xff'), "UTF-8"),
        (spelt(b'"turn":1', b'"turn":"\n"'), "not JSON"),
        (spelt(b'{"turn":1', b'["turn"],{"turn":1'), "does not begin"),
        (spelt(b'"n":3', b'"n":03'), "does not begin"),
        (spelt(b'"n":3', b'"n":-3'), "does not begin"),
        (spelt(b'"n":3', b'"n":1000000000'), "does not begin"),
        (spelt(b'"by":"tehran"', b'"by":"Tehran"'), "does not begin"),
        (spelt(b'"by":"tehran"', b'"by":"person:ali"'), "does not begin"),
        (spelt(b'"kind":"order_sealed"', b'"kind":"order-sealed"'), "does not begin"),
        (spelt(b"09:41:07", b"24:41:07"), "does not begin"),
        (spelt(b".123Z", b".123456Z"), "does not begin"),
        (spelt(b',"hash"', b',"more":1,"hash"'), "does not end"),
        (spelt(b"}\n", b"}}\n"), "does not end"),
        (LINE.replace(LINE[-67:-3], LINE[-67:-3].upper()), "not 64 hex digits"),
        (LINE[:-20], "does not end"),
        (b"", "does not begin"),
        (b"\n", "does not begin"),
        (b" " * (MAX_LINE + 1), "is the most"),
    ],
)
def test_another_spelling_is_refused(line: bytes, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        decode(line)


def test_nesting_has_a_limit() -> None:
    flat: dict[str, Any] = {"many": [[] for _ in range(MAX_DEPTH)]}
    assert decode(encode(ZERO, 1, AT, "table", "deep", flat)).data == flat
    fits: Any = "the bottom"
    for _ in range(MAX_DEPTH - 1):
        fits = [fits]
    assert decode(encode(ZERO, 1, AT, "table", "deep", {"a": fits})).data == {"a": fits}
    with pytest.raises(ValueError, match="nests more than 100"):
        encode(ZERO, 1, AT, "table", "deep", {"a": [fits]})
    with pytest.raises(ValueError, match="nests more than 100"):
        decode(pen.line(ZERO, 1, ("table", "deep", {"a": [fits]})))


@pytest.mark.parametrize("opener", [b"[", b'{"a":'])
def test_fifty_kilobytes_of_brackets_are_refused(opener: bytes) -> None:
    with pytest.raises(ValueError, match="nests more than 100"):
        decode(spelt(b'"turn":1', b'"turn":' + opener * 50_000))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"n": -1}, "number from 0"),
        ({"n": 1_000_000_000}, "number from 0"),
        ({"at": "2026-11-22T09:41:07Z"}, "UTC with milliseconds"),
        ({"at": AT + "\n"}, "UTC with milliseconds"),
        ({"by": "observer:"}, "cannot be by"),
        ({"by": "table\n"}, "cannot be by"),
        ({"kind": "Note"}, "of the kind"),
        ({"data": ["a"]}, "a map as its data"),
        ({"data": {"p": 0.5}}, "float"),
        ({"data": {"t": "\ud800"}}, "surrogate"),
        ({"data": {"t": "x" * MAX_LINE}}, "too long"),
    ],
)
def test_what_the_format_does_not_allow_is_not_written(change: dict[str, Any], says: str) -> None:
    fine: dict[str, Any] = {
        "prev_hash": ZERO,
        "n": 1,
        "at": AT,
        "by": "table",
        "kind": "note",
        "data": {},
    }
    with pytest.raises(ValueError, match=says):
        encode(**(fine | change))


@pytest.mark.parametrize(
    ("before", "n", "says"),
    [("1" * 64, 3, "hash does not fit"), (ZERO, 4, "calls itself entry 3")],
)
def test_a_line_counts_only_in_its_place(before: str, n: int, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        checked(before.encode(), n, LINE[:-1])


def test_a_moment_is_written_as_utc_with_milliseconds() -> None:
    here = timezone(timedelta(hours=3))
    assert stamp(datetime(2026, 11, 22, 12, 41, 7, 123_999, here)) == "2026-11-22T09:41:07.123Z"
    assert stamp(datetime(987, 1, 2, 3, 4, 5, 0, UTC)) == "0987-01-02T03:04:05.000Z"
