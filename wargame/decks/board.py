"""The models of what stands on the table before play: seats, tracks, facts, decks, endings, setups."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wargame.decks.bounds import highest, lowest
from wargame.decks.effects import Place
from wargame.decks.fields import (
    Audience,
    Brief,
    Expression,
    Id,
    Item,
    Label,
    Line,
    MechanismId,
    Named,
    Part,
    Positive,
    Prose,
    SeatId,
    SetupId,
    Small,
    Sourced,
    Turns,
    Value,
    Words,
)


class Objective(Item):
    """Something a seat wants to see on the board at the end."""

    id: Named
    """Its id."""
    text: Words
    """What is wanted, in words."""
    when: Expression
    """The condition on the board at the end."""
    private: bool = False
    """Whether only the seat itself knows of it."""
    main: bool = False
    """Whether it comes before the others."""


class Seat(Item):
    """A side, and whoever plays it."""

    id: SeatId
    """Its id."""
    name: Line
    """Its name."""
    brief: Brief = ""
    """In a file: the path of its brief, a Markdown file in the folder. In a save: the brief's text."""
    orders: Annotated[int, Field(ge=1, le=9)] = 1
    """How many orders it may give in a turn."""
    successor: Prose = ""
    """Who takes the seat over when its first holder falls."""
    objectives: list[Objective] = []
    """What it wants."""


class Question(Part):
    """Something that games of the scenario are held to find out; notes are tagged with it."""

    id: Id
    """Its id."""
    text: Line
    """The question."""


class Band(Part):
    """A stretch of a track, up to where the next one begins."""

    from_: Value = Field(alias="from")
    """Its lowest value."""
    word: Line
    """One word for it."""
    text: Prose = ""
    """What it means, in a sentence."""


class Track(Item):
    """A number on the board."""

    id: Named
    """Its id, as conditions and effects use it."""
    name: Line
    """Its name on the board."""
    group: Label = ""
    """The heading it stands under."""
    kind: Literal["track", "bloc"] = "track"
    """A bloc is the support of a group: from -3 to 3 when nothing else is said."""
    min: Value | None = None
    """Its lowest value: 0, or -3 for a bloc."""
    max: Value | None = None
    """Its highest value: 10, or 3 for a bloc."""
    start: Value | None = None
    """Its value at the beginning: 0 when nothing is said. A derived track has none."""
    better: Literal["high", "low", "none"] = "none"
    """Which way is good, for the seat in `for`."""
    for_: SeatId | None = Field(default=None, alias="for")
    """The seat `better` speaks for."""
    derived: Expression | None = None
    """Computed from other tracks, and never changed by an effect."""
    sees: Audience = "public"
    """Who sees it."""
    bands: list[Band] = []
    """What its values mean, from the lowest up."""

    @property
    def low(self) -> int:
        """The lowest value it can have."""
        return lowest(self.min, self.kind)

    @property
    def high(self) -> int:
        """The highest value it can have."""
        return highest(self.max, self.kind)


class Fact(Item):
    """Something that orders, cards or rules may establish."""

    id: Named
    """Its id, as conditions use it: `fact.ID`."""
    text: Words
    """What is established."""
    owner: SeatId | None = None
    """The seat that may build on it."""
    modifier: Annotated[int, Field(ge=-6, le=6)] = 0
    """What it gives an order that builds on it."""
    sees: Audience = "public"
    """Who sees it."""
    lasts: Small = 0
    """For how many turns; 0 is for ever."""
    situation: bool = False
    """Whether it goes on until an order aimed at it succeeds; it is put up again in every turn."""


class Mechanism(Sourced):
    """Something the scenario says about how its world works."""

    id: MechanismId
    """Its id: M1."""
    text: Words
    """What happens."""


class Margins(Part):
    """How 2d6 are read. The margin is the total less the difficulty."""

    naturals: bool = True
    """Whether a thrown 12 that succeeds is strong, and a 2 that misses a backfire, whatever the margin."""
    strong: Annotated[int, Field(ge=-20, le=20)] = 4
    """The margin from which a success is strong."""
    success: Annotated[int, Field(ge=-20, le=20)] = 0
    """The margin from which an order succeeds."""
    backfire: Annotated[int, Field(ge=-20, le=20)] = -4
    """The margin down from which a miss is a backfire."""


class Deck(Item):
    """A pile of cards."""

    id: Id
    """Its id."""
    name: Line
    """Its name."""
    draw: Annotated[int, Field(ge=0, le=9)] = 1
    """How many cards are drawn from it in every event phase."""
    seat: SeatId | None = None
    """The seat whose deck it is: its cards go to that seat's hand."""
    hand: Positive = 3
    """At how many cards in hand nothing more is drawn."""


class Ending(Item):
    """A way in which the game ends; the first in the file that holds is reached."""

    id: Named
    """Its id."""
    title: Line
    """Its title."""
    text: Words
    """What has happened, read out."""
    when: Expression | None = None
    """When it is reached; left out, only an effect brings it about."""
    at: Literal["wrap"] = "wrap"
    """The phase in which it is looked at."""
    final: bool = False
    """Whether it is looked at on the last turn only."""


class Placement(Part):
    """A card put somewhere before the first turn."""

    card: Id
    """The card."""
    where: Place
    """Where it is put."""


class Setup(Item):
    """Where a game begins."""

    id: SetupId
    """Its id; digits go in quotes."""
    title: Line
    """Its title."""
    text: Prose = ""
    """The position, read out at the opening."""
    turns: Turns | None = None
    """How many turns; left out, as the scenario says."""
    calendar: list[Line] = Field(default=[], max_length=99)
    """The label of each turn; left out, as the scenario says."""
    tracks: dict[Named, Value] = {}
    """The tracks that begin elsewhere, and where."""
    facts: list[Named] = []
    """The facts that are established from the beginning."""
    place: list[Placement] = []
    """The cards put somewhere."""
    without: list[Id] = []
    """The cards left out."""


class Origin(Part):
    """What the paragraphs in `source:` are paragraphs of."""

    title: Line
    """Its title."""
    note: Prose = ""
    """Author, date, where to find it."""
