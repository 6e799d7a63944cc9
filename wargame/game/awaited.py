"""A game in which something waits for its moment: orders that seats hold back, injects with a date or a condition.

It is played step by step, because what waits is looked for after every step, as at a table
(`wargame.game.coming`). What waits for words that a person must judge never comes here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from wargame.game.nodes import Node
from wargame.game.pieces import Inject
from wargame.game.records import dataclass
from wargame.game.straight import Choice, Straight
from wargame.game.triggers import holds_on


@dataclass(slots=True)
class Held:
    """An order that a seat holds back until a condition holds, with as many arguments for it."""

    choice: Choice
    when: Node
    reasons: int


@dataclass(slots=True)
class Awaiting(Straight):
    """A game with what waits in it."""

    held: list[Held] = field(default_factory=list)
    injects: list[Inject] = field(default_factory=list)

    def _event(self) -> None:
        Straight._event(self)
        self.look("event")

    def _adjudicate(self, orders: Mapping[str, Sequence[Choice]]) -> None:
        self.look("reveal")
        Straight._adjudicate(self, orders)

    def _judge(self, choice: Choice) -> None:
        Straight._judge(self, choice)
        self.look("adjudicate")

    def wrap_up(self) -> None:
        """The end of a turn, and what it brings about."""
        Straight.wrap_up(self)
        self.look("wrap")

    def look(self, phase: str) -> None:
        """Let everything come whose moment this is, one after the other."""
        while self._next(phase):
            pass

    def _next(self, phase: str) -> bool:
        """Let the first of what is due come; whether anything did."""
        for held in self.held:
            if self._comes(held):
                self.held.remove(held)
                self.draws = 0
                given, target = held.choice.given, held.choice.target
                self.bring(held.choice, self.quality(given, target, (), held.reasons))
                return True
        if phase not in ("event", "wrap"):
            return False
        for inject in self.injects:
            if self._falls_comes(inject, phase):
                self.injects.remove(inject)
                self.turn_up(self.ready.cards[inject.card.id])
                return True
        return False

    def _comes(self, held: Held) -> bool:
        """Whether its condition holds, as its seat sees the board, and it can be done."""
        given, scenario = held.choice.given, self.ready.scenario
        if not given.opens(self.board, held.choice.target) or not self.affordable(given.cost):
            return False
        return holds_on(scenario, self.board, given.rule.seat, held.when)

    def _falls_comes(self, inject: Inject, phase: str) -> bool:
        """A date falls due in the event phase of its turn; a condition is looked at there and in the wrap."""
        if inject.turn and (phase != "event" or inject.turn != self.board.turn):
            return False
        return bool(inject.turn) if inject.when is None else bool(inject.when(self.board, -1))
