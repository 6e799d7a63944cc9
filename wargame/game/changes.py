"""What an event may hold: causes, changes of the board, throws, and what people wrote.

Probabilities are basis points (10,000 is certain). Treat everything here as fixed once made.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from wargame.game.names import Where
from wargame.game.records import dataclass

CauseKind = Literal["card", "lasting", "rule", "later", "order", "option", "expiry"]


ADDED = {"added": True}
"""Marks a field that older saves have not: it is left out of an entry, and of what is sealed, while it is empty."""


@dataclass(slots=True)
class Cause:
    """What made something happen: a card, a standing rule, a scheduled effect, an order, an option, or time.

    `target` is the index of the order's chosen target, or -1. `order` is the order that a scheduled
    effect goes back to: who may not know of it is not told why this happens.
    """

    kind: CauseKind
    id: str
    target: int = -1
    order: str = ""


@dataclass(slots=True)
class TrackChange:
    """A track went from `before` to `after`. Who may see the track is told why if `sees` says so too."""

    track: str
    before: int
    after: int
    why: str = ""
    mechanism: str = ""
    sees: tuple[str, ...] = ("*",)
    do: Literal["track"] = "track"


@dataclass(slots=True)
class FactMade:
    """A fact is established until the end of turn `until` (0: for ever).

    A `situation` goes on, and is put up again every turn, until an order aimed at it succeeds.
    """

    fact: str
    text: str
    until: int = 0
    owner: str = ""
    modifier: int = 0
    sees: tuple[str, ...] = ("*",)
    source: str = ""
    why: str = ""
    mechanism: str = ""
    situation: bool = False
    do: Literal["fact"] = "fact"


@dataclass(slots=True)
class FactEnded:
    """A fact holds no longer; `text` and `sees` are what they were."""

    fact: str
    why: str = ""
    mechanism: str = ""
    text: str = ""
    sees: tuple[str, ...] = ("*",)
    do: Literal["end"] = "end"


@dataclass(slots=True)
class CountChange:
    """A counter of the scenario's own now stands at `after`. Only the facilitator sees counters."""

    name: str
    after: int
    do: Literal["count"] = "count"


@dataclass(slots=True)
class Scheduled:
    """The scenario's effect `key` will happen in the event phase of `turn`; `order` as in `Cause`."""

    key: str
    turn: int
    target: int = -1
    order: str = ""
    do: Literal["later"] = "later"


@dataclass(slots=True)
class Detected:
    """A covert order is known to everyone from now on."""

    order_id: str
    why: str = ""
    do: Literal["detect"] = "detect"


@dataclass(slots=True)
class CardMove:
    """A card is to go somewhere; a `card_placed` entry follows."""

    card: str
    deck: str
    where: Where
    seat: str = ""
    do: Literal["card"] = "card"


@dataclass(slots=True)
class DrawCards:
    """`count` cards of a deck are to be drawn; `card_drawn` entries follow."""

    deck: str
    count: int
    do: Literal["draw"] = "draw"


@dataclass(slots=True)
class EndingMade:
    """The game has reached an ending."""

    ending: str
    do: Literal["ending"] = "ending"


Change = (
    TrackChange
    | FactMade
    | FactEnded
    | CountChange
    | Scheduled
    | Detected
    | CardMove
    | DrawCards
    | EndingMade
)


@dataclass(slots=True)
class ResearchQuestion:
    """What the session is held to find out; notes are tagged with its id."""

    id: str
    text: str


@dataclass(slots=True)
class Person:
    """Somebody at the table; `seat` is a seat's id, `observer` or `facilitator`, or empty for who has left.

    Names stand here and nowhere else.
    """

    id: str
    name: str
    seat: str


@dataclass(slots=True)
class ThrowResult:
    """Dice as thrown: values of 1 to `sides`. `entered` marks a die thrown by hand (label and nonce are then empty)."""

    label: str
    nonce: str
    sides: int
    dice: list[int]
    entered: bool


@dataclass(slots=True)
class OrderText:
    """What a seat orders: an order of the menu (`move`, or empty for a free order), in the seat's words.

    `result` is the measurable result wanted, `reasons` the arguments for it, `assets` cards of the hand.
    `aimed` is a situation that its success ends.
    """

    move: str
    action: str
    result: str = ""
    reasons: list[str] = field(default_factory=list)
    target: str = ""
    covert: bool = False
    assets: list[str] = field(default_factory=list)
    person: str = ""
    aimed: str = field(default="", metadata=ADDED)


@dataclass(slots=True)
class FactorGiven:
    """A modifier fixed when the adjudication opened: from the scenario, an asset or a fact.

    Who is not in `sees` is told how much, but not why.
    """

    by: int
    why: str
    source: str = ""
    mechanism: str = ""
    sees: tuple[str, ...] = ("*",)


@dataclass(slots=True)
class Push:
    """What an inject written on the spot does to a track: moves it by `by`."""

    track: str
    by: int


@dataclass(slots=True)
class SecretText:
    """A secret argument: what it waits for, and what is then done, in the seat's words.

    `trigger` says in words when it is shown; `when` is the same as an expression, or empty: then the
    facilitator says when it has come. `move` is an order of the seat's menu that is held back, aimed at
    `target`; empty for one in the seat's own words.
    """

    trigger: str
    action: str
    result: str = ""
    reasons: list[str] = field(default_factory=list)
    when: str = ""
    person: str = ""
    move: str = field(default="", metadata=ADDED)
    target: str = field(default="", metadata=ADDED)
