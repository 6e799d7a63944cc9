"""What a script may say: the models that a written list of commands is checked against.

The names are those of the table's commands. A script is typed by people who kept a session on
paper, so an order may be named by its seat, the order on the table need not be named, and
`judge` does a whole adjudication at once.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Protocol

from pydantic import Field, PlainValidator, WithJsonSchema

from wargame.decks.acts import Act, Asked, order_of, spokesman
from wargame.decks.fields import Id, Line, Part, Prose, SeatId, described, wrong
from wargame.game import commands
from wargame.game.changes import OrderText
from wargame.game.names import FACILITATOR
from wargame.game.seating import AS_OBSERVER, OBSERVER
from wargame.game.state import State

CLOCK = "2020-09-01T09:00Z"
"""How a moment is written."""


def _matching(pattern: str, what: str, do: str) -> PlainValidator:
    """A validator for a text of this pattern."""

    def check(value: Any) -> str:
        if isinstance(value, str) and re.fullmatch(pattern, value, re.ASCII):
            return value
        raise wrong("shape", f"{what} is expected here, not {described(value)}", do)

    return PlainValidator(check)


def _shaped(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


def _moment(value: Any) -> str:
    """A moment in UTC, to the minute or the second."""
    if isinstance(value, str) and re.fullmatch(_MOMENT, value, re.ASCII):
        try:
            moment(value)
        except ValueError:
            pass
        else:
            return value
    what = f"a moment in UTC is expected here, not {described(value)}"
    raise wrong("moment", what, f"write it as {CLOCK}")


def moment(text: str) -> datetime:
    """The moment that a `clock` names; ValueError when there is no such day or hour."""
    return datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=UTC)


_SEED = r"[0-9a-fA-F]{1,64}"
_MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z"
_TIME = r"([01]\d|2[0-3]):[0-5]\d"
_SPEAKER = r"(observer:)?[a-z][a-z0-9_-]{0,39}"
_ORDER = r"[a-z][a-z0-9_-]{0,79}"

Seed = Annotated[
    str, _matching(_SEED, "a seed", "write up to 64 hex digits, in quotes"), _shaped(_SEED)
]
"""A seed: up to 64 hex digits; fewer stand for the same with zeros before them."""
Moment = Annotated[str, PlainValidator(_moment), _shaped(_MOMENT)]
Time = Annotated[
    str, _matching(_TIME, "a time of day", "write it as 14:05, in UTC"), _shaped(_TIME)
]
OrderName = Annotated[
    str,
    _matching(_ORDER, "an order", "name it by its seat (baghdad, or baghdad-2 for the second)"),
    _shaped(_ORDER),
]
"""An order of this turn: its seat, or `SEAT-2` for the seat's second; or its id in full."""
Speaker = Annotated[
    str,
    _matching(_SPEAKER, "somebody", "name a seat, facilitator, or observer:ID"),
    _shaped(_SPEAKER),
]
"""Who asks, writes or looks: a seat, `facilitator`, or `observer:ID` with a person's id."""
Percent = Annotated[int, Field(ge=0, le=100)]
Hundred = Annotated[int, Field(ge=1, le=100)]
Yes = Literal[True]
Dice = Annotated[list[Hundred], Field(min_length=1, max_length=4)]
"""Dice thrown by hand: two of 1 to 6, or one of 1 to 100; in an opposed throw the other side's two after them."""


class Sitter(Act):
    """Somebody at the table."""

    id: Id
    """The person's id, which everything else in the save uses."""
    name: Line
    """The name, as the others know it."""
    seat: SeatId
    """A seat, `observer` or `facilitator`."""
    objectives: bool = True
    """Whether they see the seat's objectives; false for who plays for somebody who left."""

    def asked(self, state: State) -> Asked:
        """The facilitator seats them."""
        return FACILITATOR, commands.SeatPerson(self.id, self.name, self.seat, self.objectives)


class HandedSeat(Act):
    """Hand a seat to a playbook, or back to its people."""

    seat: SeatId
    """The seat."""
    playbook: Id | Literal[""] = ""
    """The playbook; left out, the seat goes back to its people."""

    def asked(self, state: State) -> Asked:
        """The facilitator hands it over."""
        return FACILITATOR, commands.HandSeat(self.seat, self.playbook)


class Phrase(Part):
    """Set a seat's pass phrase for the shared screen."""

    seat: Id
    """The seat, a person's id, or `facilitator`."""
    phrase: Line = ""
    """The phrase; left out, there is none any more."""


class HandedScreen(Act):
    """The shared screen shows a seat's view from here on."""

    seat: Speaker
    """The seat; or `facilitator`, `public`, `observer:ID`."""
    person: Line = ""
    """Who took the screen."""

    def asked(self, state: State) -> Asked:
        """The facilitator hands it over."""
        return FACILITATOR, commands.HandScreen(self.seat, self.person)


class Note(Act):
    """Write a note."""

    text: Prose
    """The note."""
    tags: list[Line] = []
    """Tags, research questions perhaps."""
    about: Annotated[int, Field(ge=-1)] = -1
    """The entry it is about; left out, none."""
    author: Speaker | None = None
    """Whose it is: a seat, `observer:ID` or `facilitator`; left out, whoever asks."""
    order: OrderName | None = None
    """The order it is about; left out, none."""
    person: Line = ""
    """Who of the seat wrote it."""

    def asked(self, state: State) -> Asked:
        """Its author writes it; nobody named, the facilitator."""
        order_id = order_of(state, self.order) if self.order else ""
        author = self.author or ""
        note = commands.WriteNote(self.text, self.tags, self.about, author, order_id, self.person)
        return author or FACILITATOR, note


class Message(Act):
    """Say something to some seats or to the facilitator."""

    sender: SeatId
    """Who says it: a seat or `facilitator`."""
    to: list[SeatId] = Field(min_length=1)
    """To whom."""
    text: Prose
    """The words."""
    person: Line = ""
    """Who of the seat said it."""

    def asked(self, state: State) -> Asked:
        """Its sender says it."""
        return self.sender, commands.SendMessage(self.sender, self.to, self.text, self.person)


class Choice(Act):
    """Answer a dilemma."""

    card: Id
    """The card that asks."""
    option: Id
    """The way out."""

    def asked(self, state: State) -> Asked:
        """Whoever the card asks."""
        by = state.dilemmas.get(self.card, FACILITATOR)
        return by, commands.ChooseOption(self.card, self.option)


class Order(Act):
    """Seal an order, or a new version of one."""

    seat: SeatId
    """Whose order it is."""
    order: OrderName | None = None
    """The order that this is a new version of; left out, it is a new one."""
    move: Id | None = None
    """The order of the menu; left out, it is a free order."""
    action: Prose = ""
    """What is to be done, in the seat's words; left out, the menu's."""
    result: Prose = ""
    """The measurable result wanted; left out, the menu's."""
    reasons: list[Prose] = []
    """Why it will work: each becomes an argument for it."""
    target: Id | None = None
    """The target, where the order has targets."""
    covert: bool = False
    """Whether it is to stay hidden."""
    assets: list[Id] = []
    """Cards of the hand that go with it."""
    person: Line = ""
    """Who of the seat wrote it."""
    aimed: Id | None = None
    """The situation that its success ends; left out, none."""

    def asked(self, state: State) -> Asked:
        """The seat seals it."""
        order_id = order_of(state, self.order) if self.order else ""
        order = order_text(self, self.assets)
        order.aimed = self.aimed or ""
        return self.seat, commands.SealOrder(self.seat, order, order_id)


class Fact(Act):
    """Make something a fact: one of the table's own, or one that the scenario knows."""

    fact: Id
    """Its id."""
    text: Prose = ""
    """What is now established; left out, as the scenario has it."""
    owner: SeatId | None = None
    """The seat whose orders it modifies."""
    modifier: Annotated[int, Field(ge=-3, le=3)] = 0
    """By how much."""
    lasts: Annotated[int, Field(ge=0, le=99)] = 0
    """For how many turns; 0 is for ever."""
    order: OrderName | None = None
    """The order it came from."""
    to: list[SeatId] = []
    """Who knows of it: seats, `public`, or `facilitator`; left out, as the scenario or the order has it."""
    situation: bool = False
    """Whether it goes on until an order aimed at it succeeds."""

    def asked(self, state: State) -> Asked:
        """The facilitator records it."""
        return FACILITATOR, commands.RecordFact(
            self.fact,
            self.text,
            self.owner or "",
            self.modifier,
            self.lasts,
            order_of(state, self.order) if self.order else "",
            self.to,
            self.situation,
        )


class Adjusted(Act):
    """Set a track by hand."""

    track: Id
    """The track."""
    to: int
    """Its new value."""
    reason: Prose
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator sets it."""
        return FACILITATOR, commands.AdjustTrack(self.track, self.to, self.reason)


class Answer(Act):
    """Answer a question of the hot wash."""

    question: Line
    """The question."""
    seat: SeatId
    """Who answers: a seat or `facilitator`."""
    text: Prose
    """The answer."""
    person: Line = ""
    """Who of the seat answered."""

    def asked(self, state: State) -> Asked:
        """The seat, or the person who observes."""
        by = f"{AS_OBSERVER}{self.person}" if self.seat == OBSERVER else self.seat
        return by, commands.GiveAnswer(self.question, self.seat, self.text, self.person)


class Vote(Act):
    """Say who won."""

    voter: Id
    """A person, or a seat where nobody is named."""
    seat: SeatId
    """The seat that won."""

    def asked(self, state: State) -> Asked:
        """Whoever speaks for the voter."""
        return spokesman(state, self.voter), commands.Vote(self.voter, self.seat)


class Written(Protocol):
    """What an order and an intention have in common."""

    move: str | None
    action: str
    result: str
    reasons: list[str]
    target: str | None
    covert: bool
    person: str


def order_text(what: Written, assets: list[str]) -> OrderText:
    """The order that a step writes, with these assets."""
    return OrderText(
        what.move or "",
        what.action,
        what.result,
        what.reasons,
        what.target or "",
        what.covert,
        assets,
        what.person,
    )
