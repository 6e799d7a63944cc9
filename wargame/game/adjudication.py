"""An order is taken up, argued, thrown for and ruled on. Odds are fixed before any die is thrown."""

from __future__ import annotations

from wargame.game.cards import refuse_waiting_choice
from wargame.game.changes import (
    FactorGiven,
)
from wargame.game.commands import (
    AddArgument,
    ChooseMethod,
    OpenAdjudication,
    WeighArgument,
)
from wargame.game.events import (
    AdjudicationOpened,
    ArgumentAdded,
    ArgumentWeighed,
    MethodChosen,
)
from wargame.game.names import (
    ABOUT,
    FACILITATOR,
    GIVEN,
    METHODS,
    POLLED,
    SIDES,
    WEIGHTS,
    Method,
)
from wargame.game.on_table import Adjudication
from wargame.game.ordered import rule_of, target_of
from wargame.game.orders import assets_of, may_see_order
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.protections import guards_against
from wargame.game.refusals import Refused
from wargame.game.state import Sealed, State

LONGEST = 600
MOST_ARGUMENTS = 24
MOST_OF_ONE_SEAT = 8


def open_adjudication(play: Play, command: OpenAdjudication) -> None:
    """Take up an order: its factors are counted and fixed."""
    state = play.state
    out_of_turn = [one for one in state.queue if state.sealed[one].secret]
    if state.phase != "adjudicate" and not out_of_turn:
        raise Refused("not_adjudicating", "Orders are adjudicated after the reveal.")
    if state.adjudication is not None:
        raise Refused("adjudication_open", "Rule on the order on the table first.")
    if not state.queue:
        raise Refused("no_more_orders", "Every order of this turn has been ruled on.")
    refuse_waiting_choice(state)
    order_id = command.order_id or state.queue[0]
    waiting = state.queue if state.phase == "adjudicate" else out_of_turn
    if order_id not in waiting:
        raise Refused("no_such_order", "That order is not waiting to be adjudicated.")
    sealed = state.sealed[order_id]
    rule = rule_of(state, sealed)
    named = rule.method if rule and rule.method else state.scenario.method
    method: Method = next((one for one in METHODS if one == named), "weighted")
    factors = [*factors_of(state, sealed), *guards_against(state, sealed)]
    play.emit(AdjudicationOpened(order_id, method, factors))


def factors_of(state: State, sealed: Sealed) -> list[FactorGiven]:
    """What the scenario, the facts and the attached assets grant this order now."""
    rule = rule_of(state, sealed)
    target = target_of(rule, sealed)
    given = []
    for factor in rule.factors if rule else ():
        if factor.when is None or factor.when(state.board, target):
            by = factor.by(state.board, target)
            if by:
                given.append(FactorGiven(by, factor.why, factor.source, factor.mechanism))
    given += facts_for(state, sealed.seat)
    for asset in assets_of(state, sealed):
        card = state.scenario.cards[asset]
        if card.bonus:
            given.append(FactorGiven(card.bonus, card.title, card.source, card.mechanism))
    return given


def on_table(state: State, order_id: str, by: str = FACILITATOR) -> Adjudication:
    """The adjudication of this order, still to be ruled on; else a refusal.

    Who may not see the order is told what anybody is told when it is not on the table.
    """
    table = state.adjudication
    if (
        table is None
        or table.order_id != order_id
        or not may_see_order(state, state.sealed[order_id], by)
    ):
        raise Refused("not_on_the_table", "That order is not the one being adjudicated.")
    return table


def unthrown(state: State, order_id: str, by: str = FACILITATOR) -> Adjudication:
    """The adjudication of this order while its odds are still open; else a refusal."""
    table = on_table(state, order_id, by)
    if table.called is not None or table.quality is not None:
        raise Refused("odds_fixed", "The odds are fixed: throw, or rule on the result.")
    return table


def add_argument(play: Play, by: str, command: AddArgument) -> None:
    """Argue for or against; a seat may argue under its own name only."""
    state = play.state
    table = unthrown(state, command.order_id, by)
    if by not in (command.author, FACILITATOR):
        raise Refused("not_your_seat", "Only the seat itself or the facilitator may do that.")
    seats = [seat.id for seat in state.scenario.seats]
    if command.author not in seats and command.author != FACILITATOR:
        raise Refused("no_such_seat", "An argument is a seat's or the facilitator's.")
    if command.side not in SIDES:
        raise Refused("no_such_side", f"An argument is one of: {', '.join(SIDES)}.")
    _check_weight(command.weight)
    _check_about(command)
    text = clean(command.text, LONGEST).strip()
    if not text:
        raise Refused("no_text", "Write the argument.")
    if len(table.arguments) >= MOST_ARGUMENTS:
        raise Refused("too_many_arguments", f"At most {MOST_ARGUMENTS} arguments an order.")
    theirs = sum(one.author == command.author for one in table.arguments)
    if by != FACILITATOR and theirs >= MOST_OF_ONE_SEAT:
        raise Refused("too_many_arguments", f"At most {MOST_OF_ONE_SEAT} arguments of one seat.")
    weight = command.weight if by == FACILITATOR else "counted"
    argument = f"a{len(table.arguments) + 1}"
    play.emit(
        ArgumentAdded(
            *(command.order_id, argument, command.side, text, command.author, weight),
            about=command.about,
        )
    )


def weigh_argument(play: Play, command: WeighArgument) -> None:
    """Mark an argument as counted, strong or set aside."""
    table = unthrown(play.state, command.order_id)
    _check_weight(command.weight)
    if command.argument not in [one.id for one in table.arguments]:
        raise Refused("no_such_argument", "There is no such argument on this order.")
    play.emit(ArgumentWeighed(command.order_id, command.argument, command.weight))


def _check_weight(weight: str) -> None:
    if weight not in WEIGHTS:
        raise Refused("no_such_weight", f"An argument counts as one of: {', '.join(WEIGHTS)}.")


def _check_about(command: AddArgument) -> None:
    """Refuse what an argument cannot be about; one about consequences accepts the action, and is a con."""
    if command.about not in ABOUT:
        raise Refused("no_such_subject", f"An argument is about one of: {', '.join(ABOUT)}.")
    if command.about == "consequences" and command.side != "con":
        raise Refused("not_a_con", "An argument about the consequences is one against the order.")


def choose_method(play: Play, command: ChooseMethod) -> None:
    """Choose the method; consensus and expert need their probability, others keep what was given for them."""
    state = play.state
    table = unthrown(state, command.order_id)
    if command.method not in METHODS:
        raise Refused("no_such_method", f"Choose one of: {', '.join(METHODS)}.")
    given = table.numbers.get(command.method, -1) if command.method in POLLED else -1
    if command.method in GIVEN:
        if not 0 <= command.given <= 100:
            raise Refused("no_number", "Give the probability: a whole number from 0 to 100.")
        given = command.given
    chosen = MethodChosen(command.order_id, command.method, given, clean(command.reason, LONGEST))
    if command.method == "opposed":
        sealed = state.sealed[table.order_id]
        chosen.opponent, chosen.opposing = command.opponent, _opposing(state, sealed, command)
    play.emit(chosen)


def _opposing(state: State, sealed: Sealed, command: ChooseMethod) -> list[FactorGiven]:
    """What the facts grant the opposing seat, which is another one, or none."""
    if not command.opponent:
        return []
    seats = [seat.id for seat in state.scenario.seats if seat.id != sealed.seat]
    if command.opponent not in seats:
        raise Refused("no_such_seat", "The opposing side is another seat, or none.")
    return facts_for(state, command.opponent)


def facts_for(state: State, seat: str) -> list[FactorGiven]:
    """What the facts that hold grant a seat."""
    return [
        FactorGiven(fact.modifier, fact.text, fact.source, fact.mechanism, fact.sees)
        for fact in state.board.facts.values()
        if fact.modifier and fact.owner == seat
    ]
