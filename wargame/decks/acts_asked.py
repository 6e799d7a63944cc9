"""Steps about private questions."""

from __future__ import annotations

from wargame.decks.acts import Act, Asked
from wargame.decks.fields import Line, Part, Prose, SeatId
from wargame.game import commands
from wargame.game.names import FACILITATOR
from wargame.game.refusals import Refused
from wargame.game.state import State


class AskedSeat(Act):
    """Ask one seat something, in private."""

    seat: SeatId
    """The seat."""
    text: Prose
    """The question."""

    def asked(self, state: State) -> Asked:
        """The facilitator asks."""
        return FACILITATOR, commands.AskSeat(self.seat, self.text)


class Reply(Act):
    """A seat's reply to what it was asked last."""

    seat: SeatId
    """The seat."""
    text: Prose
    """The reply."""
    person: Line = ""
    """Who of the seat replied."""

    def asked(self, state: State) -> Asked:
        """The seat replies to the last question it was asked."""
        mine = [one.question for one in state.asked.values() if one.seat == self.seat]
        if not mine:
            raise Refused("no_such_question", f"{self.seat} was asked nothing.")
        return self.seat, commands.ReplyToQuestion(mine[-1], self.text, self.person)


class AskingSteps(Part):
    """The commands about private questions."""

    ask_seat: AskedSeat | None = None
    """Ask one seat something, in private."""
    reply_to_question: Reply | None = None
    """A seat's reply to what it was asked last."""
