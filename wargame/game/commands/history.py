"""Commands by which the facilitator mends the board and the record."""

from __future__ import annotations

from wargame.game.names import Numbers, Side
from wargame.game.records import dataclass


@dataclass(slots=True)
class AdjustTrack:
    """Set a track by hand, with a reason."""

    track: str
    to: int
    reason: str


@dataclass(slots=True)
class Rewind:
    """Let the game stand as it did after entry `to`; `branch` names the line that is left (empty: a number).

    Not turned back: labels of chance, notes, corrections, time used, and the room: people and where they
    sit, seats handed over or joined, objectives given, pass phrases, research questions, the banner, the pace.
    """

    to: int
    reason: str
    branch: str = ""


@dataclass(slots=True)
class Undo:
    """Take the last step back, before anyone was told; what a rewind does not turn back is passed over."""


@dataclass(slots=True)
class Correct:
    """Let a text of an entry read otherwise; `field` is a path such as `order.action`."""

    entry: int
    field: str
    text: str
    reason: str


@dataclass(slots=True)
class Shuffle:
    """Shuffle what is left of a deck's pile."""

    deck: str


@dataclass(slots=True)
class PutOnTop:
    """Put cards on top of their piles, the one that is drawn first first: as they were drawn on paper."""

    cards: list[str]


@dataclass(slots=True)
class RaiseObjection:
    """Object to a throw or ruling of this turn after it: it is made again, with this argument.

    The numbers that people gave for it before are asked for again, or `kept`.
    """

    order_id: str
    side: Side
    text: str
    author: str
    numbers: Numbers = "again"


@dataclass(slots=True)
class SwapPlaces:
    """Let two seats change places in this turn's order, or in every turn's from now on (`for_good`).

    `asked` is who asked for it: a seat or the facilitator.
    """

    one: str
    other: str
    asked: str
    reason: str
    for_good: bool = False


@dataclass(slots=True)
class BeginTurnZero:
    """Rehearse before turn 1 on the real screens; nothing of it counts."""


@dataclass(slots=True)
class EndTurnZero:
    """End the rehearsal: the game stands as it did before it."""
