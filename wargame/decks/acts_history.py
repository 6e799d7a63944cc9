"""Steps by which a script mends its own record: going back, correcting, objecting, changing places."""

from __future__ import annotations

from typing import Literal

from wargame.decks.acts import Act, Asked
from wargame.decks.fields import Id, Line, Part, Prose, SeatId
from wargame.decks.steps import OrderName, Yes
from wargame.game import commands
from wargame.game.names import FACILITATOR, Side
from wargame.game.state import State


class Back(Part):
    """Let the game stand as it did after an earlier step."""

    to: Id
    """The `mark` of that step."""
    reason: Prose
    """Why."""
    branch: Id | None = None
    """What the line that is left is called; left out, a number."""


class Corrected(Part):
    """Let a text of an earlier step read otherwise; both stay."""

    step: Id
    """The `mark` of that step."""
    field: Line
    """The text's place in the entry: `text`, `order.action`, ..."""
    text: Prose
    """How it reads now."""
    reason: Prose
    """Why."""


class Objection(Act):
    """Object to a throw or ruling of this turn after it: it is made again, with this argument."""

    order: OrderName
    """The order whose ruling it is."""
    side: Side
    """`pro` or `con`."""
    author: SeatId
    """Whose objection it is: a seat or `facilitator`."""
    text: Prose
    """The objection."""
    numbers: Literal["again", "kept"] = "again"
    """Whether estimates, hands or leanings given before are asked for again, or kept."""

    def asked(self, state: State) -> Asked:
        """The facilitator takes it up."""
        order_id = self.order
        if order_id not in state.sealed:
            given = [one.order_id for one in state.sealed.values() if one.seat == self.order]
            order_id = given[0] if given else self.order
        return FACILITATOR, commands.RaiseObjection(
            order_id, self.side, self.text, self.author, self.numbers
        )


class Swapped(Act):
    """Let two seats change places in the turn's order."""

    one: SeatId
    """A seat."""
    other: SeatId
    """The other seat."""
    asked_by: SeatId
    """Who asked for it: a seat or `facilitator`."""
    reason: Prose
    """Why."""
    for_good: bool = False
    """Whether it holds for every turn from now on; left out, for this one."""

    def asked(self, state: State) -> Asked:
        """The facilitator lets them."""
        pair = (self.one, self.other)
        return FACILITATOR, commands.SwapPlaces(*pair, self.asked_by, self.reason, self.for_good)


class HistorySteps(Part):
    """The steps of this family."""

    rewind: Back | None = None
    """Let the game stand as it did after an earlier step."""
    correct: Corrected | None = None
    """Let a text of an earlier step read otherwise."""
    undo: Yes | None = None
    """Take the last step back, before anyone was told."""
    raise_objection: Objection | None = None
    """Object to a ruling after it: it is made again, with the objection as an argument."""
    swap_places: Swapped | None = None
    """Let two seats change places in the turn's order."""
    begin_turn_zero: Yes | None = None
    """Rehearse before turn 1; nothing of it counts."""
    end_turn_zero: Yes | None = None
    """End the rehearsal."""
