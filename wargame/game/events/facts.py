"""Entries about facts that hold: changed and ended by hand, and situations put up again."""

from __future__ import annotations

from wargame.game.changes import FactEnded, FactMade
from wargame.game.records import dataclass


@dataclass(slots=True)
class FactChanged:
    """A fact reads otherwise from here on, by hand and for a reason; both versions are kept."""

    before: FactMade
    after: FactMade
    reason: str


@dataclass(slots=True)
class FactEndedByHand:
    """The facilitator ended a fact; why stands in it."""

    fact: FactEnded


@dataclass(slots=True)
class SituationsPut:
    """The situations that go on are put up again, at the beginning of a turn."""

    turn: int
    facts: list[str]


@dataclass(slots=True)
class SituationAimedAt:
    """The order on the table is aimed at a situation (empty: at none); its success ends it."""

    order_id: str
    fact: str
