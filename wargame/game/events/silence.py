"""Entries about seats that are silent or late: warnings, what stands in for an order, standing intentions."""

from __future__ import annotations

from typing import Literal

from wargame.game.changes import OrderText
from wargame.game.records import dataclass

Way = Literal["holds", "intention", "playbook"]
"""What stands in for a missing order."""


@dataclass(slots=True)
class SilenceWarned:
    """These seats were warned that their orders are missing, and have until this moment."""

    seats: list[str]
    turn: int
    until: str


@dataclass(slots=True)
class StoodIn:
    """What stands in for a seat's missing order this turn, and why.

    The order itself follows in an entry of its own: the seat's standing intention, or what `playbook` plays.
    """

    seat: str
    turn: int
    way: Way
    playbook: str = ""
    reason: str = ""


@dataclass(slots=True)
class OrderLate:
    """An order that was sealed after the time was up, by so many seconds."""

    seat: str
    turn: int
    order_id: str
    seconds: int


@dataclass(slots=True)
class IntentionSealed:
    """A seat noted an order to be used if it gives none; a new one takes the place of the one before."""

    seat: str
    turn: int
    seal: str
    nonce: str
    intention: OrderText


@dataclass(slots=True)
class IntentionWithdrawn:
    """A seat has no standing intention any more."""

    seat: str
    turn: int
