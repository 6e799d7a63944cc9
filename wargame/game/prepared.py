"""What a simulation looks up, laid out once for a scenario and a setup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any

from wargame.game.board import Amount, Board
from wargame.game.established import from_the_start
from wargame.game.names import Quality
from wargame.game.pieces import Card, Deck, Margins, OrderRule, Setup
from wargame.game.records import dataclass
from wargame.game.scenario import Scenario
from wargame.game.settling import Settling


@dataclass(slots=True)
class Given:
    """An order of the menu, ready to be judged; `tried`, `now`, `done` and `won` are its counters.

    `judge` is what simulations have made of it: adjudicates the order in a game, with no asset.
    """

    id: str
    rule: OrderRule
    requires: Amount | None
    cost: tuple[tuple[int, int], ...]
    factors: tuple[tuple[Amount | None, Amount], ...]
    results: dict[Quality, Settling]
    tried: str
    now: str
    done: str
    won: str
    judge: Any = None

    def opens(self, board: Board, target: int) -> bool:
        """Whether what the order requires is there, aimed at this target (-1: at any, or at none)."""
        if self.requires is None:
            return True
        if target >= 0 or not self.rule.targets:
            return bool(self.requires(board, target))
        return any(self.requires(board, aim) for aim in range(len(self.rule.targets)))

    def aims(self, board: Board) -> Sequence[int]:
        """The targets that the order can be aimed at now; none when it has no targets."""
        every = range(len(self.rule.targets))
        if self.requires is None:
            return every
        return [aim for aim in every if self.requires(board, aim)]


@dataclass(slots=True, frozen=True)
class ReadyCard:
    """A card, ready to be turned up; `options` are the effects of a dilemma's ways out."""

    id: str
    card: Card
    when: Amount | None
    settling: Settling
    options: tuple[Settling, ...]


@dataclass(slots=True, frozen=True)
class ReadyRule:
    """A standing rule, ready to fire."""

    id: str
    when: Amount | None
    chance: Amount | None
    once: bool
    settling: Settling


@dataclass(slots=True, frozen=True)
class Prepared:
    """A scenario and a setup, laid out for play: by seat, by phase, by turn, by id."""

    scenario: Scenario
    setup: Setup
    start: Board
    seats: tuple[str, ...]
    decks: tuple[str, ...]
    lows: tuple[int, ...]
    margins: Margins
    menus: dict[str, tuple[Given, ...]]
    orders: dict[str, int]
    cards: dict[str, ReadyCard]
    rules: dict[str, tuple[ReadyRule, ...]]
    later: dict[str, Settling]
    dated: dict[int, tuple[str, ...]]
    drawing: tuple[tuple[Deck, int], ...]
    shuffled: tuple[tuple[str, tuple[str, ...]], ...]
    endings: tuple[tuple[str, Amount, bool], ...]
    open: dict[str, bool]
    """Whether all of a seat's orders can always be given: they cost and require nothing."""
    helped: frozenset[str]
    """The seats that a fact may help, or hinder, in what they order."""
    made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What simulations have made of all this, kept for the next game."""


def prepare(scenario: Scenario, setup_id: str = "") -> Prepared:
    """Lay a scenario out for play under a setup (empty: its default). KeyError for an unknown setup."""
    setup = scenario.setups[setup_id or scenario.default_setup]
    return Prepared(
        scenario=scenario,
        setup=setup,
        start=_start(scenario, setup),
        seats=tuple(seat.id for seat in scenario.seats),
        decks=tuple(deck.id for deck in scenario.decks),
        lows=tuple(track.low for track in scenario.tracks),
        margins=scenario.margins,
        menus={seat.id: _menu(scenario, seat.id) for seat in scenario.seats},
        orders={seat.id: seat.orders for seat in scenario.seats},
        cards={card.id: _card(scenario, card) for card in _cards(scenario)},
        rules={phase: _rules(scenario, phase) for phase in ("event", "reveal", "wrap")},
        later={
            key: scenario.settling(effect.inner, scenario.targets_of(key))
            for key, effect in scenario.later.items()
        },
        dated=_dated(scenario, setup),
        drawing=tuple((deck, deck.draw) for deck in scenario.decks if deck.draw),
        shuffled=tuple(
            (deck.id, tuple(card for card in deck.cards if card not in setup.without))
            for deck in scenario.decks
            if deck.cards
        ),
        endings=tuple(
            (one.id, one.when, one.final) for one in scenario.endings if one.when is not None
        ),
        open={seat.id: _always_open(scenario, seat.id) for seat in scenario.seats},
        helped=frozenset(fact.owner for fact in scenario.facts.values() if fact.modifier),
    )


def _start(scenario: Scenario, setup: Setup) -> Board:
    """The board before the first turn."""
    tracks = [track.start for track in scenario.tracks]
    for index, value in setup.tracks:
        tracks[index] = value
    facts = {}
    for fact in setup.facts:
        rule = scenario.facts[fact]
        facts[fact] = from_the_start(rule)
    return Board(tracks, facts, {}, 0, setup.turns)


def _dated(scenario: Scenario, setup: Setup) -> dict[int, tuple[str, ...]]:
    """The dated cards of each turn that the setup does not leave out."""
    dated: dict[int, tuple[str, ...]] = {}
    for card in scenario.cards.values():
        if card.turn and card.id not in setup.without:
            dated[card.turn] = (*dated.get(card.turn, ()), card.id)
    return dated


def _menu(scenario: Scenario, seat: str) -> tuple[Given, ...]:
    """The orders of a seat's menu."""
    return tuple(_given(scenario, rule) for rule in scenario.orders.values() if rule.seat == seat)


def _always_open(scenario: Scenario, seat: str) -> bool:
    """Whether a seat's orders cost and require nothing."""
    mine = [rule for rule in scenario.orders.values() if rule.seat == seat]
    return not any(rule.requires or rule.cost for rule in mine)


def _cards(scenario: Scenario) -> Iterator[Card]:
    """Every card, and those of injects: a game that a simulation goes on from may have fired some."""
    yield from (one.card for one in scenario.injects.values())
    yield from scenario.cards.values()


def _card(scenario: Scenario, card: Card) -> ReadyCard:
    options = tuple(scenario.settling(option.effects) for option in card.options)
    return ReadyCard(card.id, card, card.when, scenario.settling(card.effects), options)


def _given(scenario: Scenario, rule: OrderRule) -> Given:
    results: dict[Quality, Settling] = {
        "strong": scenario.settling(rule.strong.effects, rule.targets),
        "success": scenario.settling(rule.success.effects, rule.targets),
        "failure": scenario.settling(rule.failure.effects, rule.targets),
        "backfire": scenario.settling(rule.backfire.effects, rule.targets),
    }
    factors = tuple((factor.when, factor.by) for factor in rule.factors)
    names = (f"{kind}.{rule.id}" for kind in ("tried", "now", "done", "won"))
    return Given(rule.id, rule, rule.requires, rule.cost, factors, results, *names)


def _rules(scenario: Scenario, phase: str) -> tuple[ReadyRule, ...]:
    return tuple(
        ReadyRule(rule.id, rule.when, rule.chance, rule.once, scenario.settling(rule.effects))
        for rule in scenario.rules
        if rule.phase == phase
    )
