"""What a claims file may say: claims.yaml, what its author believes to follow from the model.

    claims:
      - id: C12
        text: The groups' revenue follows Tehran's purse.
        source: 33
        mechanisms: [M24]
        parts:
          - what: revenue at the end, with the purse held up and without
            form: intervention
            measure: {value: revenue}
            a: {happens: [{turns: [1, 3, 5], effects: [{track: purse, set: 8}]}]}
            b: {}
            at_least: 0.5

A part plays the same seeds on both sides and reads one measure of each. Seats that it does not name
are played by one of their own playbooks, drawn in each game. A part that says `at_least` holds when
a less b reaches it and the 99 % interval of the difference leaves out 0; one that says `at_most`, when
the upper end of that interval does not pass it. A claim holds when all its parts do.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from wargame.decks.effects import Effect
from wargame.decks.fields import (
    Expression,
    Id,
    Line,
    MechanismId,
    Named,
    Part,
    SeatId,
    SetupId,
    Sourced,
    Words,
    described,
    wrong,
)
from wargame.decks.schema import model_schema, register
from wargame.game.names import Quality

Form = Literal["playbooks", "setups", "intervention", "count"]
Turn = Annotated[int, Field(ge=1, le=62)]
ListOfTurns = Annotated[list[Turn], Field(min_length=1, max_length=62)]
CLAIM: str = r"[A-Za-z][A-Za-z0-9_-]{0,39}"


def _size(value: Any) -> str:
    """A size is a number from 0 up, with up to three digits after the point."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100_000:
        return str(value)
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,3})?", value, re.ASCII):
        return value
    what = f"a size is expected here, not {described(value)}"
    raise wrong("size", what, "write a number from 0 up: 15, or 0.5")


def _claim_id(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(CLAIM, value, re.ASCII):
        return value
    what = f"the id of a claim is expected here, not {described(value)}"
    raise wrong("id", what, "begin with a letter; then letters, digits, _ and -: C1")


Size = Annotated[
    str,
    PlainValidator(_size),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, {"type": "string"}]}),
]
"""A number from 0 up, with a point perhaps: `15`, `0.5`."""
ClaimId = Annotated[
    str, PlainValidator(_claim_id), WithJsonSchema({"type": "string", "pattern": f"^{CLAIM}$"})
]


class Measure(Part):
    """What is read of every game: exactly one of share, ever, value, most, objective, part.

    A game that ended early is read on later turns as it ended.
    """

    share: Expression | None = None
    """The share of games in which this holds on turn `at`, in per cent. An ending: `ending.ID`."""
    ever: Expression | None = None
    """The share of games in which this has held at the end of some turn, up to `at`, in per cent."""
    value: Expression | None = None
    """The mean of this amount on turn `at`; less its amount on turn `since`, when that is given."""
    most: Expression | None = None
    """The mean of the highest that this amount has been at the end of a turn, up to `at`."""
    objective: dict[SeatId, Named] | None = None
    """The share of games in which a seat has reached an objective on turn `at`: `{seat: objective}`."""
    part: Expression | None = None
    """In all games together, this amount in per cent of the amount `of`, on turn `at`."""
    of: Expression | None = None
    """What `part` is a part of."""
    at: Turn | None = None
    """The turn at whose end it is read; left out, the last."""
    since: Annotated[int, Field(ge=0, le=62)] | None = None
    """For `value`: the turn whose amount is taken off; 0 is before the first turn."""
    per: Literal[1, 100] = 1
    """For `value`: in one game, or in 100 games."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        given = [name for name in KINDS if getattr(self, name) is not None]
        if len(given) != 1:
            what = f"a measure of {' and '.join(given)}" if given else "a measure of nothing"
            raise wrong("measure", what, f"write one of {', '.join(KINDS)}")
        if (self.part is None) != (self.of is None):
            raise wrong("measure", "part goes with of", "write part: ... and of: ...")
        if self.value is None and (self.since is not None or self.per != 1):
            raise wrong("measure", "since and per go with value", "take them out")
        if self.objective is not None and len(self.objective) != 1:
            raise wrong("measure", "more than one objective", "write {seat: objective}")
        return self


KINDS = ("share", "ever", "value", "most", "objective", "part")
"""The measures there are."""


class Order(Part):
    """An order that a seat gives on certain turns, or does not give."""

    seat: SeatId
    """The seat."""
    order: Named
    """The order, one of the seat's."""
    turns: ListOfTurns | None = None
    """The turns; left out, every turn."""


class Given(Order):
    """An order that a seat gives on certain turns, whatever its playbook would do.

    When it cannot be given then, the seat gives none.
    """

    target: Named | None = None
    """What it is aimed at, when it has targets."""
    comes: Quality | None = None
    """What it comes to: strong, success, failure, backfire; left out, it is adjudicated."""


class Happening(Part):
    """Something that happens by itself on certain turns, before orders are given."""

    turns: ListOfTurns | None = None
    """The turns; left out, every turn."""
    effects: list[Effect] = Field(min_length=1)
    """What happens."""


class Side(Part):
    """One side of a comparison: where its games begin, who plays, and what is done otherwise."""

    setup: SetupId | None = None
    """Where the games begin; left out, as the scenario says."""
    playbooks: dict[SeatId, Id] = {}
    """Who plays a seat: one of its playbooks, or `random`."""
    each: dict[SeatId, list[Id]] = {}
    """Who plays a seat, one after the other: the side is how much the measure differs between them.

    That is the standard deviation of the measure's means, one for each of these playbooks.
    """
    do: list[Given] = []
    """Orders that are given, whatever the playbooks would do."""
    do_not: list[Order] = []
    """Orders that are not given, but for those in `do`."""
    happens: list[Happening] = []
    """What happens by itself."""


class Less(Part):
    """A second difference that is taken off the first."""

    a: Side
    """Its first side."""
    b: Side
    """Its second side."""


class ClaimPart(Part):
    """One comparison."""

    what: Line
    """What is compared, in words."""
    form: Form
    """playbooks: the sides differ in who plays; setups: in where they begin; intervention: in what is done;
    count: there is one side, and its measure is counted within its games."""
    measure: Measure
    """What is read of every game."""
    given: Side = Field(default_factory=Side)
    """What holds for all sides; a side may say more."""
    a: Side
    """The side where the measure is greater."""
    b: Side | None = None
    """The other side; left out for a count."""
    less: Less | None = None
    """Another difference that is taken off: what a is over b, less what its a is over its b."""
    at_least: Size | None = None
    """How much a is over b at least, in the measure's unit; 0 when only the direction is claimed."""
    at_most: Size | None = None
    """Instead: how much a is over b at most."""

    @model_validator(mode="after")
    def _sides(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            do = "write at_least: a size (0 when only the direction is claimed), or at_most"
            raise wrong("part", "a part says either at_least or at_most", do)
        if self.form == "count" and (self.b is not None or self.less is not None):
            raise wrong("part", "a count has one side", "leave b and less out")
        if self.form != "count" and self.b is None:
            raise wrong("part", "a side to compare with is missing", "write b: ...")
        return self

    def sides(self) -> dict[str, Side]:
        """Its sides by their place: a, b, less.a, less.b; each with what is given for all."""
        written = {"a": self.a, "b": self.b}
        if self.less is not None:
            written |= {"less.a": self.less.a, "less.b": self.less.b}
        return {
            place: joined(self.given, side) for place, side in written.items() if side is not None
        }

    @property
    def bound(self) -> Decimal:
        """The size it speaks of."""
        return Decimal(self.at_least if self.at_least is not None else self.at_most or 0)


class Claim(Sourced):
    """Something that its author believes to follow from the model."""

    id: ClaimId
    """Its id, one of its own: C1."""
    text: Words
    """The claim, in words."""
    mechanisms: list[MechanismId] = []
    """The mechanisms that it tests: without them it should lose at least half its size."""
    parts: list[ClaimPart] = Field(min_length=1, max_length=20)
    """What is compared; all of it must hold."""


class ClaimsFile(Part):
    """claims.yaml: what its author believes to follow from the scenario."""

    claims: list[Claim] = Field(max_length=200)
    """The claims."""


def joined(given: Side, side: Side) -> Side:
    """A side with what is given for all sides of its part."""
    return Side(
        setup=side.setup or given.setup,
        playbooks={**given.playbooks, **side.playbooks},
        each={**given.each, **side.each},
        do=[*given.do, *side.do],
        do_not=[*given.do_not, *side.do_not],
        happens=[*given.happens, *side.happens],
    )


register("claims", lambda: model_schema(ClaimsFile))
