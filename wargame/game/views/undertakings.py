"""What lasts beyond one order, and how well people estimated."""

from __future__ import annotations

from wargame.game.names import Guarded
from wargame.game.records import dataclass


@dataclass(slots=True)
class ProtectionView:
    """A thing that is protected, by name, at a level of 1 to 3."""

    kind: Guarded
    thing: str
    name: str
    level: int
    owner: str
    reason: str


@dataclass(slots=True)
class ProjectView:
    """A project: how many of its stages are done."""

    id: str
    seat: str
    name: str
    done: int
    stages: int


@dataclass(slots=True)
class BrierView:
    """A person's Brier score in thousandths, over so many estimates; 0 is best."""

    person: str
    thousandths: int
    estimates: int
