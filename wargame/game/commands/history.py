"""Commands by which the facilitator mends the board and the record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class AdjustTrack:
    """Set a track by hand, with a reason."""

    track: str
    to: int
    reason: str


@dataclass(slots=True)
class Rewind:
    """Let the game stand as it did after entry `to`; `branch` names the line that is left (empty: a number)."""

    to: int
    reason: str
    branch: str = ""


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
