"""A scenario's plain JSON made into what the rules play: `wargame.game.scenario.Scenario`.

`compile_scenario` needs nothing but the JSON, as a save carries it, and validates it first; what was
validated already need not be again. What stands in an item without a source or mechanism of its own
gets the item's, so that a mechanism can be left out by its effects.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wargame.decks.given import given
from wargame.decks.names import spread
from wargame.decks.preferences import Books
from wargame.decks.problems import Problem, ScenarioError
from wargame.decks.resolve import Owner, Resolver, citation
from wargame.decks.stages import staged, stages_of
from wargame.game import pieces
from wargame.game.changes import ResearchQuestion
from wargame.game.injected import OF_NO_DECK
from wargame.game.playbook import Playbook
from wargame.game.scenario import Scenario

if TYPE_CHECKING:
    from wargame.decks import board, moves, schema

STANDARD = "standard"
"""The setup of a scenario that names none."""


def compile_scenario(plain: dict[str, Any]) -> Scenario:
    """The scenario of a save; ScenarioError when the JSON is not one that can be played."""
    from pydantic import ValidationError  # what is known to be valid opens without it

    from wargame.decks import schema
    from wargame.decks.mending import explain

    try:
        model = schema.Scenario.model_validate(plain)
    except ValidationError as error:
        problems = [
            Problem(_path(path), 0, 0, what, do)
            for path, what, do, _ in explain(error, schema.Scenario)
        ]
        raise ScenarioError(problems) from None
    return compile_model(model, plain)


def compile_model(model: schema.Scenario, plain: dict[str, Any]) -> Scenario:
    """A scenario whose model is at hand; `plain` is the model as a save carries it."""
    return _Compiler(model).scenario(plain)


def compile_known(plain: dict[str, Any], *, same: bool = False) -> Scenario:
    """A scenario whose JSON was validated before: the same as `compile_scenario` gives, in half the time.

    JSON of another version of the program may lack what has a default now: that is validated anew. Of
    `same` it is known that this very program made it; then playbooks and conditions wait until they are
    asked for, which suits a game that is played and not one that is played ten thousand times.
    """
    try:
        return _Compiler(given(plain), later=same).scenario(plain)
    except (AttributeError, KeyError, TypeError):
        return compile_scenario(plain)


def _path(path: Sequence[str | int]) -> str:
    """A place in the JSON, for people."""
    return "scenario." + ".".join(map(str, path))


class _Compiler:
    """Compiles the items of one scenario; `later` leaves playbooks and amounts until they are asked for."""

    def __init__(self, model: schema.Scenario, *, later: bool = False) -> None:
        self.model = model
        self.later = later
        self.resolve = Resolver(model, valid=later)
        self.names = self.resolve.names

    def scenario(self, plain: dict[str, Any]) -> Scenario:
        """The whole."""
        model, margins = self.model, self.model.rules
        setups = _Setups(model, self.resolve).all()
        default = model.default_setup or next(iter(setups))
        return Scenario(
            id=model.scenario,
            version=model.version,
            title=model.title,
            summary=model.summary,
            method=model.method,
            margins=pieces.Margins(
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
            default_setup=self.resolve.known(setups, default, "setup"),
            later=self.resolve.later,
            plain=plain,
            questions=tuple(ResearchQuestion(one.id, one.text) for one in model.questions),
            playbooks=self.books(),
            injects={one.id: self.inject(one) for one in model.injects},
        )

    def books(self) -> Mapping[str, Mapping[str, Playbook]]:
        """The playbooks of each seat."""
        books = Books(self.model, self.resolve)
        return books.later() if self.later else books.all()

    def at(self, place: str) -> str:
        """Say which item is at work; gives it back."""
        self.resolve.at = place
        return place

    def seat_id(self, seat: str | None) -> str:
        """The id of a seat there is, or empty."""
        return self.resolve.known(self.names.seats, seat, "seat")

    def seat(self, seat: board.Seat) -> pieces.Seat:
        """A seat with its objectives."""
        self.at(f"seats.{seat.id}")
        objectives = tuple(
            pieces.Objective(
                id=one.id,
                text=one.text,
                when=self.resolve.amount(one.when),
                private=one.private,
                main=one.main,
                source=citation(one.source),
            )
            for one in seat.objectives
        )
        return pieces.Seat(seat.id, seat.name, seat.brief, seat.orders, objectives)

    def track(self, index: int, track: board.Track) -> pieces.Track:
        """A track, its start held between its ends."""
        self.at(f"tracks.{track.id}")
        if track.low > track.high:
            raise self.resolve.problem("min is above max")
        return pieces.Track(
            index=index,
            id=track.id,
            name=track.name,
            group=track.group,
            kind=track.kind,
            low=track.low,
            high=track.high,
            start=min(max(track.start or 0, track.low), track.high),
            better=track.better,
            seat=self.seat_id(track.for_),
            derived=self.resolve.scope.derived.get(track.id),
            sees=self.resolve.audience(track.sees),
            bands=tuple(pieces.Band(one.from_, one.word, one.text) for one in track.bands),
            source=citation(track.source),
        )

    def fact(self, fact: board.Fact) -> pieces.FactRule:
        """A fact that may be established."""
        self.at(f"facts.{fact.id}")
        sees, owner = self.resolve.audience(fact.sees), self.seat_id(fact.owner)
        return pieces.FactRule(
            fact.id, fact.text, owner, fact.modifier, sees, fact.lasts, fact.situation
        )

    def deck(self, deck: board.Deck) -> pieces.Deck:
        """A deck with its pile, copies spread out, dated cards left out."""
        self.at(f"decks.{deck.id}")
        pile = (one for one in self.model.cards if one.deck == deck.id and not one.turn)
        cards = tuple(id_ for card in pile for id_ in spread(card))
        return pieces.Deck(deck.id, deck.name, self.seat_id(deck.seat), deck.draw, deck.hand, cards)

    def cards(self, card: moves.Card) -> list[pieces.Card]:
        """A card, as often as it has copies."""
        turned = self.turned(card, self.at(f"card:{card.id}"))
        deck = self.resolve.known(self.names.decks, card.deck, "deck")
        when = self.resolve.perhaps(card.when)
        return [
            replace(turned, id=id_, deck=deck, when=when, turn=card.turn) for id_ in spread(card)
        ]

    def inject(self, inject: moves.Inject) -> pieces.Inject:
        """An inject: a card of no deck, and when it fires by itself."""
        card = self.turned(inject, self.at(f"inject:{inject.id}"))
        when = self.resolve.perhaps(inject.when)
        condition = "" if inject.when is None else str(inject.when)
        return pieces.Inject(card, inject.turn, when, condition, inject.note)

    def turned(self, card: moves.Turned, key: str) -> pieces.Card:
        """What a card or an inject says and does; of no deck yet."""
        owner = Owner(citation(card.source), card.mechanism or "")
        if card.kind == "dilemma" and not (card.seat and card.options):
            raise self.resolve.problem("a dilemma without a seat or options")
        return pieces.Card(
            id=card.id,
            deck=OF_NO_DECK,
            title=card.title,
            text=card.text,
            kind=card.kind,
            when=None,
            turn=0,
            seat=self.seat_id(card.seat),
            options=tuple(self.option(one, owner, f"{key}/{one.id}") for one in card.options),
            lasts=card.lasts,
            bonus=card.bonus,
            suits=tuple(card.suits),
            effects=self.resolve.effects(card.effects, owner, key),
            sees=self.resolve.audience(card.sees),
            source=owner.source,
            mechanism=owner.mechanism,
        )

    def option(self, option: moves.Option, owner: Owner, key: str) -> pieces.Option:
        """One way out of a dilemma."""
        return pieces.Option(
            id=option.id,
            text=option.text,
            when=self.resolve.perhaps(option.when),
            cost=self.resolve.cost(option.cost),
            effects=self.resolve.effects(option.effects, owner, key),
        )

    def order(self, order: moves.Order) -> pieces.OrderRule:
        """An order; its conditions and effects may speak of its target."""
        self.at(f"orders.{order.id}")
        scope = self.names.scope_of(order, self.resolve.scope)
        owner = Owner(citation(order.source), order.mechanism or "", scope)
        return pieces.OrderRule(
            id=order.id,
            seat=self.seat_id(order.seat),
            name=order.name,
            text=order.text,
            result=order.result,
            covert=order.covert,
            cost=self.resolve.cost(order.cost),
            requires=self.resolve.perhaps(order.requires, scope),
            why_not=order.why_not,
            targets=tuple(map(self.target, order.targets)),
            difficulty=order.difficulty,
            method=order.method or self.model.method,
            factors=tuple(self.factor(one, owner) for one in order.factors),
            noticed=self.resolve.perhaps(order.noticed, scope),
            source=owner.source,
            stages=stages_of(order),
            **self.results(order, owner),
        )

    def target(self, target: moves.Target) -> pieces.Target:
        """What an order may be aimed at."""
        track = self.resolve.track(target.track) if target.track else -1
        return pieces.Target(target.id, target.name, track)

    def factor(self, factor: moves.Factor, owner: Owner) -> pieces.Factor:
        """A factor of an order."""
        return pieces.Factor(
            when=self.resolve.perhaps(factor.when, owner.scope),
            by=self.resolve.amount(factor.by, owner.scope),
            why=factor.why,
            source=citation(factor.source, owner.source),
            mechanism=factor.mechanism or owner.mechanism,
        )

    def results(self, order: moves.Order, owner: Owner) -> dict[str, pieces.Result]:
        """What an order brings, by quality; what is left out is as the next milder one."""
        made: dict[str, pieces.Result] = {}
        given = order.results
        pairs = (("strong", "success"), ("success", ""), ("failure", ""), ("backfire", "failure"))
        for quality, milder in pairs:
            result = getattr(given, quality) or getattr(given, milder)
            name = quality if getattr(given, quality) else milder
            effects = self.resolve.effects(result.effects, owner, f"{order.id}/{name}")
            effects = staged(self.resolve, order, name, result.effects, effects, owner)
            made[quality] = pieces.Result(result.text, effects)
        return made

    def rule(self, rule: moves.Standing) -> pieces.StandingRule:
        """A rule that fires by itself."""
        key = self.at(f"rule:{rule.id}")
        owner = Owner(citation(rule.source), rule.mechanism or "")
        return pieces.StandingRule(
            id=rule.id,
            name=rule.name,
            text=rule.text,
            phase=rule.phase,
            when=self.resolve.perhaps(rule.when),
            chance=self.resolve.perhaps(rule.chance),
            once=rule.once,
            sees=self.resolve.audience(rule.sees),
            effects=self.resolve.effects(rule.effects, owner, key),
            mechanism=owner.mechanism,
            source=owner.source,
        )

    def ending(self, ending: board.Ending) -> pieces.Ending:
        """A way in which the game ends."""
        self.at(f"endings.{ending.id}")
        return pieces.Ending(
            id=ending.id,
            title=ending.title,
            text=ending.text,
            when=self.resolve.perhaps(ending.when),
            final=ending.final,
            source=citation(ending.source),
        )


class _Setups:
    """Compiles where games begin."""

    def __init__(self, model: schema.Scenario, resolve: Resolver) -> None:
        self.model = model
        self.resolve = resolve
        self.names = resolve.names

    def all(self) -> dict[str, pieces.Setup]:
        """Where games begin; one by the name of `standard` when none is given."""
        if self.model.setups:
            return {one.id: self.setup(one) for one in self.model.setups}
        calendar = tuple(self.model.calendar)
        only = pieces.Setup(
            STANDARD, self.model.title, "", self.model.turns, calendar, (), (), (), ()
        )
        return {STANDARD: only}

    def setup(self, setup: board.Setup) -> pieces.Setup:
        """Where a game begins."""
        self.resolve.at = f"setups.{setup.id}"
        known = self.resolve.known
        return pieces.Setup(
            id=setup.id,
            title=setup.title,
            text=setup.text,
            turns=setup.turns or self.model.turns,
            calendar=tuple(setup.calendar or self.model.calendar),
            tracks=tuple(self.start(key, value) for key, value in setup.tracks.items()),
            facts=tuple(known(self.names.facts, one, "fact") for one in setup.facts),
            place=tuple(map(self.placement, setup.place)),
            without=tuple(known(self.names.cards, one, "card") for one in setup.without),
        )

    def start(self, id_: str, value: int) -> tuple[int, int]:
        """The index of a track and where it begins, held between its ends."""
        index = self.resolve.track(id_)
        track = self.model.tracks[index]
        return index, min(max(value, track.low), track.high)

    def placement(self, placed: board.Placement) -> pieces.Placement:
        """A card put somewhere; a hand must be somebody's."""
        card = self.names.cards[self.resolve.known(self.names.cards, placed.card, "card")]
        deck = self.names.decks.get(card.deck)
        if placed.where == "hand" and not (card.seat or (deck and deck.seat)):
            raise self.resolve.problem(f"nobody's hand for {placed.card!r}")
        return pieces.Placement(placed.card, placed.where)
