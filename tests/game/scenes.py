"""Small scenarios put together by hand, with plain functions for amounts.

A test says only what it is about: `scenario(orders=[order("raid", cost=2)])`. Nothing here reads
a file, so a rule is tested without the format that scenarios are written in.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from wargame.game.audience import EVERYONE
from wargame.game.board import Amount
from wargame.game.pieces import (
    Card,
    Deck,
    Effect,
    Ending,
    Factor,
    FactRule,
    Margins,
    Objective,
    Option,
    OrderRule,
    Placement,
    Result,
    Seat,
    Setup,
    StandingRule,
    Target,
    Track,
)
from wargame.game.scenario import Scenario

SEATS = ("north", "south", "west")
GOLD, FEAR, DEPTHS, MILL, FARM, WEIGHT = range(6)
"""Indices of the tracks: two public ones, north's secret one, two blocs, and the sum of those."""


def fixed(number: int) -> Amount:
    """An amount that never changes."""
    return lambda board, target: number


def at_least(track: int, number: int) -> Amount:
    """Whether a track stands at a number or above."""
    return lambda board, target: int(board.tracks[track] >= number)


def fact(name: str) -> Amount:
    """Whether a fact holds."""
    return lambda board, target: int(name in board.facts)


def moves(track: int, by: int = 1, **more: Any) -> Effect:
    """An effect that moves a track."""
    return _effect("track", track=track, by=fixed(by), **more)


def effect(kind: str, name: str = "", **more: Any) -> Effect:
    """Any other effect; `more` are fields of `Effect`."""
    return _effect(kind, name=name, **more)


def later(delay: int, *inner: Effect, **more: Any) -> Effect:
    """An effect that schedules others; `key` begins with the order's id where it stands in an order."""
    return _effect("later", delay=delay, inner=inner, **more)


_KEYS = count()


def _effect(kind: Any, **more: Any) -> Effect:
    more.setdefault("key", f"key/{next(_KEYS)}")
    more.setdefault("why", f"why {more['key']}")
    return Effect(kind=kind, **more)


def track(index: int, name: str, start: int, **more: Any) -> Track:
    """A track from 0 to 10 that everybody sees, unless `more` says otherwise."""
    fields: dict[str, Any] = {
        "group": "Board",
        "kind": "track",
        "low": 0,
        "high": 10,
        "better": "high",
        "seat": "",
        "derived": None,
        "sees": EVERYONE,
        "bands": (),
        "source": "1",
    }
    return Track(index=index, id=name, name=name.title(), start=start, **(fields | more))


def tracks() -> tuple[Track, ...]:
    """The board of every scene."""
    return (
        track(GOLD, "gold", 5),
        track(FEAR, "fear", 3, better="low"),
        track(DEPTHS, "depths", 5, sees=("north",)),
        track(MILL, "mill", 0, kind="bloc", low=-3, high=3),
        track(FARM, "farm", 1, kind="bloc", low=-3, high=3),
        track(
            WEIGHT,
            "weight",
            0,
            high=6,
            derived=lambda board, target: 2 + board.tracks[MILL] + board.tracks[FARM],
        ),
    )


def results(**given: Sequence[Effect]) -> dict[str, Result]:
    """An order's results: what is not given is empty, strong is as success, backfire as failure."""
    made = {}
    for quality, milder in (
        ("success", ""),
        ("failure", ""),
        ("strong", "success"),
        ("backfire", "failure"),
    ):
        effects = given.get(quality, given.get(milder, ()))
        made[quality] = Result(f"It is a {quality}.", tuple(effects))
    return made


def order(name: str, seat: str = "north", **more: Any) -> OrderRule:
    """An order of the menu. `cost` is an amount of gold, `targets` are tracks to aim at."""
    given = {
        key: more.pop(key) for key in ("strong", "success", "failure", "backfire") if key in more
    }
    cost = more.pop("cost", 0)
    targets = more.pop("targets", ())
    fields: dict[str, Any] = {
        "text": f"The text of {name}.",
        "result": f"The result of {name}.",
        "covert": "no",
        "cost": ((GOLD, cost),) if isinstance(cost, int) and cost else cost or (),
        "requires": None,
        "why_not": "",
        "targets": tuple(Target(f"at{one}", f"At {one}", one) for one in targets),
        "difficulty": 7,
        "method": "",
        "factors": (),
        "noticed": None,
        "source": "2",
    }
    return OrderRule(id=name, seat=seat, name=name.title(), **(fields | results(**given) | more))


def factor(by: int, when: Amount | None = None, why: str = "A reason") -> Factor:
    """A modifier the scenario grants."""
    return Factor(when, fixed(by), why, "3", "M1")


def card(name: str, deck: str = "events", kind: str = "event", **more: Any) -> Card:
    """A card. `effects` and `options` may be lists."""
    fields: dict[str, Any] = {
        "title": name.title(),
        "text": f"The text of {name}.",
        "when": None,
        "turn": 0,
        "seat": "",
        "lasts": 0,
        "bonus": 0,
        "suits": (),
        "sees": EVERYONE,
        "source": "4",
        "mechanism": "",
    }
    effects, options = tuple(more.pop("effects", ())), tuple(more.pop("options", ()))
    fields |= {"effects": effects, "options": options}
    return Card(id=name, deck=deck, kind=kind, **(fields | more))  # type: ignore[arg-type]


def option(name: str, *effects: Effect, cost: int = 0, when: Amount | None = None) -> Option:
    """A way out of a dilemma."""
    return Option(name, f"The way {name}.", when, ((GOLD, cost),) if cost else (), effects)


def rule(name: str, *effects: Effect, **more: Any) -> StandingRule:
    """A standing rule; in wrap unless `more` says otherwise."""
    fields: dict[str, Any] = {
        "text": f"The text of {name}.",
        "phase": "wrap",
        "when": None,
        "chance": None,
        "once": False,
        "sees": EVERYONE,
        "mechanism": "",
        "source": "5",
    }
    return StandingRule(id=name, name=name.title(), effects=effects, **(fields | more))


def ending(name: str, when: Amount | None, final: bool = False) -> Ending:
    """A way the game ends."""
    return Ending(name, name.title(), f"The text of {name}.", when, final, "6")


def seat(name: str, orders: int = 1) -> Seat:
    """A seat with a public and a private objective."""
    open_one = Objective("open", f"{name} wants gold.", at_least(GOLD, 5), False, True, "7")
    private = Objective("own", f"{name} wants fear.", at_least(FEAR, 5), True, False, "7")
    return Seat(name, name.title(), f"The brief of {name}.", orders, (open_one, private))


def deck(name: str, cards: Sequence[Card], **more: Any) -> Deck:
    """A deck of those of the cards that belong to it; one is drawn a turn."""
    own = tuple(one.id for one in cards if one.deck == name and not one.turn)
    fields: dict[str, Any] = {"seat": "", "draw": 1, "hand": 3}
    return Deck(id=name, name=name.title(), cards=own, **(fields | more))


FACTS = (
    FactRule("wall", "A wall stands.", "north", 1, EVERYONE, 0),
    FactRule("pact", "A pact holds.", "", 0, EVERYONE, 2),
    FactRule("spy", "A spy reports to north.", "north", 2, ("north",), 0),
)


def setup(name: str = "plain", **more: Any) -> Setup:
    """Where a game begins; `place` pairs cards with places."""
    fields: dict[str, Any] = {
        "title": name.title(),
        "text": "",
        "turns": 4,
        "calendar": ("One", "Two", "Three", "Four"),
        "tracks": (),
        "facts": (),
        "without": (),
    }
    place = tuple(Placement(*one) for one in more.pop("place", ()))
    return Setup(id=name, place=place, **(fields | more))


def scenario(**parts: Any) -> Scenario:
    """A scenario of three seats; `orders`, `cards`, `rules`, `endings`, ... are lists of the above."""
    cards = list(parts.pop("cards", ()))
    orders = list(parts.pop("orders", ()))
    decks = parts.pop("decks", None)
    setups = [parts.pop("setup", setup())]
    counts = parts.pop("seat_orders", {})
    fields: dict[str, Any] = {
        "version": "1",
        "title": "A scene",
        "summary": "For a test.",
        "method": "weighted",
        "margins": Margins(),
        "seats": tuple(seat(one, counts.get(one, 1)) for one in SEATS),
        "tracks": tracks(),
        "facts": {one.id: one for one in FACTS},
        "decks": (deck("events", cards),) if decks is None else tuple(decks),
        "cards": {one.id: one for one in cards},
        "orders": {one.id: one for one in orders},
        "rules": tuple(parts.pop("rules", ())),
        "endings": tuple(parts.pop("endings", ())),
        "setups": {one.id: one for one in setups},
        "default_setup": setups[0].id,
        "plain": {"scenario": "scene", "title": "A scene"},
    }
    later = {one.key: one for one in _scheduling(cards, orders, fields["rules"])}
    return Scenario(id="scene", later=later, **(fields | parts))


def _scheduling(
    cards: Sequence[Card], orders: Sequence[OrderRule], rules: Sequence[StandingRule]
) -> list[Effect]:
    """Every effect that schedules others, those inside of others too."""
    lists = [one.effects for one in cards] + [one.effects for one in rules]
    lists += [way.effects for one in cards for way in one.options]
    for one in orders:
        lists += [quality.effects for quality in (one.success, one.failure)]
        lists += [quality.effects for quality in (one.strong, one.backfire)]
    found = []
    while lists:
        for one_effect in lists.pop():
            if one_effect.kind == "later":
                found.append(one_effect)
                lists.append(one_effect.inner)
    return found
