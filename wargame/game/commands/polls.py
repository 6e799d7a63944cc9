"""Commands about the numbers that people give for the order on the table."""

from __future__ import annotations

from dataclasses import field

from wargame.game.names import Lean
from wargame.game.records import dataclass


@dataclass(slots=True)
class SealEstimate:
    """A person's secret estimate of success, 0 to 100 per cent."""

    order_id: str
    person: str
    percent: int


@dataclass(slots=True)
class ShowEstimates:
    """Close the estimates and show them."""

    order_id: str


@dataclass(slots=True)
class ExplainEstimate:
    """Why somebody's estimate is far from the others."""

    order_id: str
    person: str
    text: str


@dataclass(slots=True)
class CountHands:
    """Hands raised for success, out of those `present` (0: everybody asked); or who raised theirs."""

    order_id: str
    raised: int = -1
    present: int = 0
    people: list[str] = field(default_factory=list)


@dataclass(slots=True)
class TakeLeanings:
    """How many agree, are not sure, disagree that it succeeds; or how each person leans."""

    order_id: str
    leanings: dict[str, Lean] = field(default_factory=dict)
    agree: int = 0
    unsure: int = 0
    disagree: int = 0
