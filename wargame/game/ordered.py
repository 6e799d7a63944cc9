"""What a sealed order is on the menu: its rule and its target."""

from __future__ import annotations

from wargame.game.pieces import OrderRule
from wargame.game.state import Sealed, State


def rule_of(state: State, sealed: Sealed) -> OrderRule | None:
    """The order of the menu that was given; None for a free order."""
    return state.scenario.orders.get(sealed.order.move) if sealed.order.move else None


def target_of(rule: OrderRule | None, sealed: Sealed) -> int:
    """The index of the target chosen, or -1."""
    if rule is not None:
        for place, target in enumerate(rule.targets):
            if target.id == sealed.order.target:
                return place
    return -1
