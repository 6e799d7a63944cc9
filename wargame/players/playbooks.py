"""Who plays a seat that nobody sits in: a playbook, at a table or in a simulation.

At a table a playbook is a function from a view and chance to a command; in a simulation it is called
directly. Both choose by `wargame.players.choosing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from wargame.game.chance import below
from wargame.game.changes import OrderText
from wargame.game.commands import ChooseOption, SealOrder
from wargame.game.names import RANDOM
from wargame.game.pieces import Card
from wargame.game.playbook import Playbook
from wargame.game.prepared import Given
from wargame.game.scenario import Scenario
from wargame.game.straight import Choice, Straight
from wargame.game.views import CardView, DilemmaView, MenuItem, View
from wargame.players.choosing import again, option_of, order_of, way_of
from wargame.players.reading import board_of

Words = Iterator[int]
AtTable = Callable[[View, Words, str], ChooseOption | SealOrder | None]
"""From what a seat sees, a stream of chance and that stream's label: what it does now, or None for nothing."""


def names_for(scenario: Scenario, seat: str) -> list[str]:
    """The playbooks that can play a seat; `random` is the first."""
    return [RANDOM, *scenario.playbooks.get(seat, {})]


def book_for(scenario: Scenario, seat: str, name: str) -> Playbook:
    """A playbook of a seat by its name; KeyError when the seat has none of that name."""
    if name != RANDOM:
        return scenario.playbooks[seat][name]
    orders = sum(rule.seat == seat for rule in scenario.orders.values())
    text = "Everything that is open, each as likely as the others."
    return Playbook(RANDOM, seat, "By chance", text, lambda board: [1] * orders)


def at_table(scenario: Scenario, seat: str, name: str) -> AtTable:
    """A playbook as the table asks it; KeyError when the seat has none of that name."""
    book = book_for(scenario, seat, name)

    def play(view: View, words: Words, label: str) -> ChooseOption | SealOrder | None:
        for dilemma in view.dilemmas:
            if dilemma.seat == view.who:
                return _answered(scenario, book, view, dilemma, words, label)
        return _ordered(scenario, book, view, words, label)

    return play


def _answered(
    scenario: Scenario, book: Playbook, view: View, dilemma: DilemmaView, words: Words, label: str
) -> ChooseOption | None:
    """A waiting dilemma, answered; None when no way out is open."""
    ways = [place for place, one in enumerate(dilemma.options) if not one.why_not]
    if not ways:
        return None
    way = option_of(book, dilemma.card, ways, board_of(view, scenario), partial(below, words))
    return ChooseOption(dilemma.card, dilemma.options[way].id, label)


def _ordered(
    scenario: Scenario, book: Playbook, view: View, words: Words, label: str
) -> SealOrder | None:
    """One more order, sealed; None when there is none to give, or the playbook holds."""
    mine = next((seat for seat in view.seats if seat.id == view.who), None)
    if mine is None or view.phase != "orders" or len(view.sealed) >= mine.orders:
        return None
    board, draw = board_of(view, scenario), partial(below, words)
    given = [one.move for one in view.sealed]
    closed = [place for place, one in enumerate(view.menu) if one.why_not]
    closed += again(book, view.menu, given, board)
    place = order_of(book, closed, board, draw)
    if place < 0:
        return None
    item = view.menu[place]
    used = [asset for one in view.sealed for asset in one.assets]
    hand: list[CardView] = [one for one in view.hand if one.id not in used]
    way = way_of(book, item, _aims(item), hand, board, draw)
    target = item.targets[way.target].id if way.target >= 0 else ""
    order = OrderText(item.id, item.text, item.result, [], target, way.covert, list(way.assets))
    return SealOrder(view.who, order, label=label)


def _aims(item: MenuItem) -> list[int]:
    """The indices of the targets that an order can be aimed at now."""
    return [place for place, one in enumerate(item.targets) if not one.why_not]


class InSimulation:
    """A playbook called directly, with the board in place of a view: it takes the same chance."""

    def __init__(self, book: Playbook) -> None:
        """Play by this playbook."""
        self.book = book
        self._menu: Sequence[Given] = ()
        self._plain: list[Choice | None] = []

    def order(
        self, game: Straight, seat: str, closed: Sequence[int], mine: Sequence[Choice]
    ) -> Choice | None:
        """One more order, or None to hold."""
        menu = game.ready.menus[seat]
        if menu is not self._menu:
            self._learn(menu)
        if mine:
            given = [one.given.id for one in mine]
            closed = [*closed, *again(self.book, menu, given, game.board)]
        return self._given(
            game, seat, mine, order_of(self.book, closed, game.board, game.chance.below)
        )

    def _given(
        self, game: Straight, seat: str, mine: Sequence[Choice], place: int
    ) -> Choice | None:
        """The order at this place of the menu, with all that it needs; None for no place."""
        if place < 0:
            return None
        plain = self._plain[place]
        if plain is not None and not game.hands[seat]:
            return plain
        chosen, board = self._menu[place], game.board
        hand = game.free_assets(seat, mine) if game.hands[seat] else ()
        way = way_of(self.book, chosen.rule, chosen.aims(board), hand, board, game.chance.below)
        return Choice(chosen, way.target, way.covert, way.assets)

    def _learn(self, menu: Sequence[Given]) -> None:
        """Look at the menu once: an order without a target, and never secret, is given in one way only."""
        self._menu = menu
        self._plain = [
            None if one.rule.targets or one.rule.covert != "no" else Choice(one) for one in menu
        ]

    def option(self, game: Straight, card: Card, ways: Sequence[int]) -> int:
        """One of the ways out of a dilemma that are open now."""
        return option_of(self.book, card.id, ways, game.board, game.chance.below)


class ByChance(InSimulation):
    """The playbook `random`: what weighing every order alike comes to, without weighing them."""

    def order(
        self, game: Straight, seat: str, closed: Sequence[int], mine: Sequence[Choice]
    ) -> Choice | None:
        """Any order that is open."""
        menu = game.ready.menus[seat]
        if menu is not self._menu:
            self._learn(menu)
        if closed:
            left = [place for place in range(len(menu)) if place not in closed]
            place = left[game.chance.below(len(left))] if left else -1
        else:
            place = game.chance.below(len(menu)) if menu else -1
            plain = self._plain[place] if menu else None
            if plain is not None and not game.hands[seat]:
                return plain
        return self._given(game, seat, mine, place)


class Holding(InSimulation):
    """Gives no order at all, and answers dilemmas as its playbook does: what a seat gets by doing nothing."""

    def order(
        self, game: Straight, seat: str, closed: Sequence[int], mine: Sequence[Choice]
    ) -> Choice | None:
        """Nothing."""
        return None


def in_simulation(scenario: Scenario, seat: str, name: str) -> InSimulation:
    """A playbook as a simulation asks it; KeyError when the seat has none of that name."""
    book = book_for(scenario, seat, name)
    return ByChance(book) if name == RANDOM else InSimulation(book)
