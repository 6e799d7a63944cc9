"""A script's steps about spotlights, factors by hand, appeals, protections and projects, as commands."""

from __future__ import annotations

from typing import Any

from wargame.decks import undertaking_steps as steps
from wargame.game.commands import (
    Command,
    DeclareProject,
    GrantFactor,
    OpenAppeal,
    Protect,
    SetSpotlight,
)
from wargame.game.names import FACILITATOR


def undertaken(what: Any, order_id: str) -> tuple[str, Command] | None:
    """Such a step: who asks, and for what; None for any other. `order_id` is the order it names, if any."""
    match what:
        case steps.Granted():
            return FACILITATOR, GrantFactor(order_id, what.by, what.why, what.source)
        case steps.Appeal():
            return FACILITATOR, OpenAppeal(order_id, what.seconds)
        case steps.Declared():
            return FACILITATOR, DeclareProject(order_id, what.project, what.name, what.stages)
        case steps.Guarding():
            return FACILITATOR, Protect(
                what.kind,
                what.thing,
                what.level,
                what.owner or "",
                what.reason,
                order_id if what.order else "",
                what.hidden,
            )
        case steps.Lit():
            return FACILITATOR, SetSpotlight(order_id)
        case _:
            return None
