"""The steps of a script that adjudicate: arguments, methods, numbers, dice, rulings."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wargame.decks.fields import Id, Line, Part, Prose, SeatId
from wargame.decks.steps import Dice, OrderName, Percent
from wargame.game.names import About, Lean, Method, Quality, Side, Weight


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


class Argument(Plea):
    """Argue for or against an order."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""


class Weighed(Part):
    """Count an argument differently."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    argument: Id
    """The argument: a1, a2, ... in the order given, the reasons of the order first."""
    weight: Weight
    """How it counts."""


class Chosen(Part):
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


class Estimate(Part):
    """A person's secret estimate of success."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    person: Id
    """The person, or the seat where nobody is named."""
    percent: Percent
    """The estimate, 0 to 100."""


class Explained(Part):
    """Why somebody's estimate was far from the others."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    person: Id
    """The person, or the seat where nobody is named."""
    text: Prose
    """Why."""


class Hands(Part):
    """Hands raised for success, by number or by name."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    raised: Annotated[int, Field(ge=0, le=99)] = 0
    """How many were raised."""
    present: Annotated[int, Field(ge=0, le=99)] = 0
    """Out of how many; left out, everybody outside the proposer's seat."""
    people: list[Id] = []
    """Who raised theirs, instead of `raised`."""


class Leanings(Part):
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


class Called(Part):
    """Fix method and odds."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    entered: bool = False
    """Whether the dice are thrown by hand."""


class Ruling(Part):
    """The umpire rules."""

    order: OrderName | None = None
    """The order; left out, the one on the table."""
    quality: Quality
    """The quality of the result."""
    reason: Prose
    """Why."""


class Added(Part):
    """One effect that the facilitator adds: a track set to a value."""

    track: Id
    """The track."""
    to: int
    """Its new value."""
    why: Line
    """Why."""


class Accepted(Part):
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
