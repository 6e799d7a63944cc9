"""An order of a simulated game, adjudicated in one entry."""

from __future__ import annotations

from wargame.game.changes import Cause, Change, FactorGiven, ThrowResult
from wargame.game.events.adjudication import AdjudicationOpened, ResultAccepted, ResultProposed
from wargame.game.events.chance import DiceThrown, ThrowCalled
from wargame.game.names import Method, Quality
from wargame.game.records import dataclass


@dataclass(slots=True)
class OrderJudged:
    """One entry for the five of an order that nobody argued about: opened, called, thrown, proposed, accepted.

    Only a simulated game has it: nobody gives a word between the call and the throw there.
    """

    order_id: str
    seat: str
    method: Method
    factors: list[FactorGiven]
    modifier: int
    needed: int
    odds: int
    throw: ThrowResult
    quality: Quality
    margin: int
    changes: list[Change]
    text: str


def unfolded(
    event: OrderJudged,
) -> tuple[AdjudicationOpened, ThrowCalled, DiceThrown, ResultProposed, ResultAccepted]:
    """The five entries that one stands for."""
    cause, throw = Cause("order", event.order_id), event.throw
    return (
        AdjudicationOpened(event.order_id, event.method, event.factors),
        ThrowCalled(
            "order",
            cause,
            -1,
            event.method,
            throw.sides,
            event.modifier,
            event.needed,
            event.odds,
            throw.label,
        ),
        DiceThrown(throw, event.seat),
        ResultProposed(
            event.order_id, event.method, event.quality, event.margin, event.changes, event.text
        ),
        ResultAccepted(event.order_id, event.quality, event.changes),
    )
