"""The end of a save that does not read is a torn tail, or it is damage.

A torn tail is what a crash leaves of a write that nobody was told of: the last line, cut short
or spoilt. It may be cut off. Anything that had whole entries after it was acknowledged once, and
nobody but a person may decide to lose it.
"""

from __future__ import annotations

from wargame.saves.entry import checked


def torn(rest: bytes, n: int, prev_hash: bytes) -> bool:
    """Tell whether what follows the last good line is a torn tail.

    `rest` begins at the line that should be entry `n` after `prev_hash` and is not. Line 0 is
    never torn. One spoilt bit can hide the end of a line or make one up: a line that would be
    good with another byte as its end is followed by an entry, and a line that would be good
    with another byte instead of an end is one line.
    """
    if n == 0:
        return False
    ends = rest.count(b"\n")
    if ends == 0 or (ends == 1 and rest.endswith(b"\n")):
        return not _swallows_an_entry(rest, n, prev_hash)
    return _cut_in_two_by_one_bit(rest, n, prev_hash)


def _swallows_an_entry(rest: bytes, n: int, prev_hash: bytes) -> bool:
    """Tell whether the line is entry `n`, one wrong byte for its end, and entry `n` + 1."""
    following = b'{"n":%d,"at":"' % (n + 1)
    place = rest.find(following)
    while place > 0:
        if _good(rest[: place - 1], n, prev_hash):
            return True
        place = rest.find(following, place + 1)
    return False


def _cut_in_two_by_one_bit(rest: bytes, n: int, prev_hash: bytes) -> bool:
    """Tell whether the lines are entry `n` with one byte of it turned into an end of line."""
    line = rest[:-1] if rest.endswith(b"\n") else rest
    if line.count(b"\n") != 1:
        return False
    place = line.index(b"\n")
    spoilt = (bytes([0x0A ^ (1 << bit)]) for bit in range(8))
    return any(_good(line[:place] + byte + line[place + 1 :], n, prev_hash) for byte in spoilt)


def _good(line: bytes, n: int, prev_hash: bytes) -> bool:
    try:
        checked(prev_hash, n, line)
    except ValueError:
        return False
    return True
