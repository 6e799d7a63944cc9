"""Who plays an empty seat: a playbook is a function from a view and chance to a command."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wargame.game.chance import below
from wargame.game.changes import OrderText
from wargame.game.commands import ChooseOption, SealOrder
from wargame.game.prepared import Given
from wargame.game.scenario import Card
from wargame.game.straight import Choice, Straight
from wargame.game.views import View

Words = Iterator[int]
Playbook = Callable[[View, Words, str], ChooseOption | SealOrder | None]
"""From what a seat sees, a stream of chance and that stream's label: what it does now, or None for nothing."""


def at_random(view: View, words: Words, label: str) -> ChooseOption | SealOrder | None:
    """Answer a waiting dilemma, else seal an order that is open now, each as likely as the others."""
    for dilemma in view.dilemmas:
        ways = (
            [one for one in dilemma.options if not one.why_not] if dilemma.seat == view.who else []
        )
        if ways:
            return ChooseOption(dilemma.card, ways[below(words, len(ways))].id, label)
    mine = next((seat for seat in view.seats if seat.id == view.who), None)
    if mine is None or view.phase != "orders" or len(view.sealed) >= mine.orders:
        return None
    menu = [one for one in view.menu if not one.why_not]
    if not menu:
        return None
    item = menu[below(words, len(menu))]
    aims = [one.id for one in item.targets if not one.why_not]
    target = aims[below(words, len(aims))] if aims else ""
    covert = item.covert == "yes" or (item.covert == "choice" and below(words, 2) == 1)
    order = OrderText(item.id, item.text, item.result, target=target, covert=covert)
    return SealOrder(view.who, order, label=label)


class Randomly:
    """The same, called directly in a simulation: it takes the same chance for the same choice."""

    def order(self, game: Straight, menu: Sequence[Given]) -> Choice | None:
        """Any order that is open now."""
        if not menu:
            return None
        chance = game.chance
        given = menu[chance.below(len(menu))]
        rule = given.rule
        aims = [one for one in range(len(rule.targets)) if given.opens(game.board, one)]
        target = aims[chance.below(len(aims))] if aims else -1
        covert = rule.covert == "yes" or (rule.covert == "choice" and chance.below(2) == 1)
        return Choice(given, target, covert)

    def option(self, game: Straight, card: Card, ways: Sequence[int]) -> int:
        """Any way out that is open now."""
        return ways[game.chance.below(len(ways))]


PLAYBOOKS: dict[str, Playbook] = {"random": at_random}
"""The playbooks by name."""
