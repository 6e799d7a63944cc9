"""What lasts beyond one order, as the state of a game holds it: protections and projects."""

from __future__ import annotations

from wargame.game.names import FACILITATOR, Guarded
from wargame.game.records import dataclass


@dataclass(slots=True, frozen=True)
class Protection:
    """A thing that is protected: `level` (1 to 3) counts against whoever but its owner acts on it."""

    kind: Guarded
    thing: str
    level: int
    owner: str
    reason: str
    hidden: bool

    @property
    def sees(self) -> tuple[str, ...]:
        """Who knows of it: its owner, or nobody but the facilitator, when it is hidden."""
        if not self.hidden:
            return ("*",)
        return (self.owner,) if self.owner else ()


@dataclass(slots=True, frozen=True)
class Project:
    """Something that needs several successes, at most one a turn; `won` is the turn of the last one.

    `shown` of the `done` stages are known to everybody: a covert success is not, until an open one follows.
    """

    id: str
    seat: str
    name: str
    stages: int
    hidden: bool
    done: int = 0
    won: int = 0
    shown: int = 0

    def known_to(self, who: str) -> int:
        """How many of its stages are done as far as `who` knows."""
        return self.done if who in (FACILITATOR, self.seat) else self.shown

    @property
    def sees(self) -> tuple[str, ...]:
        """Who knows of it."""
        return (self.seat,) if self.hidden else ("*",)
