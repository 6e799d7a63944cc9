"""Commands that argue an order, throw for it and rule on it."""

from __future__ import annotations

from dataclasses import field

from wargame.game.names import About, Method, Quality, Side, Weight
from wargame.game.records import dataclass


@dataclass(slots=True)
class OpenAdjudication:
    """Take up an order (empty: the next in turn order)."""

    order_id: str = ""


@dataclass(slots=True)
class AddArgument:
    """Argue for or against the order being adjudicated, for the opposing side, or about the consequences."""

    order_id: str
    side: Side
    text: str
    author: str
    weight: Weight = "counted"
    about: About = "action"


@dataclass(slots=True)
class WeighArgument:
    """Mark an argument as counted, strong or set aside."""

    order_id: str
    argument: str
    weight: Weight


@dataclass(slots=True)
class ChooseMethod:
    """Choose how the order is adjudicated; `given` is the probability in per cent for consensus and expert.

    `opponent` is the opposing seat of an opposed throw; empty where no seat stands behind it.
    """

    order_id: str
    method: Method
    given: int = -1
    reason: str = ""
    opponent: str = ""


@dataclass(slots=True)
class CallThrow:
    """Fix method and odds. `entered`: the dice will be thrown by hand."""

    order_id: str
    entered: bool = False


@dataclass(slots=True)
class Throw:
    """Throw the dice that were called. `word` is any word of the thrower's (may be empty)."""

    word: str = ""
    seat: str = ""


@dataclass(slots=True)
class EnterDice:
    """Enter dice thrown by hand: two of 1 to 6, or one of 1 to 100."""

    dice: list[int]
    seat: str = ""


@dataclass(slots=True)
class Rule:
    """The facilitator rules (umpire), with a reason; or an automatic success, whose quality must be `success`."""

    order_id: str
    quality: Quality
    reason: str = ""


@dataclass(slots=True)
class Edit:
    """One effect added by the facilitator: a track set to a value."""

    track: str
    to: int
    why: str


@dataclass(slots=True)
class AcceptResult:
    """Accept the proposed effects.

    `drop` leaves out proposed ones by place (from 0), `add` adds others; either needs a reason.
    """

    order_id: str
    narrative: str = ""
    drop: list[int] = field(default_factory=list)
    add: list[Edit] = field(default_factory=list)
    reason: str = ""


@dataclass(slots=True)
class RecordFact:
    """Turn something into a fact: one of the table's own, or one that the scenario knows.

    `lasts` counts turns (0: for ever). What is left empty or 0 is as the scenario has it. `to` is who
    knows of it: seats, `public`, or `facilitator`. A `situation` goes on until an order ends it.
    """

    fact: str
    text: str
    owner: str = ""
    modifier: int = 0
    lasts: int = 0
    order_id: str = ""
    to: list[str] = field(default_factory=list)
    situation: bool = False
