"""The lines of a simulated game's save, chained at the end of the game."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from wargame.game.canonical import compact
from wargame.game.events import Event
from wargame.saves.entry import PREFIX, ZERO, stamp
from wargame.saves.events import data_of

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""When a simulated game is said to begin: its clock is not a clock, an entry a second."""

_starts: list[str] = []
"""How entry n begins: its number and its time."""


def start(n: int) -> str:
    """The text of entry `n` up to whose it is."""
    while len(_starts) <= n:
        place = len(_starts)
        at = stamp(BEGINNING + timedelta(seconds=place))
        _starts.append(f'{{"n":{place},"at":"{at}","by":')
    return _starts[n]


def text_of(by: str, event: Event) -> str:
    """The text of an entry from whose it is to its data."""
    kind, data = data_of(event)
    return f'"{by}","kind":"{kind}","data":{compact(data)}'


class FirstLine:
    """The first line of all games of one scenario and cast: only the seed is not the same in all.

    Most of it is the scenario; it is hashed once.
    """

    def __init__(self, before: str, after: str) -> None:
        """`before` ends where the commitment begins; `after` begins where the seed has ended."""
        self._before = (start(0) + before).encode()
        self._after = after.encode()
        self._hash = sha256(PREFIX + ZERO.encode() + b"\n" + self._before)

    def line(self, seed: bytes, commitment: str) -> tuple[bytes, bytes]:
        """The line for this seed, and its hash as the next line needs it."""
        rest = b'%b","secret":{"seed":"%b%b' % (
            commitment.encode(),
            seed.hex().encode(),
            self._after,
        )
        chain = self._hash.copy()
        chain.update(rest)
        head = chain.hexdigest().encode()
        return b'%b%b,"hash":"%b"}\n' % (self._before, rest, head), head


def chained(first: bytes, head: bytes, texts: list[str]) -> list[bytes]:
    """All lines of a save: the first as it is, then an entry for each text."""
    lines = [first]
    start(len(texts))
    for begins, text in zip(_starts[1:], texts, strict=False):
        body = (begins + text).encode()
        head = sha256(b"wargame-save-1\n%b\n%b" % (head, body)).hexdigest().encode()
        lines.append(b'%b,"hash":"%b"}\n' % (body, head))
    return lines
