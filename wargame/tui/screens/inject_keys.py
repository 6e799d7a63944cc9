"""The key of injects at the facilitator's desk."""

from __future__ import annotations

from textual import work

from wargame.tui import keys
from wargame.tui.screens.questioning import Questioning


class InjectKeys(Questioning):
    """A screen from which injects are in reach."""

    BINDINGS = [
        keys.key("f4,i", "injects", "Injects", shown="F4 i", footer=False),
        keys.key("A", "ask_seat", "Ask one seat, in private", shown="A", footer=False),
    ]

    def action_injects(self) -> None:
        """Show the injects: ready, held, fired, skipped; fire one, or write one."""
        from wargame.tui.screens.injects import InjectsScreen

        self.app.push_screen(InjectsScreen(self.seating))

    @work(exclusive=True, group="asking")
    async def action_ask_seat(self) -> None:
        """Ask one seat something; its reply stands under F."""
        from wargame.tui.screens.injecting import ASK

        await self.answer(ASK)
