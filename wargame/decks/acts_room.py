"""Steps about people and the room, and what the head of a script says of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wargame.decks.acts import Act, Asked
from wargame.decks.board import Question
from wargame.decks.fields import Id, Label, Line, Named, Part, Prose, SeatId
from wargame.game import commands
from wargame.game.changes import ResearchQuestion
from wargame.game.names import FACILITATOR
from wargame.game.state import State


class Merged(Act):
    """Let seats be played together."""

    seats: list[SeatId] = Field(min_length=2)
    """The seats."""

    def asked(self, state: State) -> Asked:
        """The facilitator says so."""
        return FACILITATOR, commands.MergeSeats(self.seats)


class Parted(Act):
    """Let seats be played apart again."""

    seat: SeatId
    """One of them."""

    def asked(self, state: State) -> Asked:
        """The facilitator says so."""
        return FACILITATOR, commands.PartSeats(self.seat)


class Leaver(Act):
    """Somebody leaves the table."""

    person: Id
    """Who leaves."""

    def asked(self, state: State) -> Asked:
        """The facilitator notes it."""
        return FACILITATOR, commands.LeaveSeat(self.person)


class Wanted(Act):
    """Give an objective to one person of a seat, or back to the seat."""

    seat: SeatId
    """The seat."""
    person: Id | Literal[""] = ""
    """Whose it is until the hot wash; left out, the seat's again."""
    objective: Named | None = None
    """One of the seat's objectives; left out, `text` is one of the table's own."""
    text: Prose = ""
    """One of the table's own."""

    def asked(self, state: State) -> Asked:
        """The facilitator gives it."""
        return FACILITATOR, commands.GiveObjective(
            self.seat, self.person, self.objective or "", self.text
        )


class Banner(Act):
    """Put another line on every screen."""

    text: Label = ""
    """The line; left out, none."""

    def asked(self, state: State) -> Asked:
        """The facilitator puts it up."""
        return FACILITATOR, commands.ChangeBanner(self.text)


class NewQuestion(Act):
    """Add a research question."""

    id: Id
    """Its id, which notes are tagged with."""
    text: Line
    """The question."""

    def asked(self, state: State) -> Asked:
        """The facilitator adds it."""
        return FACILITATOR, commands.AddQuestion(self.id, self.text)


class Planned(Act):
    """Write what is planned for a turn."""

    turn: Annotated[int, Field(ge=0, le=99)] = 0
    """The turn; left out, the whole session."""
    text: Prose
    """The plan, for the facilitator alone."""

    def asked(self, state: State) -> Asked:
        """The facilitator plans."""
        return FACILITATOR, commands.WritePlan(self.turn, self.text)


class ParkedItem(Act):
    """Put something into the parking lot."""

    text: Prose
    """What is to be come back to."""

    def asked(self, state: State) -> Asked:
        """The facilitator parks it."""
        return FACILITATOR, commands.Park(self.text)


class Ticked(Act):
    """Tick off what was parked."""

    item: Id
    """`p1` is what was parked first, `p2` what came second."""
    done: bool = True
    """Whether it is done; false: to be come back to after all."""

    def asked(self, state: State) -> Asked:
        """The facilitator ticks it off."""
        return FACILITATOR, commands.TickOff(self.item, self.done)


class Struck(Act):
    """Leave words out of reports for others; the save keeps them."""

    person: Id | None = None
    """Whose words; left out, those of an entry."""
    entry: Annotated[int, Field(ge=-1)] = -1
    """The entry; left out, those of a person."""
    back: bool = False
    """Whether they are let in again."""

    def asked(self, state: State) -> Asked:
        """The facilitator strikes them, on request."""
        return FACILITATOR, commands.StrikeWords(self.person or "", self.entry, self.back)


class RoomSteps(Part):
    """The commands about people and the room."""

    merge_seats: Merged | None = None
    """Let one person or group play several seats; each keeps its own view."""
    part_seats: Parted | None = None
    """Let them be played apart again."""
    leave_seat: Leaver | None = None
    """Somebody leaves; the seat goes to others, or to a playbook."""
    give_objective: Wanted | None = None
    """Give an objective to one person of a seat alone: a house divided."""
    change_banner: Banner | None = None
    """Put another line on every screen."""
    add_question: NewQuestion | None = None
    """Add a research question."""
    write_plan: Planned | None = None
    """Write what is planned, for the facilitator alone."""
    park: ParkedItem | None = None
    """Put something into the parking lot, to come back to it."""
    tick_off: Ticked | None = None
    """Tick off what was parked."""
    strike_words: Struck | None = None
    """Leave a person's words out of reports for others."""


class RoomOpening(Part):
    """What a session's opening says of people and the room."""

    questions: list[Question] = Field(default=[], max_length=12)
    """Research questions, besides the scenario's."""
    merged: list[list[SeatId]] = []
    """Groups of seats, each played by the same people."""
    observers_see: Literal["public", "all"] = "public"
    """Whether observers see what is public, or all that the facilitator sees of the game."""


def asked_in(opening: RoomOpening) -> list[ResearchQuestion]:
    """The research questions of an opening."""
    return [ResearchQuestion(one.id, one.text) for one in opening.questions]
