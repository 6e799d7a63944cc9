"""Entries about a card that was drawn and waited for the facilitator."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class CardLetAct:
    """A card that waited, or was held back, acts now."""

    card: str


@dataclass(slots=True)
class CardHeld:
    """A drawn card is held back."""

    card: str
    reason: str


@dataclass(slots=True)
class CardSkipped:
    """A drawn card is laid away and does nothing."""

    card: str
    reason: str
