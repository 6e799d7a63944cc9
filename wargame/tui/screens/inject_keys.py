"""The key of injects at the facilitator's desk."""

from __future__ import annotations

from wargame.tui import keys
from wargame.tui.screens.questioning import Questioning


class InjectKeys(Questioning):
    """A screen from which injects are in reach."""

    BINDINGS = [keys.key("f4,i", "injects", "Injects", shown="F4 i", footer=False)]

    def action_injects(self) -> None:
        """Show the injects: ready, held, fired, skipped; fire one, or write one."""
        from wargame.tui.screens.injects import InjectsScreen

        self.app.push_screen(InjectsScreen(self.seating))
