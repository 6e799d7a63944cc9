"""Commands about people and the room: who plays with whom, who left, what is kept beside the game."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class MergeSeats:
    """Let one person or group play several seats from now on; each seat keeps its own view."""

    seats: list[str]


@dataclass(slots=True)
class PartSeats:
    """Let the seats that are played together with this one be played apart again."""

    seat: str


@dataclass(slots=True)
class LeaveSeat:
    """Somebody leaves the table; the name stays on the record."""

    person: str


@dataclass(slots=True)
class GiveObjective:
    """Give an objective of a seat to one of its people alone, or back to the seat (`person` empty).

    `objective` names one of the scenario's; empty, `text` is one of the table's own.
    """

    seat: str
    person: str
    objective: str = ""
    text: str = ""


@dataclass(slots=True)
class ChangeBanner:
    """Put another line on every screen, or none."""

    text: str


@dataclass(slots=True)
class AddQuestion:
    """Add a research question, which notes can be tagged with."""

    question: str
    text: str


@dataclass(slots=True)
class WritePlan:
    """Write what is planned for a turn (0: for the whole session); it replaces what stood there."""

    turn: int
    text: str


@dataclass(slots=True)
class Park:
    """Put something into the parking lot, to come back to it."""

    text: str


@dataclass(slots=True)
class TickOff:
    """Tick off something in the parking lot, or not after all (`done` false)."""

    item: str
    done: bool = True


@dataclass(slots=True)
class StrikeWords:
    """Leave a person's words, or those of one entry, out of the reports for others.

    The save keeps them. With `back` they are let in again.
    """

    person: str = ""
    entry: int = -1
    back: bool = False
