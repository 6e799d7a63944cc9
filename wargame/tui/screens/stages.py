"""Which phase has a screen of its own; the others are played at the table."""

from __future__ import annotations

from textual.screen import Screen

from wargame.game.names import Phase
from wargame.tui.home import Seating


def stage_for(phase: Phase, seating: Seating, *, projector: bool = False) -> Screen[None] | None:
    """The screen of a phase; None for a phase that is played at the table."""
    match phase:
        case "event":
            from wargame.tui.screens.event import EventScreen

            return EventScreen(seating, projector=projector)
        case "reveal":
            from wargame.tui.screens.reveal import RevealScreen

            return RevealScreen(seating, projector=projector)
        case "adjudicate":
            from wargame.tui.screens.adjudication import AdjudicationScreen

            return AdjudicationScreen(seating, projector=projector)
        case "wrap":
            from wargame.tui.screens.wrap import WrapScreen

            return WrapScreen(seating, projector=projector)
        case "hotwash" | "closed":
            from wargame.tui.screens.hotwash import HotWashScreen

            return HotWashScreen(seating, projector=projector)
        case _:
            return None
