"""Entries about dice: a throw is called, and only then thrown."""

from __future__ import annotations

from typing import Literal

from wargame.game.changes import Cause, ThrowResult
from wargame.game.events.contest import Contest, Party
from wargame.game.records import dataclass


@dataclass(slots=True)
class ThrowCalled:
    """Method, odds and label are fixed; the dice are thrown after this. A throw by hand has no label.

    `purpose` is `order` for an adjudication and `chance` for an effect or rule; `index` counts the
    chances of one cause (-1: the cause's own). `sides` is 6 (two dice) or 100 (one).

    An opposed throw is called with its `contest`, whose odds of winning are `odds`; each throw of it
    after the first is called by itself, for its `party`, with the odds of that throw alone.
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
    party: Party = "order"
    contest: Contest | None = None


@dataclass(slots=True)
class DiceThrown:
    """The dice of the throw last called."""

    throw: ThrowResult
    seat: str = ""
