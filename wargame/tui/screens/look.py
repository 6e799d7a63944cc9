"""The game as somebody else sees it: any seat, or the public. Nothing can be done from here."""

from __future__ import annotations

from textual.content import Content
from textual.events import Key

from wargame.table.link import Link
from wargame.tui.plain import joined, plain
from wargame.tui.screens.seat import SeatScreen

LOOKS = ("pane", "turn", "done")
"""What can be done on a screen that is only looked at: nothing that a seat does, whatever it will be."""


class LookScreen(SeatScreen):
    """A seat's screen to be looked at."""

    def timed(self, line: Content) -> Content:
        """The seat's top line, marked."""
        return super().timed(joined(plain(" AS SEEN BY ", "bold reverse"), line, between=" "))

    def why_not(self, event: Key) -> str:
        """Whoever only looks is not told when the seat can act."""
        return "Nothing can be done from here: Esc goes back." if super().why_not(event) else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing that a seat does."""
        return action in LOOKS and super().check_action(action, parameters)

    def note_link(self) -> Link | None:
        """A note from here is the facilitator's own; of a past moment there is none."""
        return self.seating.facilitator if self.seating.keeper is not None else None
