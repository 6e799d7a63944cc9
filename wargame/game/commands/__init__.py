"""What people ask of the table: one dataclass for each command, by family.

A command carries only what a person decides; nonces, labels and numbers are the table's.
Who asks is given beside the command, never inside it.
"""

from __future__ import annotations

from wargame.game.commands.adjudication import (
    AcceptResult,
    AddArgument,
    CallThrow,
    ChooseMethod,
    Edit,
    EnterDice,
    OpenAdjudication,
    RecordFact,
    Rule,
    Throw,
    WeighArgument,
)
from wargame.game.commands.asked import AskSeat, ReplyToQuestion
from wargame.game.commands.facts import AimAtSituation, ChangeFact, EndFact
from wargame.game.commands.history import (
    AdjustTrack,
    BeginTurnZero,
    Correct,
    EndTurnZero,
    PutOnTop,
    RaiseObjection,
    Rewind,
    Shuffle,
    SwapPlaces,
    Undo,
)
from wargame.game.commands.injects import FireInject, MarkInject, WriteInject
from wargame.game.commands.orders import (
    ChooseOption,
    SealOrder,
    WithdrawOrder,
)
from wargame.game.commands.phases import (
    Advance,
    CloseSession,
    EndGame,
    GiveAnswer,
    PlayOn,
    Proceed,
    Vote,
)
from wargame.game.commands.polls import (
    CountHands,
    ExplainEstimate,
    SealEstimate,
    ShowEstimates,
    TakeLeanings,
)
from wargame.game.commands.room import (
    AddQuestion,
    ChangeBanner,
    GiveObjective,
    LeaveSeat,
    MergeSeats,
    Park,
    PartSeats,
    StrikeWords,
    TickOff,
    WritePlan,
)
from wargame.game.commands.screens import FollowPublic, LockScreen, UnlockScreen
from wargame.game.commands.secret import (
    AllowSecretArguments,
    SealArgument,
    TriggerArgument,
    WithdrawArgument,
)
from wargame.game.commands.session import (
    HandScreen,
    HandSeat,
    OpenSession,
    SeatPerson,
    SendMessage,
    SetPhrase,
    WriteNote,
)
from wargame.game.commands.silence import NoteIntention, StandIn, WarnSilent, WithdrawIntention
from wargame.game.commands.spotlight import (
    GrantFactor,
    OpenAppeal,
    SetSpotlight,
)
from wargame.game.commands.talks import NoteTalk, OpenTalk
from wargame.game.commands.timing import (
    ExtendTimer,
    JumpTo,
    PauseTimer,
    ResumeTimer,
    SetPace,
    SetTimer,
)
from wargame.game.commands.turned import HoldCard, LetAct, SkipCard
from wargame.game.commands.undertakings import (
    DeclareProject,
    Protect,
)

__all__ = [
    "COMMANDS",
    "AcceptResult",
    "AddArgument",
    "AddQuestion",
    "AdjustTrack",
    "Advance",
    "AimAtSituation",
    "AllowSecretArguments",
    "AskSeat",
    "BeginTurnZero",
    "CallThrow",
    "ChangeBanner",
    "ChangeFact",
    "ChooseMethod",
    "ChooseOption",
    "CloseSession",
    "Command",
    "Correct",
    "CountHands",
    "DeclareProject",
    "Edit",
    "EndFact",
    "EndGame",
    "EndTurnZero",
    "EnterDice",
    "ExplainEstimate",
    "ExtendTimer",
    "FireInject",
    "FollowPublic",
    "GiveAnswer",
    "GiveObjective",
    "GrantFactor",
    "HandScreen",
    "HandSeat",
    "HoldCard",
    "JumpTo",
    "LeaveSeat",
    "LetAct",
    "LockScreen",
    "MarkInject",
    "MergeSeats",
    "NoteIntention",
    "NoteTalk",
    "OpenAdjudication",
    "OpenAppeal",
    "OpenSession",
    "OpenTalk",
    "Park",
    "PartSeats",
    "PauseTimer",
    "PlayOn",
    "Proceed",
    "Protect",
    "PutOnTop",
    "RaiseObjection",
    "RecordFact",
    "ReplyToQuestion",
    "ResumeTimer",
    "Rewind",
    "Rule",
    "SealArgument",
    "SealEstimate",
    "SealOrder",
    "SeatPerson",
    "SendMessage",
    "SetPace",
    "SetPhrase",
    "SetSpotlight",
    "SetTimer",
    "ShowEstimates",
    "Shuffle",
    "SkipCard",
    "StandIn",
    "StrikeWords",
    "SwapPlaces",
    "TakeLeanings",
    "Throw",
    "TickOff",
    "TriggerArgument",
    "Undo",
    "UnlockScreen",
    "Vote",
    "WarnSilent",
    "WeighArgument",
    "WithdrawArgument",
    "WithdrawIntention",
    "WithdrawOrder",
    "WriteInject",
    "WriteNote",
    "WritePlan",
]

Command = (
    Advance
    | Proceed
    | SeatPerson
    | HandSeat
    | SetPhrase
    | HandScreen
    | WriteNote
    | SendMessage
    | SetPace
    | SetTimer
    | PauseTimer
    | ResumeTimer
    | ExtendTimer
    | JumpTo
    | NoteIntention
    | NoteTalk
    | OpenTalk
    | StandIn
    | WarnSilent
    | WithdrawIntention
    | ChooseOption
    | SealOrder
    | WithdrawOrder
    | MergeSeats
    | PartSeats
    | LeaveSeat
    | GiveObjective
    | ChangeBanner
    | AddQuestion
    | WritePlan
    | Park
    | TickOff
    | StrikeWords
    | SendMessage
    | LetAct
    | HoldCard
    | SkipCard
    | AskSeat
    | ReplyToQuestion
    | AllowSecretArguments
    | LockScreen
    | UnlockScreen
    | FollowPublic
    | SealArgument
    | WithdrawArgument
    | TriggerArgument
    | ChangeFact
    | EndFact
    | AimAtSituation
    | FireInject
    | MarkInject
    | WriteInject
    | ChooseOption
    | SealOrder
    | WithdrawOrder
    | OpenAdjudication
    | AddArgument
    | WeighArgument
    | ChooseMethod
    | SealEstimate
    | ShowEstimates
    | TakeLeanings
    | CountHands
    | ExplainEstimate
    | SetSpotlight
    | OpenAppeal
    | Protect
    | DeclareProject
    | GrantFactor
    | CallThrow
    | Throw
    | EnterDice
    | Rule
    | AcceptResult
    | RecordFact
    | AdjustTrack
    | Rewind
    | Undo
    | RaiseObjection
    | SwapPlaces
    | BeginTurnZero
    | EndTurnZero
    | Correct
    | PutOnTop
    | Shuffle
    | PlayOn
    | EndGame
    | GiveAnswer
    | Vote
    | CloseSession
)
"""Everything that can be asked of an open table (`OpenSession` makes the table)."""

COMMANDS: tuple[type, ...] = Command.__args__
