"""People and the room as shown: who watches, who left, research questions, notes, plans, what is parked."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class QuestionView:
    """A research question, for those who note."""

    id: str
    text: str


@dataclass(slots=True)
class NoteView:
    """A note, for its author and the facilitator. `entry` is -1 for everyone but the facilitator."""

    entry: int
    turn: int
    author: str
    person: str
    text: str
    tags: list[str]
    order_id: str


@dataclass(slots=True)
class ParkedView:
    """Something to come back to: the facilitator's, and everyone's in the hot wash."""

    id: str
    turn: int
    text: str
    done: bool


@dataclass(slots=True)
class EarlierView:
    """A card that came in a turn before."""

    turn: int
    title: str
