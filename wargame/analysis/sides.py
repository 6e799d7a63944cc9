"""The sides of claims, played: each one once, whatever the number of parts that look at it."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import product
from typing import Any, Literal, TypeAlias

from wargame.decks.claims import ClaimsFile, Given, Happening, Measure, Order, Side
from wargame.decks.compile import compile_scenario
from wargame.decks.resolve import Owner, Resolver
from wargame.decks.schema import Scenario as Written
from wargame.game.board import Amount
from wargame.game.chance import below, seed_of_game, words
from wargame.game.names import RANDOM
from wargame.game.paired import Course, LaidDown, Paired, begin_paired
from wargame.game.prepared import Prepared, prepare
from wargame.game.records import dataclass
from wargame.game.scenario import Scenario
from wargame.game.settling import Settling
from wargame.players.playbooks import InSimulation, in_simulation

How = Literal["at", "holds", "ever", "most"]
Reading: TypeAlias = tuple[How, str, int]
"""What is read of a game: the amount of an expression on a turn, whether it holds then (1 or 0),
whether it has held at the end of a turn, or the most that it has been. Turn -1 is the last, 0 before the first."""
LAST = -1
Part: TypeAlias = tuple[int, range]
"""A piece of work: the place of a side, and the games."""


@dataclass(slots=True, frozen=True)
class Question:
    """Which claims are tested on which scenario.

    `seed` (0 or more) names the games; `books` are the playbooks of seats that a side does not name.
    """

    scenario: Scenario
    claims: ClaimsFile
    seed: int = 0
    books: Mapping[str, str] = field(default_factory=dict)

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process goes plain JSON: compiled functions cannot."""
        claims = self.claims.model_dump(mode="json", by_alias=True)
        return _again, (self.scenario.plain, claims, self.seed, dict(self.books))


def _again(
    plain: dict[str, Any], claims: dict[str, Any], seed: int, books: dict[str, str]
) -> Question:
    """A question as it was before it was sent."""
    return Question(compile_scenario(plain), ClaimsFile.model_validate(claims), seed, books)


def readings_of(measure: Measure, scenario: Scenario) -> list[Reading]:
    """What a measure reads of every game."""
    at = measure.at or LAST
    if measure.objective is not None:
        ((seat, objective),) = measure.objective.items()
        return [("holds", _condition(scenario, seat, objective), at)]
    if measure.share is not None:
        return [("holds", str(measure.share), at)]
    if measure.ever is not None:
        return [("ever", str(measure.ever), at)]
    if measure.most is not None:
        return [("most", str(measure.most), at)]
    if measure.part is not None:
        return [("at", str(measure.part), at), ("at", str(measure.of), at)]
    since: list[Reading] = []
    if measure.since is not None:
        since.append(("at", str(measure.value), measure.since))
    return [("at", str(measure.value), at), *since]


def _condition(scenario: Scenario, seat: str, objective: str) -> str:
    """An objective's condition as it was written."""
    written = next(one for one in scenario.plain["seats"] if one["id"] == seat)
    found = next(one for one in written["objectives"] if one["id"] == objective)
    return str(found["when"])


def singles(side: Side) -> list[Side]:
    """The sides with one playbook a seat that a side with `each` stands for; else itself."""
    if not side.each:
        return [side]
    books = [[(seat, name) for name in names] for seat, names in side.each.items()]
    return [
        side.model_copy(update={"playbooks": {**side.playbooks, **dict(one)}, "each": {}})
        for one in product(*books)
    ]


def name_of(side: Side) -> str:
    """A text that is the same for sides that are the same."""
    return json.dumps(side.model_dump(mode="json"), sort_keys=True)


class Sides:
    """The different sides of some claims and what is read of them; plays any of their games.

    KeyError for a name that is not in the scenario: `wargame check` finds those.
    """

    def __init__(self, question: Question) -> None:
        """Find the sides and lay them out."""
        self.question = question
        self.readings: list[list[Reading]] = []
        self.places: dict[str, int] = {}
        self._sides: list[Side] = []
        for claim in question.claims.claims:
            for part in claim.parts:
                for side in part.sides().values():
                    for one in singles(side):
                        self._add(one, readings_of(part.measure, question.scenario))
        self._maker = _Maker(question.scenario)
        self._made: dict[int, _Laid] = {}

    def _add(self, side: Side, readings: list[Reading]) -> None:
        """Note a side, and what is read of it."""
        place = self.places.setdefault(name_of(side), len(self._sides))
        if place == len(self._sides):
            self._sides.append(side)
            self.readings.append([])
        known = self.readings[place]
        known.extend(one for one in dict.fromkeys(readings) if one not in known)

    def __len__(self) -> int:
        return len(self._sides)

    def play(self, part: Part) -> tuple[Part, list[array[int]]]:
        """What is read of these games: for each reading of the side a number a game."""
        place, games = part
        if place not in self._made:
            self._made[place] = self._maker.laid(self._sides[place], self.readings[place])
        laid = self._made[place]
        found = [array("q") for _ in self.readings[place]]
        for index in games:
            for numbers, value in zip(found, laid.read(self.game(laid, index)), strict=True):
                numbers.append(value)
        return part, found

    def game(self, laid: _Laid, index: int) -> Paired:
        """A game of a side, set up."""
        seed = seed_of_game(self.question.seed, index)
        scenario, side = self.question.scenario, laid.side
        players = {}
        for seat in scenario.seats:
            name = side.playbooks.get(seat.id) or self.question.books.get(seat.id)
            if name is None:
                own = list(scenario.playbooks.get(seat.id, ())) or [RANDOM]
                name = own[below(words(seed, f"cast:{seat.id}"), len(own))]
            players[seat.id] = self._maker.player(seat.id, name)
        return begin_paired(laid.ready, players, seed, laid.course)


@dataclass(slots=True, frozen=True)
class _Laid:
    """A side ready to be played, with the amounts that are read, in order."""

    side: Side
    ready: Prepared
    course: Course
    amounts: list[tuple[How, Amount, int]]

    def read(self, game: Paired) -> list[int]:
        """Play a game and read it; what belongs to a turn after its end is read as it ended."""
        board = game.board
        values = [0] * len(self.amounts)
        most: dict[int, int] = {}
        for place, (how, amount, turn) in enumerate(self.amounts):
            if turn == 0:
                values[place] = _value(how, amount(board, -1))
        while not game.over:
            game.turn()
            for place, (how, amount, turn) in enumerate(self.amounts):
                if how in {"ever", "most"} and (turn == LAST or board.turn <= turn):
                    now = _value(how, amount(board, -1))
                    most[place] = max(now, most.get(place, now))
                elif turn == board.turn:
                    values[place] = _value(how, amount(board, -1))
        for place, (how, amount, turn) in enumerate(self.amounts):
            if how in {"ever", "most"}:
                values[place] = most[place]
            elif turn == LAST or turn > board.turn:
                values[place] = _value(how, amount(board, -1))
        return values


def _value(how: How, amount: int) -> int:
    """An amount as it is read: a condition is 1 or 0."""
    return int(bool(amount)) if how in {"holds", "ever"} else amount


class _Maker:
    """Compiles sides for one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.resolve = Resolver(Written.model_validate(scenario.plain))
        self.ready: dict[str, Prepared] = {}
        self.players: dict[tuple[str, str], InSimulation] = {}

    def player(self, seat: str, name: str) -> InSimulation:
        """A seat's playbook; KeyError when it has none of that name."""
        if (seat, name) not in self.players:
            self.players[seat, name] = in_simulation(self.scenario, seat, name)
        return self.players[seat, name]

    def laid(self, side: Side, readings: Sequence[Reading]) -> _Laid:
        """A side and what is read of it."""
        setup = side.setup or self.scenario.default_setup
        if setup not in self.ready:
            self.ready[setup] = prepare(self.scenario, setup)
        ready = self.ready[setup]
        amounts = [(how, self.resolve.amount(text), turn) for how, text, turn in readings]
        return _Laid(side, ready, self.course(ready, side), amounts)

    def course(self, ready: Prepared, side: Side) -> Course:
        """What is done otherwise on a side."""
        every = range(1, ready.setup.turns + 1)
        orders: dict[str, dict[int, tuple[LaidDown, ...]]] = {}
        for given in side.do:
            one = self.laid_down(ready, given)
            for turn in given.turns or every:
                turns = orders.setdefault(given.seat, {})
                turns[turn] = (*turns.get(turn, ()), one)
        ruled_out: dict[str, dict[int, frozenset[int]]] = {}
        for order in side.do_not:
            place = _place(ready, order)
            for turn in order.turns or every:
                closed = ruled_out.setdefault(order.seat, {})
                closed[turn] = closed.get(turn, frozenset()) | {place}
        happens: dict[int, tuple[Settling, ...]] = {}
        for number, happening in enumerate(side.happens):
            settling = self.settling(happening, number)
            for turn in happening.turns or every:
                happens[turn] = (*happens.get(turn, ()), settling)
        return Course(orders, ruled_out, happens)

    def laid_down(self, ready: Prepared, given: Given) -> LaidDown:
        """An order that is given on certain turns."""
        place = _place(ready, given)
        targets = [one.id for one in ready.menus[given.seat][place].rule.targets]
        aim = targets.index(given.target) if given.target is not None else -1
        return LaidDown(place, aim, given.comes)

    def settling(self, happening: Happening, number: int) -> Settling:
        """What happens on certain turns."""
        effects = self.resolve.effects(happening.effects, Owner(), f"claim/{number}")
        return self.scenario.settling(effects)


def _place(ready: Prepared, order: Order) -> int:
    """The place of an order on its seat's menu; KeyError when it is not there."""
    for place, given in enumerate(ready.menus[order.seat]):
        if given.id == order.order:
            return place
    raise KeyError(order.order)


def work(sides: Sides, games: int, size: int) -> Iterator[Part]:
    """All the games of all the sides, in pieces of at most this size."""
    for first in range(0, games, size):
        for place in range(len(sides)):
            yield place, range(first, min(games, first + size))
