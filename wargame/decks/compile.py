"""A scenario's plain JSON made into what the rules play: `wargame.game.scenario.Scenario`.

`compile_scenario` needs nothing but the JSON, as a save carries it. What stands in an item without
a source or mechanism of its own gets the item's, so that a mechanism can be left out by its effects.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from wargame.decks import effects as written
from wargame.decks import schema
from wargame.decks.fields import FACILITATOR, PUBLIC
from wargame.decks.mending import explain
from wargame.decks.names import Names, spread
from wargame.decks.problems import Problem, ScenarioError
from wargame.game import scenario as game
from wargame.game.amounts import Scope, amount
from wargame.game.expressions import ExpressionError, parse


def compile_scenario(plain: dict[str, Any]) -> game.Scenario:
    """The scenario of a save; ScenarioError when the JSON is not one that can be played."""
    try:
        model = schema.Scenario.model_validate(plain)
    except ValidationError as error:
        problems = [
            Problem(_path(path), 0, 0, what, do)
            for path, what, do, _ in explain(error, schema.Scenario)
        ]
        raise ScenarioError(problems) from None
    return _Compiler(model).scenario(plain)


def _path(path: Sequence[str | int]) -> str:
    """A place in the JSON, for people."""
    return "scenario." + ".".join(map(str, path))


def audience(sees: str | list[str]) -> tuple[str, ...]:
    """Who sees something, as the rules have it."""
    if sees == PUBLIC:
        return game.EVERYONE
    return () if sees == FACILITATOR else tuple(sees)


def citation(source: int | str | list[int] | None, otherwise: str = "") -> str:
    """A source as it is shown: `9`, `4, 8`, `ours`."""
    if source is None:
        return otherwise
    return ", ".join(map(str, source)) if isinstance(source, list) else str(source)


class _Compiler:
    """Compiles one scenario; `at` is the item at work, for messages."""

    def __init__(self, model: schema.Scenario) -> None:
        self.model = model
        self.names = Names.of(model)
        self.at = ""
        self.later: dict[str, game.Effect] = {}
        self.made: dict[tuple[str | int, int], game.Amount] = {}
        try:
            self.scope = self.names.scope()
        except ExpressionError as error:
            raise self.problem(str(error)) from None

    def problem(self, what: str) -> ScenarioError:
        """An error about the item at work."""
        do = "look at it with wargame check"
        return ScenarioError([Problem(f"scenario.{self.at}", 0, 0, what, do)])

    def look_up(self, table: Mapping[str, int], key: str, what: str) -> int:
        """The index of a name."""
        if key not in table:
            raise self.problem(f"no {what} {key!r}")
        return table[key]

    def amount(self, text: str | int, scope: Scope | None = None) -> game.Amount:
        """A function for an expression; the same for the same text in the same place."""
        used = scope or self.scope
        key = (text, id(used))
        if key not in self.made:
            try:
                self.made[key] = amount(parse(text), used)
            except ExpressionError as error:
                raise self.problem(f"{text!r}: {error}") from None
        return self.made[key]

    def perhaps(self, text: str | int | None, scope: Scope | None = None) -> game.Amount | None:
        """A function, when there is an expression."""
        return None if text is None else self.amount(text, scope)

    def cost(self, cost: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
        """What something takes from tracks, by index."""
        return tuple((self.look_up(self.names.tracks, key, "track"), n) for key, n in cost.items())

    def scenario(self, plain: dict[str, Any]) -> game.Scenario:
        """The whole."""
        model = self.model
        setups = self.setups()
        default = model.default_setup or next(iter(setups))
        if default not in setups:
            raise self.problem(f"no setup {default!r}")
        margins = model.rules
        return game.Scenario(
            id=model.scenario,
            version=model.version,
            title=model.title,
            summary=model.summary,
            method=model.method,
            margins=game.Margins(
                margins.strong, margins.backfire, margins.success, margins.naturals
            ),
            seats=tuple(map(self.seat, model.seats)),
            tracks=tuple(self.track(index, one) for index, one in enumerate(model.tracks)),
            facts={one.id: self.fact(one) for one in model.facts},
            decks=tuple(map(self.deck, model.decks)),
            cards={card.id: card for one in model.cards for card in self.cards(one)},
            orders={one.id: self.order(one) for one in model.orders},
            rules=tuple(map(self.rule, model.standing)),
            endings=tuple(map(self.ending, model.endings)),
            setups=setups,
            default_setup=default,
            later=self.later,
            plain=plain,
        )

    def seat(self, seat: schema.Seat) -> game.Seat:
        """A seat with its objectives."""
        self.at = f"seats.{seat.id}"
        objectives = tuple(
            game.Objective(
                one.id, one.text, self.amount(one.when), one.private, one.main, citation(one.source)
            )
            for one in seat.objectives
        )
        return game.Seat(seat.id, seat.name, seat.brief, seat.orders, objectives)

    def track(self, index: int, track: schema.Track) -> game.Track:
        """A track, its start held between its ends."""
        self.at = f"tracks.{track.id}"
        start = min(max(track.start or 0, track.low), track.high)
        return game.Track(
            index=index,
            id=track.id,
            name=track.name,
            group=track.group,
            kind=track.kind,
            low=track.low,
            high=track.high,
            start=start,
            better=track.better,
            seat=track.for_ or "",
            derived=self.scope.derived.get(track.id),
            sees=audience(track.sees),
            bands=tuple(game.Band(one.from_, one.word, one.text) for one in track.bands),
            source=citation(track.source),
        )

    def fact(self, fact: schema.Fact) -> game.FactRule:
        """A fact that may be established."""
        return game.FactRule(
            fact.id, fact.text, fact.owner or "", fact.modifier, audience(fact.sees), fact.lasts
        )

    def deck(self, deck: schema.Deck) -> game.Deck:
        """A deck with its pile, copies spread out, dated cards left out."""
        cards = tuple(
            id_
            for card in self.model.cards
            if card.deck == deck.id and not card.turn
            for id_ in spread(card)
        )
        return game.Deck(deck.id, deck.name, deck.seat or "", deck.draw, deck.hand, cards)

    def cards(self, card: schema.Card) -> list[game.Card]:
        """A card, as often as it has copies."""
        self.at = key = f"cards.{card.id}"
        source, mechanism = citation(card.source), card.mechanism or ""
        options = tuple(
            game.Option(
                one.id,
                one.text,
                self.perhaps(one.when),
                self.cost(one.cost),
                self.effects(one.effects, f"{key}.{one.id}", source, mechanism),
            )
            for one in card.options
        )
        effects = self.effects(card.effects, key, source, mechanism)
        return [
            game.Card(
                id=id_,
                deck=card.deck,
                title=card.title,
                text=card.text,
                kind=card.kind,
                when=self.perhaps(card.when),
                turn=card.turn,
                seat=card.seat or "",
                options=options,
                lasts=card.lasts,
                bonus=card.bonus,
                suits=tuple(card.suits),
                effects=effects,
                sees=audience(card.sees),
                source=source,
                mechanism=mechanism,
            )
            for id_ in spread(card)
        ]

    def order(self, order: schema.Order) -> game.OrderRule:
        """An order; its conditions and effects may speak of its target."""
        self.at = f"orders.{order.id}"
        scope = self.names.scope_of(order, self.scope)
        tracks = self.names.tracks
        targets = tuple(
            game.Target(
                one.id, one.name, self.look_up(tracks, one.track, "track") if one.track else -1
            )
            for one in order.targets
        )
        results = order.results
        success = self.result(order, "success", results.success, scope)
        failure = self.result(order, "failure", results.failure, scope)
        strong, backfire = results.strong, results.backfire
        return game.OrderRule(
            id=order.id,
            seat=order.seat,
            name=order.name,
            text=order.text,
            result=order.result,
            covert=order.covert,
            cost=self.cost(order.cost),
            requires=self.perhaps(order.requires, scope),
            why_not=order.why_not,
            targets=targets,
            difficulty=order.difficulty,
            method=order.method or self.model.method,
            factors=tuple(self.factor(one, order, scope) for one in order.factors),
            strong=self.result(order, "strong", strong, scope) if strong else success,
            success=success,
            failure=failure,
            backfire=self.result(order, "backfire", backfire, scope) if backfire else failure,
            noticed=self.perhaps(order.noticed, scope),
            source=citation(order.source),
        )

    def factor(self, factor: schema.Factor, order: schema.Order, scope: Scope) -> game.Factor:
        """A factor of an order."""
        return game.Factor(
            self.perhaps(factor.when, scope),
            self.amount(factor.by, scope),
            factor.why,
            citation(factor.source, citation(order.source)),
            factor.mechanism or order.mechanism or "",
        )

    def result(
        self, order: schema.Order, quality: str, result: schema.Result, scope: Scope
    ) -> game.Result:
        """What an order brings at one quality."""
        key = f"orders.{order.id}.{quality}"
        source, mechanism = citation(order.source), order.mechanism or ""
        return game.Result(result.text, self.effects(result.effects, key, source, mechanism, scope))

    def rule(self, rule: schema.Standing) -> game.StandingRule:
        """A rule that fires by itself."""
        self.at = key = f"standing.{rule.id}"
        source, mechanism = citation(rule.source), rule.mechanism or ""
        return game.StandingRule(
            id=rule.id,
            name=rule.name,
            text=rule.text,
            phase=rule.phase,
            when=self.perhaps(rule.when),
            chance=self.perhaps(rule.chance),
            once=rule.once,
            sees=audience(rule.sees),
            effects=self.effects(rule.effects, key, source, mechanism),
            mechanism=mechanism,
            source=source,
        )

    def ending(self, ending: schema.Ending) -> game.Ending:
        """A way in which the game ends."""
        self.at = f"endings.{ending.id}"
        return game.Ending(
            ending.id,
            ending.title,
            ending.text,
            self.perhaps(ending.when),
            ending.final,
            citation(ending.source),
        )

    def setups(self) -> dict[str, game.Setup]:
        """Where games begin; one by the name of `standard` when none is given."""
        model = self.model
        given = model.setups or [schema.Setup(id="standard", title=model.title)]
        return {one.id: self.setup(one) for one in given}

    def setup(self, setup: schema.Setup) -> game.Setup:
        """Where a game begins."""
        self.at = f"setups.{setup.id}"
        tracks = []
        for key, value in setup.tracks.items():
            index = self.look_up(self.names.tracks, key, "track")
            track = self.model.tracks[index]
            tracks.append((index, min(max(value, track.low), track.high)))
        return game.Setup(
            id=setup.id,
            title=setup.title,
            text=setup.text,
            turns=setup.turns or self.model.turns,
            calendar=tuple(setup.calendar or self.model.calendar),
            tracks=tuple(tracks),
            facts=tuple(setup.facts),
            place=tuple(game.Placement(one.card, one.where) for one in setup.place),
            without=tuple(setup.without),
        )

    def effects(
        self,
        effects: Sequence[written.Effect],
        key: str,
        source: str,
        mechanism: str,
        scope: Scope | None = None,
    ) -> tuple[game.Effect, ...]:
        """Effects in their order, each with a key that names it for ever."""
        return tuple(
            self.effect(one, f"{key}.{index}", source, mechanism, scope)
            for index, one in enumerate(effects)
        )

    def effect(
        self, effect: written.Effect, key: str, source: str, mechanism: str, scope: Scope | None
    ) -> game.Effect:
        """One effect."""
        self.at = key
        shared: dict[str, Any] = {
            "key": key,
            "when": self.perhaps(effect.when, scope),
            "chance": self.perhaps(effect.chance, scope),
            "why": effect.why,
            "source": citation(effect.source, source),
            "mechanism": effect.mechanism or mechanism,
            "sees": None if effect.sees is None else audience(effect.sees),
        }
        match effect:
            case written.TrackEffect():
                shared |= {
                    "kind": "track",
                    "track": self.aim(effect.track, scope),
                    "by": self.perhaps(effect.by, scope),
                    "set_to": self.perhaps(effect.set, scope),
                }
            case written.FactEffect():
                lasts = self.perhaps(effect.lasts, scope)
                shared |= {"kind": "fact", "name": effect.fact, "lasts": lasts, "text": effect.text}
            case written.EndEffect():
                shared |= {"kind": "end", "name": effect.end}
            case written.CardEffect():
                shared |= self.card_effect(effect)
            case written.DrawEffect():
                shared |= {"kind": "draw", "deck": effect.draw, "count": effect.count}
            case written.LaterEffect():
                inner = self.effects(
                    effect.effects, key, shared["source"], shared["mechanism"], scope
                )
                shared |= {"kind": "later", "delay": effect.later, "inner": inner}
            case written.DetectEffect():
                seat = effect.detect if isinstance(effect.detect, str) else ""
                shared |= {"kind": "detect", "seat": seat}
            case written.CountEffect():
                by = self.amount(effect.by, scope)
                shared |= {"kind": "count", "name": effect.count, "by": by}
            case written.EndingEffect():
                shared |= {"kind": "ending", "name": effect.ending}
        made = game.Effect(**shared)
        if made.kind == "later":
            self.later[key] = made
        return made

    def card_effect(self, effect: written.CardEffect) -> dict[str, Any]:
        """Where a card goes: to the deck named, or its own."""
        deck = effect.to or self.names.cards.get(effect.card, "")
        return {
            "kind": "card",
            "name": effect.card,
            "deck": deck,
            "seat": effect.seat or "",
            "where": effect.where,
        }

    def aim(self, track: str, scope: Scope | None) -> int:
        """The index of an effect's track; -1 for the target's, -2 for the other targets'."""
        if scope is not None and track in {"target", "others"}:
            return -1 if track == "target" else -2
        return self.look_up(self.names.tracks, track, "track")
