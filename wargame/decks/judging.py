"""The steps of a script that adjudicate: arguments, methods, numbers, dice, rulings."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wargame.decks.acts import Act, Asked, meant, spokesman
from wargame.decks.fields import Id, Line, Part, Prose, SeatId
from wargame.decks.steps import Dice, OrderName, Percent
from wargame.game import commands
from wargame.game.names import FACILITATOR, About, Lean, Method, Quality, Side, Weight
from wargame.game.state import State


class Plea(Part):
    """An argument within `judge`."""

    side: Side
    """`pro` or `con`."""
    author: SeatId
    """Whose argument it is: a seat or `facilitator`."""
    text: Prose
    """The argument."""
    weight: Weight = "counted"
    """How the facilitator counts it."""
    about: About = "action"
    """The `action`; the `opposing` side's own case; or the `consequences`, which only a con is about."""

    def added(self, order_id: str) -> commands.AddArgument:
        """The argument, of an order."""
        return commands.AddArgument(
            order_id, self.side, self.text, self.author, self.weight, self.about
        )


class Argument(Plea, Act):
    """Argue for or against an order."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""

    def asked(self, state: State) -> Asked:
        """Its author argues, unless the facilitator weighs it in the same breath."""
        by = self.author if self.weight == "counted" else FACILITATOR
        return by, self.added(meant(state, self.order))


class Weighed(Act):
    """Count an argument differently."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    argument: Id
    """The argument: a1, a2, ... in the order given, the reasons of the order first."""
    weight: Weight
    """How it counts."""

    def asked(self, state: State) -> Asked:
        """The facilitator counts it."""
        order_id = meant(state, self.order)
        return FACILITATOR, commands.WeighArgument(order_id, self.argument, self.weight)


class Chosen(Act):
    """Choose how the order is adjudicated."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    method: Method
    """The method."""
    given: Percent | None = None
    """The probability in per cent, for `consensus` and `expert`."""
    reason: Prose = ""
    """Why this method, or this number."""
    opponent: SeatId | None = None
    """The opposing seat, for `opposed`; left out, no seat stands behind it."""

    def asked(self, state: State) -> Asked:
        """The facilitator chooses it."""
        given = -1 if self.given is None else self.given
        opponent, order_id = self.opponent or "", meant(state, self.order)
        return FACILITATOR, commands.ChooseMethod(
            order_id, self.method, given, self.reason, opponent
        )


class Estimate(Act):
    """A person's secret estimate of success."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    person: Id
    """The person, or the seat where nobody is named."""
    percent: Percent
    """The estimate, 0 to 100."""

    def asked(self, state: State) -> Asked:
        """Whoever speaks for the person seals it."""
        order_id = meant(state, self.order)
        by = spokesman(state, self.person)
        return by, commands.SealEstimate(order_id, self.person, self.percent)


class Explained(Act):
    """Why somebody's estimate was far from the others."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    person: Id
    """The person, or the seat where nobody is named."""
    text: Prose
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator takes it down."""
        order_id = meant(state, self.order)
        return FACILITATOR, commands.ExplainEstimate(order_id, self.person, self.text)


class Hands(Act):
    """Hands raised for success, by number or by name."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    raised: Annotated[int, Field(ge=0, le=99)] = 0
    """How many were raised."""
    present: Annotated[int, Field(ge=0, le=99)] = 0
    """Out of how many; left out, everybody outside the proposer's seat."""
    people: list[Id] = []
    """Who raised theirs, instead of `raised`."""

    def asked(self, state: State) -> Asked:
        """The facilitator counts them."""
        order_id = meant(state, self.order)
        return FACILITATOR, commands.CountHands(order_id, self.raised, self.present, self.people)


class Leanings(Act):
    """How people lean, by number or by name."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    agree: Annotated[int, Field(ge=0, le=99)] = 0
    """How many agree that it succeeds."""
    unsure: Annotated[int, Field(ge=0, le=99)] = 0
    """How many are not sure."""
    disagree: Annotated[int, Field(ge=0, le=99)] = 0
    """How many disagree."""
    people: dict[Id, Lean] = {}
    """How each person leans, instead of the numbers: `agree`, `unsure` or `disagree`."""

    def asked(self, state: State) -> Asked:
        """The facilitator takes them down."""
        counts = (self.agree, self.unsure, self.disagree)
        return FACILITATOR, commands.TakeLeanings(meant(state, self.order), self.people, *counts)


class Called(Act):
    """Fix method and odds."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    entered: bool = False
    """Whether the dice are thrown by hand."""

    def asked(self, state: State) -> Asked:
        """The facilitator calls it."""
        return FACILITATOR, commands.CallThrow(meant(state, self.order), self.entered)


class Ruling(Act):
    """The umpire rules."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    quality: Quality
    """The quality of the result."""
    reason: Prose
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator rules."""
        return FACILITATOR, commands.Rule(meant(state, self.order), self.quality, self.reason)


class Added(Part):
    """One effect that the facilitator adds: a track set to a value."""

    track: Id
    """The track."""
    to: int
    """Its new value."""
    why: Line
    """Why."""


class Accepted(Act):
    """Accept what was proposed, edited or not."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    narrative: Prose = ""
    """What happened, in the facilitator's words."""
    drop: list[Annotated[int, Field(ge=0)]] = []
    """Proposed effects to leave out, by place, counted from 0."""
    add: list[Added] = []
    """Effects to add."""
    reason: Prose = ""
    """Why it was edited."""

    def asked(self, state: State) -> Asked:
        """The facilitator accepts it."""
        return FACILITATOR, accepted(meant(state, self.order), self)


class Judge(Part):
    """A whole adjudication in one step: arguments, method, dice, result."""

    order: OrderName | None = None
    """The order; left out, the next in the turn's order."""
    arguments: list[Plea] = []
    """Arguments for and against, besides the order's own reasons."""
    weigh: dict[Id, Weight] = {}
    """How single arguments count: `a1: strong`."""
    method: Method | None = None
    """The method; left out, the scenario's."""
    given: Percent | None = None
    """The probability in per cent, for `consensus` and `expert`."""
    because: Prose = ""
    """Why this method, or this number."""
    estimates: dict[Id, Percent] = {}
    """What each person estimated, for the method `estimate`."""
    opponent: SeatId | None = None
    """The opposing seat, for `opposed`; left out, no seat stands behind it."""
    hands: Hands | None = None
    """Hands raised, for the method `hands`."""
    leanings: Leanings | None = None
    """How people lean, for the method `leaning`."""
    dice: Dice | None = None
    """What was thrown by hand; left out, the table throws."""
    rounds: list[Dice] = []
    """Rounds of an opposed throw by hand: the proposer's two dice and the other side's, each round."""
    word: Line = ""
    """The thrower's word, when the table throws."""
    quality: Quality | None = None
    """The umpire's ruling."""
    reason: Prose = ""
    """Why the umpire ruled so, or why the result was edited."""
    narrative: Prose = ""
    """What happened, in the facilitator's words."""
    drop: list[Annotated[int, Field(ge=0)]] = []
    """Proposed effects to leave out, by place, counted from 0."""
    add: list[Added] = []
    """Effects to add."""


def accepted(order_id: str, what: Accepted | Judge) -> commands.AcceptResult:
    """The result of an order as it is accepted, with what is edited in it."""
    added = [commands.Edit(one.track, one.to, one.why) for one in what.add]
    return commands.AcceptResult(order_id, what.narrative, what.drop, added, what.reason)
