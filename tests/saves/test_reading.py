"""A save that was cut or spoilt anywhere is told from a whole one, and never read past the place."""

import os
from pathlib import Path

import pytest

from tests.saves import pen
from wargame.saves.entry import ZERO
from wargame.saves.errors import DamagedSave, MissingSave, UnknownFormat, UnreadableSave
from wargame.saves.reading import Reading, read, scan

SMALL = pen.save(pen.small())
LINES = SMALL.splitlines(keepends=True)
LAST = len(SMALL) - len(LINES[-1])
HERE = Path("autumn.jsonl")


def test_a_whole_save_is_read_to_its_head(tmp_path: Path) -> None:
    reading = read(pen.put(tmp_path, SMALL))
    assert reading.whole() is reading
    assert (reading.torn, reading.damage, reading.raw) == (None, None, SMALL)
    assert [entry.n for entry in reading.entries] == [0, 1, 2, 3, 4]
    assert [(entry.by, entry.kind, entry.data) for entry in reading.entries] == pen.small()
    assert reading.head == LINES[-1][-67:-3].decode()


def test_the_lines_up_to_an_entry_are_there_byte_for_byte() -> None:
    reading = scan(HERE, SMALL + b"torn")
    assert [reading.lines(n) for n in range(5)] == [b"".join(LINES[: n + 1]) for n in range(5)]
    assert reading.offset(5) == reading.size == len(SMALL)


def expected_after_cut(size: int) -> tuple[int, bytes | None, tuple[int, int] | None]:
    """Entries, torn tail and damage of the small save, cut to `size` bytes."""
    entries = SMALL[:size].count(b"\n")
    rest = SMALL[sum(map(len, LINES[:entries])) : size]
    if entries == 0:
        return 0, None, (0, 0)
    return entries, rest or None, None


@pytest.mark.parametrize("rubbish", [b"", b"\x00", b"\x00" * 700, b"\n", b"{}\n", b"\xff\n"])
def test_a_tail_torn_at_any_byte_leaves_exactly_the_complete_entries(rubbish: bytes) -> None:
    for size in range(len(SMALL) + 1):
        entries, torn, damage = expected_after_cut(size)
        whole_line_then_end = rubbish[:1] == b"\n" and size + 1 in line_ends()
        if (whole_line_then_end and size) or (rubbish and size == len(SMALL)):
            continue
        reading = scan(HERE, SMALL[:size] + rubbish)
        assert len(reading.entries) == entries
        assert reading.raw == b"".join(LINES[:entries])
        if damage:
            assert reading.damage
            assert (reading.damage.entry, reading.damage.offset) == damage
        else:
            assert reading.damage is None
            assert reading.torn == ((torn or b"") + rubbish or None)


def line_ends() -> list[int]:
    """The sizes of the small save's prefixes that end with a line."""
    return [sum(map(len, LINES[: n + 1])) for n in range(len(LINES))]


def test_every_flipped_bit_is_found_and_named() -> None:
    for bit in range(len(SMALL) * 8):
        spoilt = bytearray(SMALL)
        spoilt[bit // 8] ^= 1 << bit % 8
        entry = SMALL[: bit // 8].count(b"\n")
        start = sum(map(len, LINES[:entry]))
        reading = scan(HERE, bytes(spoilt))
        assert len(reading.entries) == entry
        assert reading.raw == SMALL[:start]
        if bit // 8 >= LAST:
            assert reading.damage is None
            assert reading.torn == bytes(spoilt[start:])
        else:
            assert reading.torn is None
            assert reading.damage
            assert (reading.damage.entry, reading.damage.offset) == (entry, start)


def test_a_flip_can_make_and_hide_the_end_of_a_line() -> None:
    """The save has the bytes that one bit turns into an end of line, so the last test meets both."""
    one_bit_away = {0x0A ^ (1 << bit) for bit in range(8)}
    assert len(one_bit_away & set(LINES[-1])) >= 2
    assert len(one_bit_away & set(LINES[1])) >= 2


def forged(n: int, line: bytes) -> Reading:
    return scan(HERE, b"".join([*LINES[:n], line, *LINES[n + 1 :]]))


@pytest.mark.parametrize("n", range(5))
def test_a_line_taken_out_doubled_or_moved_is_found(n: int) -> None:
    for lines in (
        LINES[:n] + LINES[n + 1 :],
        LINES[: n + 1] + LINES[n:],
        LINES[:n] + LINES[n + 1 :] + [LINES[n]],
    ):
        if lines in (LINES, LINES[:-1]):
            continue
        reading = scan(HERE, b"".join(lines))
        assert reading.damage or reading.torn is not None
        assert b"".join(LINES).startswith(reading.raw)


def test_two_spoilt_lines_at_the_end_are_damage_and_no_torn_tail() -> None:
    reading = scan(HERE, b"".join(LINES[:3]) + LINES[3][:-9] + b"\n" + LINES[4][:-9] + b"\n")
    assert reading.torn is None
    assert reading.damage
    assert reading.damage.entry == 3


def test_an_entry_behind_a_hidden_end_of_line_is_never_taken_for_a_torn_tail() -> None:
    hidden = b"".join(LINES[:3]) + LINES[3][:-1] + b"\x0b" + LINES[4][:20]
    assert scan(HERE, hidden).damage
    shorter = b"".join(LINES[:3]) + LINES[3][:-1] + b"\x0b" + LINES[4][:5]
    assert scan(HERE, shorter).torn == LINES[3][:-1] + b"\x0b" + LINES[4][:5]


@pytest.mark.parametrize(
    ("first", "says"),
    [
        (b"", "the file is empty"),
        (b"# A readme\n", "it does not begin as an entry does"),
        (LINES[0][:-1], "its line does not end"),
        (pen.line(ZERO, 0, pen.note("hello")), "it does not open a session"),
        (pen.line(ZERO, 0, pen.opening(format="1")), "which format"),
        (pen.line(ZERO, 0, pen.opening(format=True)), "which format"),
        (pen.line(ZERO, 0, pen.opening(format=0)), "which format"),
    ],
)
def test_what_does_not_begin_as_a_save_is_damaged_from_the_start(first: bytes, says: str) -> None:
    reading = scan(HERE, first)
    assert reading.damage
    assert (reading.damage.entry, reading.damage.offset) == (0, 0)
    assert says in reading.damage.what or "hash does not fit" in reading.damage.what
    assert (reading.entries, reading.head, reading.torn) == ([], ZERO, None)


def test_a_later_format_is_not_called_damage() -> None:
    with pytest.raises(UnknownFormat, match="format 2; this version reads up to 1"):
        scan(HERE, pen.save([pen.opening(format=2)]))


def test_damage_is_told_with_entry_and_offset(tmp_path: Path) -> None:
    path = pen.put(tmp_path, SMALL.replace(b"Jour", b"Tour"))
    with pytest.raises(DamagedSave, match="entry 1 at byte") as caught:
        read(path).whole()
    assert (caught.value.entry, caught.value.offset) == (1, len(LINES[0]))
    assert str(path) in str(caught.value)
    assert "The file was left as it is" in str(caught.value)


def test_what_is_no_file_is_no_save(tmp_path: Path) -> None:
    with pytest.raises(MissingSave, match="no save"):
        read(tmp_path / "winter.jsonl")
    with pytest.raises(MissingSave, match="no save"):
        read(pen.put(tmp_path, SMALL) / "inside.jsonl")
    with pytest.raises(UnreadableSave, match="not a file"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(UnreadableSave, match="not a file"):
        read(tmp_path / "pipe.jsonl")
    (tmp_path / "loop.jsonl").symlink_to("loop.jsonl")
    with pytest.raises(UnreadableSave, match="symbolic links"):
        read(tmp_path / "loop.jsonl")
