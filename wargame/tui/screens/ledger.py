"""The ledger of even-handedness at the facilitator's desk."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from wargame.game.views import View
from wargame.tui import keys
from wargame.tui.plain import Plain
from wargame.tui.screens.desk import Desk
from wargame.tui.widgets.ledger import Ledger
from wargame.tui.widgets.lines import heading


class LedgerScreen(Desk):
    """How each seat's orders were treated so far."""

    DEFAULT_CSS = """
    LedgerScreen #paper { padding: 1 1; }
    """
    BINDINGS = [keys.key("escape,E", "dismiss", "Back", shown="Esc")]

    def paper(self) -> ComposeResult:
        """The ledger below its title."""
        with VerticalScroll(id="paper", can_focus=False):
            yield Plain(id="title")
            yield Ledger()

    def fill(self, view: View) -> None:
        """The ledger as it stands; on a public screen there is none before the close."""
        title = "Even-handedness so far" if view.ledger else "This is not shown to everybody."
        self.query_one("#title", Plain).show(heading(title))
        self.query_one(Ledger).feed(view)

    async def onward(self) -> None:
        """Go back."""
        self.dismiss()
