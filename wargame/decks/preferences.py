"""Playbooks compiled: what a seat prefers, by nothing but what its seat can see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from wargame.decks.eyes import Eyes
from wargame.decks.names import spread
from wargame.decks.resolve import Resolver
from wargame.game import playbook as game
from wargame.game.amounts import Scope, amount, held
from wargame.game.board import Amount, Board
from wargame.game.expressions import parse
from wargame.game.intervals import bounds
from wargame.game.names import RANDOM
from wargame.game.nodes import Node
from wargame.game.tokens import ExpressionError
from wargame.game.weaving import Weave

if TYPE_CHECKING:
    from wargame.decks.moves import Order
    from wargame.decks.playbooks import Answer, Playbook, Preference
    from wargame.decks.schema import Scenario


class Shelf(Mapping[str, game.Playbook]):
    """A seat's playbooks by name, each compiled when it is first asked for."""

    def __init__(self, books: Books, written: Mapping[str, Playbook]) -> None:
        """Hold what is written; `books` compiles it."""
        self._books = books
        self._written = written
        self._made: dict[str, game.Playbook] = {}

    def __getitem__(self, name: str) -> game.Playbook:
        """A playbook; KeyError when there is none of that name."""
        if name not in self._made:
            self._made[name] = self._books.playbook(self._written[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._written)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._written)


class Books:
    """Compiles the playbooks of one scenario."""

    def __init__(self, model: Scenario, resolve: Resolver) -> None:
        """Take the names of a scenario whose other items are compiled."""
        self.model = model
        self.resolve = resolve
        self.names = resolve.names
        self.eyes = Eyes(model, resolve.names)
        scope = resolve.scope
        shown = {id_: _shown(scope.tracks[id_], real) for id_, real in scope.derived.items()}
        self.scope = replace(scope, derived=shown)

    def all(self) -> dict[str, Shelf]:
        """The playbooks of each seat, by name, compiled: ScenarioError for one that cannot be."""
        books = self.later()
        for shelf in books.values():
            for name in shelf:
                shelf[name]
        return books

    def later(self) -> dict[str, Shelf]:
        """The playbooks of each seat, by name, each to be compiled when it is first asked for."""
        written: dict[str, dict[str, Playbook]] = {seat.id: {} for seat in self.model.seats}
        for one in self.model.playbooks:
            self.resolve.at = f"playbooks.{one.id}"
            self.resolve.known(self.names.seats, one.seat, "seat")
            if one.id in written[one.seat] or one.id == RANDOM:
                raise self.resolve.problem(f"a second playbook {one.id!r} of {one.seat!r}")
            written[one.seat][one.id] = one
        return {seat: Shelf(self, books) for seat, books in written.items()}

    def playbook(self, book: Playbook) -> game.Playbook:
        """One playbook."""
        self.resolve.at = f"playbooks.{book.id}"
        menu = [order for order in self.model.orders if order.seat == book.seat]
        lines: dict[str, tuple[game.Line, ...]] = {}
        for one in book.orders:
            if one.order not in {order.id for order in menu}:
                raise self.resolve.problem(f"no order {one.order!r} of {book.seat!r}")
            lines[one.order] = (*lines.get(one.order, ()), self.line(book, one))
        otherwise = (game.Line(None, self.amount(book, book.otherwise)),)
        return game.Playbook(
            id=book.id,
            seat=book.seat,
            name=book.name,
            text=book.text,
            weigh=weighing([lines.get(order.id, otherwise) for order in menu]),
            lines=lines,
            hold=self.amount(book, book.hold),
            assets=self.amount(book, book.assets),
            answers=self.answers(book),
        )

    def line(self, book: Playbook, one: Preference) -> game.Line:
        """What is said of one order."""
        order = self.names.orders[one.order]
        known = {target.id for target in order.targets}
        for target in one.targets:
            self.resolve.known(known, target, "target")
        scope = self.names.scope_of(order, self.scope)
        aimed = [one.targets.get(target.id, 0) for target in order.targets] if one.targets else []
        return game.Line(
            when=self.condition(book, one.when),
            weight=self.amount(book, one.weight),
            targets=tuple(self.amount(book, weight, scope, order) for weight in aimed),
            covert=None if one.covert is None else self.amount(book, one.covert, scope, order),
            assets=None if one.assets is None else self.amount(book, one.assets),
            again=one.again,
        )

    def answers(self, book: Playbook) -> dict[str, tuple[game.Answer, ...]]:
        """What is said of each dilemma, by the ids of its card and of the card's copies."""
        found: dict[str, tuple[game.Answer, ...]] = {}
        for one in book.dilemmas:
            card = self.names.cards[self.resolve.known(self.names.cards, one.card, "card")]
            known = {option.id for option in card.options}
            for option in one.options:
                self.resolve.known(known, option, "option")
            answer = self.answer(book, one, [option.id for option in card.options])
            for id_ in spread(card):
                found[id_] = (*found.get(id_, ()), answer)
        return found

    def answer(self, book: Playbook, one: Answer, options: list[str]) -> game.Answer:
        """The weights of a card's ways out, in their order."""
        when = self.condition(book, one.when)
        weights = (self.amount(book, one.options.get(option, 0)) for option in options)
        return game.Answer(when, tuple(weights))

    def amount(
        self,
        book: Playbook,
        text: str | int,
        scope: Scope | None = None,
        order: Order | None = None,
    ) -> Amount:
        """A weight, or a chance in per cent, held from 0 to the heaviest weight."""
        used = scope or self.scope
        node = self.parsed(book, text, order)
        low, high = bounds(node, used.ranges)
        function = self.function(node, used, text)
        sure = low >= 0 and high <= game.HEAVIEST
        return function if sure else held(function, 0, game.HEAVIEST)

    def condition(self, book: Playbook, text: str | int | None) -> Amount | None:
        """A condition; None when there is none."""
        if text is None:
            return None
        return self.function(self.parsed(book, text), self.scope, text)

    def parsed(self, book: Playbook, text: str | int, order: Order | None = None) -> Node:
        """The tree of an expression; ScenarioError when it asks for what the seat does not see."""
        try:
            node = parse(text)
        except ExpressionError as error:
            raise self.resolve.problem(f"{text!r}: {error}") from None
        for _, what, _ in self.eyes.hidden(book.seat, node, order):
            raise self.resolve.problem(f"{text!r}: {what}")
        return node

    def function(self, node: Node, scope: Scope, text: str | int) -> Amount:
        """The function of a tree."""
        try:
            return amount(node, scope)
        except ExpressionError as error:
            raise self.resolve.problem(f"{text!r}: {error}") from None


def _shown(index: int, real: Amount) -> Amount:
    """A derived track as a playbook reads it: as it stands on a board that was shown to the seat."""

    def value(board: Board, target: int) -> int:
        return board.tracks[index] if type(board) is game.Seen else real(board, target)

    return value


def weighing(menu: list[tuple[game.Line, ...]]) -> game.Weigh:
    """A function that gives the weight of every order of a menu, from the lines that are about it."""
    weave = Weave()
    weights = ["0"] * len(menu)
    for place, lines in enumerate(menu):
        text = ""
        for line in lines:
            text += weave.number(line.weight)
            if line.when is None:
                break
            text += f" if {weave.truth(line.when)} else "
        else:
            text += "0"
        weights[place] = text
    return weave.function("board, target=-1", [f"return [{', '.join(weights)}]"])
