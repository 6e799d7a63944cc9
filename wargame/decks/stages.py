"""An order of the menu that is a project: its effects follow the last of its successes, which are counted.

The rules and a simulation know nothing of it: a counter holds how many stages are done, and each effect
of a success waits for the last one. The counter goes up once a turn, and back to 0 when all is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wargame.game.pieces import Effect

if TYPE_CHECKING:
    from wargame.decks import effects as written
    from wargame.decks import moves
    from wargame.decks.resolve import Owner, Resolver

COUNTER = "project_"
"""What the counter of a project begins with; the order's id follows."""
SUCCESSES = ("strong", "success")


def staged(
    resolve: Resolver,
    order: moves.Order,
    quality: str,
    given: Sequence[written.Effect],
    effects: tuple[Effect, ...],
    owner: Owner,
) -> tuple[Effect, ...]:
    """The effects of one quality of this order, as they follow its stages; the same where it is no project."""
    stages = stages_of(order)
    if not stages or quality not in SUCCESSES:
        return effects
    first = f"not won.{order.id}"
    last = f"count.{COUNTER}{order.id} >= {stages - 1} and {first}"
    waiting = [
        replace(effect, when=resolve.amount(_both(one.when, last), owner.scope))
        for one, effect in zip(given, effects, strict=True)
    ]
    by = f"({1 - stages} if {last} else 1) if {first} else 0"
    counted = Effect(
        kind="count",
        key=f"{order.id}/{quality}/{len(effects)}",
        name=f"{COUNTER}{order.id}",
        by=resolve.amount(by, owner.scope),
        source=owner.source,
        mechanism=owner.mechanism,
    )
    return (*waiting, counted)


def stages_of(order: moves.Order) -> int:
    """How many successes an order needs; 0 for one that is no project."""
    project = getattr(order, "project", None)  # scenarios that were kept before have no such key
    return project.stages if project else 0


def _both(when: str | int | None, last: str) -> str:
    """A condition that holds when both do."""
    return last if when is None else f"({when}) and {last}"
