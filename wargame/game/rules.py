"""`decide(state, by, command, fresh)`: the one way anything happens.

It returns the events that a command leads to, or raises `Refused`, and never changes the state
it is given. Each command stands in one of two tables: what the facilitator alone may ask for, and
what a seat may ask for too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wargame.game import (
    adjudication,
    asking,
    cards,
    facts,
    history,
    injects,
    jumps,
    negotiating,
    objections,
    orders,
    places,
    polls,
    projects,
    protections,
    rehearsal,
    room,
    rulings,
    screens,
    secret_arguments,
    silence,
    spotlight,
    talks,
    throws,
    timers,
    turned,
    turns,
    undoing,
)
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    AddQuestion,
    AdjustTrack,
    Advance,
    AimAtSituation,
    AllowSecretArguments,
    AskSeat,
    BeginTurnZero,
    CallThrow,
    ChangeBanner,
    ChangeFact,
    ChooseMethod,
    ChooseOption,
    CloseSession,
    Command,
    Correct,
    CountHands,
    DeclareProject,
    EndFact,
    EndGame,
    EndTurnZero,
    EnterDice,
    ExplainEstimate,
    ExtendTimer,
    FireInject,
    FollowPublic,
    GiveAnswer,
    GiveObjective,
    GrantFactor,
    HandScreen,
    HandSeat,
    HoldCard,
    JumpTo,
    LeaveSeat,
    LetAct,
    LockScreen,
    MarkInject,
    MergeSeats,
    NoteIntention,
    NoteTalk,
    OpenAdjudication,
    OpenAppeal,
    OpenTalk,
    Park,
    PartSeats,
    PauseTimer,
    PlayOn,
    Proceed,
    Protect,
    PutOnTop,
    RaiseObjection,
    RecordFact,
    ReplyToQuestion,
    ResumeTimer,
    Rewind,
    Rule,
    SealArgument,
    SealEstimate,
    SealOrder,
    SeatPerson,
    SendMessage,
    SetPace,
    SetPhrase,
    SetSpotlight,
    SetTimer,
    ShowEstimates,
    Shuffle,
    SkipCard,
    StandIn,
    StrikeWords,
    SwapPlaces,
    TakeLeanings,
    Throw,
    TickOff,
    TriggerArgument,
    Undo,
    UnlockScreen,
    Vote,
    WarnSilent,
    WeighArgument,
    WithdrawArgument,
    WithdrawIntention,
    WithdrawOrder,
    WriteInject,
    WriteNote,
    WritePlan,
)
from wargame.game.commands.wellformed import flaw_of
from wargame.game.events import Event
from wargame.game.names import FACILITATOR, TABLE
from wargame.game.play import Fresh, Play, Waiting
from wargame.game.refusals import Refused
from wargame.game.seating import observer, observes, seats_of
from wargame.game.state import State


def _proceed(play: Play, command: Proceed) -> None:
    """Nothing more: `decide` has finished what was cut short."""


FACILITATORS: dict[type[Command], Callable[[Play, Any], None]] = {
    Proceed: _proceed,
    Advance: turns.advance,
    PlayOn: turns.play_on,
    EndGame: turns.end_game,
    CloseSession: turns.close_session,
    SeatPerson: talks.seat_person,
    HandSeat: talks.hand_seat,
    HandScreen: talks.hand_screen,
    LockScreen: screens.lock_screen,
    UnlockScreen: screens.unlock_screen,
    FollowPublic: screens.follow_public,
    MergeSeats: room.merge_seats,
    PartSeats: room.part_seats,
    LeaveSeat: room.leave_seat,
    GiveObjective: room.give_objective,
    ChangeBanner: room.change_banner,
    AddQuestion: room.add_question,
    WritePlan: room.write_plan,
    Park: room.park,
    TickOff: room.tick_off,
    StrikeWords: room.strike_words,
    OpenAdjudication: adjudication.open_adjudication,
    WeighArgument: adjudication.weigh_argument,
    ChooseMethod: adjudication.choose_method,
    ShowEstimates: polls.show_estimates,
    CountHands: polls.count_hands,
    TakeLeanings: polls.take_leanings,
    SetSpotlight: spotlight.set_spotlight,
    GrantFactor: spotlight.grant_factor,
    OpenAppeal: spotlight.open_appeal,
    Protect: protections.protect,
    DeclareProject: projects.declare_project,
    CallThrow: throws.call_throw,
    Rule: rulings.rule_on,
    AcceptResult: rulings.accept_result,
    RecordFact: facts.record_fact,
    ChangeFact: facts.change_fact,
    EndFact: facts.end_fact,
    AimAtSituation: facts.aim_at_situation,
    AdjustTrack: talks.adjust_track,
    Rewind: history.rewind,
    Undo: undoing.undo,
    RaiseObjection: objections.raise_objection,
    SwapPlaces: places.swap_places,
    BeginTurnZero: rehearsal.begin_turn_zero,
    EndTurnZero: rehearsal.end_turn_zero,
    Correct: history.correct,
    PutOnTop: history.put_on_top,
    Shuffle: history.shuffle_pile,
    LetAct: turned.let_act,
    HoldCard: turned.hold_card,
    SkipCard: turned.skip_card,
    AskSeat: asking.ask_seat,
    AllowSecretArguments: secret_arguments.allow_secret_arguments,
    TriggerArgument: secret_arguments.trigger_argument,
    FireInject: injects.fire_inject,
    MarkInject: injects.mark_inject,
    WriteInject: injects.write_inject,
    SetPace: timers.set_pace,
    SetTimer: timers.set_timer,
    PauseTimer: timers.pause_timer,
    ResumeTimer: timers.resume_timer,
    ExtendTimer: timers.extend_timer,
    JumpTo: jumps.jump_to,
    WarnSilent: silence.warn_silent,
    StandIn: silence.stand_in,
}
"""What the facilitator (and the table itself) alone may ask for."""

ANYBODYS: dict[type[Command], Callable[[Play, str, Any], None]] = {
    SetPhrase: talks.set_phrase,
    WriteNote: talks.write_note,
    SendMessage: talks.send_message,
    ChooseOption: cards.choose_option,
    SealOrder: orders.seal_order,
    WithdrawOrder: orders.withdraw_order,
    ReplyToQuestion: asking.reply_to_question,
    SealArgument: secret_arguments.seal_argument,
    WithdrawArgument: secret_arguments.withdraw_argument,
    NoteIntention: silence.note_intention,
    WithdrawIntention: silence.withdraw_intention,
    OpenTalk: negotiating.open_talk,
    NoteTalk: negotiating.note_talk,
    AddArgument: adjudication.add_argument,
    SealEstimate: polls.seal_estimate,
    ExplainEstimate: polls.explain_estimate,
    Throw: throws.throw,
    EnterDice: throws.enter_dice,
    GiveAnswer: turns.give_answer,
    Vote: turns.vote,
}
"""What a seat may ask for too; each rule looks at who asks."""

OBSERVERS: frozenset[type[Command]] = frozenset(
    {WriteNote, SetPhrase, SealEstimate, ExplainEstimate, GiveAnswer, Vote}
)
"""What an observer may ask for: words and numbers of their own, never an order."""

AFTER_THE_CLOSE: frozenset[type[Command]] = frozenset(
    {WriteNote, StrikeWords, LockScreen, UnlockScreen}
)
"""What may be asked for once the session is closed."""

UNTHROWN: frozenset[type[Command]] = frozenset(
    {
        EnterDice,
        Rewind,
        Undo,
        WriteNote,
        SendMessage,
        SetPhrase,
        LockScreen,
        UnlockScreen,
        FollowPublic,
        HandScreen,
        SeatPerson,
        LeaveSeat,
        ChangeBanner,
        AddQuestion,
        WritePlan,
        Park,
        TickOff,
        StrikeWords,
    }
)
"""What the facilitator may ask for while a d100 of a rule or an effect is to be thrown by hand."""


def decide(state: State, by: str, command: Command, fresh: Fresh, at: str = "") -> list[Event]:
    """The events that a command leads to. `by` is a seat's id, `observer:<id>`, `facilitator` or `table`.

    `at` is the moment, as the stamp that the entries will have; without one no timer runs.
    Raises `Refused` with a stable code when the command cannot be taken. A seat is never told of a die
    that is missing: what it is thrown for may be hidden from it.
    """
    if state.closed and type(command) not in AFTER_THE_CLOSE:
        raise Refused("session_closed", "The session is closed; open a review to look back.")
    _insist_on_right(state, by, command)
    call = state.called
    by_hand = call is not None and call.entered
    if by_hand and by in (FACILITATOR, TABLE) and type(command) not in UNTHROWN:
        raise Refused("die_missing", "A d100 thrown by hand is missing: enter it first.")
    play = Play(state.copy(), fresh, at=at)
    try:
        if not by_hand:
            rulings.finish(play)
        take(play, by, command)
    except Waiting:
        pass  # what has happened so far stands; the rest follows when the die is entered
    return play.events


def _insist_on_right(state: State, by: str, command: Command) -> None:
    """Refuse what is no command, and whoever may not ask for it."""
    kind = type(command)
    if kind not in ANYBODYS and kind not in FACILITATORS:
        raise Refused("no_such_command", "That is nothing that this table knows.")
    if by not in (FACILITATOR, TABLE):
        if observer(by):
            if not observes(state, by):
                raise Refused("no_such_seat", "Nobody of that name observes this table.")
            if kind not in OBSERVERS:
                raise Refused("observers_watch", "An observer watches, notes and estimates.")
        elif by not in seats_of(state):
            raise Refused("no_such_seat", "Nobody of that name sits at this table.")
        elif kind not in ANYBODYS:
            raise Refused("facilitator_only", "Only the facilitator may do that.")
    flaw = flaw_of(command)
    if flaw:
        raise Refused("malformed", f"That cannot be read: {flaw} does not hold what it should.")


def take(play: Play, by: str, command: Command) -> None:
    """Hand a command to its rule, on a play of one's own: `decide` takes a copy first."""
    kind = type(command)
    if kind in ANYBODYS:
        ANYBODYS[kind](play, by, command)
    else:
        FACILITATORS[kind](play, command)
