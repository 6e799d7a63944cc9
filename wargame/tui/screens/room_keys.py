"""The facilitator's keys for people and the room, and for what is kept beside the game."""

from __future__ import annotations

from textual import work

from wargame.tui import keys
from wargame.tui.screens.questioning import Questioning


class RoomKeys(Questioning):
    """A screen from which the room and the facilitator's own paper are in reach."""

    BINDINGS = [
        keys.key("l,ctrl+g", "room", "The room: people, seats, banner", shown="l", footer=False),
        keys.key("N", "notes", "Plan, notes, parking lot", footer=False),
    ]

    @work(exclusive=True, group="asking")
    async def action_room(self) -> None:
        """Show who sits where, and what can be changed about it; ask for the names where there are none yet."""
        from wargame.tui.screens.room import RoomScreen

        if self.view.phase == "setup" and not self.view.people:
            from wargame.tui.screens.names import NamesScreen

            await self.app.push_screen_wait(NamesScreen(self.seating))
        await self.app.push_screen(RoomScreen(self.seating))

    @work(exclusive=True, group="asking")
    async def action_notes(self) -> None:
        """Show the plan, the notes and the parking lot."""
        from wargame.tui.screens.notes import NotesScreen

        await self.app.push_screen(NotesScreen(self.seating))
