"""Drawn cards that wait for the facilitator."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class TurnedView:
    """A card that was drawn and has not acted; `held` when it was held back; `only` as in `HappeningView`."""

    card: str
    title: str
    text: str
    source: str
    held: bool
    only: str = ""
