"""A script's steps as commands: what is named by seat, or not named at all, is looked up in the game.

Each function yields who asks and for what. It reads the state again before each command, so that
one step may be several: `judge` opens, argues, throws and accepts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from wargame.cli.paper_time import order_text, timed
from wargame.cli.paper_undertakings import undertaken
from wargame.decks import judging, steps
from wargame.decks.acts import Act
from wargame.decks.acts_history import Back, Corrected
from wargame.decks.scripts import Step
from wargame.decks.undertaking_steps import Guarding
from wargame.game import orders
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    AdjustTrack,
    Advance,
    BeginTurnZero,
    CallThrow,
    ChooseMethod,
    ChooseOption,
    CloseSession,
    Command,
    Correct,
    CountHands,
    Edit,
    EndGame,
    EndTurnZero,
    EnterDice,
    ExplainEstimate,
    GiveAnswer,
    HandScreen,
    HandSeat,
    OpenAdjudication,
    PlayOn,
    Proceed,
    RecordFact,
    ResumeTimer,
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
    Undo,
    Vote,
    WeighArgument,
    WithdrawIntention,
    WithdrawOrder,
    WriteNote,
)
from wargame.game.names import FACILITATOR, TURN_PHASES, Phase
from wargame.game.refusals import Refused
from wargame.game.seating import AS_OBSERVER, OBSERVER, seats_of
from wargame.game.state import State
from wargame.table import phrases

PLAIN: dict[str, type[Undo | BeginTurnZero | EndTurnZero]] = {
    "undo": Undo,
    "begin_turn_zero": BeginTurnZero,
    "end_turn_zero": EndTurnZero,
}
"""Steps of which a command without anything more is made."""
Asked: TypeAlias = tuple[str, Command]
"""Who asks, and for what."""


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
        case _:
            for by, command in _single(state, step, what):
                yield step.by or by, command


def _single(state: State, step: Step, what: Any) -> Iterator[Asked]:
    match step.command:
        case "next":
            yield FACILITATOR, _advance(state, what, step.holds)
        case "proceed":
            yield FACILITATOR, Proceed()
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
        case "shuffle":
            yield FACILITATOR, Shuffle(what)
        case "play_on":
            yield FACILITATOR, PlayOn()
        case "end_game":
            yield FACILITATOR, EndGame()
        case "withdraw_intention":
            yield what, WithdrawIntention(what)
        case "resume_timer":
            yield FACILITATOR, ResumeTimer()
        case "close_session":
            yield FACILITATOR, CloseSession()
        case "undo" | "begin_turn_zero" | "end_turn_zero":
            yield FACILITATOR, PLAIN[step.command]()
        case _:
            yield _written(state, what)


def _written(state: State, what: Any) -> Asked:
    """A step that is a group of keys, as its command."""
    match what:
        case steps.Choice():
            by = state.dilemmas.get(what.card, FACILITATOR)
            return by, ChooseOption(what.card, what.option)
        case steps.Order():
            return what.seat, _sealed(state, what)
        case steps.Message():
            return what.sender, SendMessage(what.sender, what.to, what.text, what.person)
        case steps.Note():
            by = what.author or FACILITATOR
            order_id = order_of(state, what.order) if what.order else ""
            tags, person = what.tags, what.person
            note = WriteNote(what.text, tags, what.about, what.author or "", order_id, person)
            return by, note
        case steps.Fact():
            order_id = order_of(state, what.order) if what.order else ""
            fact = RecordFact(
                what.fact,
                what.text,
                what.owner or "",
                what.modifier,
                what.lasts,
                order_id,
                what.to,
                what.situation,
            )
            return FACILITATOR, fact
        case steps.Adjusted():
            return FACILITATOR, AdjustTrack(what.track, what.to, what.reason)
        case steps.Answer():
            by = f"{AS_OBSERVER}{what.person}" if what.seat == OBSERVER else what.seat
            return by, GiveAnswer(what.question, what.seat, what.text, what.person)
        case steps.Vote():
            return _seat_of(state, what.voter), Vote(what.voter, what.seat)
        case _:
            return _seated(state, what) or timed(what) or _judging(state, what)


def _seated(state: State, what: Any) -> Asked | None:
    """A step about who sits where; None for any other."""
    match what:
        case steps.Sitter():
            return FACILITATOR, SeatPerson(what.id, what.name, what.seat, what.objectives)
        case steps.HandedSeat():
            return FACILITATOR, HandSeat(what.seat, what.playbook)
        case steps.HandedScreen():
            return FACILITATOR, HandScreen(what.seat, what.person)
        case steps.Phrase():
            salt, digest = phrases.digest_of(what.phrase) if what.phrase else ("", "")
            return _seat_of(state, what.seat), SetPhrase(what.seat, salt, digest)
        case _:
            return None


def _judging(state: State, what: Any) -> Asked:
    """A step about the order on the table."""
    needed = not isinstance(what, Guarding)  # what is protected by hand needs no order
    order_id = order_of(state, what.order) if what.order else on_table(state) if needed else ""
    match what:
        case judging.Argument():
            return _argued(order_id, what)
        case judging.Weighed():
            return FACILITATOR, WeighArgument(order_id, what.argument, what.weight)
        case judging.Chosen():
            given = -1 if what.given is None else what.given
            chosen = ChooseMethod(order_id, what.method, given, what.reason, what.opponent or "")
            return FACILITATOR, chosen
        case judging.Estimate():
            by = _seat_of(state, what.person)
            return by, SealEstimate(order_id, what.person, what.percent)
        case judging.Explained():
            return FACILITATOR, ExplainEstimate(order_id, what.person, what.text)
        case judging.Hands():
            return FACILITATOR, CountHands(order_id, what.raised, what.present, what.people)
        case judging.Leanings():
            counts = (what.agree, what.unsure, what.disagree)
            return FACILITATOR, TakeLeanings(order_id, what.people, *counts)
        case judging.Called():
            return FACILITATOR, CallThrow(order_id, what.entered)
        case judging.Ruling():
            return FACILITATOR, Rule(order_id, what.quality, what.reason)
        case judging.Accepted():
            return FACILITATOR, _accepted(order_id, what)
        case _:
            if step := undertaken(what, order_id):
                return step
            raise TypeError(f"no command is made of {type(what).__name__}")


def _judge(state: State, what: judging.Judge) -> Iterator[Asked]:
    """A whole adjudication, one command after the other, as the facilitator types it."""
    order_id = order_of(state, what.order) if what.order else ""
    if state.adjudication is None or order_id not in ("", state.adjudication.order_id):
        yield FACILITATOR, OpenAdjudication(order_id)
    order_id = on_table(state)
    for plea in what.arguments:
        yield FACILITATOR, _argued(order_id, plea)[1]
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
            yield _judging(state, polled)
    if what.quality is not None:
        yield FACILITATOR, Rule(order_id, what.quality, what.reason)
    else:
        yield from _thrown(state, what.rounds[0] if what.rounds else what.dice, what.word)
        for dice in what.rounds[1:]:
            yield FACILITATOR, EnterDice(dice)
    yield FACILITATOR, _accepted(order_id, what)


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


def _sealed(state: State, what: steps.Order) -> SealOrder:
    order = order_text(what, what.assets)
    order.aimed = what.aimed or ""
    return SealOrder(what.seat, order, order_of(state, what.order) if what.order else "")


def _argued(order_id: str, what: judging.Plea) -> Asked:
    """An argument: its author's own words, unless the facilitator weighs it in the same breath."""
    by = what.author if what.weight == "counted" else FACILITATOR
    argument = AddArgument(order_id, what.side, what.text, what.author, what.weight, what.about)
    return by, argument


def _accepted(order_id: str, what: judging.Accepted | judging.Judge) -> AcceptResult:
    added = [Edit(one.track, one.to, one.why) for one in what.add]
    return AcceptResult(order_id, what.narrative, what.drop, added, what.reason)


def _marked(marks: Mapping[str, int], mark: str) -> int:
    """The entry that a marked step has reached."""
    if mark not in marks:
        raise Refused("no_such_mark", f"No step before this one has mark: {mark}.")
    return marks[mark]


def order_of(state: State, name: str) -> str:
    """The id of an order of this turn, named in full or by its seat: `tehran-2` is the second it gave."""
    if name in state.sealed:
        return name
    seat, number = name, ""
    if name not in [one.id for one in state.scenario.seats]:
        seat, _, number = name.rpartition("-")
    given = [one.order_id for one in orders.given(state) if one.seat == seat]
    place = int(number or 1) if number.isdecimal() or not number else 0
    return given[place - 1] if 0 < place <= len(given) else name


def on_table(state: State) -> str:
    """The id of the order being adjudicated; a refusal when there is none."""
    if state.adjudication is None:
        raise Refused("not_on_the_table", "No order is being adjudicated now; open one first.")
    return state.adjudication.order_id


def _owner(state: State, order_id: str) -> str:
    """Whose order this is; the facilitator's where there is none of that name."""
    sealed = state.sealed.get(order_id)
    return sealed.seat if sealed else FACILITATOR


def _seat_of(state: State, person: str) -> str:
    """Who speaks for a person: their seat, they themselves where they observe; another name is a seat's."""
    known = state.people.get(person)
    if known is None:
        return person
    if known.seat == OBSERVER:
        return f"{AS_OBSERVER}{person}"
    return known.seat if known.seat in seats_of(state) else FACILITATOR
