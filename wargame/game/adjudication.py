"""An order is taken up, argued, thrown for and ruled on. Odds are fixed before any die is thrown."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.game import seals
from wargame.game.cards import refuse_waiting_choice
from wargame.game.changes import (
    FactorGiven,
)
from wargame.game.commands import (
    AddArgument,
    ChooseMethod,
    OpenAdjudication,
    SealEstimate,
    ShowEstimates,
    WeighArgument,
)
from wargame.game.events import (
    AdjudicationOpened,
    ArgumentAdded,
    ArgumentWeighed,
    EstimateSealed,
    EstimatesShown,
    MethodChosen,
)
from wargame.game.names import FACILITATOR, GIVEN, METHODS, SIDES, TWO_DICE, WEIGHTS, Method
from wargame.game.odds import (
    median,
    needed_2d6,
    odds_2d6,
)
from wargame.game.orders import assets_of, may_see_order
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.scenario import OrderRule
from wargame.game.state import Adjudication, Argument, Sealed, State

LONGEST = 600
MOST_ARGUMENTS = 24
MOST_OF_ONE_SEAT = 8


def open_adjudication(play: Play, command: OpenAdjudication) -> None:
    """Take up an order: its factors are counted and fixed."""
    state = play.state
    if state.phase != "adjudicate":
        raise Refused("not_adjudicating", "Orders are adjudicated after the reveal.")
    if state.adjudication is not None:
        raise Refused("adjudication_open", "Rule on the order on the table first.")
    if not state.queue:
        raise Refused("no_more_orders", "Every order of this turn has been ruled on.")
    refuse_waiting_choice(state)
    order_id = command.order_id or state.queue[0]
    if order_id not in state.queue:
        raise Refused("no_such_order", "That order is not waiting to be adjudicated.")
    sealed = state.sealed[order_id]
    rule = rule_of(state, sealed)
    named = rule.method if rule and rule.method else state.scenario.method
    method: Method = next((one for one in METHODS if one == named), "weighted")
    play.emit(AdjudicationOpened(order_id, method, factors_of(state, sealed)))


def rule_of(state: State, sealed: Sealed) -> OrderRule | None:
    """The order of the menu that was given; None for a free order."""
    return state.scenario.orders.get(sealed.order.move) if sealed.order.move else None


def target_of(rule: OrderRule | None, sealed: Sealed) -> int:
    """The index of the target chosen, or -1."""
    if rule is not None:
        for place, target in enumerate(rule.targets):
            if target.id == sealed.order.target:
                return place
    return -1


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
    given += [
        FactorGiven(fact.modifier, fact.text, fact.source, fact.mechanism, fact.sees)
        for fact in state.board.facts.values()
        if fact.modifier and fact.owner == sealed.seat
    ]
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
    play.emit(ArgumentAdded(command.order_id, argument, command.side, text, command.author, weight))


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


def choose_method(play: Play, command: ChooseMethod) -> None:
    """Choose the method; consensus and expert need their probability, shown estimates keep theirs."""
    table = unthrown(play.state, command.order_id)
    if command.method not in METHODS:
        raise Refused("no_such_method", f"Choose one of: {', '.join(METHODS)}.")
    given = -1
    if command.method == "estimate" and table.shown:
        given = median(list(table.estimates.values()))
    if command.method in GIVEN:
        if not 0 <= command.given <= 100:
            raise Refused("no_number", "Give the probability: a whole number from 0 to 100.")
        given = command.given
    reason = clean(command.reason, LONGEST)
    play.emit(MethodChosen(command.order_id, command.method, given, reason))


def estimators(state: State, seat: str) -> list[str]:
    """Who estimates an order of this seat: everyone seated elsewhere; a seat with nobody named counts as one person."""
    people = [
        person.id
        for person in state.people.values()
        if person.seat not in (seat, FACILITATOR, "observer")
    ]
    taken = {person.seat for person in state.people.values()}
    return people + [
        one.id for one in state.scenario.seats if one.id != seat and one.id not in taken
    ]


def seal_estimate(play: Play, by: str, command: SealEstimate) -> None:
    """Seal a person's estimate; a later one replaces it until they are shown."""
    state = play.state
    table = unthrown(state, command.order_id, by)
    if table.method != "estimate" or table.shown:
        raise Refused("no_estimates_now", "No estimates are being taken.")
    proposer = state.sealed[table.order_id].seat
    if command.person not in estimators(state, proposer):
        raise Refused("not_an_estimator", "Everyone but the proposer's seat may estimate.")
    person = state.people.get(command.person)
    seat = person.seat if person else command.person
    if by not in (seat, FACILITATOR):
        raise Refused("not_your_seat", "Only the seat itself or the facilitator may do that.")
    if not 0 <= command.percent <= 100:
        raise Refused("not_a_percentage", "An estimate is a whole number from 0 to 100.")
    nonce, turn = play.fresh(), state.board.turn
    estimate: dict[str, object] = {"order_id": command.order_id, "percent": command.percent}
    seal = seals.seal(state.session, turn, seat, nonce, estimate)
    play.emit(EstimateSealed(turn, seat, command.person, command.order_id, seal, nonce, estimate))


def show_estimates(play: Play, command: ShowEstimates) -> None:
    """Show all estimates at once; their median is the target."""
    table = unthrown(play.state, command.order_id)
    if table.method != "estimate" or table.shown:
        raise Refused("no_estimates_now", "No estimates are being taken.")
    if not table.estimates:
        raise Refused("no_number", "Nobody has given an estimate yet.")
    percents = dict(table.estimates)
    play.emit(EstimatesShown(command.order_id, percents, median(list(percents.values()))))


def weigh(arguments: Iterable[Argument], strong: int) -> int:
    """Counted pros less counted cons; a strong one counts `strong`."""
    value = {"counted": 1, "strong": strong, "set_aside": 0}
    return sum(value[one.weight] * (1 if one.side == "pro" else -1) for one in arguments)


def modifier_of(table: Adjudication) -> int:
    """What is added to the dice: arguments, and for the weighted method the factors too."""
    if table.method == "plain":
        return weigh(table.arguments, strong=1)
    return weigh(table.arguments, strong=2) + sum(factor.by for factor in table.factors)


def difficulty_of(state: State, table: Adjudication) -> int:
    """What 2d6 plus the modifier must reach: 7 unless the order says otherwise."""
    rule = rule_of(state, state.sealed[table.order_id])
    return rule.difficulty if rule else 7


def odds_of(state: State, table: Adjudication) -> tuple[int, int, int] | None:
    """(modifier, what must be shown, odds in basis points) as things stand; None when nobody has given a number yet.

    What must be shown: at least so much on 2d6, at most so much on d100. An automatic
    success is certain; an umpire's ruling has no odds.
    """
    if table.method in TWO_DICE:
        modifier = modifier_of(table)
        needed = needed_2d6(modifier, difficulty_of(state, table), state.scenario.margins)
        return modifier, needed, odds_2d6(needed)
    if table.method == "automatic":
        return 0, 0, 10000
    if table.method == "umpire" or table.given < 0:
        return None
    return 0, table.given, table.given * 100


def opposed(table: Adjudication) -> bool:
    """Whether anything speaks against the order: a counted con or an opposing factor."""
    return any(one.side == "con" and one.weight != "set_aside" for one in table.arguments) or any(
        factor.by < 0 for factor in table.factors
    )
