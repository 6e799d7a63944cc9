"""Checks of names: everything named is there, nothing has the id of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from wargame.decks.board import Setup
from wargame.decks.effects import (
    CardEffect,
    DetectEffect,
    DrawEffect,
    EndEffect,
    EndingEffect,
    FactEffect,
    TrackEffect,
)
from wargame.decks.fields import FACILITATOR, PUBLIC, Audience
from wargame.decks.findings import Findings
from wargame.decks.moves import Card
from wargame.decks.names import spread
from wargame.decks.resolve import AIMED
from wargame.decks.walk import Path, Placed, turned_in
from wargame.game.nodes import RESERVED

TAKEN_SEATS = frozenset({PUBLIC, FACILITATOR, "table", "observer", "none"})
"""Words that mean somebody else: no seat may be called so."""

EVERYBODY = frozenset({"all", "anybody", "anyone", "everybody", "everyone"})
"""What people write when they mean everybody."""


class _WithId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""


def check_names(found: Findings) -> None:
    """Ids given twice, ids that cannot be used, and names that mean nothing."""
    _doubled(found)
    _taken(found)
    _board(found)
    _orders(found)
    _cards(found)
    for index, setup in enumerate(found.model.setups):
        _setup(found, ("setups", index), setup)
    default = found.model.default_setup
    if default is not None:
        found.unknown(("default_setup",), default, [s.id for s in found.model.setups], "setup")
    for placed in found.effects:
        check_effect(found, placed)
    _mechanisms(found)


SECTIONS = ("seats", "questions", "tracks", "facts", "mechanisms", "decks", "endings", "setups")
"""The parts of a scenario whose items have ids of their own."""


def _doubled(found: Findings) -> None:
    """Two of one kind with the same id."""
    model = found.model
    for section in SECTIONS:
        _once(found, _ids((section,), getattr(model, section)))
    _once(found, _ids(("orders",), model.orders))
    _once(found, _ids(("standing",), model.standing))
    copies = [(("cards", i), id_) for i, card in enumerate(model.cards) for id_ in spread(card)]
    _once(found, [*copies, *_ids(("injects",), model.injects)])
    for i, seat in enumerate(model.seats):
        _once(found, _ids(("seats", i, "objectives"), seat.objectives))
    for i, order in enumerate(model.orders):
        _once(found, _ids(("orders", i, "targets"), order.targets))
    for path, _, card in turned_in(model):
        _once(found, _ids((*path, "options"), card.options))


def _ids(path: Path, items: Sequence[_WithId]) -> Iterator[tuple[Path, str]]:
    """The place and id of each item."""
    for index, item in enumerate(items):
        yield (*path, index), item.id


def _once(found: Findings, ids: Iterable[tuple[Path, str]]) -> None:
    """Every id once."""
    seen: dict[str, Path] = {}
    for path, id_ in ids:
        if id_ in seen:
            do = f"the first stands at {found.place((*seen[id_], 'id'))}; rename one"
            found.add((*path, "id"), f'the id "{id_}" is given twice', do)
        seen.setdefault(id_, path)


def _taken(found: Findings) -> None:
    """Words that already mean something."""
    for index, track in enumerate(found.model.tracks):
        if track.id in RESERVED:
            what = f'"{track.id}" means something else in expressions'
            found.add(("tracks", index, "id"), what, "give the track another id")
    for index, seat in enumerate(found.model.seats):
        if seat.id in TAKEN_SEATS:
            what = f'"{seat.id}" means somebody else'
            found.add(("seats", index, "id"), what, "give the seat another id")


def _seat(found: Findings, path: Path, seat: str | None) -> None:
    """A seat, when one is named."""
    if seat is not None:
        found.unknown(path, seat, found.names.seats, "seat")


def _sees(found: Findings, path: Path, sees: Audience | None) -> None:
    """The seats of an audience."""
    if isinstance(sees, list):
        for seat in sees:
            do = "write public" if seat in EVERYBODY else ""
            found.unknown(path, seat, found.names.seats, "seat", do=do)


def _board(found: Findings) -> None:
    """Seats named by tracks, facts, decks and standing rules."""
    model = found.model
    for i, track in enumerate(model.tracks):
        _seat(found, ("tracks", i, "for"), track.for_)
        _sees(found, ("tracks", i, "sees"), track.sees)
    for i, fact in enumerate(model.facts):
        _seat(found, ("facts", i, "owner"), fact.owner)
        _sees(found, ("facts", i, "sees"), fact.sees)
    for i, deck in enumerate(model.decks):
        _seat(found, ("decks", i, "seat"), deck.seat)
    for i, rule in enumerate(model.standing):
        _sees(found, ("standing", i, "sees"), rule.sees)


def _changeable(found: Findings, path: Path, track: str, doing: str) -> None:
    """A track that is there and is not computed from others."""
    if found.unknown(path, track, found.names.tracks, "track"):
        return
    if track in found.names.derived:
        do = "change the tracks it is computed from"
        found.add(path, f'"{track}" is derived: nothing can {doing} it', do)


def _cost(found: Findings, path: Path, cost: dict[str, int]) -> None:
    """The tracks a cost is taken from."""
    for track in cost:
        _changeable(found, (*path, track), track, "be taken from")


def _orders(found: Findings) -> None:
    """Seats, tracks and targets of orders."""
    for i, order in enumerate(found.model.orders):
        path: Path = ("orders", i)
        _seat(found, (*path, "seat"), order.seat)
        _cost(found, (*path, "cost"), order.cost)
        for j, target in enumerate(order.targets):
            if target.track is not None:
                _changeable(found, (*path, "targets", j, "track"), target.track, "change")


def _cards(found: Findings) -> None:
    """Decks, seats and orders that cards and injects name."""
    for path, _, card in turned_in(found.model):
        if isinstance(card, Card):
            found.unknown((*path, "deck"), card.deck, found.names.decks, "deck")
        _seat(found, (*path, "seat"), card.seat)
        _sees(found, (*path, "sees"), card.sees)
        for j, order in enumerate(card.suits):
            found.unknown((*path, "suits", j), order, found.names.orders, "order")
        for j, option in enumerate(card.options):
            _cost(found, (*path, "options", j, "cost"), option.cost)


def _setup(found: Findings, path: Path, setup: Setup) -> None:
    """Tracks, facts and cards that a setup names."""
    for track in setup.tracks:
        _changeable(found, (*path, "tracks", track), track, "set")
    for i, fact in enumerate(setup.facts):
        found.unknown((*path, "facts", i), fact, found.names.facts, "fact")
    for i, placed in enumerate(setup.place):
        found.unknown((*path, "place", i, "card"), placed.card, found.names.cards, "card")
    for i, card in enumerate(setup.without):
        found.unknown((*path, "without", i), card, found.names.cards, "card")


def check_effect(found: Findings, placed: Placed) -> None:
    """What an effect names is there."""
    effect, path, names = placed.effect, placed.path, found.names
    _sees(found, (*path, "sees"), effect.sees)
    match effect:
        case TrackEffect(track=track):
            if track in AIMED:
                _aimed(found, placed, track)
            else:
                _changeable(found, (*path, "track"), track, "change")
        case FactEffect(fact=fact):
            found.unknown((*path, "fact"), fact, names.facts, "fact")
        case EndEffect(end=fact):
            found.unknown((*path, "end"), fact, names.facts, "fact")
        case CardEffect():
            found.unknown((*path, "card"), effect.card, names.cards, "card")
            _seat(found, (*path, "seat"), effect.seat)
            if effect.to is not None:
                found.unknown((*path, "to"), effect.to, names.decks, "deck")
        case DrawEffect(draw=deck):
            found.unknown((*path, "draw"), deck, names.decks, "deck")
        case DetectEffect(detect=str(seat)):
            found.unknown((*path, "detect"), seat, names.seats, "seat")
        case DetectEffect() if placed.carrier.order is None:
            do = "name the seat whose covert orders are detected"
            found.add((*path, "detect"), "no order here that could be detected", do)
        case EndingEffect(ending=ending):
            found.unknown((*path, "ending"), ending, names.endings, "ending")
        case _:
            return


def _aimed(found: Findings, placed: Placed, track: str) -> None:
    """`target` and `others` need an order with targets that have tracks."""
    order = placed.carrier.order
    path: Path = (*placed.path, "track")
    if order is None:
        found.add(path, f'"{track}" outside an order', "name a track")
    elif not any(target.track for target in order.targets):
        what = f'"{track}" in an order whose targets have no track'
        found.add(path, what, "give the targets a track, or name one here")


def _mechanisms(found: Findings) -> None:
    """Mechanisms that are named but not declared."""
    model, declared = found.model, found.names.mechanisms
    named: list[tuple[Path, str | None]] = [
        ((section, i, "mechanism"), item.mechanism)
        for section in (
            "tracks",
            "facts",
            "decks",
            "endings",
            "setups",
            "orders",
            "standing",
            "cards",
            "injects",
        )
        for i, item in enumerate(getattr(model, section))
    ]
    for i, order in enumerate(model.orders):
        for j, factor in enumerate(order.factors):
            named.append((("orders", i, "factors", j, "mechanism"), factor.mechanism))
    named += [((*one.path, "mechanism"), one.effect.mechanism) for one in found.effects]
    for path, mechanism in named:
        if mechanism is not None:
            found.unknown(path, mechanism, declared, "mechanism")
