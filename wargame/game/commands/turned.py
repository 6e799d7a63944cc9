"""Commands about a card that was drawn and waits for the facilitator: let it act, hold it, skip it."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class LetAct:
    """Let a card act that was drawn and waits, or was held back."""

    card: str


@dataclass(slots=True)
class HoldCard:
    """Hold a drawn card back, with a reason: it can act in any turn."""

    card: str
    reason: str


@dataclass(slots=True)
class SkipCard:
    """Lay a drawn card away, with a reason; it does nothing."""

    card: str
    reason: str
