"""The lines of a simulated game's save, chained at the end of the game."""

from __future__ import annotations

from dataclasses import field
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from operator import add

from wargame.game.canonical import compact
from wargame.game.events import Event, PhaseBegun
from wargame.game.names import FACILITATOR, Phase
from wargame.game.records import dataclass
from wargame.saves.entry import PREFIX, ZERO, stamp
from wargame.saves.events import data_of

SESSION = "simulated"
"""What the session of a simulated game is called."""
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""When a simulated game is said to begin: its clock is not a clock, an entry a second."""

_PREFIX = PREFIX.decode()
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
        self.before = start(0) + before
        self._after = after
        self._hash = sha256(f"{_PREFIX}{ZERO}\n{self.before}".encode())

    def log(self, seed: bytes, commitment: str) -> Log:
        """A log that begins with the line for this seed."""
        rest = f'{commitment}","secret":{{"seed":"{seed.hex()}{self._after}'
        chain = self._hash.copy()
        chain.update(rest.encode())
        return Log(self.before, rest, [chain.hexdigest()])


@dataclass(slots=True)
class Log:
    """A game's log in memory: its first entry in two parts, the texts of the others, and the hash of each."""

    before: str
    rest: str
    hashes: list[str]
    texts: list[str] = field(default_factory=list)

    def chain(self) -> None:
        """Hash every entry that is not yet hashed, in order, each with the hash of the one before."""
        hashes, head = self.hashes, self.hashes[-1]
        done = len(hashes)
        start(len(self.texts))
        for begins, text in zip(_starts[done:], self.texts[done - 1 :], strict=False):
            head = sha256(f"{_PREFIX}{head}\n{begins}{text}".encode()).hexdigest()
            hashes.append(head)

    def lines(self) -> list[bytes]:
        """The save, line by line."""
        bodies = [self.before + self.rest, *map(add, _starts[1:], self.texts)]
        return [
            f'{body},"hash":"{head}"}}\n'.encode()
            for body, head in zip(bodies, self.hashes, strict=True)
        ]
