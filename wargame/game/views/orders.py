"""Orders as their audience may read them, and their adjudication."""

from __future__ import annotations

from dataclasses import field

from wargame.game.events.contest import Party
from wargame.game.events.others import OtherMethod
from wargame.game.names import About, Method, Numbers, Quality, Side, Weight
from wargame.game.records import dataclass
from wargame.game.views.board import ChangeView
from wargame.game.views.undertakings import ProjectView


@dataclass(slots=True)
class OrderView:
    """An order as its audience may read it; `receipt` and `seal` are there once it is sealed.

    `aimed` is the situation that its success ends, `ends` its words; empty for who knows nothing of it.
    `assets` are the cards it was sealed with by their ids, `with_cards` by their titles.
    """

    order_id: str
    seat: str
    move: str
    name: str
    action: str
    result: str
    reasons: list[str]
    target: str
    target_name: str
    covert: bool
    assets: list[str]
    receipt: str
    seal: str
    nonce: str
    aimed: str = ""
    ends: str = ""
    with_cards: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ArgumentView:
    """An argument and how it counts."""

    id: str
    side: Side
    text: str
    author: str
    weight: Weight
    about: About = "action"


@dataclass(slots=True)
class FactorView:
    """A modifier with its reason and source."""

    by: int
    why: str
    source: str


@dataclass(slots=True)
class ContestView:
    """Both sides of an opposed throw: modifiers, what their 2d6 must show, and the odds in basis points.

    `seat` is the opposing one, empty where no seat stands behind it; `factors` count for it by themselves.
    """

    seat: str
    modifier: int
    needed: int
    against: int
    against_needed: int
    win: int
    stalemate: int
    lose: int
    factors: list[FactorView] = field(default_factory=list)


@dataclass(slots=True)
class RollView:
    """One side's dice in a round of an opposed throw."""

    party: Party
    dice: list[int]
    succeeded: bool
    entered: bool


@dataclass(slots=True)
class AdjudicationView:
    """The order on the table.

    `odds` are basis points, -1 while nobody has given a number; `needed` is what 2d6 must show at
    least or a d100 at most. `dice` are those that decide: in an opposed throw the proposer's last, and
    `rolls` all of them. `hands` are (raised, present), `leanings` (agree, not sure, disagree), empty
    until counted. `far_off` are those whose estimates are far from the median, `whys` their reasons. `others` is what
    each other method would give. `lowered`: consequences made a strong success a plain one. Until
    `appeal` (a stamp in UTC) anybody may appeal. `objected` is what became of the numbers that were
    given before a late objection.
    """

    order: OrderView
    method: Method
    factors: list[FactorView]
    arguments: list[ArgumentView]
    modifier: int
    needed: int
    odds: int
    sides: int
    called: bool
    entered: bool
    dice: list[int]
    quality: Quality | None
    margin: int
    proposed: list[ChangeView]
    text: str
    reason: str
    estimators: list[str] = field(default_factory=list)
    estimated: list[str] = field(default_factory=list)
    estimates: dict[str, int] = field(default_factory=dict)
    given: int = -1
    contest: ContestView | None = None
    rolls: list[RollView] = field(default_factory=list)
    hands: list[int] = field(default_factory=list)
    leanings: list[int] = field(default_factory=list)
    far_off: list[str] = field(default_factory=list)
    whys: dict[str, str] = field(default_factory=dict)
    others: list[OtherMethod] = field(default_factory=list)
    lowered: bool = False
    project: ProjectView | None = None
    appeal: str = ""
    objected: Numbers = ""


@dataclass(slots=True)
class JudgedView:
    """An order that was ruled on, in this turn or an earlier one."""

    order: OrderView
    turn: int
    method: Method
    quality: Quality
    margin: int
    modifier: int
    dice: list[int]
    entered: bool
    changes: list[ChangeView]
    text: str
    narrative: str
    rolls: list[RollView] = field(default_factory=list)
    others: list[OtherMethod] = field(default_factory=list)
    lowered: bool = False
