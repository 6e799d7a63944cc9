"""Commands that move a session on, to its end and its close."""

from __future__ import annotations

from wargame.game.names import Phase
from wargame.game.records import dataclass


@dataclass(slots=True)
class Advance:
    """Move to the next phase.

    `leaving` is the phase the facilitator sees (a second press is refused); `holds` closes the
    orders although some are missing.
    """

    leaving: Phase
    holds: bool = False


@dataclass(slots=True)
class Proceed:
    """Finish what a phase does by itself, where a crash cut it short."""


@dataclass(slots=True)
class PlayOn:
    """Play on after an ending."""


@dataclass(slots=True)
class EndGame:
    """Go to the hot wash now."""


@dataclass(slots=True)
class GiveAnswer:
    """Answer a question of the hot wash."""

    question: str
    seat: str
    text: str
    person: str = ""


@dataclass(slots=True)
class Vote:
    """Say who won."""

    voter: str
    seat: str


@dataclass(slots=True)
class CloseSession:
    """End the game and reveal the seed."""
