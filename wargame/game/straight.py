"""A whole game played straight through: no table, no seals, no entries, for simulations.

The rules are those of a game that is kept: the same compiled effects, expressions, odds and order of
steps, on a board of the same kind. What is left out is the record of it and the waiting for people.
Chance is `counter-1`. A test plays the same games both ways and compares how they end.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Protocol, Self, TypeVar

from wargame.game.automatic import Automatic
from wargame.game.board import Board
from wargame.game.chance import Counter
from wargame.game.names import Quality
from wargame.game.odds import quality_2d6
from wargame.game.pieces import Card, Effect
from wargame.game.prepared import Given, Prepared, ReadyCard
from wargame.game.records import dataclass

AUTOMATIC, PLAIN = "automatic", "plain"
"""Methods that a game without people keeps; in place of those that need people, factors are weighed."""
MOST_ACTS = 200
"""Dilemmas that may follow each other, as in a kept game."""


@dataclass(slots=True)
class Choice:
    """An order given: what was prepared of it, the index of its target (-1: none), whether it is covert.

    `assets` are cards of the hand that go with it.
    """

    given: Given
    target: int = -1
    covert: bool = False
    assets: tuple[str, ...] = ()
    detected: bool = False


class Player(Protocol):
    """Who plays a seat in a simulation. It reads of the game what its seat may see, and the game's chance."""

    def order(
        self, game: Straight, seat: str, closed: Sequence[int], mine: Sequence[Choice]
    ) -> Choice | None:
        """The order to give beside those given already, or None to hold.

        `closed` are the places on the seat's menu of the orders that cannot be given now.
        """

    def option(self, game: Straight, card: Card, ways: Sequence[int]) -> int:
        """Which of the open ways out of a dilemma (indices of the card's options) to take."""


@dataclass(slots=True)
class Straight(Automatic):
    """One game. `players` are asked in their order; `judged` are the orders that were judged.

    `passing` are the counters that hold for this turn only, `orders` the orders of this turn.
    """

    players: Mapping[str, Player] = field(default_factory=dict)
    first: tuple[str, ...] = ()
    over: bool = False
    judged: list[str] = field(default_factory=list)
    passing: list[str] = field(default_factory=list)
    orders: dict[str, Sequence[Choice]] = field(default_factory=dict)
    judging: Choice | None = None

    @property
    def given(self) -> Tally[str]:
        """How often each order was judged."""
        return Tally(self.judged)

    def open(self) -> None:
        """Shuffle the decks, place the setup's cards, and draw who goes first."""
        ready, chance = self.ready, self.chance
        for deck, cards in ready.shuffled:
            pile = list(chance.shuffled(cards))
            pile.reverse()
            self.piles[deck] = pile
        for placed in ready.setup.place:
            card = ready.cards[placed.card].card
            seat = ready.scenario.deck(card.deck).seat or card.seat
            self.place(placed.card, placed.where, seat)
        self.first = chance.shuffled(ready.seats)

    def play(self) -> Self:
        """Play to the end: an ending, or the last turn."""
        while not self.over:
            self.turn()
        return self

    def turn(self) -> None:
        """Play one turn: event, orders, reveal, adjudicate, wrap."""
        board = self.board
        board.turn += 1
        if self.passing:
            for name in self.passing:
                board.counts.pop(name, None)
            self.passing.clear()
        self._event()
        if self.dilemmas:
            self.answer()
        orders = self.orders = self._orders()
        self.draws = 0
        self._fire("reveal")
        if self.dilemmas:
            self.answer()
        self._adjudicate(orders)
        self.wrap = True
        self.wrap_up()
        if self.dilemmas:
            self.answer()
        self.wrap = False
        self.over = bool(self.ending) or board.turn >= board.turns

    def turn_order(self) -> tuple[str, ...]:
        """The seats in this turn's order."""
        start = (self.board.turn - 1) % len(self.first)
        return (*self.first[start:], *self.first[:start])

    def _adjudicate(self, orders: Mapping[str, Sequence[Choice]]) -> None:
        """Adjudicate this turn's orders, in turn order."""
        for seat in self.turn_order():
            for choice in orders.get(seat, ()):
                self.draws = 0
                self._judge(choice)
                if self.dilemmas:
                    self.answer()

    def _event(self) -> None:
        """Dated cards, what was scheduled, draws, standing rules of the event phase."""
        self.draws = 0
        ready, turn = self.ready, self.board.turn
        if turn in ready.dated:
            for card in ready.dated[turn]:
                self.turn_up(ready.cards[card])
        self._due()
        for deck, count in ready.drawing:
            for _ in range(count):
                self.draw(deck)
        self._fire("event")

    def _due(self) -> None:
        """What was scheduled for this turn."""
        for one in [one for one in self.scheduled if one.turn <= self.board.turn]:
            self.scheduled.remove(one)
            self.settle(self.ready.later[one.key], one.target)

    def wrap_up(self) -> None:
        """Standing rules, lasting cards, facts whose time is over, endings."""
        self.draws = 0
        lasting = list(self.lasting) if self.lasting else ()
        self._fire("wrap")
        for card in lasting:
            self.settle(self.ready.cards[card].settling, -1)
        self.expire()
        self.end_if_reached()

    def answer(self) -> None:
        """Let the seats answer their dilemmas until none waits: the first that has any, all of its own."""
        acts, acted = 0, True
        while acted and self.dilemmas and acts < MOST_ACTS:
            acted = False
            for seat, player in self.players.items():
                while acts < MOST_ACTS and (mine := self.waiting(seat)):
                    self._choose(player, mine)
                    acts, acted = acts + 1, True
                if acted:
                    break

    def _choose(self, player: Player, card_id: str) -> None:
        """One dilemma answered."""
        self.draws = 0
        ready = self.ready.cards[card_id]
        board, options = self.board, ready.card.options
        every = range(len(options))
        held = [one for one in every if (when := options[one].when) is None or when(board, -1)]
        held = held or list(every)
        ways = [one for one in held if self.affordable(options[one].cost)] or held
        self.take_way(card_id, player.option(self, ready.card, ways))

    def take_way(self, card_id: str, chosen: int) -> None:
        """One of a dilemma's options is chosen: its price, and what it brings."""
        ready, board = self.ready.cards[card_id], self.board
        options = ready.card.options
        if card_id in self.dilemmas:
            self.dilemmas.remove(card_id)
        settling = ready.options[chosen]
        lucky = self.lucky(settling, -1)
        self.pay(options[chosen].cost)
        settling.run(board, -1, lucky, board.turn + self.wrap, None, self.act)
        moved = self.follow(card_id) if self.asked else False
        self.acted.append(card_id)
        if not moved:
            self.put_away(ready)

    def _orders(self) -> dict[str, Sequence[Choice]]:
        """What every seat that is played orders."""
        return {seat: self.several(seat, []) for seat in self.players}

    def several(self, seat: str, mine: list[Choice]) -> list[Choice]:
        """What one seat orders, one after the other, beside what it has ordered already."""
        player = self.players[seat]
        while len(mine) < self.ready.orders[seat]:
            closed = () if self.ready.open[seat] else self._closed(seat, mine)
            choice = player.order(self, seat, closed, mine)
            if choice is None:
                break
            mine.append(choice)
        return mine

    def _closed(self, seat: str, mine: Sequence[Choice]) -> Sequence[int]:
        """The places of the orders of a menu that cannot be given now, beside those given already."""
        board = self.board
        spent = [one for choice in mine for one in choice.given.cost]
        return [
            place
            for place, given in enumerate(self.ready.menus[seat])
            if not given.opens(board, -1)
            or (given.cost and not self.affordable(_total(given.cost, spent)))
        ]

    def free_assets(self, seat: str, mine: Sequence[Choice]) -> list[Card]:
        """The cards in a seat's hand that go with none of its orders yet."""
        used = [asset for choice in mine for asset in choice.assets]
        return [self.ready.cards[one].card for one in self.hands[seat] if one not in used]

    def _judge(self, choice: Choice) -> None:
        """Adjudicate one order, as the assets that go with it help."""
        given, target = choice.given, choice.target
        hand = self.hands[given.rule.seat]
        assets = [self.ready.cards[one] for one in choice.assets if one in hand]
        quality = self.quality(given, target, [one.card.bonus for one in assets])
        self.bring(choice, quality, assets)

    def bring(self, choice: Choice, quality: Quality, assets: Sequence[ReadyCard] = ()) -> None:
        """What an order brings at this quality: its price, its effects, and those of the assets with it."""
        given, target, board = choice.given, choice.target, self.board
        parts = [given.results[quality], *(one.settling for one in assets)]
        lucky = [self.lucky(one, target) if one.chances else 0 for one in parts]
        self.judging = choice
        noticed = given.rule.noticed
        if choice.covert and noticed is not None and not choice.detected:
            choice.detected = self.comes_off(noticed(board, target))
        if given.cost:
            self.pay(given.cost)
        for settling, bits in zip(parts, lucky, strict=True):
            settling.run(board, target, bits, board.turn, None, self.act)
        self.count(given, won=quality in ("strong", "success"))
        if self.asked or assets:
            self._after(choice, [one.id for one in assets])

    def quality(
        self, given: Given, target: int, bonuses: Sequence[int], argued: int = 0
    ) -> Quality:
        """What an order comes to: of itself where nothing speaks against it, else by two dice.

        `argued` is what arguments count, more for than against it.
        """
        board, rule = self.board, given.rule
        parts = list(bonuses)
        for when, by in given.factors:
            if when is None or when(board, target):
                parts.append(by(board, target))
        if board.facts:
            parts += [one.modifier for one in board.facts.values() if one.owner == rule.seat]
        if rule.method == AUTOMATIC and all(by >= 0 for by in parts):
            return "success"
        modifier = argued if rule.method == PLAIN else sum(parts) + argued
        dice = self.chance.throw_2d6()
        return quality_2d6(dice, modifier, rule.difficulty, self.ready.margins)[0]

    def _after(self, choice: Choice, assets: Sequence[str]) -> None:
        """What an order leads to beyond the board; the assets that went with it are used up."""
        moved = {effect.name for effect, _ in self.asked if effect.kind == "card"}
        self.follow()
        for asset in assets:
            self.acted.append(asset)
            if asset not in moved:
                self.place(asset, "discard")

    def act(self, effect: Effect, target: int) -> None:
        """Detection concerns the orders of this turn; the rest is as anywhere."""
        if effect.kind != "detect":
            Automatic.act(self, effect, target)
            return
        meant = self.orders.get(effect.seat, ()) if effect.seat else (self.judging,)
        for choice in meant:
            if choice is not None and choice.covert:
                choice.detected = True

    def count(self, given: Given, won: bool) -> None:
        """Keep how often an order was tried and done, for expressions."""
        counts = self.board.counts
        counts[given.tried] = counts.get(given.tried, 0) + 1
        counts[given.now] = 1
        self.passing.append(given.now)
        if won:
            counts[given.done] = counts.get(given.done, 0) + 1
            counts[given.won] = 1
            self.passing.append(given.won)
        self.judged.append(given.id)


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


def begin(
    ready: Prepared, players: Mapping[str, Player], seed: bytes, changed: Mapping[int, int]
) -> Straight:
    """A new game, shuffled and set up. `changed` sets tracks by index to other values than the setup's."""
    return laid_out(Straight, ready, players, Counter(seed), changed)


Game = TypeVar("Game", bound=Straight)


def laid_out(
    kind: type[Game],
    ready: Prepared,
    players: Mapping[str, Player],
    chance: Counter,
    changed: Mapping[int, int],
) -> Game:
    """A new game of this kind, as `begin` makes it, with this chance."""
    game = constructed(kind, ready, players, chance, changed)
    game.open()
    return game


def constructed(
    kind: type[Game],
    ready: Prepared,
    players: Mapping[str, Player],
    chance: Counter,
    changed: Mapping[int, int],
) -> Game:
    """A new game of this kind before anything is shuffled."""
    tracks = ready.start.tracks.copy()
    for index, value in changed.items():
        tracks[index] = value
    return kind(
        ready,
        chance,
        Board(tracks, ready.start.facts.copy(), {}, 0, ready.setup.turns),
        piles={deck: [] for deck in ready.decks},
        discards={deck: [] for deck in ready.decks},
        hands={seat: [] for seat in ready.seats},
        players=players,
    )
