"""Orders as their audience may read them: sealed, shown, on the table, ruled on."""

from __future__ import annotations

from wargame.game import seals
from wargame.game.adjudication import difficulty_of, estimators, odds_of
from wargame.game.changes import FactorGiven
from wargame.game.looking.changes import change_views
from wargame.game.names import FACILITATOR, TWO_DICE
from wargame.game.state import Judged, Sealed, State
from wargame.game.views import (
    AdjudicationView,
    ArgumentView,
    FactorView,
    JudgedView,
    OrderView,
    sees,
)

NOT_TOLD = "For a reason that only some know"
"""What stands beside a modifier whose reason is not for everyone."""


def order_view(state: State, sealed: Sealed) -> OrderView:
    """An order, whole."""
    rule = state.scenario.orders.get(sealed.order.move)
    target = sealed.order.target
    name = next((one.name for one in rule.targets if one.id == target), "") if rule else ""
    return OrderView(
        sealed.order_id,
        sealed.seat,
        sealed.order.move,
        rule.name if rule else "Free order",
        sealed.order.action,
        sealed.order.result,
        list(sealed.order.reasons),
        target,
        name,
        sealed.order.covert,
        list(sealed.order.assets),
        seals.receipt(sealed.seal) if sealed.seal else "",
        sealed.seal,
        sealed.nonce,
    )


def factor_view(factor: FactorGiven, who: str) -> FactorView:
    """A modifier: how much for everybody, why for those who may know."""
    if sees(factor.sees, who):
        return FactorView(factor.by, factor.why, factor.source)
    return FactorView(factor.by, NOT_TOLD, "")


def adjudication_view(state: State, who: str) -> AdjudicationView | None:
    """The order on the table; None when there is none. Whether `who` may see it is not asked here."""
    table = state.adjudication
    if table is None:
        return None
    sealed = state.sealed[table.order_id]
    odds = odds_of(state, table)
    two = table.method in TWO_DICE
    fallback = (0, difficulty_of(state, table) if two else 0, -1)
    modifier, needed, chance = odds if odds is not None else fallback
    return AdjudicationView(
        order_view(state, sealed),
        table.method,
        [factor_view(one, who) for one in table.factors],
        [
            ArgumentView(one.id, one.side, one.text, one.author, one.weight)
            for one in table.arguments
        ],
        modifier,
        needed,
        chance,
        6 if two else 100,
        table.called is not None,
        table.called is not None and table.called.entered,
        list(table.throw.dice) if table.throw else [],
        table.quality,
        table.margin,
        change_views(state, table.proposed, who),
        table.text,
        table.reason,
        estimators(state, sealed.seat) if table.method == "estimate" else [],
        list(table.estimates) if who == FACILITATOR else [],
        dict(table.estimates) if table.shown else {},
        table.given,
    )


def judged_view(state: State, judged: Judged, who: str) -> JudgedView:
    """An order that was ruled on, with the changes that `who` may see."""
    return JudgedView(
        order_view(state, judged.sealed),
        judged.turn,
        judged.method,
        judged.quality,
        judged.margin,
        judged.modifier,
        list(judged.throw.dice) if judged.throw else [],
        judged.throw is not None and judged.throw.entered,
        change_views(state, judged.changes, who),
        judged.text,
        judged.narrative,
    )
