"""Entries about people and the room: who plays with whom, who left, what is kept beside the game."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class SeatsMerged:
    """These seats are played by the same person or group; each keeps its own view."""

    seats: list[str]


@dataclass(slots=True)
class SeatsParted:
    """These seats, which were played together, are played apart again."""

    seats: list[str]


@dataclass(slots=True)
class PersonLeft:
    """Somebody left this seat (or stopped watching)."""

    person: str
    seat: str


@dataclass(slots=True)
class ObjectiveGiven:
    """An objective of a seat is one person's alone until the hot wash (`person` empty: the seat's again).

    `text` is empty for one of the scenario's, and the words of one of the table's own.
    """

    seat: str
    person: str
    objective: str
    text: str = ""


@dataclass(slots=True)
class BannerChanged:
    """Another line stands on every screen, or none."""

    banner: str


@dataclass(slots=True)
class QuestionAdded:
    """A research question, for notes to be tagged with."""

    question: str
    text: str


@dataclass(slots=True)
class PlanWritten:
    """What the facilitator plans for a turn (0: for the whole session)."""

    turn: int
    text: str


@dataclass(slots=True)
class ItemParked:
    """Something to come back to."""

    item: str
    text: str


@dataclass(slots=True)
class ItemTicked:
    """Something in the parking lot is done, or not after all."""

    item: str
    done: bool = True


@dataclass(slots=True)
class WordsStruck:
    """A person's words, or those of one entry, are left out of the reports for others, or let in again (`back`)."""

    person: str = ""
    entry: int = -1
    back: bool = False
