"""The order on the table, as it is judged so far: a part of the state of a game."""

from __future__ import annotations

from copy import copy
from dataclasses import field

from wargame.game.changes import Cause, Change, FactorGiven, ThrowResult
from wargame.game.events.contest import Contest, Party
from wargame.game.events.others import OtherMethod
from wargame.game.names import About, Method, Numbers, Quality, Side, Weight
from wargame.game.records import dataclass


@dataclass(slots=True, frozen=True)
class Argument:
    """An argument as it stands, with how it is counted."""

    id: str
    side: Side
    text: str
    author: str
    weight: Weight
    about: About = "action"


@dataclass(slots=True, frozen=True)
class Roll:
    """One side's dice in one round of an opposed throw."""

    party: Party
    throw: ThrowResult


@dataclass(slots=True)
class Call:
    """A throw that was called and not yet thrown."""

    purpose: str
    cause: Cause
    index: int
    sides: int
    modifier: int
    needed: int
    odds: int
    label: str
    entered: bool
    party: Party = "order"


@dataclass(slots=True)
class Adjudication:
    """An order on the table: how it is judged so far.

    `throw` holds the dice of `called` once they lie. In an opposed throw `called` is each side's in
    turn, and `rolls` holds all of them. `numbers` are the per cent given so far, by method.
    `hands` are (raised, present), `leanings` (agree, unsure, disagree), empty until counted.
    `whys` are reasons of those whose estimate was far from the others.
    `opponent` is the opposing seat (empty: no seat's), with what counts for it in `opposing`; `faced`
    says that an opposing side was named. `lowered`: consequences made a strong success a plain one.
    `project` is the one that a free order is a stage of; until `appeal` anybody may appeal.
    `aimed` is the situation that its success ends. `objected` is what a late objection made of the
    numbers that had been given.
    """

    order_id: str
    method: Method
    factors: list[FactorGiven]
    arguments: tuple[Argument, ...] = ()
    given: int = -1
    estimates: dict[str, int] = field(default_factory=dict)
    shown: bool = False
    throw: ThrowResult | None = None
    called: Call | None = None
    ruled: Quality | None = None
    quality: Quality | None = None
    margin: int = 0
    proposed: tuple[Change, ...] = ()
    text: str = ""
    reason: str = ""
    numbers: dict[Method, int] = field(default_factory=dict)
    whys: dict[str, str] = field(default_factory=dict)
    hands: tuple[int, ...] = ()
    leanings: tuple[int, ...] = ()
    opponent: str = ""
    opposing: tuple[FactorGiven, ...] = ()
    faced: bool = False
    contest: Contest | None = None
    rolls: tuple[Roll, ...] = ()
    lowered: bool = False
    others: tuple[OtherMethod, ...] = ()
    project: str = ""
    appeal: str = ""
    aimed: str = ""
    objected: Numbers = ""

    def copy(self) -> Adjudication:
        """An adjudication that can be changed without changing this one."""
        new = copy(self)
        new.estimates = self.estimates.copy()
        new.numbers = self.numbers.copy()
        new.whys = self.whys.copy()
        return new
