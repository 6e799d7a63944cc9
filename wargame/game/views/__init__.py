"""What one seat, the facilitator or the public may see, built up from nothing.

`view_for` copies what an audience may see into a `View`; a field nobody copies stays hidden.
Views hold no state and no rule, so they can be kept, compared and sent.
"""

from __future__ import annotations

from dataclasses import field

from wargame.game.names import Phase
from wargame.game.pace import Pace
from wargame.game.records import dataclass
from wargame.game.views.asked import AskedView
from wargame.game.views.board import (
    ChangeView,
    FactView,
    HappeningView,
    HeadView,
    ThrowView,
    TrackView,
)
from wargame.game.views.fairness import LedgerView
from wargame.game.views.hands import CardView, DilemmaView, MenuItem, OptionView, TargetView
from wargame.game.views.injects import InjectsView, InjectView
from wargame.game.views.orders import (
    AdjudicationView,
    ArgumentView,
    ContestView,
    FactorView,
    JudgedView,
    OrderView,
    RollView,
)
from wargame.game.views.people import MessageView, ObjectiveView, SeatView
from wargame.game.views.room import EarlierView, NoteView, ParkedView, QuestionView
from wargame.game.views.secret import SecretView
from wargame.game.views.silence import DateView, SpokenView, StandInView, TalkNoteView, TalkView
from wargame.game.views.timing import ClockView, PauseView, StageView
from wargame.game.views.turned import TurnedView
from wargame.game.views.undertakings import BrierView, ProjectView, ProtectionView

__all__ = [
    "AdjudicationView",
    "ArgumentView",
    "AskedView",
    "BrierView",
    "CardView",
    "ChangeView",
    "ClockView",
    "ContestView",
    "DateView",
    "DilemmaView",
    "EarlierView",
    "FactView",
    "FactorView",
    "HappeningView",
    "HeadView",
    "InjectView",
    "InjectsView",
    "JudgedView",
    "LedgerView",
    "MenuItem",
    "MessageView",
    "NoteView",
    "ObjectiveView",
    "OptionView",
    "OrderView",
    "ParkedView",
    "PauseView",
    "ProjectView",
    "ProtectionView",
    "QuestionView",
    "RollView",
    "SeatView",
    "SecretView",
    "SpokenView",
    "StageView",
    "StandInView",
    "TalkNoteView",
    "TalkView",
    "TargetView",
    "ThrowView",
    "TrackView",
    "TurnedView",
    "View",
]


@dataclass(slots=True)
class View:
    """All that `who` may know of a game at one moment. `since` is when the phase began (UTC, as in the save).

    `declared` are the scenario's facts that do not hold now: the facilitator alone may establish them.
    `spotlight` is the order that is argued in full, `weightiest` (for the facilitator) the one that
    would move the board most, and `targets` what orders of any menu can be aimed at.
    `observers`, `staff` (who runs the table), `away` and `newcomers` are people, by id; `locked` whose
    phrase is asked; `followed` says that a public screen follows elsewhere. The facilitator's to know.
    `rehearsal` says that this is Turn Zero, of which nothing counts; `banner` says so too.
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
    facts_before: list[FactView] = field(default_factory=list)
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
    injects: InjectsView | None = None
    followed: bool = False
    turned: list[TurnedView] = field(default_factory=list)
    asked: list[AskedView] = field(default_factory=list)
    secret_arguments: bool = False
    secrets: list[SecretView] = field(default_factory=list)
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
    observers: list[str] = field(default_factory=list)
    staff: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)
    newcomers: list[str] = field(default_factory=list)
    questions: list[QuestionView] = field(default_factory=list)
    notes: list[NoteView] = field(default_factory=list)
    plan: dict[int, str] = field(default_factory=dict)
    parked: list[ParkedView] = field(default_factory=list)
    struck: list[tuple[str, int]] = field(default_factory=list)
    uninitiated: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)
    earlier: list[EarlierView] = field(default_factory=list)
    since: str = ""
    spotlight: str = ""
    weightiest: str = ""
    protections: list[ProtectionView] = field(default_factory=list)
    projects: list[ProjectView] = field(default_factory=list)
    targets: list[TargetView] = field(default_factory=list)
    briers: list[BrierView] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)
    clock: ClockView = field(default_factory=ClockView)
    rehearsal: bool = False
    ledger: list[LedgerView] = field(default_factory=list)
    intentions: list[OrderView] = field(default_factory=list)
    standins: list[StandInView] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    talks: list[TalkView] = field(default_factory=list)
    spoken: list[SpokenView] = field(default_factory=list)
    calendar: list[DateView] = field(default_factory=list)
