"""Set the pass phrase that a seat's screen asks for."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from wargame.game.refusals import Refused
from wargame.table.link import Link
from wargame.tui import keys
from wargame.tui.plain import Plain, entitled
from wargame.tui.screens.over import Over
from wargame.tui.widgets.fields import PlainInput


class PhraseScreen(Over[None]):
    """Takes a phrase twice; empty both times removes it. Only a digest of it is kept."""

    DEFAULT_CSS = """
    PhraseScreen { align: center middle; }
    PhraseScreen #box { width: 60; max-width: 94%; height: auto; padding: 0 1; }
    PhraseScreen #box { border: round $accent; background: $surface; }
    PhraseScreen PlainInput { background: $panel; margin-bottom: 1; }
    PhraseScreen #answer { text-style: bold; }
    """
    BINDINGS = [keys.key(keys.BACK, "dismiss", "Back")]

    def __init__(self, link: Link, person: str = "") -> None:
        """Set the phrase of this link's view, or that of one person."""
        super().__init__()
        self._link, self._person = link, person

    def compose(self) -> ComposeResult:
        """Two fields."""
        with Vertical(id="box"):
            yield Plain("The phrase (empty: none)")
            yield PlainInput(password=True, limit=200, id="first")
            yield Plain("The same once more")
            yield PlainInput(password=True, limit=200, id="again")
            yield Plain("Enter sets it. The facilitator can remove it.", id="answer")

    def on_mount(self) -> None:
        """Name the box."""
        entitled(self.query_one("#box"), "A pass phrase")

    @on(PlainInput.Submitted, "#first")
    def _next(self) -> None:
        self.query_one("#again").focus()

    @on(PlainInput.Submitted, "#again")
    async def _set(self) -> None:
        phrase = self.query_one("#first", PlainInput).value
        answer = self.query_one("#answer", Plain)
        if phrase != self.query_one("#again", PlainInput).value:
            answer.show("The two are not the same.")
            return
        try:
            await self._link.set_phrase(phrase, self._person)
        except Refused as refused:
            answer.show(refused.sentence)
            return
        self.app.notify("The pass phrase is set." if phrase else "No pass phrase any more.")
        self.dismiss()
