"""Drawn cards that waited for the facilitator, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import CardHeld, CardLetAct, CardSkipped
from wargame.game.names import FACILITATOR
from wargame.reports.words import Words

Turned = CardLetAct | CardHeld | CardSkipped
"""What this module tells of."""


def turned_told(event: Turned, words: Words) -> str:
    """The entry as a sentence, for the facilitator; others are told of a card when it acts."""
    if words.who != FACILITATOR:
        return ""
    title = words.card(event.card)
    match event:
        case CardLetAct():
            return f"The facilitator lets “{title}” act."
        case CardHeld():
            return f"The card “{title}” is held back. Why: {event.reason}"
        case CardSkipped():
            return f"The card “{title}” is skipped. Why: {event.reason}"
        case _:
            assert_never(event)
