"""Steps about facts that hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wargame.decks.acts import Act, Asked
from wargame.decks.fields import Id, Part, Prose, SeatId
from wargame.game import commands
from wargame.game.changes import FactMade
from wargame.game.names import FACILITATOR
from wargame.game.refusals import Refused
from wargame.game.state import State


class ChangedFact(Act):
    """Change a fact by hand; what is left out stays as it is."""

    fact: Id
    """Its id."""
    reason: Prose
    """Why."""
    text: Prose = ""
    """How it reads now."""
    owner: SeatId | None = None
    """The seat whose orders it modifies now."""
    modifier: Annotated[int | None, Field(ge=-3, le=3)] = None
    """By how much it modifies them now."""
    lasts: Annotated[int, Field(ge=-1, le=99)] = -1
    """For how many turns from now on; 0 is for ever, -1 as long as it would have."""
    to: list[SeatId] = []
    """Who knows of it now: seats, `public`, or `facilitator`."""
    situation: bool | None = None
    """Whether it goes on until an order aimed at it succeeds."""

    def asked(self, state: State) -> Asked:
        """The facilitator changes it."""
        now = state.board.facts.get(self.fact, FactMade(self.fact, ""))
        return FACILITATOR, commands.ChangeFact(
            self.fact,
            self.text or now.text,
            now.owner if self.owner is None else self.owner,
            now.modifier if self.modifier is None else self.modifier,
            self.reason,
            self.lasts,
            self.to,
            now.situation if self.situation is None else self.situation,
        )


class EndedFact(Act):
    """End a fact by hand."""

    fact: Id
    """Its id."""
    reason: Prose
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator ends it."""
        return FACILITATOR, commands.EndFact(self.fact, self.reason)


class Aimed(Act):
    """The order on the table is aimed at a situation: its success ends it."""

    situation: Id
    """The fact that is a situation."""

    def asked(self, state: State) -> Asked:
        """The facilitator aims the order on the table."""
        if state.adjudication is None:
            raise Refused("not_on_the_table", "No order is being adjudicated now; open one first.")
        order_id = state.adjudication.order_id
        return FACILITATOR, commands.AimAtSituation(order_id, self.situation)


class FactSteps(Part):
    """The commands about facts that hold."""

    change_fact: ChangedFact | None = None
    """Change a fact by hand, with a reason."""
    end_fact: EndedFact | None = None
    """End a fact by hand, with a reason."""
    aim_at_situation: Aimed | None = None
    """The order on the table is aimed at a situation: its success ends it."""
