"""The models of what can happen in play: orders, standing rules and cards."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wargame.decks.effects import Effect
from wargame.decks.fields import (
    Audience,
    Expression,
    Id,
    Item,
    Line,
    Named,
    Part,
    Prose,
    SeatId,
    Small,
    Words,
)
from wargame.game.names import Method

Cost = dict[Named, Annotated[int, Field(ge=1, le=1000)]]


class Target(Part):
    """What an order may be aimed at."""

    id: Named
    """Its id, as conditions use it: `target.ID`."""
    name: Line
    """Its name."""
    track: Named | None = None
    """The track that `target` means in this order's conditions and effects."""


class Factor(Item):
    """A modifier of the throw, for a reason."""

    when: Expression | None = None
    """When it counts; left out, always."""
    by: Expression
    """How much it adds to the throw."""


class Result(Part):
    """What an order brings when it turns out so."""

    text: Prose = ""
    """What happens, read out."""
    effects: list[Effect] = []
    """What changes."""


class Results(Part):
    """What an order brings, by quality."""

    strong: Result | None = None
    """A strong success; left out, as a success."""
    success: Result
    """A success."""
    failure: Result = Field(default_factory=Result)
    """A failure."""
    backfire: Result | None = None
    """A failure that makes things worse; left out, as a failure."""


class Project(Part):
    """What needs several successes, at most one a turn; the effects of a success follow the last one."""

    stages: Annotated[int, Field(ge=2, le=3)] = 3
    """How many successes it needs."""


class Order(Item):
    """Something a seat may order."""

    id: Named
    """Its id."""
    seat: SeatId
    """Whose menu it stands on."""
    name: Line
    """Its name on the menu."""
    text: Words
    """What is done."""
    result: Prose = ""
    """The measurable result that is wanted, unless the seat writes another."""
    covert: Literal["no", "yes", "choice"] = "no"
    """Whether it is given in secret: no, yes, or as the seat chooses."""
    cost: Cost = {}
    """What it takes from tracks when it is adjudicated; a track may not fall below its lowest value."""
    requires: Expression | None = None
    """When it can be given."""
    why_not: Prose = ""
    """What the seat is told when it cannot be given."""
    targets: list[Target] = []
    """What it may be aimed at; one must then be chosen."""
    difficulty: Annotated[int, Field(ge=-20, le=40)] = 7
    """What 2d6 and modifiers must reach."""
    method: Method | None = None
    """How it is adjudicated; left out, as the scenario says."""
    factors: list[Factor] = []
    """What makes it easier or harder."""
    results: Results
    """What it brings; of a project, a success brings it once the last stage is done."""
    project: Project | None = None
    """Whether it is a project of several stages."""
    noticed: Expression | None = None
    """The chance, in per cent, that it is detected when it was given in secret."""


class Standing(Item):
    """A rule that fires by itself."""

    id: Id
    """Its id."""
    name: Line
    """Its name."""
    text: Words
    """What it says, for people."""
    phase: Literal["event", "reveal", "wrap"] = "wrap"
    """The phase in which it is looked at."""
    when: Expression | None = None
    """When it fires; left out, always."""
    chance: Expression | None = None
    """The chance, in per cent, that it then fires; left out, always."""
    once: bool = False
    """Whether it fires only once in a game."""
    sees: Audience = "public"
    """Who is told that it fired."""
    effects: list[Effect] = Field(min_length=1)
    """What changes."""


class Option(Part):
    """One way out of a dilemma."""

    id: Id
    """Its id."""
    text: Words
    """What it is."""
    when: Expression | None = None
    """When it can be chosen; left out, always."""
    cost: Cost = {}
    """What it takes from tracks."""
    effects: list[Effect] = []
    """What changes."""


class Turned(Item):
    """What a card and an inject have in common: what is read out when it is turned up, and what it does."""

    id: Id
    """Its id."""
    title: Line
    """Its title."""
    text: Words
    """What it says, read out."""
    kind: Literal["event", "lasting", "dilemma", "asset"] = "event"
    """An event acts now, a lasting card in every wrap, a dilemma makes a seat choose, an asset goes to a hand."""
    seat: SeatId | None = None
    """Who must choose, or whose hand an asset goes to."""
    options: list[Option] = []
    """The ways out of a dilemma."""
    lasts: Small = 0
    """For how many turns a lasting card stays; 0 is for ever."""
    bonus: Annotated[int, Field(ge=-6, le=6)] = 0
    """What an asset adds to the order it is attached to."""
    suits: list[Named] = []
    """The orders an asset can be attached to; left out, all."""
    effects: list[Effect] = []
    """What changes: now, in every wrap, or when the asset is used."""
    sees: Audience = "public"
    """Who sees it."""


class Card(Turned):
    """A card of a deck."""

    deck: Id
    """The deck it belongs to."""
    when: Expression | None = None
    """When it acts; when this does not hold it is drawn and laid away."""
    turn: Annotated[int, Field(ge=0, le=99)] = 0
    """The turn on which it comes by itself; 0, or left out: it lies in the pile."""
    copies: Annotated[int, Field(ge=1, le=20)] = 1
    """How many of it there are; the second has the id `ID-2`."""


class Inject(Turned):
    """Something the facilitator holds ready, and fires by hand at any time; it lies in no deck."""

    turn: Annotated[int, Field(ge=0, le=99)] = 0
    """The turn in whose event phase it fires by itself, unless it is held; 0, or left out: none."""
    when: Expression | None = None
    """When it fires by itself, looked at in every event phase and wrap; with `turn`, on that turn only."""
    note: Prose = ""
    """What it is for, for the facilitator alone."""
