"""What a report tells of a game: everything a save holds, sorted by turn, order and person.

`Record` and its parts hold plain facts for whoever writes them down, in whatever format. What a
rewind left behind is kept apart: the turns tell the line that counts.
"""

from __future__ import annotations

from dataclasses import field

from wargame.game.changes import Cause, Change, FactorGiven
from wargame.game.events import (
    AnswerGiven,
    AppealOpened,
    Corrected,
    DiceThrown,
    EstimateSealed,
    EstimatesShown,
    FactorGranted,
    FactRecorded,
    Forked,
    HandsCounted,
    LeaningsTaken,
    MessageSent,
    MethodChosen,
    NoteWritten,
    ObjectionRaised,
    OrderSealed,
    PlacesSwapped,
    PlayedOn,
    ProjectDeclared,
    ProtectionSet,
    ResultAccepted,
    ResultProposed,
    SeatHanded,
    SessionOpened,
    SpotlightSet,
    TalkNoted,
    TalkOpened,
    ThrowCalled,
    TrackAdjusted,
    VoteCast,
)
from wargame.game.events.silence import (
    IntentionSealed,
    IntentionWithdrawn,
    OrderLate,
    SilenceWarned,
    StoodIn,
)
from wargame.game.events.timing import TurnsPassed
from wargame.game.names import About, Method, Quality, Side, Weight
from wargame.game.records import dataclass
from wargame.game.scenario import Scenario
from wargame.reports.timeline import LeftLine

Silence = SilenceWarned | StoodIn | OrderLate | IntentionSealed | IntentionWithdrawn | TurnsPassed
"""What a turn's record tells of silence and of turns passed over."""


@dataclass(slots=True)
class Throw:
    """A throw that was called at entry `n`, and its dice once they lie."""

    n: int
    call: ThrowCalled
    dice: DiceThrown | None = None


@dataclass(slots=True)
class Happened:
    """Something that came by itself: a card, a standing rule, a scheduled effect, an option, an expiry.

    `throws` are the chances thrown for it; `seat` is who chose, for an option.
    """

    n: int
    phase: str
    cause: Cause
    title: str
    text: str
    source: str
    fired: bool
    changes: list[Change]
    throws: list[Throw] = field(default_factory=list)
    seat: str = ""


@dataclass(slots=True)
class Version:
    """One sealing of an order, or its withdrawal (`event` None); `sound` says whether the seal fits."""

    n: int
    at: str
    event: OrderSealed | None
    sound: bool | None = None


@dataclass(slots=True)
class Argued:
    """An argument with every way it was counted, the last one last."""

    id: str
    side: Side
    text: str
    author: str
    weights: list[Weight]
    about: About = "action"


@dataclass(slots=True)
class Alternative:
    """What another method would have given: its odds in basis points, and its reading of the same dice."""

    method: Method
    modifier: int
    odds: int
    quality: Quality | None


@dataclass(slots=True)
class Judgement:
    """An adjudication from its opening to its ruling; `chances` are the throws for its effects.

    `rounds` are the throws of an opposed one, each side's in turn; `heard` is what the facilitator did
    about the order beside arguing.
    """

    n: int
    at: str
    method: Method
    factors: list[FactorGiven]
    arguments: list[Argued] = field(default_factory=list)
    methods: list[MethodChosen] = field(default_factory=list)
    estimates: list[tuple[EstimateSealed, bool | None]] = field(default_factory=list)
    shown: EstimatesShown | None = None
    throw: Throw | None = None
    rounds: list[Throw] = field(default_factory=list)
    polls: list[HandsCounted | LeaningsTaken] = field(default_factory=list)
    whys: dict[str, str] = field(default_factory=dict)
    heard: list[SpotlightSet | FactorGranted | AppealOpened | ProjectDeclared] = field(
        default_factory=list
    )
    chances: list[Throw] = field(default_factory=list)
    others: list[Alternative] = field(default_factory=list)
    proposed: ResultProposed | None = None
    accepted: ResultAccepted | None = None
    ended: str = ""


@dataclass(slots=True)
class Ordered:
    """An order, or a secret argument that was shown, with its versions and, once taken up, its judgement."""

    order_id: str
    seat: str
    versions: list[Version] = field(default_factory=list)
    revealed: bool = False
    judgement: Judgement | None = None
    secret: bool = False

    @property
    def last(self) -> OrderSealed | None:
        """The version that counts; None when the order was withdrawn."""
        return self.versions[-1].event if self.versions else None


@dataclass(slots=True)
class Turn:
    """One turn. `start` and `end` hold every track's value by index.

    `missed` are the throws of rules whose chance did not come off.
    """

    number: int
    label: str
    began: str
    first: list[str]
    start: list[int]
    end: list[int] = field(default_factory=list)
    ended: str = ""
    head: str = ""
    cards: list[tuple[str, str]] = field(default_factory=list)
    happened: list[Happened] = field(default_factory=list)
    missed: list[Throw] = field(default_factory=list)
    messages: list[MessageSent] = field(default_factory=list)
    orders: dict[str, Ordered] = field(default_factory=dict)
    holding: list[str] = field(default_factory=list)
    facts: list[FactRecorded] = field(default_factory=list)
    adjusted: list[TrackAdjusted] = field(default_factory=list)
    handed: list[SeatHanded] = field(default_factory=list)
    guarded: list[ProtectionSet] = field(default_factory=list)
    talks: list[TalkOpened] = field(default_factory=list)
    noted: list[TalkNoted] = field(default_factory=list)
    silence: list[Silence] = field(default_factory=list)
    injects: list[str] = field(default_factory=list)
    facts_changed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    ending: str = ""
    played_on: PlayedOn | None = None


@dataclass(slots=True)
class Record:
    """A whole game, told. `reached` is the phase it stands in at the end of what can be read.

    `arguments` says of each secret argument whether its seal fits; None where none was made.
    """

    opening: SessionOpened
    scenario: Scenario
    opened: str
    last: str
    entries: int
    head: str
    trouble: str
    reached: str = "setup"
    start: list[int] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    before: Turn = field(default_factory=lambda: Turn(0, "", "", [], []))
    held: dict[str, dict[str, bool]] = field(default_factory=dict)
    answers: list[AnswerGiven] = field(default_factory=list)
    votes: dict[str, VoteCast] = field(default_factory=dict)
    notes: list[tuple[int, int, NoteWritten]] = field(default_factory=list)
    corrections: list[tuple[Corrected, str]] = field(default_factory=list)
    lines: list[LeftLine] = field(default_factory=list)
    objections: list[tuple[int, ObjectionRaised]] = field(default_factory=list)
    swaps: list[tuple[int, PlacesSwapped]] = field(default_factory=list)
    rehearsals: list[int] = field(default_factory=list)
    taken_back: list[Throw] = field(default_factory=list)
    forks: list[tuple[int, Forked]] = field(default_factory=list)
    throws: list[Throw] = field(default_factory=list)
    arguments: dict[str, bool | None] = field(default_factory=dict)
    seed: str = ""
