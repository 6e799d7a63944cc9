"""What entries about dice, orders and adjudication do to the state."""

from __future__ import annotations

from dataclasses import replace

from wargame.game import dice
from wargame.game.changes import CardMove, ThrowResult
from wargame.game.events import (
    AdjudicationOpened,
    ArgumentAdded,
    ArgumentWeighed,
    DiceThrown,
    EstimateExplained,
    EstimateSealed,
    EstimatesShown,
    HandsCounted,
    LeaningsTaken,
    MethodChosen,
    OrderJudged,
    OrderSealed,
    OrdersRevealed,
    OrderWithdrawn,
    ResultAccepted,
    ResultProposed,
    Ruled,
    ThrowCalled,
)
from wargame.game.events.judged import unfolded
from wargame.game.evolve.board import apply_changes, reach
from wargame.game.evolve.undertakings import project_counted
from wargame.game.names import POLLED, Method, Numbers, Where
from wargame.game.on_table import Adjudication, Argument, Call, Roll
from wargame.game.state import Judged, Sealed, State, Step


def throw_called(state: State, event: ThrowCalled) -> None:
    """Odds and label are fixed."""
    call = Call(
        event.purpose,
        event.cause,
        event.index,
        event.sides,
        event.modifier,
        event.needed,
        event.odds,
        event.label,
        event.entered,
        event.party,
    )
    table = state.adjudication
    if event.purpose != "order" or table is None:
        state.called = call
        return
    table.called, table.throw = call, None
    if event.contest is not None or event.method != "opposed":
        table.contest, table.rolls = event.contest, ()


def dice_thrown(state: State, event: DiceThrown) -> None:
    """The dice lie on the table; a computed throw uses up its label."""
    if not event.throw.entered:
        dice.spend_throw(state, event.throw.label, event.throw.sides)
    if state.called is not None:
        cause = state.called.cause
        state.thrown[(cause.kind, cause.id, state.called.index)] = event.throw.dice[0]
        state.called = None
    elif (table := state.adjudication) is not None:
        table.throw = event.throw
        if table.contest is not None and table.called is not None:
            table.rolls += (Roll(table.called.party, event.throw),)


def order_sealed(state: State, event: OrderSealed) -> None:
    """An order, or its new version, is sealed."""
    dice.spend_words(state, event.label, event.words)
    state.sealed[event.order_id] = Sealed(
        event.order_id, event.seat, event.order, event.seal, event.nonce
    )


def order_withdrawn(state: State, event: OrderWithdrawn) -> None:
    """A sealed order is gone."""
    state.sealed.pop(event.order_id, None)


def orders_revealed(state: State, event: OrdersRevealed) -> None:
    """The orders wait in turn order."""
    reach(state, lambda step: step.kind == "reveal")
    state.revealed = tuple(event.orders)
    state.holding[event.turn] = len(event.missing)
    state.queue = list(event.orders)


def adjudication_opened(state: State, event: AdjudicationOpened) -> None:
    """An order is on the table, its reasons as arguments for it."""
    sealed = state.sealed[event.order_id]
    reasons = tuple(
        Argument(f"a{place}", "pro", text, sealed.seat, "counted")
        for place, text in enumerate(sealed.order.reasons, 1)
    )
    state.adjudication = Adjudication(event.order_id, event.method, event.factors, reasons)
    fact = state.board.facts.get(sealed.order.aimed)
    if fact is not None and fact.situation:
        state.adjudication.aimed = fact.fact


def argument_added(state: State, event: ArgumentAdded) -> None:
    """One more argument; a late objection may leave behind the numbers that people gave before it."""
    if state.adjudication is not None:
        state.adjudication.arguments += (
            Argument(
                event.argument, event.side, event.text, event.author, event.weight, event.about
            ),
        )
        _objected(state.adjudication, event.numbers)
    state.objection = None


def _objected(table: Adjudication, numbers: Numbers) -> None:
    """What becomes of the numbers that people gave before an objection."""
    if numbers and table.method in POLLED and table.given >= 0:
        table.objected = numbers
    if numbers != "again":
        return
    table.estimates, table.shown, table.whys = {}, False, {}
    table.hands, table.leanings = (), ()
    for method in POLLED:
        table.numbers.pop(method, None)
    if table.method in POLLED:
        table.given = -1


def argument_weighed(state: State, event: ArgumentWeighed) -> None:
    """An argument counts differently."""
    if state.adjudication is not None:
        state.adjudication.arguments = tuple(
            replace(one, weight=event.weight) if one.id == event.argument else one
            for one in state.adjudication.arguments
        )


def method_chosen(state: State, event: MethodChosen) -> None:
    """How the order is judged, and the number given for it."""
    if state.adjudication is not None:
        table = state.adjudication
        table.method, table.given, table.reason = event.method, event.given, event.reason
        if event.given >= 0:
            table.numbers[event.method] = event.given
        if event.method == "opposed":
            table.opponent, table.opposing = event.opponent, tuple(event.opposing)
            table.faced = True


def estimate_sealed(state: State, event: EstimateSealed) -> None:
    """A person has estimated."""
    if state.adjudication is not None:
        state.adjudication.estimates[event.person] = int(event.estimate["percent"])


def estimates_shown(state: State, event: EstimatesShown) -> None:
    """The median is the target."""
    if state.adjudication is not None:
        state.adjudication.shown = True
        state.adjudication.estimates = dict(event.estimates)
        _number(state, "estimate", event.median)


def estimate_explained(state: State, event: EstimateExplained) -> None:
    """Why somebody is far from the others."""
    if state.adjudication is not None:
        state.adjudication.whys[event.person] = event.text


def hands_counted(state: State, event: HandsCounted) -> None:
    """The share of hands is the target."""
    _number(state, "hands", event.percent)
    if state.adjudication is not None:
        state.adjudication.hands = (event.raised, event.present)


def leanings_taken(state: State, event: LeaningsTaken) -> None:
    """The mean of how people lean is the target."""
    _number(state, "leaning", event.percent)
    if state.adjudication is not None:
        state.adjudication.leanings = (event.agree, event.unsure, event.disagree)


def _number(state: State, method: Method, percent: int) -> None:
    """Somebody's number for the order on the table."""
    if state.adjudication is not None:
        state.adjudication.given = percent
        state.adjudication.numbers[method] = percent


def ruled(state: State, event: Ruled) -> None:
    """A quality was given without dice."""
    if state.adjudication is not None:
        state.adjudication.ruled = event.quality
        state.adjudication.reason = event.reason


def result_proposed(state: State, event: ResultProposed) -> None:
    """A quality, and what it would bring."""
    if state.adjudication is not None:
        state.adjudication.quality = event.quality
        state.adjudication.margin = event.margin
        state.adjudication.proposed = tuple(event.changes)
        state.adjudication.text = event.text
        state.adjudication.reason = event.reason
        state.adjudication.lowered = event.lowered
        state.adjudication.others = tuple(event.others)
    state.thrown = {}


def result_accepted(state: State, event: ResultAccepted) -> None:
    """The ruling: effects applied, the order counted, its assets discarded."""
    sealed = state.sealed[event.order_id]
    steps = apply_changes(state, event.changes)
    hidden = sealed.order.covert and event.order_id not in state.detected
    project_counted(state, event.changes, openly=not hidden)
    moved = {change.card for change in event.changes if isinstance(change, CardMove)}
    for card in sealed.order.assets:
        if card in moved or card not in state.hands[sealed.seat]:
            continue
        deck = state.scenario.cards[card].deck
        where: Where = "discard" if deck else "out"
        steps.append(Step("place", deck=deck, card=card, where=where))
    _count_order(state, sealed.order.move, event.quality in ("strong", "success"))
    state.judged.append(_judged(state, sealed, event))
    state.queue = [one for one in state.queue if one != event.order_id]
    state.adjudication = None
    state.settled = False
    state.todo[:0] = steps


def _judged(state: State, sealed: Sealed, event: ResultAccepted) -> Judged:
    """The order as it was ruled on, for views and reports."""
    table = state.adjudication
    return Judged(
        sealed,
        state.board.turn,
        table.method if table else "umpire",
        event.quality,
        table.margin if table else 0,
        _telling_throw(table),
        _modifier(table),
        tuple(event.changes),
        table.text if table else "",
        event.narrative,
        not sealed.order.covert or event.order_id in state.detected,
        table.contest if table else None,
        table.rolls if table else (),
        tuple(table.estimates.items()) if table and table.shown else (),
        table.others if table else (),
        table.lowered if table else False,
        table.called.odds if table and table.called else -1,
        table.arguments if table else (),
        tuple(table.factors) if table else (),
        event.edited,
    )


def _telling_throw(table: Adjudication | None) -> ThrowResult | None:
    """The dice that say how good the result is: in an opposed throw the proposer's last."""
    if table is None or not table.rolls:
        return table.throw if table else None
    return next(one.throw for one in reversed(table.rolls) if one.party == "order")


def _modifier(table: Adjudication | None) -> int:
    """What was added to those dice."""
    if table is None or table.called is None:
        return 0
    return table.contest.modifier if table.contest else table.called.modifier


def order_judged(state: State, event: OrderJudged) -> None:
    """All that an order goes through, at once."""
    on_table, call, thrown, proposed, accepted = unfolded(event)
    adjudication_opened(state, on_table)
    throw_called(state, call)
    dice_thrown(state, thrown)
    result_proposed(state, proposed)
    result_accepted(state, accepted)


def _count_order(state: State, move: str, won: bool) -> None:
    """Keep how often an order of the menu was tried and done, for expressions."""
    if not move:
        return
    counts = state.board.counts
    counts[f"tried.{move}"] = counts.get(f"tried.{move}", 0) + 1
    counts[f"now.{move}"] = 1
    if won:
        counts[f"done.{move}"] = counts.get(f"done.{move}", 0) + 1
        counts[f"won.{move}"] = 1
