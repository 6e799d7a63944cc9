"""Whole games, made up and shipped: no flipped bit and no cut goes unnoticed or is misnamed.

A line is looked at as a reader does that has come so far, so that many flips take little time;
`test_reading` flips every bit of a small save through the whole reader.
"""

import random
from itertools import accumulate
from pathlib import Path

import pytest

from tests.saves.test_independent import SAVES, raw_of
from wargame.saves.entry import ZERO, checked
from wargame.saves.reading import scan
from wargame.saves.tail import torn

HERE = Path("autumn.jsonl")
FLIPS = 4000


def noticed(line: bytes, n: int, prev_hash: bytes) -> bool:
    """Whether a reader that has come to entry `n` stops at this line."""
    try:
        checked(prev_hash, n, line)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize("name", SAVES)
def test_a_bit_flipped_anywhere_in_a_game_is_noticed_and_named(name: str) -> None:
    raw = raw_of(name)
    lines = raw.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    before = [ZERO.encode(), *(line[-67:-3] for line in lines)]
    last = len(lines) - 1
    draw = random.Random(name)  # the same flips each time
    for _ in range(FLIPS):
        bit = draw.randrange(len(raw) * 8)
        n = raw.count(b"\n", 0, bit // 8)
        rest = bytearray(raw[starts[n] :])
        rest[bit // 8 - starts[n]] ^= 1 << bit % 8
        line, end, _ = bytes(rest).partition(b"\n")
        assert not end or noticed(line, n, before[n])
        assert torn(bytes(rest), n, before[n]) == (n == last)


@pytest.mark.parametrize("name", SAVES)
def test_a_bit_flipped_in_a_file_is_named_by_the_whole_reader(name: str) -> None:
    raw = raw_of(name)
    last = raw[:-1].rindex(b"\n") + 1
    draw = random.Random(name)
    for _ in range(60):
        bit = draw.randrange(len(raw) * 8)
        spoilt = bytearray(raw)
        spoilt[bit // 8] ^= 1 << bit % 8
        start = raw.rfind(b"\n", 0, bit // 8) + 1
        reading = scan(HERE, bytes(spoilt))
        assert reading.raw == raw[:start]
        if start == last:
            assert reading.torn == bytes(spoilt[start:])
        else:
            assert reading.damage
            assert (reading.damage.entry, reading.damage.offset) == (
                raw[:start].count(b"\n"),
                start,
            )


@pytest.mark.parametrize("name", SAVES)
def test_a_game_cut_anywhere_keeps_its_complete_entries(name: str) -> None:
    raw = raw_of(name)
    draw = random.Random(name)
    sizes = [len(raw), len(raw) - 1, *(draw.randrange(1, len(raw)) for _ in range(60))]
    for size in sizes:
        entries = raw.count(b"\n", 0, size)
        reading = scan(HERE, raw[:size])
        assert len(reading.entries) == entries
        assert reading.raw == raw[: raw.rfind(b"\n", 0, size) + 1]
        assert bool(reading.damage) == (entries == 0)
        assert (reading.torn or b"") == (raw[len(reading.raw) : size] if entries else b"")
