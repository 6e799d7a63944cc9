"""Protections, projects, the spotlight and scores, as far as `who` may see them."""

from __future__ import annotations

from wargame.game.audience import sees
from wargame.game.brier import scores
from wargame.game.names import FACILITATOR
from wargame.game.orders import may_see_order
from wargame.game.projects import all_projects
from wargame.game.protections import known_to, things
from wargame.game.spotlight import weightiest
from wargame.game.state import State
from wargame.game.views import TargetView, View
from wargame.game.views.undertakings import BrierView, ProjectView, ProtectionView


def undertaking_views(view: View, state: State, who: str) -> None:
    """What is protected and what is under way; scores for the facilitator in the hot wash, for all after it."""
    view.protections = [
        ProtectionView(one.kind, one.thing, name, one.level, one.owner, one.reason)
        for one in state.protected.values()
        if sees(known_to(state, one), who)
        and (name := things(state, one.kind).get(one.thing, one.thing))
    ]
    view.projects = [
        ProjectView(one.id, one.seat, one.name, one.known_to(who), one.stages)
        for one in all_projects(state)
        if sees(one.sees, who)
    ]
    sealed = state.sealed.get(state.spotlight)
    if sealed is not None and may_see_order(state, sealed, who):
        view.spotlight = state.spotlight
    if who == FACILITATOR and state.phase in ("reveal", "adjudicate"):
        view.weightiest = weightiest(state)
        view.targets = [TargetView(one, name) for one, name in things(state, "target").items()]
    if state.phase == "closed" or (who == FACILITATOR and state.phase == "hotwash"):
        view.briers = [
            BrierView(one.person, one.thousandths, one.estimates) for one in scores(state.judged)
        ]
