"""What happened: one dataclass for each kind of entry in a save.

An event's fields are the entry's `data`; its class name in snake case is the entry's `kind`.
Treat every event as fixed once made. Probabilities are basis points (10,000 is certain).
"""

from __future__ import annotations

import re

from wargame.game.events.adjudication import (
    AdjudicationOpened,
    ArgumentAdded,
    ArgumentWeighed,
    FactRecorded,
    MethodChosen,
    ResultAccepted,
    ResultProposed,
    Ruled,
    TrackAdjusted,
)
from wargame.game.events.asked import SeatAsked, SeatReplied
from wargame.game.events.cards import (
    CardDrawn,
    CardPlaced,
    DeckShuffled,
    DilemmaAnswered,
    DilemmaPut,
    EffectsApplied,
    OrderDrawn,
)
from wargame.game.events.chance import (
    DiceThrown,
    ThrowCalled,
)
from wargame.game.events.ending import (
    AnswerGiven,
    EndingReached,
    ObjectivesRead,
    PlayedOn,
    SessionClosed,
    VoteCast,
)
from wargame.game.events.facts import (
    FactChanged,
    FactEndedByHand,
    SituationAimedAt,
    SituationsPut,
)
from wargame.game.events.history import (
    Corrected,
    Forked,
    ObjectionRaised,
    PlacesSwapped,
    Rewound,
    TurnZeroBegun,
)
from wargame.game.events.injects import InjectFired, InjectMarked, InjectWritten
from wargame.game.events.judged import OrderJudged
from wargame.game.events.orders import (
    OrderSealed,
    OrdersRevealed,
    OrderWithdrawn,
)
from wargame.game.events.polls import (
    EstimateExplained,
    EstimateSealed,
    EstimatesShown,
    HandsCounted,
    LeaningsTaken,
)
from wargame.game.events.room import (
    BannerChanged,
    ItemParked,
    ItemTicked,
    ObjectiveGiven,
    PersonLeft,
    PlanWritten,
    QuestionAdded,
    SeatsMerged,
    SeatsParted,
    WordsStruck,
)
from wargame.game.events.screens import PublicFollowed, ScreenLocked, ScreenUnlocked
from wargame.game.events.secret import (
    ArgumentSealed,
    ArgumentTriggered,
    ArgumentWithdrawn,
    SecretArgumentsAllowed,
)
from wargame.game.events.session import (
    MessageSent,
    NoteWritten,
    PersonSeated,
    PhaseBegun,
    PhaseSettled,
    PhraseSet,
    ScreenHanded,
    SeatHanded,
    SessionOpened,
)
from wargame.game.events.silence import (
    IntentionSealed,
    IntentionWithdrawn,
    OrderLate,
    SilenceWarned,
    StoodIn,
)
from wargame.game.events.spotlight import (
    AppealOpened,
    FactorGranted,
    SpotlightSet,
)
from wargame.game.events.talks import TalkNoted, TalkOpened
from wargame.game.events.timing import (
    ClockSetBack,
    PaceSet,
    TimerExtended,
    TimerPaused,
    TimerResumed,
    TimerSet,
    TimerStarted,
    TurnsPassed,
)
from wargame.game.events.turned import CardHeld, CardLetAct, CardSkipped
from wargame.game.events.undertakings import (
    ProjectDeclared,
    ProtectionSet,
)

__all__ = [
    "BY_TABLE",
    "EVENTS",
    "KINDS",
    "AdjudicationOpened",
    "AnswerGiven",
    "AppealOpened",
    "ArgumentAdded",
    "ArgumentSealed",
    "ArgumentTriggered",
    "ArgumentWeighed",
    "ArgumentWithdrawn",
    "BannerChanged",
    "CardDrawn",
    "CardHeld",
    "CardLetAct",
    "CardPlaced",
    "CardSkipped",
    "ClockSetBack",
    "Corrected",
    "DeckShuffled",
    "DiceThrown",
    "DilemmaAnswered",
    "DilemmaPut",
    "EffectsApplied",
    "EndingReached",
    "EstimateExplained",
    "EstimateSealed",
    "EstimatesShown",
    "Event",
    "FactChanged",
    "FactEndedByHand",
    "FactRecorded",
    "FactorGranted",
    "Forked",
    "HandsCounted",
    "InjectFired",
    "InjectMarked",
    "InjectWritten",
    "IntentionSealed",
    "IntentionWithdrawn",
    "ItemParked",
    "ItemTicked",
    "LeaningsTaken",
    "MessageSent",
    "MethodChosen",
    "NoteWritten",
    "ObjectionRaised",
    "ObjectiveGiven",
    "ObjectivesRead",
    "OrderDrawn",
    "OrderJudged",
    "OrderLate",
    "OrderSealed",
    "OrderWithdrawn",
    "OrdersRevealed",
    "PaceSet",
    "PersonLeft",
    "PersonSeated",
    "PhaseBegun",
    "PhaseSettled",
    "PhraseSet",
    "PlacesSwapped",
    "PlanWritten",
    "PlayedOn",
    "ProjectDeclared",
    "ProtectionSet",
    "PublicFollowed",
    "QuestionAdded",
    "ResultAccepted",
    "ResultProposed",
    "Rewound",
    "Ruled",
    "ScreenHanded",
    "ScreenLocked",
    "ScreenUnlocked",
    "SeatAsked",
    "SeatHanded",
    "SeatReplied",
    "SeatsMerged",
    "SeatsParted",
    "SecretArgumentsAllowed",
    "SessionClosed",
    "SessionOpened",
    "SilenceWarned",
    "SituationAimedAt",
    "SituationsPut",
    "SpotlightSet",
    "StoodIn",
    "TalkNoted",
    "TalkOpened",
    "ThrowCalled",
    "TimerExtended",
    "TimerPaused",
    "TimerResumed",
    "TimerSet",
    "TimerStarted",
    "TrackAdjusted",
    "TurnZeroBegun",
    "TurnsPassed",
    "VoteCast",
    "WordsStruck",
    "kind_of",
]

Event = (
    SessionOpened
    | PersonSeated
    | SeatHanded
    | PhraseSet
    | ScreenHanded
    | NoteWritten
    | MessageSent
    | PaceSet
    | TimerExtended
    | TimerPaused
    | TimerResumed
    | TimerSet
    | TimerStarted
    | ClockSetBack
    | IntentionSealed
    | IntentionWithdrawn
    | OrderLate
    | SilenceWarned
    | StoodIn
    | TalkNoted
    | TalkOpened
    | TurnsPassed
    | PhaseBegun
    | PhaseSettled
    | DeckShuffled
    | SeatsMerged
    | SeatsParted
    | PersonLeft
    | ObjectiveGiven
    | BannerChanged
    | QuestionAdded
    | PlanWritten
    | ItemParked
    | ItemTicked
    | WordsStruck
    | MessageSent
    | PhaseBegun
    | PhaseSettled
    | DeckShuffled
    | OrderDrawn
    | CardDrawn
    | CardPlaced
    | DilemmaPut
    | DilemmaAnswered
    | EffectsApplied
    | CardLetAct
    | CardHeld
    | CardSkipped
    | SeatAsked
    | SeatReplied
    | ScreenLocked
    | ScreenUnlocked
    | PublicFollowed
    | SecretArgumentsAllowed
    | ArgumentSealed
    | ArgumentWithdrawn
    | ArgumentTriggered
    | InjectWritten
    | InjectMarked
    | InjectFired
    | ThrowCalled
    | DiceThrown
    | OrderSealed
    | OrderWithdrawn
    | OrdersRevealed
    | AdjudicationOpened
    | ArgumentAdded
    | ArgumentWeighed
    | MethodChosen
    | EstimateSealed
    | EstimatesShown
    | LeaningsTaken
    | HandsCounted
    | EstimateExplained
    | SpotlightSet
    | FactorGranted
    | AppealOpened
    | ProtectionSet
    | ProjectDeclared
    | Ruled
    | ResultProposed
    | ResultAccepted
    | OrderJudged
    | FactRecorded
    | FactChanged
    | FactEndedByHand
    | SituationsPut
    | SituationAimedAt
    | TrackAdjusted
    | EndingReached
    | PlayedOn
    | ObjectivesRead
    | AnswerGiven
    | VoteCast
    | SessionClosed
    | Rewound
    | ObjectionRaised
    | PlacesSwapped
    | TurnZeroBegun
    | Forked
    | Corrected
)

EVENTS: tuple[type[Event], ...] = Event.__args__
"""Every kind of event."""

BY_TABLE: tuple[type, ...] = (
    SituationsPut,
    TimerStarted,
    ClockSetBack,
    PhaseSettled,
    DeckShuffled,
    OrderDrawn,
    CardDrawn,
    CardPlaced,
    DilemmaPut,
    EffectsApplied,
    EndingReached,
    ObjectivesRead,
)
"""The events that nobody at the table brings about: their entries are by `table`."""


def kind_of(event: type) -> str:
    """The entry kind of an event class: its name in snake case."""
    return _snake(event.__name__)


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


KINDS: dict[str, type[Event]] = {_snake(event.__name__): event for event in EVENTS}
"""Event classes by entry kind."""
