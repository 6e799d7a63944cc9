"""A whole game played straight through: no table, no seals, no entries, for simulations.

The rules are those of a game that is kept: the same compiled effects, expressions, odds and order of
steps, on a board of the same kind. What is left out is the record of it and the waiting for people.
Chance is `counter-1`. A test plays the same games both ways and compares how they end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from wargame.game.automatic import Automatic
from wargame.game.chance import Counter
from wargame.game.changes import FactMade
from wargame.game.odds import quality_2d6
from wargame.game.prepared import Given, Prepared
from wargame.game.scenario import Card, Effect, Placement
from wargame.game.state import Board

MOST_ACTS = 200
"""Dilemmas that may follow each other, as in a kept game."""


@dataclass(slots=True)
class Choice:
    """An order given: what was prepared of it, the index of its target (-1: none), whether it is covert."""

    given: Given
    target: int = -1
    covert: bool = False
    detected: bool = False


class Player(Protocol):
    """Who plays a seat in a simulation. It reads of the game what its seat may see, and the game's chance."""

    def order(self, game: Straight, menu: Sequence[Given]) -> Choice | None:
        """The order to give of those that are open now, or None to hold."""

    def option(self, game: Straight, card: Card, ways: Sequence[int]) -> int:
        """Which of the open ways out of a dilemma (indices of the card's options) to take."""


@dataclass(slots=True)
class Straight(Automatic):
    """One game. `players` are asked in their order; `given` counts the orders that were judged.

    `passing` are the counters that hold for this turn only, `orders` the orders of this turn.
    """

    players: Mapping[str, Player] = field(default_factory=dict)
    first: tuple[str, ...] = ()
    over: bool = False
    given: dict[str, int] = field(default_factory=dict)
    passing: list[str] = field(default_factory=list)
    orders: dict[str, list[Choice]] = field(default_factory=dict)
    judging: Choice | None = None

    def play(self) -> Straight:
        """Play to the end: an ending, or the last turn."""
        while not self.over:
            self.turn()
        return self

    def turn(self) -> None:
        """Play one turn: event, orders, reveal, adjudicate, wrap."""
        board = self.board
        board.turn += 1
        counts = board.counts
        if self.passing:
            for name in self.passing:
                counts.pop(name, None)
            self.passing.clear()
        self._event()
        if self.dilemmas:
            self._answer()
        orders = self.orders = self._orders()
        self.draws = 0
        self.fire(self.ready.rules["reveal"])
        if self.dilemmas:
            self._answer()
        for seat in self._turn_order():
            for choice in orders.get(seat, ()):
                self.draws = 0
                self._judge(choice)
                if self.dilemmas:
                    self._answer()
        self.wrap = True
        self._wrap()
        if self.dilemmas:
            self._answer()
        self.wrap = False
        self.over = bool(self.ending) or board.turn >= board.turns

    def _turn_order(self) -> Sequence[str]:
        start = (self.board.turn - 1) % len(self.first)
        return self.first[start:] + self.first[:start]

    def _event(self) -> None:
        """Dated cards, what was scheduled, draws, standing rules of the event phase."""
        self.draws = 0
        ready, turn = self.ready, self.board.turn
        for card in ready.dated.get(turn, ()):
            self.turn_up(ready.cards[card])
        if self.scheduled:
            for one in [one for one in self.scheduled if one[0] <= turn]:
                self.scheduled.remove(one)
                self.settle(ready.later[one[1]], one[2])
        for deck, count in ready.drawing:
            for _ in range(count):
                self.draw(deck)
        self.fire(ready.rules["event"])

    def _wrap(self) -> None:
        """Standing rules, lasting cards, facts whose time is over, endings."""
        self.draws = 0
        ready, board = self.ready, self.board
        lasting = list(self.lasting)
        self.fire(ready.rules["wrap"])
        for card in lasting:
            self.settle(ready.cards[card].settling, -1)
        if board.facts:
            over = [fact for fact, made in board.facts.items() if 0 < made.until <= board.turn]
            for fact in over:
                del board.facts[fact]
        for card in [card for card, until in self.lasting.items() if 0 < until <= board.turn]:
            self.place(card, "discard")
        if not self.ending:
            last = board.turn >= board.turns
            for ending, when, final in ready.endings:
                if (last or not final) and when(board, -1):
                    self.end(ending)
                    return

    def _answer(self) -> None:
        """Let the seats answer their dilemmas, seat by seat, until none waits."""
        for _ in range(MOST_ACTS):
            if not self.dilemmas:
                return
            for seat, player in self.players.items():
                mine = [one for one in self.dilemmas if self.ready.cards[one].card.seat == seat]
                if mine:
                    self._choose(player, mine[0])
                    break
            else:
                return

    def _choose(self, player: Player, card_id: str) -> None:
        """One dilemma answered."""
        self.draws = 0
        ready = self.ready.cards[card_id]
        board, options = self.board, ready.card.options
        every = range(len(options))
        held = [one for one in every if (when := options[one].when) is None or when(board, -1)]
        held = held or list(every)
        ways = [one for one in held if self.affordable(options[one].cost)] or held
        chosen = player.option(self, ready.card, ways)
        self.dilemmas.remove(card_id)
        settling = ready.options[chosen]
        lucky = self.lucky(settling, -1)
        self.pay(options[chosen].cost)
        settling.run(board, -1, lucky, board.turn + self.wrap, None, self.act)
        moved = self.follow(card_id) if self.asked else False
        self.fired[card_id] = self.fired.get(card_id, 0) + 1
        if not moved:
            self.put_away(ready)

    def _orders(self) -> dict[str, list[Choice]]:
        """What every seat that is played orders."""
        orders: dict[str, list[Choice]] = {}
        for seat, player in self.players.items():
            menu = self.ready.menus[seat]
            mine: list[Choice] = []
            for _ in range(self.ready.orders[seat]):
                choice = player.order(
                    self, menu if self.ready.open[seat] else self._open(menu, mine)
                )
                if choice is None:
                    break
                mine.append(choice)
            orders[seat] = mine
        return orders

    def _open(self, menu: Sequence[Given], mine: Sequence[Choice]) -> list[Given]:
        """The orders of a menu that can be given now, beside those given already."""
        board = self.board
        spent = [one for choice in mine for one in choice.given.cost]
        return [
            given
            for given in menu
            if given.opens(board, -1)
            and (not given.cost or self.affordable(_total(given.cost, spent)))
        ]

    def _judge(self, choice: Choice) -> None:
        """Adjudicate one order: factors, two dice, price, effects."""
        given, target, board = choice.given, choice.target, self.board
        rule = given.rule
        modifier = 0
        for when, by in given.factors:
            if when is None or when(board, target):
                modifier += by(board, target)
        if board.facts:
            modifier += _owned(board.facts, rule.seat)
        dice = self.chance.throw_2d6()
        quality, _ = quality_2d6(dice, modifier, rule.difficulty, self.ready.margins)
        settling = given.results[quality]
        lucky = self.lucky(settling, target) if settling.chances else 0
        self.judging = choice
        if choice.covert and rule.noticed is not None and not choice.detected:
            self.comes_off(rule.noticed(board, target))
        if given.cost:
            self.pay(given.cost)
        settling.run(board, target, lucky, board.turn, None, self.act)
        self._count(given, won=quality in ("strong", "success"))
        if self.asked:
            self.follow()

    def act(self, effect: Effect, target: int) -> None:
        """Detection concerns the orders of this turn; the rest is as anywhere."""
        if effect.kind != "detect":
            Automatic.act(self, effect, target)
            return
        meant = self.orders.get(effect.seat, []) if effect.seat else [self.judging]
        for choice in meant:
            if choice is not None and choice.covert:
                choice.detected = True

    def _count(self, given: Given, won: bool) -> None:
        """Keep how often an order was tried and done, for expressions."""
        counts = self.board.counts
        counts[given.tried] = counts.get(given.tried, 0) + 1
        counts[given.now] = 1
        self.passing.append(given.now)
        if won:
            counts[given.done] = counts.get(given.done, 0) + 1
            counts[given.won] = 1
            self.passing.append(given.won)
        self.given[given.id] = self.given.get(given.id, 0) + 1


def _total(
    cost: Sequence[tuple[int, int]], spent: Sequence[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """What an order costs on top of what the seat's other orders cost."""
    if not spent:
        return cost
    totals: dict[int, int] = {}
    for index, amount in (*cost, *spent):
        totals[index] = totals.get(index, 0) + amount
    return list(totals.items())


def _owned(facts: Mapping[str, FactMade], seat: str) -> int:
    """What the facts that a seat owns give its orders."""
    return sum(fact.modifier for fact in facts.values() if fact.owner == seat)


def begin(
    ready: Prepared, players: Mapping[str, Player], seed: bytes, changed: Mapping[int, int]
) -> Straight:
    """A new game, shuffled and set up. `changed` sets tracks by index to other values than the setup's."""
    scenario, setup = ready.scenario, ready.setup
    tracks = [track.start for track in scenario.tracks]
    for index, value in (*setup.tracks, *changed.items()):
        tracks[index] = value
    facts = {}
    for fact in setup.facts:
        rule = scenario.facts[fact]
        facts[fact] = FactMade(fact, rule.text, rule.lasts, rule.owner, rule.modifier, rule.sees)
    game = Straight(
        ready,
        Counter(seed),
        Board(tracks, facts, {}, 0, setup.turns),
        piles={deck.id: [] for deck in scenario.decks},
        discards={deck.id: [] for deck in scenario.decks},
        hands={seat.id: [] for seat in scenario.seats},
        players=players,
    )
    for deck, cards in ready.shuffled:
        pile = list(game.chance.shuffled(cards))
        pile.reverse()
        game.piles[deck] = pile
    for placed in setup.place:
        _set_up(game, placed)
    game.first = game.chance.shuffled([seat.id for seat in scenario.seats])
    return game


def _set_up(game: Straight, placed: Placement) -> None:
    card = game.ready.scenario.cards[placed.card]
    seat = game.ready.scenario.deck(card.deck).seat or card.seat
    game.place(placed.card, placed.where, seat)
