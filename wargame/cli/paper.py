"""A script's steps as commands: what is named by seat, or not named at all, is looked up in the game.

Each function yields who asks and for what. It reads the state again before each command, so that
one step may be several: `judge` opens, argues, throws and accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from wargame.decks import judging, steps
from wargame.decks.acts import Act, Asked, on_table, order_of, spokesman
from wargame.decks.acts_history import Back, Corrected
from wargame.decks.scripts import Step
from wargame.game.commands import (
    Advance,
    BeginTurnZero,
    CallThrow,
    ChooseMethod,
    CloseSession,
    Command,
    Correct,
    EndGame,
    EndTurnZero,
    EnterDice,
    OpenAdjudication,
    PlayOn,
    Proceed,
    PutOnTop,
    ResumeTimer,
    Rewind,
    Rule,
    SealEstimate,
    SetPhrase,
    ShowEstimates,
    Shuffle,
    Throw,
    Undo,
    WeighArgument,
    WithdrawIntention,
    WithdrawOrder,
)
from wargame.game.names import FACILITATOR, TURN_PHASES, Phase
from wargame.game.refusals import Refused
from wargame.game.state import State
from wargame.table import phrases

PLAIN: Mapping[str, Callable[[], Command]] = {
    "proceed": Proceed,
    "play_on": PlayOn,
    "end_game": EndGame,
    "resume_timer": ResumeTimer,
    "close_session": CloseSession,
    "undo": Undo,
    "begin_turn_zero": BeginTurnZero,
    "end_turn_zero": EndTurnZero,
}
"""Steps of which a command without anything more is made."""


def asked(state: State, step: Step, marks: Mapping[str, int]) -> Iterator[Asked]:
    """The commands of a step, each made when the one before has been taken.

    `marks` holds the entries that marked steps have reached. The step's `chances` are entered
    wherever a rule or an effect waits for its die; one too many is refused by the rules.
    """
    left = list(step.chances)
    for one in _asked(state, step, marks):
        yield one
        while left and state.called is not None:
            yield FACILITATOR, EnterDice([left.pop(0)])
    for die in left:
        yield FACILITATOR, EnterDice([die])


def _asked(state: State, step: Step, marks: Mapping[str, int]) -> Iterator[Asked]:
    """The commands of a step, without the dice of rules and effects."""
    what: Any = getattr(step, step.command)
    match what:
        case judging.Judge():
            yield from _judge(state, what)
        case Back():
            entry = _marked(marks, what.to)
            yield FACILITATOR, Rewind(entry, what.reason, what.branch or "")
        case Corrected():
            entry = _marked(marks, what.step)
            yield FACILITATOR, Correct(entry, what.field, what.text, what.reason)
        case Act():
            by, command = what.asked(state)
            yield step.by or by, command
        case steps.Phrase():
            by, command = _phrase(state, what)
            yield step.by or by, command
        case _:
            for by, command in _single(state, step, what):
                yield step.by or by, command


def _single(state: State, step: Step, what: Any) -> Iterator[Asked]:
    """A step that is a word, a name or dice."""
    match step.command:
        case "next":
            yield FACILITATOR, _advance(state, what, step.holds)
        case "withdraw_order":
            order_id = order_of(state, what)
            yield _owner(state, order_id), WithdrawOrder(order_id)
        case "open_adjudication":
            order_id = "" if what == "next" else order_of(state, what)
            yield FACILITATOR, OpenAdjudication(order_id)
        case "show_estimates":
            yield FACILITATOR, ShowEstimates(on_table(state))
        case "throw":
            yield from _thrown(state, None, what)
        case "enter_dice":
            yield from _thrown(state, what, "")
        case "put_on_top":
            yield FACILITATOR, PutOnTop(what)
        case "shuffle":
            yield FACILITATOR, Shuffle(what)
        case "withdraw_intention":
            yield what, WithdrawIntention(what)
        case name:
            yield FACILITATOR, PLAIN[name]()


def _phrase(state: State, what: steps.Phrase) -> Asked:
    """A pass phrase, of which only the digest goes further."""
    salt, digest = phrases.digest_of(what.phrase) if what.phrase else ("", "")
    return spokesman(state, what.seat), SetPhrase(what.seat, salt, digest)


def _judge(state: State, what: judging.Judge) -> Iterator[Asked]:
    """A whole adjudication, one command after the other, as the facilitator types it."""
    order_id = order_of(state, what.order) if what.order else ""
    if state.adjudication is None or order_id not in ("", state.adjudication.order_id):
        yield FACILITATOR, OpenAdjudication(order_id)
    order_id = on_table(state)
    for plea in what.arguments:
        yield FACILITATOR, plea.added(order_id)
    for argument, weight in what.weigh.items():
        yield FACILITATOR, WeighArgument(order_id, argument, weight)
    if what.method is not None or what.given is not None:
        method = what.method or (state.adjudication.method if state.adjudication else "weighted")
        given = -1 if what.given is None else what.given
        opponent = what.opponent or ""
        yield FACILITATOR, ChooseMethod(order_id, method, given, what.because, opponent)
    for person, percent in what.estimates.items():
        yield FACILITATOR, SealEstimate(order_id, person, percent)
    if what.estimates:
        yield FACILITATOR, ShowEstimates(order_id)
    for polled in (what.hands, what.leanings):
        if polled is not None:
            yield polled.asked(state)
    if what.quality is not None:
        yield FACILITATOR, Rule(order_id, what.quality, what.reason)
    else:
        yield from _thrown(state, what.rounds[0] if what.rounds else what.dice, what.word)
        for dice in what.rounds[1:]:
            yield FACILITATOR, EnterDice(dice)
    yield FACILITATOR, judging.accepted(order_id, what)


def _thrown(state: State, dice: list[int] | None, word: str) -> Iterator[Asked]:
    """A throw, called first where it is not; an automatic success needs no dice.

    Where a rule or an effect waits for its die, it is that one.
    """
    if state.called is not None and dice is not None:
        yield FACILITATOR, EnterDice(dice)
        return
    order_id = on_table(state)
    if state.adjudication is not None and state.adjudication.called is None:
        yield FACILITATOR, CallThrow(order_id, entered=dice is not None)
    if state.adjudication is not None and state.adjudication.quality is None:
        seat = _owner(state, order_id)
        yield seat, (Throw(word, seat) if dice is None else EnterDice(dice, seat))


def _advance(state: State, wanted: Phase, holds: bool) -> Advance:
    """The step to the phase that is wanted, which must be the one that comes next."""
    comes = _next_phase(state)
    if comes not in (wanted, ""):
        raise Refused("other_phase", f"After {state.phase} comes {comes}, not {wanted}.")
    return Advance(state.phase, holds)


def _next_phase(state: State) -> str:
    """The phase that comes after this one; empty when the game is over."""
    match state.phase:
        case "setup":
            return "event"
        case "wrap":
            return "hotwash" if state.ending or state.board.turn >= state.board.turns else "event"
        case "hotwash" | "closed":
            return ""
        case _:
            return TURN_PHASES[TURN_PHASES.index(state.phase) + 1]


def _marked(marks: Mapping[str, int], mark: str) -> int:
    """The entry that a marked step has reached."""
    if mark not in marks:
        raise Refused("no_such_mark", f"No step before this one has mark: {mark}.")
    return marks[mark]


def _owner(state: State, order_id: str) -> str:
    """Whose order this is; the facilitator's where there is none of that name."""
    sealed = state.sealed.get(order_id)
    return sealed.seat if sealed else FACILITATOR
