"""The lines of a simulated game's save, chained at the end of the game."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from itertools import islice

from wargame.game.canonical import compact
from wargame.game.events import Event, PhaseBegun
from wargame.game.names import FACILITATOR, Phase
from wargame.saves.entry import PREFIX, ZERO, stamp
from wargame.saves.events import data_of

SESSION = "simulated"
"""What the session of a simulated game is called."""
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


@cache
def begun(phase: Phase, turn: int) -> str:
    """The text of the entry with which a phase begins."""
    return text_of(FACILITATOR, PhaseBegun(phase, turn))


class FirstLine:
    """The first line of all games of one scenario and cast: only the seed is not the same in all.

    Most of it is the scenario; it is hashed once.
    """

    def __init__(self, before: str, after: str) -> None:
        """`before` ends where the commitment begins; `after` begins where the seed has ended."""
        self._before = start(0) + before
        self._after = after
        self._hash = sha256(f"{PREFIX.decode()}{ZERO}\n{self._before}".encode())

    def line(self, seed: bytes, commitment: str) -> tuple[str, str]:
        """The line for this seed, and its hash as the next line needs it."""
        rest = f'{commitment}","secret":{{"seed":"{seed.hex()}{self._after}'
        chain = self._hash.copy()
        chain.update(rest.encode())
        head = chain.hexdigest()
        return f'{self._before}{rest},"hash":"{head}"}}\n', head


def chained(first: str, head: str, texts: list[str]) -> list[str]:
    """All lines of a save: the first as it is, then an entry for each text."""
    lines, prefix = [first], PREFIX.decode()
    start(len(texts))
    for begins, text in zip(islice(_starts, 1, None), texts, strict=False):
        head = sha256(f"{prefix}{head}\n{begins}{text}".encode()).hexdigest()
        lines.append(f'{begins}{text},"hash":"{head}"}}\n')
    return lines
