"""Entries about decks, cards and what fires by itself."""

from __future__ import annotations

from wargame.game.changes import Cause, Change
from wargame.game.names import Where
from wargame.game.records import dataclass


@dataclass(slots=True)
class DeckShuffled:
    """`cards`, shuffled by the throw of `label`, are now the draw pile."""

    deck: str
    label: str
    cards: list[str]


@dataclass(slots=True)
class OrderDrawn:
    """Who goes first: `seats` in scenario order, shuffled once by the throw of `label`."""

    label: str
    seats: list[str]


@dataclass(slots=True)
class CardDrawn:
    """The top card of a deck was drawn; `seat` is whose hand it goes to, or empty when it is played at once."""

    deck: str
    card: str
    seat: str = ""


@dataclass(slots=True)
class CardPlaced:
    """A card was put somewhere (`seat` says whose hand); `by_hand`: by the facilitator, as drawn on paper."""

    deck: str
    card: str
    where: Where
    seat: str = ""
    by_hand: bool = False


@dataclass(slots=True)
class DilemmaPut:
    """A card asks a seat to choose."""

    card: str
    seat: str


@dataclass(slots=True)
class DilemmaAnswered:
    """The seat (or the facilitator for it) chose an option; `label` is the chance that a playbook used."""

    card: str
    seat: str
    option: str
    label: str = ""
    words: int = 0


@dataclass(slots=True)
class EffectsApplied:
    """A cause did what it does by itself. `fired` is false when a card's condition did not hold."""

    cause: Cause
    changes: list[Change]
    fired: bool = True
