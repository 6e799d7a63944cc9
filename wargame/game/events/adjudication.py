"""Entries about adjudication: arguments, methods, estimates, results and rulings."""

from __future__ import annotations

from dataclasses import field

from wargame.game.changes import ADDED, Change, FactMade, FactorGiven
from wargame.game.events.others import OtherMethod
from wargame.game.names import About, Method, Numbers, Quality, Side, Weight
from wargame.game.records import dataclass


@dataclass(slots=True)
class AdjudicationOpened:
    """An order is taken up; its factors are fixed. Its reasons become arguments for it."""

    order_id: str
    method: Method
    factors: list[FactorGiven]


@dataclass(slots=True)
class ArgumentAdded:
    """An argument for or against the order, with its author; it counts as 1 until weighed.

    Where it is a late objection, `numbers` says what becomes of those that people gave before it.
    """

    order_id: str
    argument: str
    side: Side
    text: str
    author: str
    weight: Weight = "counted"
    about: About = "action"
    numbers: Numbers = field(default="", metadata=ADDED)


@dataclass(slots=True)
class ArgumentWeighed:
    """The facilitator marks an argument as counted, strong or set aside."""

    order_id: str
    argument: str
    weight: Weight


@dataclass(slots=True)
class MethodChosen:
    """The facilitator chooses how the order is adjudicated; `given` is the entered probability in per cent, or -1.

    For an opposed throw `opponent` is the opposing seat (empty: no seat's), and `opposing` what
    counts for it by itself.
    """

    order_id: str
    method: Method
    given: int = -1
    reason: str = ""
    opponent: str = ""
    opposing: list[FactorGiven] = field(default_factory=list)


@dataclass(slots=True)
class Ruled:
    """A quality without dice: the umpire's, with the reason, or an automatic success."""

    order_id: str
    quality: Quality
    reason: str = ""


@dataclass(slots=True)
class ResultProposed:
    """What the scenario makes of the result.

    `margin` is dice + modifier - difficulty for 2d6, and target - throw for d100. `rounds` is how
    many rounds an opposed throw took. `lowered`: it was strong by the dice, but an argument about its
    consequences was counted. `others` is what each other method would have given.
    """

    order_id: str
    method: Method
    quality: Quality
    margin: int
    changes: list[Change]
    text: str
    reason: str = ""
    rounds: int = 0
    lowered: bool = False
    others: list[OtherMethod] = field(default_factory=list)


@dataclass(slots=True)
class ResultAccepted:
    """The ruling: the effects as applied, edited or not, with the facilitator's narrative."""

    order_id: str
    quality: Quality
    changes: list[Change]
    edited: bool = False
    reason: str = ""
    narrative: str = ""


@dataclass(slots=True)
class FactRecorded:
    """The facilitator turned a result into a fact of the table's own."""

    fact: FactMade
    order_id: str = ""


@dataclass(slots=True)
class TrackAdjusted:
    """The facilitator set a track by hand, with a reason."""

    track: str
    before: int
    after: int
    reason: str
