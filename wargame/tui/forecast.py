"""What the facilitator's screen shows of a game's odds, and who works them out.

The command line hands in a `Forecaster`; it knows the table and plays the game on elsewhere, so that the
screen goes on.
"""

from __future__ import annotations

from dataclasses import field
from typing import Protocol

from wargame.game.records import dataclass


@dataclass(slots=True, frozen=True)
class Chance:
    """How often something came about: `many` of the games played on. `main` marks a main objective."""

    text: str
    many: int
    main: bool = False


@dataclass(slots=True, frozen=True)
class Forecast:
    """What the games played on so far come to, of `wanted`.

    `endings` begin with the most frequent; `objectives` go by the names of seats. `why_not` says why
    the game cannot be played on, or is empty.
    """

    games: int
    wanted: int
    endings: list[Chance] = field(default_factory=list)
    objectives: list[tuple[str, list[Chance]]] = field(default_factory=list)
    why_not: str = ""


class Forecasting(Protocol):
    """A forecast that is being worked out."""

    def so_far(self) -> Forecast:
        """What there is of it now; returns at once."""

    def stop(self) -> None:
        """Let it be; returns at once."""


class Forecaster(Protocol):
    """Works out what may come of the game at the table."""

    def begin(self, who: str) -> Forecasting:
        """Begin with the game as it stands now, as `who` (`facilitator` or `public`) knows it."""
