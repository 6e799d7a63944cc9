"""Names, amounts and effects of a scenario, resolved for the rules."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, assert_never

from wargame.decks.names import Names
from wargame.decks.problems import Problem, ScenarioError
from wargame.game.amounts import Scope, Waiting, amount
from wargame.game.audience import EVERYONE
from wargame.game.board import Amount
from wargame.game.expressions import parse
from wargame.game.names import FACILITATOR
from wargame.game.pieces import Effect
from wargame.game.records import dataclass
from wargame.game.tokens import ExpressionError

if TYPE_CHECKING:
    from wargame.decks import effects as written
    from wargame.decks.schema import Scenario

PUBLIC = "public"
"""The audience that is everybody."""


def citation(source: int | str | list[int] | None, otherwise: str = "") -> str:
    """A source as it is shown: `9`, `4, 8`, `ours`."""
    if source is None:
        return otherwise
    return ", ".join(map(str, source)) if isinstance(source, list) else str(source)


DEEPEST = 24
"""Levels of effects within effects."""
AIMED = {"target": -1, "others": -2}
"""What an order's effects may change beside tracks by name, as `Effect.track` has it."""


@dataclass(slots=True, frozen=True)
class Owner:
    """What effects take over from the item they stand in. Only an order has a scope of its own."""

    source: str = ""
    mechanism: str = ""
    scope: Scope | None = None


class Resolver:
    """Resolves what the items of one scenario say; `at` is the item at work, for messages.

    `later` collects every effect that schedules others, by its key. A scenario that is known to be
    `valid` has its amounts made when they are first asked for.
    """

    def __init__(self, model: Scenario, *, valid: bool = False) -> None:
        self.valid = valid
        self.names = Names.of(model)
        self.at = ""
        self.later: dict[str, Effect] = {}
        self.made: dict[tuple[str | int, object], Amount] = {}
        try:
            self.scope = self.names.scope()
        except ExpressionError as error:
            raise self.problem(str(error)) from None

    def problem(self, what: str) -> ScenarioError:
        """An error about the item at work."""
        do = "look at the scenario with wargame check"
        return ScenarioError([Problem(f"scenario.{self.at}", 0, 0, what, do)])

    def known(self, table: Container[str], id_: str | None, what: str) -> str:
        """The id, which must be in the table; empty when there is none."""
        if id_ and id_ not in table:
            raise self.problem(f"no {what} {id_!r}")
        return id_ or ""

    def track(self, id_: str) -> int:
        """The index of a track that is not derived."""
        self.known(self.names.tracks, id_, "track")
        if id_ in self.names.derived:
            raise self.problem(f"track {id_!r} is derived")
        return self.names.tracks[id_]

    def audience(self, sees: str | list[str]) -> tuple[str, ...]:
        """Who sees something, as the rules have it."""
        if sees == PUBLIC:
            return EVERYONE
        seats = [] if sees == FACILITATOR else sees
        return tuple(self.known(self.names.seats, seat, "seat") for seat in seats)

    def amount(self, text: str | int, scope: Scope | None = None) -> Amount:
        """A function for an expression; the same for the same text in the same place."""
        used = scope or self.scope
        key = (text, used.targets)
        if key not in self.made:
            make = partial(self._amount, text, used)
            self.made[key] = Waiting(make) if self.valid else make()
        return self.made[key]

    def _amount(self, text: str | int, scope: Scope) -> Amount:
        """A function for an expression."""
        try:
            return amount(parse(text), scope)
        except ExpressionError as error:
            raise self.problem(f"{text!r}: {error}") from None

    def perhaps(self, text: str | int | None, scope: Scope | None = None) -> Amount | None:
        """A function, when there is an expression."""
        return None if text is None else self.amount(text, scope)

    def cost(self, cost: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
        """What something takes from tracks, by index."""
        return tuple((self.track(key), n) for key, n in cost.items())

    def effects(
        self, effects: Sequence[written.Effect], owner: Owner, key: str
    ) -> tuple[Effect, ...]:
        """Effects in their order, each with a key that names it for ever: `build/success/2`."""
        return tuple(self.effect(one, owner, f"{key}/{index}") for index, one in enumerate(effects))

    def effect(self, effect: written.Effect, owner: Owner, key: str) -> Effect:
        """One effect."""
        self.at = key
        if key.count("/") > DEEPEST:
            raise self.problem(f"effects nested more than {DEEPEST} levels")
        whose = Owner(
            citation(effect.source, owner.source), effect.mechanism or owner.mechanism, owner.scope
        )
        made = Effect(
            key=key,
            when=self.perhaps(effect.when, owner.scope),
            chance=self.perhaps(effect.chance, owner.scope),
            why=effect.why,
            source=whose.source,
            mechanism=whose.mechanism,
            sees=None if effect.sees is None else self.audience(effect.sees),
            **self._does(effect, whose, key),
        )
        if made.kind == "later":
            self.later[key] = made
        return made

    def _does(self, effect: written.Effect, owner: Owner, key: str) -> dict[str, Any]:
        """What an effect does: its kind, and the fields that this kind has."""
        names, scope = self.names, owner.scope
        if effect.kind == "track":
            by, to = self.perhaps(effect.by, scope), self.perhaps(effect.set, scope)
            return {"kind": "track", "track": self.aim(effect, scope), "by": by, "set_to": to}
        if effect.kind == "fact":
            fact = self.known(names.facts, effect.fact, "fact")
            lasts = self.perhaps(effect.lasts, scope)
            return {"kind": "fact", "name": fact, "lasts": lasts, "text": effect.text}
        if effect.kind == "end":
            return {"kind": "end", "name": self.known(names.facts, effect.end, "fact")}
        if effect.kind == "card":
            return self._puts(effect)
        if effect.kind == "draw":
            deck = self.known(names.decks, effect.draw, "deck")
            return {"kind": "draw", "deck": deck, "count": effect.count}
        if effect.kind == "later":
            inner = self.effects(effect.effects, owner, key)
            return {"kind": "later", "delay": effect.later, "inner": inner}
        if effect.kind == "detect":
            seat = effect.detect if isinstance(effect.detect, str) else None
            return {"kind": "detect", "seat": self.known(names.seats, seat, "seat")}
        if effect.kind == "count":
            by = self.amount(effect.by, scope)
            return {"kind": "count", "name": effect.count, "by": by}
        if effect.kind == "ending":
            return {"kind": "ending", "name": self.known(names.endings, effect.ending, "ending")}
        assert_never(effect)

    def _puts(self, effect: written.CardEffect) -> dict[str, Any]:
        """Where a card goes: to the deck named, or its own; into the hand named, or its deck's."""
        names = self.names
        own = names.cards[self.known(names.cards, effect.card, "card")]
        deck = self.known(names.decks, effect.to or own.deck, "deck")
        seat = effect.seat or names.decks[deck].seat or own.seat
        if effect.where == "hand" and not seat:
            raise self.problem(f"nobody's hand for {effect.card!r}")
        return {
            "kind": "card",
            "name": effect.card,
            "deck": deck,
            "seat": self.known(names.seats, seat, "seat"),
            "where": effect.where,
        }

    def aim(self, effect: written.TrackEffect, scope: Scope | None) -> int:
        """The index of an effect's track; -1 for the target's, -2 for the other targets'."""
        if scope is not None and effect.track in AIMED:
            return AIMED[effect.track]
        return self.track(effect.track)
