"""Every expression and every effect of a scenario, with its place and what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from wargame.game.names import QUALITIES
from wargame.game.records import dataclass

if TYPE_CHECKING:
    from wargame.decks.board import Ending, Objective, Track
    from wargame.decks.effects import Effect
    from wargame.decks.fields import Audience, MechanismId
    from wargame.decks.moves import Card, Inject, Order, Standing
    from wargame.decks.schema import Scenario

Path = tuple[str | int, ...]
"""A place in the plain object: ("orders", 3, "factors", 0, "when")."""

Role = Literal["condition", "amount", "chance"]
"""What an expression is for: whether it holds, how much, or how likely in per cent."""


@dataclass(slots=True, frozen=True)
class Site:
    """An expression: where it stands, what it is for, and the order whose target it may name.

    `turn` is the only turn on which it is looked at; 0 when there are several.
    """

    path: Path
    text: str | int
    role: Role
    what: str
    order: Order | None = None
    turn: int = 0


@dataclass(slots=True, frozen=True)
class Carrier:
    """What effects belong to: a card or an inject, an option of one, a rule, or one result of an order.

    `what` names the item ("order build"), `told` are the paths of the texts that people read with the
    effects, and `sees` is who reads them.
    """

    item: Card | Inject | Standing | Order
    what: str
    told: tuple[Path, ...]
    sees: Audience
    order: Order | None = None


@dataclass(slots=True, frozen=True)
class Placed:
    """An effect where it stands; `mechanism` is its own, or that of what it stands in."""

    path: Path
    effect: Effect
    mechanism: MechanismId | None
    carrier: Carrier


def effects_in(model: Scenario) -> Iterator[Placed]:
    """Every effect, those within later effects too."""
    for path, effects, carrier in _lists(model):
        yield from placed_in(path, effects, carrier.item.mechanism, carrier)


def _lists(model: Scenario) -> Iterator[tuple[Path, list[Effect], Carrier]]:
    """Every list of effects that an item has."""
    path: Path
    told: tuple[Path, ...]
    for i, order in enumerate(model.orders):
        for quality in QUALITIES:
            result = getattr(order.results, quality)
            if result is not None:
                path = ("orders", i, "results", quality)
                told = ((*path, "text"),)
                carrier = Carrier(order, f"order {order.id}", told, "public", order)
                yield path, result.effects, carrier
    for i, rule in enumerate(model.standing):
        path = ("standing", i)
        told = ((*path, "name"), (*path, "text"))
        yield path, rule.effects, Carrier(rule, f"standing {rule.id}", told, rule.sees)
    for path, what, card in turned_in(model):
        told = ((*path, "title"), (*path, "text"))
        yield path, card.effects, Carrier(card, what, told, card.sees)
        for j, option in enumerate(card.options):
            inner: Path = (*path, "options", j)
            told = ((*path, "title"), (*path, "text"), (*inner, "text"))
            yield inner, option.effects, Carrier(card, what, told, card.sees)


def turned_in(model: Scenario) -> Iterator[tuple[Path, str, Card | Inject]]:
    """Cards and injects: where each stands, and what it is called."""
    for i, card in enumerate(model.cards):
        yield ("cards", i), f"card {card.id}", card
    for i, inject in enumerate(model.injects):
        yield ("injects", i), f"inject {inject.id}", inject


def placed_in(
    path: Path, effects: list[Effect], mechanism: MechanismId | None, carrier: Carrier
) -> Iterator[Placed]:
    """Effects of a list, and within them."""
    for k, effect in enumerate(effects):
        placed = Placed((*path, "effects", k), effect, effect.mechanism or mechanism, carrier)
        yield placed
        if effect.kind == "later":
            yield from placed_in(placed.path, effect.effects, placed.mechanism, carrier)


def expressions_in(model: Scenario, effects: list[Placed]) -> Iterator[Site]:
    """Every expression that is written, but for those of derived tracks."""
    for i, seat in enumerate(model.seats):
        for j, objective in enumerate(seat.objectives):
            yield _condition(("seats", i, "objectives", j), objective, "objective")
    for i, ending in enumerate(model.endings):
        if ending.when is not None:
            yield _condition(("endings", i), ending, "ending")
    for i, order in enumerate(model.orders):
        yield from _in_order(("orders", i), order)
    for i, rule in enumerate(model.standing):
        yield from _conditional(("standing", i), rule.when, rule.chance, f"standing {rule.id}")
    for path, what, card in turned_in(model):
        if card.when is not None:
            yield Site((*path, "when"), card.when, "condition", what, turn=card.turn)
        for j, option in enumerate(card.options):
            yield from _conditional((*path, "options", j), option.when, None, "option")
    for placed in effects:
        yield from in_effect(placed)


def derived_in(model: Scenario) -> Iterator[tuple[Path, Track]]:
    """The derived tracks."""
    for i, track in enumerate(model.tracks):
        if track.derived is not None:
            yield ("tracks", i, "derived"), track


def _condition(path: Path, item: Objective | Ending, kind: str) -> Site:
    """The condition of an objective or an ending."""
    return Site((*path, "when"), item.when or 0, "condition", f"{kind} {item.id}")


def _conditional(
    path: Path,
    when: str | int | None,
    chance: str | int | None,
    what: str,
    order: Order | None = None,
) -> Iterator[Site]:
    """A condition and a chance, as far as they are written."""
    if when is not None:
        yield Site((*path, "when"), when, "condition", what, order)
    if chance is not None:
        yield Site((*path, "chance"), chance, "chance", what, order)


def _in_order(path: Path, order: Order) -> Iterator[Site]:
    """What an order requires, its factors, and how it is noticed."""
    what = f"order {order.id}"
    if order.requires is not None:
        yield Site((*path, "requires"), order.requires, "condition", what, order)
    if order.noticed is not None:
        yield Site((*path, "noticed"), order.noticed, "chance", what, order)
    for j, factor in enumerate(order.factors):
        inner: Path = (*path, "factors", j)
        yield from _conditional(inner, factor.when, None, "factor", order)
        yield Site((*inner, "by"), factor.by, "amount", "factor", order)


def in_effect(placed: Placed) -> Iterator[Site]:
    """The expressions of an effect: what it depends on, and how much it does."""
    effect, path, order = placed.effect, placed.path, placed.carrier.order
    yield from _conditional(path, effect.when, effect.chance, "effect", order)
    if effect.kind == "track":
        if effect.by is not None:
            yield Site((*path, "by"), effect.by, "amount", "effect", order)
        if effect.set is not None:
            yield Site((*path, "set"), effect.set, "amount", "effect", order)
    elif effect.kind == "count":
        yield Site((*path, "by"), effect.by, "amount", "effect", order)
    elif effect.kind == "fact" and effect.lasts is not None:
        yield Site((*path, "lasts"), effect.lasts, "amount", "effect", order)
