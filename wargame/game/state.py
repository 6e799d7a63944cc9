"""The state of a game: everything the rules decide from, and what folding the entries of a save gives.

Containers here are owned by one state and copied by `State.copy`; the values in them are
replaced, never changed in place, so that a copy shares them safely.
"""

from __future__ import annotations

from dataclasses import field, fields
from operator import attrgetter
from typing import Literal

from wargame.game.board import Board
from wargame.game.changes import (
    Cause,
    Change,
    FactMade,
    FactorGiven,
    OrderText,
    Person,
    ResearchQuestion,
    Scheduled,
    SecretText,
    ThrowResult,
)
from wargame.game.clock import Clock
from wargame.game.events import (
    Event,
    Forked,
    IntentionSealed,
    SessionOpened,
    StoodIn,
    TalkNoted,
    TalkOpened,
    TurnsPassed,
)
from wargame.game.events.contest import Contest
from wargame.game.events.others import OtherMethod
from wargame.game.names import FACILITATOR, Method, Numbers, Phase, Quality, Side, Where
from wargame.game.noted import Note, Parked
from wargame.game.on_table import Adjudication, Argument, Call, Roll
from wargame.game.pace import Pace
from wargame.game.pieces import Inject, Track
from wargame.game.records import dataclass
from wargame.game.scenario import Scenario
from wargame.game.undertaken import Project, Protection

StepKind = Literal[
    "cause",
    "draw",
    "place",
    "shuffle",
    "first",
    "expire",
    "endings",
    "reveal",
    "objectives",
    "timer",
    "lapse",
]


@dataclass(slots=True, frozen=True)
class Step:
    """One thing left to do by itself: settle a cause, draw cards of a deck, or place a card."""

    kind: StepKind
    cause: Cause | None = None
    deck: str = ""
    count: int = 1
    card: str = ""
    where: Where = "out"
    seat: str = ""


@dataclass(slots=True, frozen=True)
class Objection:
    """An objection that was raised after a throw; `back` once the game went back to before it (entry `to`)."""

    order_id: str
    side: Side
    text: str
    author: str
    to: int
    back: bool = False
    numbers: Numbers = ""


@dataclass(slots=True, frozen=True)
class Sealed:
    """An order that a seat has sealed this turn; `seal` and `nonce` as in the save.

    `secret`: a secret argument whose trigger has come; it is none of the seat's orders.
    """

    order_id: str
    seat: str
    order: OrderText
    seal: str
    nonce: str
    secret: bool = False


@dataclass(slots=True, frozen=True)
class Judged:
    """An order that has been ruled on, kept for views and reports."""

    sealed: Sealed
    turn: int
    method: Method
    quality: Quality
    margin: int
    throw: ThrowResult | None
    modifier: int
    changes: tuple[Change, ...]
    text: str
    narrative: str
    detected: bool
    contest: Contest | None = None
    rolls: tuple[Roll, ...] = ()
    estimates: tuple[tuple[str, int], ...] = ()
    others: tuple[OtherMethod, ...] = ()
    lowered: bool = False
    odds: int = -1
    arguments: tuple[Argument, ...] = ()
    factors: tuple[FactorGiven, ...] = ()
    edited: bool = False


@dataclass(slots=True, frozen=True)
class Message:
    """Words sent in the talks of a turn."""

    turn: int
    sender: str
    to: tuple[str, ...]
    text: str


@dataclass(slots=True, frozen=True)
class Happening:
    """Something that fired by itself in this turn, for the screens: what, and what it changed."""

    cause: Cause
    changes: tuple[Change, ...]
    fired: bool


@dataclass(slots=True, frozen=True)
class Question:
    """What one seat alone was asked, with its reply."""

    question: str
    seat: str
    turn: int
    text: str
    reply: str = ""
    person: str = ""


@dataclass(slots=True, frozen=True)
class Secret:
    """A secret argument, open until it is triggered or withdrawn."""

    argument_id: str
    seat: str
    turn: int
    argument: SecretText
    seal: str
    nonce: str
    stands: Literal["open", "triggered", "withdrawn"] = "open"


@dataclass(slots=True, frozen=True)
class Injected:
    """An inject that was fired, with the seats it counts for; `how` is `hand`, `date` or `condition`."""

    inject: str
    turn: int
    seats: tuple[str, ...]
    how: str


Line = tuple["Line | None", Event]
"""Events that led to a state, the last one first in hand: (the line before, the event)."""
Past = tuple["Past | None", Line | None]
"""Every entry since the opening: (the past before, the line that stood after the entry)."""


@dataclass(slots=True)
class State:
    """A game at one moment. See the module's note on who owns what.

    `entries` is the number of the last entry; `branches` pairs the lines that rewinds left with the
    entry at which they were left; `corrections` are (entry, field, text). `merged` are seats that are
    played together; `given` says whose an objective is, by seat and objective: (person, text of the
    table's own); `uninitiated` are people who do not see their seat's objectives;
    `newcomers` joined late and have not been handed the screen yet; `struck` are words
    left out of reports, by (person, entry); `earlier` are cards that came in turns before: (turn, card).

    `scenario` holds the injects that were fired as cards; `written` are those written on the spot, and
    `inject_marks` says which are `held`, `skipped` or `fired`. `calm` says of each turn whether no track
    left its band (without tracks: no fact was made or ended), and `holding` how many seats gave no order.
    `screen` is who looks at the shared screen; `swapped` are seats that changed places in this turn;
    `fork` is the fork that this session began with. `followed`: a public screen follows elsewhere.
    """

    scenario: Scenario
    session: str
    setup: str
    board: Board
    seed: bytes
    commitment: str
    seed_given: bool
    chance: str
    banner: str
    hand_dice: bool
    people: dict[str, Person]
    playbooks: dict[str, str]
    phrases: dict[str, tuple[str, str]] = field(default_factory=dict)
    phase: Phase = "setup"
    settled: bool = False
    closed: bool = False
    labels: dict[str, int] = field(default_factory=dict)
    piles: dict[str, list[str]] = field(default_factory=dict)
    discards: dict[str, list[str]] = field(default_factory=dict)
    hands: dict[str, list[str]] = field(default_factory=dict)
    out: list[str] = field(default_factory=list)
    first: tuple[str, ...] = ()
    todo: list[Step] = field(default_factory=list)
    called: Call | None = None
    thrown: dict[tuple[str, str, int], int] = field(default_factory=dict)
    dilemmas: dict[str, str] = field(default_factory=dict)
    lasting: dict[str, int] = field(default_factory=dict)
    scheduled: list[Scheduled] = field(default_factory=list)
    fired_once: set[str] = field(default_factory=set)
    sealed: dict[str, Sealed] = field(default_factory=dict)
    revealed: tuple[str, ...] = ()
    queue: list[str] = field(default_factory=list)
    detected: set[str] = field(default_factory=set)
    adjudication: Adjudication | None = None
    judged: list[Judged] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    facts_before: dict[str, FactMade] = field(default_factory=dict)
    ending: str = ""
    past_endings: set[str] = field(default_factory=set)
    held: dict[str, dict[str, bool]] = field(default_factory=dict)
    answers: list[tuple[str, str, str]] = field(default_factory=list)
    votes: dict[str, str] = field(default_factory=dict)
    read_cards: bool = False
    turned: dict[str, str] = field(default_factory=dict)
    situations_put: int = 0
    asked: dict[str, Question] = field(default_factory=dict)
    secret_arguments: bool = False
    secrets: dict[str, Secret] = field(default_factory=dict)
    written: dict[str, Inject] = field(default_factory=dict)
    inject_marks: dict[str, str] = field(default_factory=dict)
    injected: list[Injected] = field(default_factory=list)
    calm: dict[int, bool] = field(default_factory=dict)
    holding: dict[int, int] = field(default_factory=dict)
    questions: list[ResearchQuestion] = field(default_factory=list)
    observers_see: str = "public"
    merged: list[tuple[str, ...]] = field(default_factory=list)
    given: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    uninitiated: set[str] = field(default_factory=set)
    newcomers: set[str] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    plan: dict[int, str] = field(default_factory=dict)
    parked: dict[str, Parked] = field(default_factory=dict)
    struck: set[tuple[str, int]] = field(default_factory=set)
    earlier: list[tuple[int, str]] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)
    clock: Clock = field(default_factory=Clock)
    spotlight: str = ""
    protected: dict[str, Protection] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)
    intentions: dict[str, IntentionSealed] = field(default_factory=dict)
    standins: dict[str, StoodIn] = field(default_factory=dict)
    warned: set[str] = field(default_factory=set)
    late: set[str] = field(default_factory=set)
    talks: list[TalkOpened] = field(default_factory=list)
    talk_notes: dict[tuple[int, str, tuple[str, ...]], TalkNoted] = field(default_factory=dict)
    passed: list[TurnsPassed] = field(default_factory=list)
    opening: SessionOpened | None = None
    entries: int = 0
    past: Past | None = None
    line: Line | None = None
    branches: tuple[tuple[str, int], ...] = ()
    corrections: tuple[tuple[int, str, str], ...] = ()
    screen: str = FACILITATOR
    followed: bool = False
    rehearsal: bool = False
    swapped: tuple[tuple[str, str], ...] = ()
    objection: Objection | None = None
    fork: Forked | None = None

    def copy(self) -> State:
        """A state that can be changed without changing this one."""
        values = list(_VALUES(self))
        for place in _COPIED:
            values[place] = values[place].copy()
        for place in _NESTED:
            values[place] = {key: one.copy() for key, one in values[place].items()}
        new = State(*values)
        if new.adjudication is not None:
            new.adjudication = new.adjudication.copy()
        return new

    def first_turn(self) -> int:
        """The turn from which the time of something that begins now counts: the next one in `wrap`."""
        return max(1, self.board.turn + (self.phase == "wrap"))

    def value(self, index: int) -> int:
        """A track's value; a derived track's is computed, between its bounds."""
        return value_of(self.scenario.tracks[index], self.board)


def value_of(track: Track, board: Board) -> int:
    """A track's value on a board; a derived track's is computed, between its bounds."""
    if track.derived is None:
        return board.tracks[track.index]
    return max(track.low, min(track.high, track.derived(board, -1)))


_NAMES = [place.name for place in fields(State)]
_VALUES = attrgetter(*_NAMES)
_NESTED = [_NAMES.index(name) for name in ("piles", "discards", "hands")]
_OWNED = (list, dict, set)
_COPIED = [
    place
    for place, one in enumerate(fields(State))
    if (one.name == "board" or one.default_factory in _OWNED) and place not in _NESTED
] + [_NAMES.index("people"), _NAMES.index("playbooks")]
"""Where in `_NAMES` the containers are that belong to one state."""
