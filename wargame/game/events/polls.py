"""Entries about the numbers that people give: estimates, hands, leanings."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from wargame.game.names import Lean
from wargame.game.records import dataclass


@dataclass(slots=True)
class EstimateSealed:
    """A person's secret estimate of success, 0 to 100 per cent, under `estimate.percent`."""

    turn: int
    seat: str
    person: str
    order_id: str
    seal: str
    nonce: str
    estimate: dict[str, Any]


@dataclass(slots=True)
class EstimatesShown:
    """All estimates at once, and their median in whole per cent (half up)."""

    order_id: str
    estimates: dict[str, int]
    median: int


@dataclass(slots=True)
class EstimateExplained:
    """Why a person's estimate was far from the others."""

    order_id: str
    person: str
    text: str


@dataclass(slots=True)
class HandsCounted:
    """Hands raised for success out of those present, and their share in whole per cent (half up).

    `people` are those who raised theirs, where they were named.
    """

    order_id: str
    raised: int
    present: int
    percent: int
    people: list[str] = field(default_factory=list)


@dataclass(slots=True)
class LeaningsTaken:
    """How people lean, and the mean in whole per cent (half up): agree 1, not sure a half, disagree 0.

    `leanings` says how each person leans, where they were named.
    """

    order_id: str
    agree: int
    unsure: int
    disagree: int
    percent: int
    leanings: dict[str, Lean] = field(default_factory=dict)
