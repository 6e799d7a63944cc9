"""Commands of the seats: choices and sealed orders."""

from __future__ import annotations

from wargame.game.changes import OrderText
from wargame.game.records import dataclass


@dataclass(slots=True)
class ChooseOption:
    """Answer a dilemma. `label` names the chance that a playbook used."""

    card: str
    option: str
    label: str = ""
    words: int = 0


@dataclass(slots=True)
class SealOrder:
    """Seal an order for a seat; `order_id` revises that one. `label` names the chance that a playbook used."""

    seat: str
    order: OrderText
    order_id: str = ""
    label: str = ""
    words: int = 0


@dataclass(slots=True)
class WithdrawOrder:
    """Take a sealed order back, before the close."""

    order_id: str
