"""Facts by hand: recorded, changed, ended; situations that go on until an argument ends them."""

from __future__ import annotations

from wargame.game.adjudication import unthrown
from wargame.game.audience import EVERYONE
from wargame.game.cards import look_again
from wargame.game.changes import FactEnded, FactMade
from wargame.game.commands import AimAtSituation, ChangeFact, EndFact, RecordFact
from wargame.game.events import FactChanged, FactEndedByHand, FactRecorded, SituationAimedAt
from wargame.game.injects import audience
from wargame.game.names import FACILITATOR, Quality, is_id
from wargame.game.orders import seat_of
from wargame.game.pieces import FactRule
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.state import State

LONGEST = 2000
OWN = FactRule("", "", "", 0, EVERYONE, 0)
"""What is known beforehand of a fact of the table's own: nothing."""


def record_fact(play: Play, command: RecordFact) -> None:
    """Make something a fact: one of the table's own, or one that the scenario knows, as it has it."""
    state = play.state
    if not is_id(command.fact):
        raise Refused("bad_id", "A fact's name is lower-case letters, digits, _ and -, at most 40.")
    known = state.scenario.facts.get(command.fact, OWN)
    text = clean(command.text, LONGEST).strip() or known.text
    if not text:
        raise Refused("no_text", "Write what is now established.")
    _check(state, command.owner, command.modifier, command.lasts)
    lasts = command.lasts or known.lasts
    until = state.first_turn() + lasts - 1 if lasts else 0
    owner, modifier = command.owner or known.owner, command.modifier or known.modifier
    sees = audience(state, command.to) if command.to else _known_to(state, command, known)
    situation = command.situation or known.situation
    fact = FactMade(command.fact, text, until, owner, modifier, sees, situation=situation)
    play.emit(FactRecorded(fact, clean(command.order_id, 80)))
    look_again(play)


def _known_to(state: State, command: RecordFact, known: FactRule) -> tuple[str, ...]:
    """Who knows of a fact for which nobody was named: what came of an order that nobody knows of is not told to all."""
    sealed = state.sealed.get(command.order_id)
    if sealed is not None and sealed.order.covert and command.order_id not in state.detected:
        return (sealed.seat,)
    return known.sees


def _check(state: State, owner: str, modifier: int, lasts: int) -> None:
    if owner:
        seat_of(state, FACILITATOR, owner)
    if not -3 <= modifier <= 3 or not 0 <= lasts <= 99:
        raise Refused(
            "out_of_bounds", "A modifier is -3 to 3; a fact lasts 0 (for ever) to 99 turns."
        )


def _holding(state: State, fact: str) -> FactMade:
    """A fact that holds; else a refusal."""
    found = state.board.facts.get(fact)
    if found is None:
        raise Refused("no_such_fact", f"There is no fact {clean(fact, 40)!r} that holds now.")
    return found


def _reason(text: str) -> str:
    reason = clean(text, LONGEST).strip()
    if not reason:
        raise Refused("no_reason", "To change or end a fact needs its reason.")
    return reason


def change_fact(play: Play, command: ChangeFact) -> None:
    """Let a fact read otherwise."""
    state = play.state
    before, reason = _holding(state, command.fact), _reason(command.reason)
    text = clean(command.text, LONGEST).strip() or before.text
    _check(state, command.owner, command.modifier, max(0, command.lasts))
    until = before.until
    if command.lasts >= 0:
        until = state.first_turn() + command.lasts - 1 if command.lasts else 0
    after = FactMade(
        before.fact,
        text,
        until,
        command.owner,
        command.modifier,
        audience(state, command.to) if command.to else before.sees,
        before.source,
        before.why,
        before.mechanism,
        command.situation,
    )
    if after == before:
        raise Refused("nothing_changed", "That is how the fact stands already.")
    play.emit(FactChanged(before, after, reason))
    look_again(play)


def end_fact(play: Play, command: EndFact) -> None:
    """End a fact by hand."""
    fact = _holding(play.state, command.fact)
    reason = _reason(command.reason)
    play.emit(FactEndedByHand(ended(fact, reason)))
    look_again(play)


def ended(fact: FactMade, why: str) -> FactEnded:
    """A fact that ends, told to those who knew of it."""
    return FactEnded(fact.fact, why, fact.mechanism, fact.text, fact.sees)


def aim_at_situation(play: Play, command: AimAtSituation) -> None:
    """The order on the table is aimed at a situation, or at none."""
    state = play.state
    table = unthrown(state, command.order_id)
    if command.fact and not _holding(state, command.fact).situation:
        raise Refused("no_situation", "That fact is no situation: end it by hand.")
    if command.fact == table.aimed:
        raise Refused("aimed_already", "That is what it is aimed at already.")
    play.emit(SituationAimedAt(command.order_id, command.fact))


def situation_ended(state: State, quality: Quality) -> list[FactEnded]:
    """The situation that the order on the table ends, when it succeeds."""
    table = state.adjudication
    fact = state.board.facts.get(table.aimed) if table is not None and table.aimed else None
    if fact is None or quality not in ("strong", "success"):
        return []
    return [ended(fact, "An order aimed at it has succeeded.")]
