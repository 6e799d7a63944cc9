"""`decide(state, by, command, fresh)`: the one way anything happens.

It returns the events that a command leads to, or raises `Refused`, and never changes the state
it is given.
"""

from __future__ import annotations

from typing import assert_never

from wargame.game import adjudication, cards, history, orders, rulings, talks, throws, turns
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
    EndGame,
    EnterDice,
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

SEATS_MAY = (
    SetPhrase,
    SendMessage,
    ChooseOption,
    SealOrder,
    WithdrawOrder,
    AddArgument,
    SealEstimate,
    Throw,
    EnterDice,
    GiveAnswer,
    Vote,
)
"""What a seat may ask for; everything else is the facilitator's."""


def decide(state: State, by: str, command: Command, fresh: Fresh) -> list[Event]:
    """The events that a command leads to. `by` is a seat's id, `facilitator` or `table`.

    Raises `Refused` with a stable code when the command cannot be taken.
    """
    if state.closed and not isinstance(command, WriteNote):
        raise Refused("session_closed", "The session is closed; open a review to look back.")
    if by not in (FACILITATOR, TABLE):
        if by not in [seat.id for seat in state.scenario.seats]:
            raise Refused("no_such_seat", "Nobody of that name sits at this table.")
        if not isinstance(command, SEATS_MAY):
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
    """Hand a command to the rules of its family, on a play of one's own: `decide` takes a copy first."""
    match command:
        case Proceed():
            pass
        case Advance():
            turns.advance(play, command)
        case EndGame():
            turns.end_game(play)
        case PlayOn():
            turns.play_on(play)
        case GiveAnswer():
            turns.give_answer(play, by, command)
        case Vote():
            turns.vote(play, by, command)
        case CloseSession():
            turns.close_session(play)
        case ChooseOption():
            cards.choose_option(play, by, command)
        case SealOrder():
            orders.seal_order(play, by, command)
        case WithdrawOrder():
            orders.withdraw_order(play, by, command)
        case (
            OpenAdjudication()
            | AddArgument()
            | WeighArgument()
            | ChooseMethod()
            | SealEstimate()
            | ShowEstimates()
            | CallThrow()
            | Throw()
            | EnterDice()
            | Rule()
            | AcceptResult()
        ):
            _adjudicate(play, by, command)
        case _:
            _beside(play, by, command)


Judging = (
    OpenAdjudication
    | AddArgument
    | WeighArgument
    | ChooseMethod
    | SealEstimate
    | ShowEstimates
    | CallThrow
    | Throw
    | EnterDice
    | Rule
    | AcceptResult
)
Beside = (
    SeatPerson
    | HandSeat
    | SetPhrase
    | HandScreen
    | WriteNote
    | SendMessage
    | RecordFact
    | AdjustTrack
    | Rewind
    | Correct
    | Shuffle
)


def _adjudicate(play: Play, by: str, command: Judging) -> None:
    """The commands of adjudication."""
    match command:
        case OpenAdjudication():
            adjudication.open_adjudication(play, command)
        case AddArgument():
            adjudication.add_argument(play, by, command)
        case WeighArgument():
            adjudication.weigh_argument(play, command)
        case ChooseMethod():
            adjudication.choose_method(play, command)
        case SealEstimate():
            adjudication.seal_estimate(play, by, command)
        case ShowEstimates():
            adjudication.show_estimates(play, command)
        case CallThrow():
            throws.call_throw(play, command)
        case Throw():
            throws.throw(play, by, command)
        case EnterDice():
            throws.enter_dice(play, by, command)
        case Rule():
            rulings.rule_on(play, command)
        case AcceptResult():
            rulings.accept_result(play, command)
        case _:
            assert_never(command)


def _beside(play: Play, by: str, command: Beside) -> None:
    """The commands beside the game."""
    match command:
        case SeatPerson():
            talks.seat_person(play, command)
        case HandSeat():
            talks.hand_seat(play, command)
        case SetPhrase():
            talks.set_phrase(play, by, command)
        case HandScreen():
            talks.hand_screen(play, command)
        case WriteNote():
            talks.write_note(play, command)
        case SendMessage():
            talks.send_message(play, by, command)
        case RecordFact():
            talks.record_fact(play, command)
        case AdjustTrack():
            talks.adjust_track(play, command)
        case Rewind():
            history.rewind(play, command)
        case Correct():
            history.correct(play, command)
        case Shuffle():
            history.shuffle_pile(play, command)
        case _:
            assert_never(command)
