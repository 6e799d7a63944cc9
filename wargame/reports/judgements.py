"""Gathers what belongs to the order on the table: arguments, methods, estimates, dice, rulings."""

from __future__ import annotations

from dataclasses import replace

from wargame.game import seals
from wargame.game.counting import anything_against, difficulty_of, odds_of
from wargame.game.events import (
    AdjudicationOpened,
    AppealOpened,
    ArgumentAdded,
    ArgumentSealed,
    ArgumentWeighed,
    DiceThrown,
    EstimateExplained,
    EstimateSealed,
    EstimatesShown,
    Event,
    FactorGranted,
    HandsCounted,
    LeaningsTaken,
    MethodChosen,
    OrderSealed,
    ProjectDeclared,
    ResultAccepted,
    ResultProposed,
)
from wargame.game.names import TWO_DICE, Method
from wargame.game.odds import quality_2d6
from wargame.game.state import State
from wargame.reports.record import Alternative, Argued, Judgement, Throw
from wargame.reports.timeline import Moment


class Bench:
    """The one adjudication that is open, if any."""

    def __init__(self) -> None:
        """Nothing is on the table yet."""
        self.table: Judgement | None = None

    def opened(self, moment: Moment, event: AdjudicationOpened, state: State) -> Judgement:
        """An order is taken up; its reasons are the first arguments."""
        self.table = Judgement(moment.n, moment.entry.at, event.method, list(event.factors))
        table = state.adjudication
        for one in table.arguments if table else ():
            argued = Argued(one.id, one.side, one.text, one.author, [one.weight])
            self.table.arguments.append(argued)
        return self.table

    def argued(self, event: Event, session: str) -> None:
        """What is said and chosen about the order on the table."""
        table = self.table
        if table is None:
            return
        match event:
            case ArgumentAdded():
                table.arguments.append(_argued(event))
            case ArgumentWeighed():
                for argued in table.arguments:
                    if argued.id == event.argument:
                        argued.weights.append(event.weight)
            case MethodChosen():
                table.methods.append(event)
                table.method = event.method
            case EstimateSealed():
                table.estimates.append((event, fits(event, session, event.estimate)))
            case EstimatesShown():
                table.shown = event
            case EstimateExplained():
                table.whys[event.person] = event.text
            case HandsCounted() | LeaningsTaken():
                table.polls.append(event)
            case FactorGranted():
                table.factors.append(event.factor)
                table.heard.append(event)
            case AppealOpened() | ProjectDeclared():
                table.heard.append(event)
            case _:
                pass

    def called(self, throw: Throw) -> None:
        """A throw is called for the order."""
        table, call = self.table, throw.call
        if table is None:
            return
        if call.method == "opposed":
            table.rounds = [throw] if call.contest is not None else [*table.rounds, throw]
        if call.method != "opposed" or call.contest is not None:
            table.throw = throw

    def thrown(self, throw: Throw, state: State) -> None:
        """The dice of a throw lie; where it is the order's, what other methods would make of them is kept."""
        if self.table is not None and self.table.throw is throw and throw.dice is not None:
            self.table.others = alternatives(state, throw.dice)

    def result(
        self, moment: Moment, event: ResultProposed | ResultAccepted, chances: list[Throw]
    ) -> None:
        """A result is proposed, or accepted and done with."""
        if self.table is None:
            return
        if isinstance(event, ResultProposed):
            self.table.proposed = event
            if event.others:
                self.table.others = [
                    Alternative(one.method, one.modifier, one.odds, one.quality or None)
                    for one in event.others
                ]
            self.table.chances = chances
        else:
            self.table.accepted = event
            self.table.ended = moment.entry.at
            self.table = None


def _argued(event: ArgumentAdded) -> Argued:
    """An argument as it was made."""
    return Argued(event.argument, event.side, event.text, event.author, [event.weight], event.about)


def fits(
    event: OrderSealed | EstimateSealed | ArgumentSealed, session: str, obj: object
) -> bool | None:
    """Whether a seal is that of its object; None where none was made."""
    if not event.seal:
        return None
    return seals.seal(session, event.turn, event.seat, event.nonce, obj) == event.seal


def alternatives(state: State, thrown: DiceThrown) -> list[Alternative]:
    """What the methods that need nobody's number would have given, with the same dice where they fit."""
    table = state.adjudication
    if table is None or table.called is None:
        return []
    found: list[Alternative] = []
    methods: tuple[Method, ...] = ("weighted", "plain")
    for method in methods:
        if method == table.method:
            continue
        other = replace(table, method=method)
        odds = odds_of(state, other)
        if odds is None:
            continue
        quality = None
        if table.method in TWO_DICE:
            difficulty = difficulty_of(state, other)
            quality, _ = quality_2d6(thrown.throw.dice, odds[0], difficulty, state.scenario.margins)
        found.append(Alternative(method, odds[0], odds[2], quality))
    if not anything_against(table) and table.method != "automatic":
        found.append(Alternative("automatic", 0, 10000, "success"))
    return found
