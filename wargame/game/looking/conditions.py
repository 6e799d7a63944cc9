"""Conditions in words, with the names that the reader may know."""

from __future__ import annotations

from wargame.game.audience import sees
from wargame.game.changes import SecretText
from wargame.game.in_words import Conditions
from wargame.game.names import FACILITATOR
from wargame.game.scenario import Scenario
from wargame.game.state import State


def condition_words(state: State, who: str, expression: str) -> str:
    """What a condition says, as `who` may read it; empty for none. What `who` does not know goes by its id."""
    if not expression:
        return ""
    every = who == FACILITATOR
    return Conditions(_every(state.scenario) if every else _known(state, who)).words(expression)


def waits_for(state: State, who: str, text: SecretText) -> str:
    """What a secret argument waits for: its trigger; where that is nothing but its condition, this in words."""
    return condition_words(state, who, text.when) if text.trigger == text.when else text.trigger


def _every(scenario: Scenario) -> dict[str, dict[str, str]]:
    """The names of everything."""
    aims = {one.id: one.name for order in scenario.orders.values() for one in order.targets}
    return {
        "track": {one.id: one.name for one in scenario.tracks},
        "fact": {one.id: one.text for one in scenario.facts.values()},
        "order": {one.id: one.name for one in scenario.orders.values()},
        "ending": {one.id: one.title for one in scenario.endings},
        "target": aims,
    }


def _known(state: State, who: str) -> dict[str, dict[str, str]]:
    """The names that stand on the board and on the menu of `who`: nothing that is still to come."""
    scenario = state.scenario
    facts = state.board.facts.values()
    return {
        "track": {one.id: one.name for one in scenario.tracks if sees(one.sees, who)},
        "fact": {one.fact: one.text for one in facts if sees(one.sees, who)},
        "order": {one.id: one.name for one in scenario.orders.values() if one.seat == who},
        "ending": {one.id: one.title for one in scenario.endings if one.id == state.ending},
    }
