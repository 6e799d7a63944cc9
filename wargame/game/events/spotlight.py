"""Entries about how an order is heard: in the spotlight, with factors granted by hand, with an appeal."""

from __future__ import annotations

from wargame.game.changes import FactorGiven
from wargame.game.records import dataclass


@dataclass(slots=True)
class SpotlightSet:
    """One order of this turn is argued in full; the others are judged quickly."""

    order_id: str


@dataclass(slots=True)
class FactorGranted:
    """The facilitator grants a modifier by hand, with its reason."""

    order_id: str
    factor: FactorGiven


@dataclass(slots=True)
class AppealOpened:
    """Until this moment (a stamp in UTC) anybody may appeal before the ruling."""

    order_id: str
    until: str
