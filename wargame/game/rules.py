"""`decide(state, by, command, fresh)`: the one way anything happens.

It returns the events that a command leads to, or raises `Refused`, and never changes the state
it is given. Each command stands in one of two tables: what the facilitator alone may ask for, and
what a seat may ask for too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wargame.game import adjudication, cards, history, orders, polls, rulings, talks, throws, turns
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    AdjustTrack,
    Advance,
    CallThrow,
    ChooseMethod,
    ChooseOption,
    CloseSession,
    Command,
    Correct,
    CountHands,
    EndGame,
    EnterDice,
    ExplainEstimate,
    GiveAnswer,
    HandScreen,
    HandSeat,
    OpenAdjudication,
    PlayOn,
    Proceed,
    RecordFact,
    Rewind,
    Rule,
    SealEstimate,
    SealOrder,
    SeatPerson,
    SendMessage,
    SetPhrase,
    ShowEstimates,
    Shuffle,
    TakeLeanings,
    Throw,
    Vote,
    WeighArgument,
    WithdrawOrder,
    WriteNote,
)
from wargame.game.events import Event
from wargame.game.names import FACILITATOR, TABLE
from wargame.game.play import Fresh, Play, Waiting
from wargame.game.refusals import Refused
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
    WriteNote: talks.write_note,
    OpenAdjudication: adjudication.open_adjudication,
    WeighArgument: adjudication.weigh_argument,
    ChooseMethod: adjudication.choose_method,
    ShowEstimates: polls.show_estimates,
    CountHands: polls.count_hands,
    TakeLeanings: polls.take_leanings,
    CallThrow: throws.call_throw,
    Rule: rulings.rule_on,
    AcceptResult: rulings.accept_result,
    RecordFact: talks.record_fact,
    AdjustTrack: talks.adjust_track,
    Rewind: history.rewind,
    Correct: history.correct,
    Shuffle: history.shuffle_pile,
}
"""What the facilitator (and the table itself) alone may ask for."""

ANYBODYS: dict[type[Command], Callable[[Play, str, Any], None]] = {
    SetPhrase: talks.set_phrase,
    SendMessage: talks.send_message,
    ChooseOption: cards.choose_option,
    SealOrder: orders.seal_order,
    WithdrawOrder: orders.withdraw_order,
    AddArgument: adjudication.add_argument,
    SealEstimate: polls.seal_estimate,
    ExplainEstimate: polls.explain_estimate,
    Throw: throws.throw,
    EnterDice: throws.enter_dice,
    GiveAnswer: turns.give_answer,
    Vote: turns.vote,
}
"""What a seat may ask for too; each rule looks at who asks."""


def decide(state: State, by: str, command: Command, fresh: Fresh) -> list[Event]:
    """The events that a command leads to. `by` is a seat's id, `facilitator` or `table`.

    Raises `Refused` with a stable code when the command cannot be taken.
    """
    if state.closed and not isinstance(command, WriteNote):
        raise Refused("session_closed", "The session is closed; open a review to look back.")
    if by not in (FACILITATOR, TABLE):
        if by not in [seat.id for seat in state.scenario.seats]:
            raise Refused("no_such_seat", "Nobody of that name sits at this table.")
        if type(command) not in ANYBODYS:
            raise Refused("facilitator_only", "Only the facilitator may do that.")
    call = state.called
    by_hand = call is not None and call.entered
    if by_hand and not isinstance(command, EnterDice | WriteNote | Rewind):
        raise Refused("die_missing", "A d100 thrown by hand is missing: enter it first.")
    play = Play(state.copy(), fresh)
    try:
        if not by_hand:
            rulings.finish(play)
        take(play, by, command)
    except Waiting:
        pass  # what has happened so far stands; the rest follows when the die is entered
    return play.events


def take(play: Play, by: str, command: Command) -> None:
    """Hand a command to its rule, on a play of one's own: `decide` takes a copy first."""
    kind = type(command)
    if kind in ANYBODYS:
        ANYBODYS[kind](play, by, command)
    else:
        FACILITATORS[kind](play, command)
