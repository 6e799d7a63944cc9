"""The facilitator's keys for people and the room, and for what is kept beside the game."""

from __future__ import annotations

from textual import work

from wargame.game.commands import FollowPublic
from wargame.tui import keys
from wargame.tui.screens.questioning import Questioning


class RoomKeys(Questioning):
    """A screen from which the room and the facilitator's own paper are in reach."""

    BINDINGS = [
        keys.key("l,ctrl+g", "room", "The room and its people", shown="l", footer=False),
        keys.key("N", "notes", "Plan, notes, parking lot", footer=False),
        keys.key("D", "follow", "Display follows, or not", footer=False),
    ]

    @work(exclusive=True, group="asking")
    async def action_follow(self) -> None:
        """Keep that everybody sees what is public on a screen of its own, or does no more."""
        follows = not self.view.followed
        if await self.ask(FollowPublic(follows)):
            self.notify(
                "Noted: what is public is told as it happens, so an undo is refused where it was seen. "
                "In another terminal: wargame screen."
                if follows
                else "Noted: no public screen follows any more."
            )

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
