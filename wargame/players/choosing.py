"""How a playbook chooses, at a table and in a simulation alike, with the same chance for the same choice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol

from wargame.game.board import Amount, Board
from wargame.game.playbook import EVENLY, Line, Playbook
from wargame.game.records import dataclass

Draw = Callable[[int], int]
"""Gives a number of 0 to m - 1 for m, every one as likely: chance, as a playbook gets it."""
CERTAIN = 100
"""Per cent: what always comes off."""


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id."""


class Offer(Named, Protocol):
    """An order of the menu, as the rules have it or as a view shows it."""

    @property
    def covert(self) -> str:
        """Whether it is given in secret: no, yes, choice."""


class Asset(Named, Protocol):
    """A card in the hand, as the rules have it or as a view shows it."""

    @property
    def suits(self) -> Collection[str]:
        """The orders it goes with; none: all."""


@dataclass(slots=True, frozen=True)
class Way:
    """How an order is given: the index of its target (-1: none), in secret or not, and the assets with it."""

    target: int = -1
    covert: bool = False
    assets: tuple[str, ...] = ()


def order_of(book: Playbook, closed: Iterable[int], board: Board, draw: Draw) -> int:
    """The place on the whole menu of the order to give, or -1 to give none.

    `closed` are the places of the orders that cannot be given now. Nothing is taken of the chance
    when nothing has weight.
    """
    weights = book.weigh(board)
    for place in closed:
        weights[place] = 0
    hold = book.hold(board, -1) if book.hold is not None else 0
    total = sum(weights)
    if not total:
        return -1
    number = draw(total + hold)
    for place, one in enumerate(weights):
        number -= one
        if number < 0:
            return place
    return -1


def again(book: Playbook, menu: Sequence[Named], given: Collection[str], board: Board) -> list[int]:
    """The places of the orders that a seat has given this turn and will not give twice."""
    found = []
    for place, offer in enumerate(menu):
        if offer.id in given:
            line = book.line(offer.id, board)
            if line is not None and not line.again:
                found.append(place)
    return found


def way_of(
    book: Playbook,
    offer: Offer,
    aims: Sequence[int],
    hand: Iterable[Asset],
    board: Board,
    draw: Draw,
) -> Way:
    """How to give the order that was chosen.

    `aims` are the targets it can be aimed at now (none: it has no targets), `hand` the assets that
    are free.
    """
    line = book.line(offer.id, board)
    target = _target(line, aims, board, draw) if aims else -1
    covert = offer.covert == "yes"
    if offer.covert == "choice":
        share = line.covert if line is not None else None
        covert = _comes_off(share, EVENLY, board, target, draw)
    suited = [one.id for one in hand if not one.suits or offer.id in one.suits]
    if not suited:
        return Way(target, covert)
    share = line.assets if line is not None and line.assets is not None else book.assets
    if not _comes_off(share, EVENLY, board, target, draw):
        return Way(target, covert)
    return Way(target, covert, (suited[draw(len(suited))],))


def option_of(book: Playbook, card: str, ways: Sequence[int], board: Board, draw: Draw) -> int:
    """Which of the open ways out of a dilemma to take; `ways` are indices of the card's options, not empty."""
    weights = [0] * len(ways)
    for answer in book.answers.get(card, ()):
        if answer.when is None or answer.when(board, -1):
            weights = [answer.weights[way](board, -1) for way in ways]
            break
    return ways[_weighted(weights, draw)]


def _target(line: Line | None, aims: Sequence[int], board: Board, draw: Draw) -> int:
    """One of the targets in reach."""
    weights = [0] * len(aims)
    if line is not None and line.targets:
        weights = [line.targets[place](board, place) for place in aims]
    return aims[_weighted(weights, draw)]


def _weighted(weights: Sequence[int], draw: Draw) -> int:
    """An index, as likely as its weight; all alike when none has any."""
    total = sum(weights)
    if not total:
        return draw(len(weights))
    number = draw(total)
    for place, one in enumerate(weights):
        number -= one
        if number < 0:
            return place
    raise AssertionError("a number below the sum of the weights falls on one of them")


def _comes_off(share: Amount | None, otherwise: int, board: Board, target: int, draw: Draw) -> bool:
    """Whether a chance in per cent comes off; 0 and 100 take no chance."""
    percent = otherwise if share is None else share(board, target)
    if not 0 < percent < CERTAIN:
        return percent > 0
    return draw(CERTAIN) < percent
