"""Checks of playbooks: what they name is there, and their seat sees what they ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wargame.decks.check_conditions import meaningless, sense
from wargame.decks.eyes import Eyes
from wargame.decks.findings import Findings
from wargame.decks.moves import Order
from wargame.decks.playbooks import Answer, Playbook, Preference
from wargame.decks.walk import Path, Role, Site
from wargame.game.names import RANDOM


def check_playbooks(found: Findings) -> None:
    """Every playbook; two of one seat cannot have the same name."""
    eyes = Eyes(found.model, found.names)
    seen: dict[tuple[str, str], Path] = {}
    for index, book in enumerate(found.model.playbooks):
        path: Path = ("playbooks", index)
        if book.id == RANDOM:
            what = f'"{RANDOM}" is the playbook that every seat has'
            found.add((*path, "id"), what, "give this one another id")
        first = seen.setdefault((book.seat, book.id), path)
        if first != path:
            do = f"the first stands at {found.place((*first, 'id'))}; rename one"
            found.add((*path, "id"), f'{book.seat} has two playbooks "{book.id}"', do)
        if not found.unknown((*path, "seat"), book.seat, found.names.seats, "seat"):
            _playbook(found, eyes, path, book)


def _playbook(found: Findings, eyes: Eyes, path: Path, book: Playbook) -> None:
    """What one playbook names, and its expressions."""
    for place, one in enumerate(book.orders):
        _preference(found, book, (*path, "orders", place), one)
    for place, answer in enumerate(book.dilemmas):
        _answer(found, book, (*path, "dilemmas", place), answer)
    for site in _sites(found, path, book):
        node = found.parsed(site.path, site.text)
        if node is None or meaningless(found, site.path, node, site.order):
            continue
        secrets = list(eyes.hidden(book.seat, node, site.order))
        for name, what, do in secrets:
            found.add(site.path, what, do, offset=name.column - 1)
        if not secrets:
            sense(found, site, node)


def _preference(found: Findings, book: Playbook, path: Path, one: Preference) -> None:
    """An order of the seat, and its targets."""
    if found.unknown((*path, "order"), one.order, found.names.orders, "order"):
        return
    order = found.names.orders[one.order]
    if order.seat != book.seat:
        mine = [each.id for each in found.model.orders if each.seat == book.seat]
        what = f'"{one.order}" is an order of {order.seat}'
        found.add((*path, "order"), what, f"name one of {book.seat}: {', '.join(mine[:12])}")
    for target in one.targets:
        known = [each.id for each in order.targets]
        _known(found, (*path, "targets", target), target, known, "target")
    if one.covert is not None and order.covert != "choice":
        how = "always" if order.covert == "yes" else "never"
        what = f'"{one.order}" is {how} given in secret'
        found.warn((*path, "covert"), what, "take it out", key=True)


def _answer(found: Findings, book: Playbook, path: Path, one: Answer) -> None:
    """A dilemma of the seat, and its ways out."""
    if found.unknown((*path, "card"), one.card, found.names.cards, "card"):
        return
    card = found.names.cards[one.card]
    if card.kind != "dilemma" or card.seat != book.seat:
        what = f'"{one.card}" is no dilemma of {book.seat}'
        found.add((*path, "card"), what, "name a dilemma that this seat has to answer")
        return
    for option in one.options:
        known = [each.id for each in card.options]
        _known(found, (*path, "options", option), option, known, "option")


def _known(found: Findings, path: Path, id_: str, known: Collection[str], kind: str) -> None:
    """A key that must be one of those known."""
    if id_ not in known:
        do = f"{kind}s here: {', '.join(known) or 'none'}"
        found.add(path, f'no {kind} "{id_}"', do, key=True)


def _sites(found: Findings, path: Path, book: Playbook) -> Iterator[Site]:
    """Every expression of a playbook, with its place."""

    def site(
        here: Path, text: str | int | None, role: Role = "amount", order: Order | None = None
    ) -> Iterator[Site]:
        if text is not None:
            yield Site((*path, *here), text, role, f"playbook {book.id}", order)

    for key in ("otherwise", "hold", "assets"):
        yield from site((key,), getattr(book, key))
    for place, one in enumerate(book.orders):
        order = found.names.orders.get(one.order)
        here: Path = ("orders", place)
        yield from site((*here, "when"), one.when, "condition")
        yield from site((*here, "weight"), one.weight)
        yield from site((*here, "covert"), one.covert, order=order)
        yield from site((*here, "assets"), one.assets)
        for target, weight in one.targets.items():
            yield from site((*here, "targets", target), weight, order=order)
    for place, answer in enumerate(book.dilemmas):
        here = ("dilemmas", place)
        yield from site((*here, "when"), answer.when, "condition")
        for option, weight in answer.options.items():
            yield from site((*here, "options", option), weight)
