"""A scenario as the rules see it: its pieces, found by id or by index.

The rules know no seat, track or card by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from wargame.game.changes import ResearchQuestion
from wargame.game.pieces import (
    Card,
    Deck,
    Effect,
    Ending,
    FactRule,
    Inject,
    Margins,
    OrderRule,
    Seat,
    Setup,
    StandingRule,
    Target,
    Track,
)
from wargame.game.playbook import Playbook
from wargame.game.records import dataclass
from wargame.game.settling import Settling, settling


@dataclass(slots=True, frozen=True)
class Scenario:
    """A whole scenario, compiled. Tuples keep scenario order; dictionaries find by id."""

    id: str
    version: str
    title: str
    summary: str
    method: str
    margins: Margins
    seats: tuple[Seat, ...]
    tracks: tuple[Track, ...]
    facts: dict[str, FactRule]
    decks: tuple[Deck, ...]
    cards: dict[str, Card]
    orders: dict[str, OrderRule]
    rules: tuple[StandingRule, ...]
    endings: tuple[Ending, ...]
    setups: dict[str, Setup]
    default_setup: str
    later: dict[str, Effect]
    """Every `later` effect by its key, so that a save can name it."""
    plain: dict[str, Any]
    """The scenario as plain JSON: what `session_opened` holds and its hash is taken of."""
    playbooks: Mapping[str, Mapping[str, Playbook]] = field(default_factory=dict)
    """The playbooks of each seat, by name; `random`, which every seat has, is not among them."""
    questions: tuple[ResearchQuestion, ...] = ()
    """What games of it are held to find out."""
    injects: dict[str, Inject] = field(default_factory=dict)
    """The injects prepared, by id; `cards` holds one from when a game fires it."""
    base: Scenario | None = field(default=None, repr=False, compare=False)
    """What this is of, before a game's injects were fired."""
    places: dict[str, int] = field(init=False)
    """Each track's index by id."""

    _ready: dict[int, Settling] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the tracks."""
        object.__setattr__(self, "places", {track.id: track.index for track in self.tracks})
        object.__setattr__(self, "_ready", {})

    def settling(self, effects: tuple[Effect, ...], targets: tuple[Target, ...] = ()) -> Settling:
        """A list of this scenario's effects, compiled once. `targets` are those of its order."""
        ready = self._ready.get(id(effects))
        if ready is None or ready.effects is not effects:
            ready = settling(effects, self.tracks, self.facts, targets)
            self._ready[id(effects)] = ready
        return ready

    def targets_of(self, key: str) -> tuple[Target, ...]:
        """The targets of the order that a scheduled effect belongs to; its key begins with the order's id."""
        rule = self.orders.get(key.split("/", maxsplit=1)[0])
        return rule.targets if rule else ()

    def seat(self, seat: str) -> Seat:
        """The seat with this id; KeyError when there is none."""
        for one in self.seats:
            if one.id == seat:
                return one
        raise KeyError(seat)

    def track(self, track: str) -> Track:
        """The track with this id; KeyError when there is none."""
        for one in self.tracks:
            if one.id == track:
                return one
        raise KeyError(track)

    def deck(self, deck: str) -> Deck:
        """The deck with this id; KeyError when there is none."""
        for one in self.decks:
            if one.id == deck:
                return one
        raise KeyError(deck)

    def dated(self, turn: int) -> tuple[Card, ...]:
        """The dated cards of this turn, in scenario order."""
        return tuple(card for card in self.cards.values() if card.turn == turn)
