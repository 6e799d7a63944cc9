"""Entries about orders: sealed, withdrawn, revealed."""

from __future__ import annotations

from wargame.game.changes import OrderText
from wargame.game.records import dataclass


@dataclass(slots=True)
class OrderSealed:
    """A seat sealed an order, or a new version of it; `label` is the chance that a playbook used.

    `words` is how many words of a simulated game's chance it took.
    """

    seat: str
    turn: int
    order_id: str
    seal: str
    nonce: str
    order: OrderText
    label: str = ""
    words: int = 0


@dataclass(slots=True)
class OrderWithdrawn:
    """A seat took a sealed order back."""

    seat: str
    turn: int
    order_id: str


@dataclass(slots=True)
class OrdersRevealed:
    """All orders at once, in the turn's order of adjudication; `missing` seats hold."""

    turn: int
    orders: list[str]
    missing: list[str]
