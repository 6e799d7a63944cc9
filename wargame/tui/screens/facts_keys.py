"""The key of facts, situations and secret arguments at the facilitator's desk."""

from __future__ import annotations

from wargame.tui import keys
from wargame.tui.screens.questioning import Questioning


class FactsKeys(Questioning):
    """A screen from which all that is established, or sealed, is in reach."""

    BINDINGS = [keys.key("F", "facts", "Facts, situations, secrets", shown="F", footer=False)]

    def action_facts(self) -> None:
        """Show facts, situations and secret arguments: change or end one, say that a trigger has come."""
        from wargame.tui.screens.facts import FactsScreen

        self.app.push_screen(FactsScreen(self.seating))
