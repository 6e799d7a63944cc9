"""Entries about the record itself: rewinds, forks, corrections, objections, changed places, Turn Zero.

Nothing is ever erased.
"""

from __future__ import annotations

from dataclasses import field
from typing import Any

from wargame.game.changes import ADDED
from wargame.game.names import Numbers, Side
from wargame.game.records import dataclass


@dataclass(slots=True)
class Rewound:
    """The game stands again as it did after entry `to`; `branch` names the line that is left.

    Labels of chance, notes and corrections stay as they are. `room`: so does all that is said of the
    room (people and where they sit, pass phrases, the pace, the banner); rewinds of older saves turned
    that back too.
    """

    to: int
    reason: str
    branch: str
    room: bool = field(default=False, metadata=ADDED)


@dataclass(slots=True)
class Forked:
    """From here on this is another game, with its own seed; `parent` is {session, n, head}."""

    session: str
    commitment: str
    secret: dict[str, str]
    parent: dict[str, Any]


@dataclass(slots=True)
class Corrected:
    """A text of entry `entry`, in `field` (a path such as `order.action`), reads `text` now. Both stay."""

    entry: int
    field: str
    text: str
    reason: str


@dataclass(slots=True)
class ObjectionRaised:
    """Somebody objects to a throw or ruling after it: the game goes back to entry `to`, just before it.

    A rewind and the objection, as an argument, follow by themselves; the old ruling stays on the line left.
    `numbers` says whether what people gave for the order before is asked for again.
    """

    order_id: str
    side: Side
    text: str
    author: str
    to: int
    numbers: Numbers = field(default="", metadata=ADDED)


@dataclass(slots=True)
class PlacesSwapped:
    """Two seats change places in this turn's order, or for the rest of the game (`for_good`).

    `asked` is who asked for it: a seat or the facilitator.
    """

    turn: int
    one: str
    other: str
    asked: str
    reason: str
    for_good: bool = False


@dataclass(slots=True)
class TurnZeroBegun:
    """A rehearsal begins before turn 1. It ends with a rewind to before this entry, and counts for nothing."""
