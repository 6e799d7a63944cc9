"""Commands about facts that hold: changed or ended by hand, and orders aimed at a situation."""

from __future__ import annotations

from dataclasses import field

from wargame.game.records import dataclass


@dataclass(slots=True)
class ChangeFact:
    """Let a fact that holds read otherwise, help somebody else, or be known to others; with a reason.

    `lasts` counts turns from now on (0: for ever; -1: as long as it would have). `to` is who knows of it:
    seats, `public`, or `facilitator` (empty: as it was). Both versions stay in the record.
    """

    fact: str
    text: str
    owner: str
    modifier: int
    reason: str
    lasts: int = -1
    to: list[str] = field(default_factory=list)
    situation: bool = False


@dataclass(slots=True)
class EndFact:
    """End a fact by hand, with a reason."""

    fact: str
    reason: str


@dataclass(slots=True)
class AimAtSituation:
    """The order on the table is aimed at a situation (empty: at none): its success ends it."""

    order_id: str
    fact: str = ""
