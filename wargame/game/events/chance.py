"""Entries about dice: a throw is called, and only then thrown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wargame.game.changes import Cause, ThrowResult


@dataclass(slots=True)
class ThrowCalled:
    """Method, odds and label are fixed; the dice are thrown after this. A throw by hand has no label.

    `purpose` is `order` for an adjudication and `chance` for an effect or rule; `index` counts the
    chances of one cause (-1: the cause's own). `sides` is 6 (two dice) or 100 (one).
    """

    purpose: Literal["order", "chance"]
    cause: Cause
    index: int
    method: str
    sides: int
    modifier: int
    needed: int
    odds: int
    label: str
    entered: bool = False


@dataclass(slots=True)
class DiceThrown:
    """The dice of the throw last called."""

    throw: ThrowResult
    seat: str = ""
