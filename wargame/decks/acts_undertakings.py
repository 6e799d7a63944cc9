"""The steps of a script about how an order is heard, and about what lasts beyond it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wargame.decks.acts import Act, Asked, meant, order_of
from wargame.decks.fields import Id, Line, Prose, SeatId
from wargame.decks.steps import OrderName
from wargame.game import commands
from wargame.game.names import FACILITATOR, Guarded
from wargame.game.state import State


class Lit(Act):
    """Argue an order in full; the others of the turn are judged quickly."""

    order: OrderName
    """The order."""

    def asked(self, state: State) -> Asked:
        """The facilitator chooses it."""
        return FACILITATOR, commands.SetSpotlight(meant(state, self.order))


class Granted(Act):
    """Grant the order on the table a modifier by hand."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    by: Annotated[int, Field(ge=-3, le=3)]
    """By how much; not 0."""
    why: Prose
    """Why."""
    source: Line = ""
    """Where that stands."""

    def asked(self, state: State) -> Asked:
        """The facilitator grants it."""
        order_id = meant(state, self.order)
        return FACILITATOR, commands.GrantFactor(order_id, self.by, self.why, self.source)


class Appeal(Act):
    """Let anybody appeal before the ruling."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    seconds: Annotated[int, Field(ge=1, le=600)] = 60
    """For how long."""

    def asked(self, state: State) -> Asked:
        """The facilitator asks for it."""
        return FACILITATOR, commands.OpenAppeal(meant(state, self.order), self.seconds)


class Guarding(Act):
    """Protect something, or end that: -1 a level for whoever but its owner acts on it."""

    kind: Guarded
    """A `seat`, a `track`, a `fact` or a `target` of the menu."""
    thing: Id
    """Its id."""
    level: Annotated[int, Field(ge=0, le=3)] = 1
    """The level; 0 ends it."""
    owner: SeatId | None = None
    """The seat whose own orders it does not hinder."""
    reason: Prose = ""
    """Why; it may be left out where an order brings it about."""
    order: OrderName | None = None
    """The successful order that brings it about."""
    hidden: bool = False
    """Whether only its owner knows of it."""

    def asked(self, state: State) -> Asked:
        """The facilitator protects it; by hand, no order needs to be on the table."""
        return FACILITATOR, commands.Protect(
            self.kind,
            self.thing,
            self.level,
            self.owner or "",
            self.reason,
            order_of(state, self.order) if self.order else "",
            self.hidden,
        )


class Declared(Act):
    """The free order on the table is a stage of a project, which has at most one success a turn."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    project: Id
    """The project's id: a new one, or that of one which the seat has begun."""
    name: Line = ""
    """What it is; left out, as it was named first."""
    stages: Annotated[int, Field(ge=2, le=3)] = 3
    """How many successes it needs."""

    def asked(self, state: State) -> Asked:
        """The facilitator declares it."""
        order_id = meant(state, self.order)
        return FACILITATOR, commands.DeclareProject(order_id, self.project, self.name, self.stages)
