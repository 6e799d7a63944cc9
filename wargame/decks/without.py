"""A scenario without some of its mechanisms, to see what they do.

What goes is what carries the mechanism: effects (an effect that names none carries that of its item),
factors, the bonus of an asset and the modifier of a fact. A standing rule goes when no effect is left
of it. Orders, cards, tracks, facts and endings stay where they are, so that menus and piles are the
same with and without.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

Plain = dict[str, Any]


def without(plain: Plain, mechanisms: Collection[str]) -> Plain:
    """The scenario (plain JSON, defaults filled in) without what carries these mechanisms.

    The scenario given is not changed. KeyError for a mechanism that it does not declare.
    """
    declared = {one["id"] for one in plain["mechanisms"]}
    for mechanism in mechanisms:
        if mechanism not in declared:
            raise KeyError(mechanism)
    gone = frozenset(mechanisms)
    rules = [_item(rule, gone) for rule in plain["standing"]]
    return {
        **plain,
        "facts": [_given(fact, "modifier", gone) for fact in plain["facts"]],
        "orders": [_order(order, gone) for order in plain["orders"]],
        "standing": [rule for rule in rules if rule["effects"]],
        "cards": [_card(card, gone) for card in plain["cards"]],
        "injects": [_card(inject, gone) for inject in plain.get("injects", ())],
    }


def _item(item: Plain, gone: Collection[str]) -> Plain:
    """A rule or a card with the effects that are left."""
    return {**item, "effects": _effects(item["effects"], item["mechanism"], gone)}


def _given(item: Plain, what: str, gone: Collection[str]) -> Plain:
    """An item that gives orders nothing any more when it carries one of the mechanisms."""
    return {**item, what: 0} if item["mechanism"] in gone else item


def _card(card: Plain, gone: Collection[str]) -> Plain:
    options = [
        {**option, "effects": _effects(option["effects"], card["mechanism"], gone)}
        for option in card["options"]
    ]
    return {**_given(_item(card, gone), "bonus", gone), "options": options}


def _order(order: Plain, gone: Collection[str]) -> Plain:
    own = order["mechanism"]
    results = {
        quality: result and {**result, "effects": _effects(result["effects"], own, gone)}
        for quality, result in order["results"].items()
    }
    factors = [one for one in order["factors"] if (one["mechanism"] or own) not in gone]
    return {**order, "factors": factors, "results": results}


def _effects(effects: list[Plain], own: str | None, gone: Collection[str]) -> list[Plain]:
    """The effects that are left, those that come later too; `own` is what their item carries."""
    left = []
    for effect in effects:
        mechanism = effect["mechanism"] or own
        if "later" in effect:
            inner = _effects(effect["effects"], mechanism, gone)
            if inner:
                left.append({**effect, "effects": inner})
        elif mechanism not in gone:
            left.append(effect)
    return left
