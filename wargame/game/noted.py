"""What is kept beside a game: notes, and what was said to be come back to."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True, frozen=True)
class Note:
    """A note as it stands at `entry`; see `NoteWritten` for the rest."""

    entry: int
    turn: int
    author: str
    text: str
    tags: tuple[str, ...]
    about: int
    order_id: str
    person: str


@dataclass(slots=True, frozen=True)
class Parked:
    """Something to come back to, since `turn`."""

    id: str
    turn: int
    text: str
    done: bool
