"""Orders as their audience may read them: sealed, shown, on the table, ruled on."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.game import seals
from wargame.game.alternatives import others_of
from wargame.game.audience import sees
from wargame.game.changes import FactorGiven
from wargame.game.contests import decided, succeeded
from wargame.game.counting import contest_of, difficulty_of, odds_of
from wargame.game.events.contest import Contest
from wargame.game.looking.changes import change_views
from wargame.game.names import FACILITATOR, POLLED, SIX_SIDED
from wargame.game.on_table import Adjudication, Roll
from wargame.game.polls import estimators, far_off
from wargame.game.projects import project_of
from wargame.game.state import Judged, Sealed, State
from wargame.game.views import (
    AdjudicationView,
    ArgumentView,
    ContestView,
    FactorView,
    JudgedView,
    OrderView,
    ProjectView,
    RollView,
)

NOT_TOLD = "For a reason that only some know"
"""What stands beside a modifier whose reason is not for everyone."""


def order_view(state: State, sealed: Sealed, who: str) -> OrderView:
    """An order, whole; the situation that it is to end, to those who know of that."""
    rule = state.scenario.orders.get(sealed.order.move)
    target = sealed.order.target
    name = next((one.name for one in rule.targets if one.id == target), "") if rule else ""
    called = rule.name if rule else "" if sealed.secret else "Free order"
    if sealed.secret:
        called = f"Secret argument: {called}" if called else "Secret argument"
    aimed = state.board.facts.get(sealed.order.aimed)
    known = aimed is not None and sees(aimed.sees, who)
    return OrderView(
        sealed.order_id,
        sealed.seat,
        sealed.order.move,
        called,
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
        aimed.fact if aimed is not None and known else "",
        aimed.text if aimed is not None and known else "",
        [state.scenario.cards[one].title for one in sealed.order.assets],
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
    two = table.method in SIX_SIDED
    fallback = (0, difficulty_of(state, table) if two else 0, -1)
    modifier, needed, chance = odds if odds is not None else fallback
    view = AdjudicationView(
        order_view(state, sealed, who),
        table.method,
        [factor_view(one, who) for one in table.factors],
        _argument_views(table),
        modifier,
        needed,
        chance,
        6 if two else 100,
        table.called is not None,
        table.called is not None and table.called.entered,
        _deciding(table),
        table.quality,
        table.margin,
        change_views(state, table.proposed, who),
        table.text,
        table.reason,
    )
    _add_numbers(view, state, table, who)
    _add_contest(view, state, table, who)
    view.others = list(table.others) if table.quality else others_of(state, table)
    view.lowered, view.appeal = table.lowered, table.appeal
    project = project_of(state, sealed)
    if project is not None and sees(project.sees, who):
        view.project = ProjectView(
            project.id, project.seat, project.name, project.known_to(who), project.stages
        )
    return view


def _argument_views(table: Adjudication) -> list[ArgumentView]:
    return [
        ArgumentView(one.id, one.side, one.text, one.author, one.weight, one.about)
        for one in table.arguments
    ]


def _add_numbers(view: AdjudicationView, state: State, table: Adjudication, who: str) -> None:
    """Who gives numbers, and which were given; estimates only once they are shown."""
    sealed = state.sealed[table.order_id]
    view.estimators = estimators(state, sealed) if table.method in POLLED else []
    view.estimated = list(table.estimates) if who == FACILITATOR else []
    view.estimates = dict(table.estimates) if table.shown else {}
    view.given = table.given
    view.hands, view.leanings = list(table.hands), list(table.leanings)
    view.far_off, view.whys = far_off(table), dict(table.whys)
    view.objected = table.objected


def _add_contest(view: AdjudicationView, state: State, table: Adjudication, who: str) -> None:
    """Both sides of an opposed throw, and their dice so far."""
    if table.method == "opposed":
        view.contest = contest_view(state, table, who)
        view.rolls = roll_views(table.contest, table.rolls)


def _deciding(table: Adjudication) -> list[int]:
    """The dice that the result is read from: once an opposed throw is over, the proposer's last."""
    if table.contest is not None:
        return list(table.rolls[-2].throw.dice) if decided(table) else []
    return list(table.throw.dice) if table.throw else []


def contest_view(state: State, table: Adjudication, who: str) -> ContestView:
    """Both sides of an opposed throw, as fixed with the call, or as things stand before it."""
    fixed = table.contest if table.called is not None else None
    contest = fixed or contest_of(state, table)
    return ContestView(
        contest.seat,
        contest.modifier,
        contest.needed,
        contest.against,
        contest.against_needed,
        contest.win,
        contest.stalemate,
        contest.lose,
        [factor_view(one, who) for one in table.opposing],
    )


def roll_views(contest: Contest | None, rolls: Sequence[Roll]) -> list[RollView]:
    """The dice of an opposed throw so far."""
    if contest is None:
        return []
    return [
        RollView(one.party, list(one.throw.dice), succeeded(contest, one), one.throw.entered)
        for one in rolls
    ]


def judged_view(state: State, judged: Judged, who: str) -> JudgedView:
    """An order that was ruled on, with the changes that `who` may see."""
    return JudgedView(
        order_view(state, judged.sealed, who),
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
        roll_views(judged.contest, judged.rolls),
        list(judged.others),
        judged.lowered,
    )
