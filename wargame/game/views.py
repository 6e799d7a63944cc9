"""What one seat, the facilitator or the public may see, built up from nothing.

`view_for` copies what an audience may see into a `View`; a field nobody copies stays hidden.
Views hold no state and no rule, so they can be kept, compared and sent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wargame.game.names import FACILITATOR, Method, Phase, Quality, Side, Weight
from wargame.game.scenario import EVERYONE

PUBLIC = "public"
"""Who looks at the public screen."""


def sees(audience: tuple[str, ...], who: str) -> bool:
    """Whether `who` belongs to an audience; the facilitator belongs to every one."""
    return who == FACILITATOR or audience == EVERYONE or "*" in audience or who in audience


@dataclass(slots=True)
class TrackView:
    """A track as shown: `value` now, `before` at the turn's beginning, and the band it stands in."""

    id: str
    name: str
    group: str
    kind: str
    value: int
    before: int
    low: int
    high: int
    word: str
    sentence: str
    better: str
    seat: str
    public: bool


@dataclass(slots=True)
class FactView:
    """A fact that holds; `until` is its last turn (0: for ever)."""

    id: str
    text: str
    owner: str
    modifier: int
    until: int
    source: str


@dataclass(slots=True)
class ChangeView:
    """A change in words: what kind, of what (id and name), from and to, and why."""

    kind: str
    id: str
    name: str
    before: int
    after: int
    why: str


@dataclass(slots=True)
class HappeningView:
    """Something that happened by itself this turn. `fired` is false for a card that came to nothing."""

    kind: str
    title: str
    text: str
    source: str
    fired: bool
    changes: list[ChangeView]


@dataclass(slots=True)
class OptionView:
    """A way out of a dilemma; `why_not` is empty when it is open."""

    id: str
    text: str
    cost: list[str]
    why_not: str


@dataclass(slots=True)
class DilemmaView:
    """A choice that waits for a seat."""

    card: str
    title: str
    text: str
    seat: str
    options: list[OptionView]


@dataclass(slots=True)
class CardView:
    """A card in a hand."""

    id: str
    title: str
    text: str
    bonus: int
    suits: list[str]
    source: str


@dataclass(slots=True)
class OrderView:
    """An order as its audience may read it; `receipt` and `seal` are there once it is sealed."""

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


@dataclass(slots=True)
class ArgumentView:
    """An argument and how it counts."""

    id: str
    side: Side
    text: str
    author: str
    weight: Weight


@dataclass(slots=True)
class FactorView:
    """A modifier with its reason and source."""

    by: int
    why: str
    source: str


@dataclass(slots=True)
class AdjudicationView:
    """The order on the table.

    `odds` are basis points, -1 while nobody has given a number; `needed` is what 2d6 must show at
    least or a d100 at most.
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
    estimators: list[str]
    estimated: list[str]
    estimates: dict[str, int]
    given: int


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


@dataclass(slots=True)
class ThrowView:
    """A d100 that a rule or an effect waits for, thrown by hand: what for, what it must show at most."""

    what: str
    needed: int


@dataclass(slots=True)
class TargetView:
    """What an order may be aimed at; `why_not` is empty when it can be aimed there now."""

    id: str
    name: str
    why_not: str = ""


@dataclass(slots=True)
class MenuItem:
    """An order of the menu; `why_not` is empty when it can be given now."""

    id: str
    name: str
    text: str
    result: str
    covert: str
    cost: list[str]
    targets: list[TargetView]
    why_not: str
    source: str


@dataclass(slots=True)
class MessageView:
    """Words of the talks."""

    turn: int
    sender: str
    to: list[str]
    text: str


@dataclass(slots=True)
class SeatView:
    """A seat and who plays it. `orders_in` is -1 for everyone but the facilitator and the seat itself.

    `playbooks` names those that could play it, for the facilitator only.
    """

    id: str
    name: str
    people: list[str]
    playbook: str
    locked: bool
    orders: int
    orders_in: int
    playbooks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ObjectiveView:
    """An objective; `held` is what the board said at the end, None before."""

    seat: str
    id: str
    text: str
    private: bool
    main: bool
    held: bool | None


@dataclass(slots=True)
class HeadView:
    """A head receipt: the turn and the first 16 hex digits of the chain's head at its end."""

    turn: int
    head: str


@dataclass(slots=True)
class View:
    """All that `who` may know of a game at one moment. `since` is when the phase began (UTC, as in the save).

    `declared` are the scenario's facts that do not hold now: the facilitator alone may establish them.
    """

    who: str
    session: str
    scenario: str
    title: str
    summary: str
    banner: str
    setup: str
    phase: Phase
    settled: bool
    turn: int
    turns: int
    label: str
    commitment: str
    seed_given: bool
    seed: str
    first: list[str]
    tracks: list[TrackView] = field(default_factory=list)
    facts: list[FactView] = field(default_factory=list)
    declared: list[FactView] = field(default_factory=list)
    seats: list[SeatView] = field(default_factory=list)
    happenings: list[HappeningView] = field(default_factory=list)
    dilemmas: list[DilemmaView] = field(default_factory=list)
    hand: list[CardView] = field(default_factory=list)
    menu: list[MenuItem] = field(default_factory=list)
    sealed: list[OrderView] = field(default_factory=list)
    revealed: list[OrderView] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    adjudication: AdjudicationView | None = None
    throwing: ThrowView | None = None
    judged: list[JudgedView] = field(default_factory=list)
    messages: list[MessageView] = field(default_factory=list)
    ending: str = ""
    ending_text: str = ""
    brief: str = ""
    objectives: list[ObjectiveView] = field(default_factory=list)
    answers: list[tuple[str, str, str]] = field(default_factory=list)
    votes: dict[str, str] = field(default_factory=dict)
    heads: list[HeadView] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    since: str = ""
