"""A question before something that cannot be taken back."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from wargame.tui import keys
from wargame.tui.plain import Plain, Shown, plain
from wargame.tui.screens.over import Over


class Confirm(Over[bool]):
    """Asks and hands back whether the answer was yes. Escape and `n` are no.

    The no is in focus, unless a yes loses nothing (`harmless`): then it is the yes.
    """

    DEFAULT_CSS = """
    Confirm { align: center middle; }
    Confirm #box { width: 60; max-width: 90%; height: auto; padding: 0 1; }
    Confirm #box { border: round $warning; background: $surface; }
    Confirm #question { margin: 1 0; }
    Confirm Horizontal { height: auto; align-horizontal: right; }
    Confirm Button { margin-left: 2; }
    """
    BINDINGS = [
        keys.key("y", "answer(True)", "Yes"),
        keys.key("n", "answer(False)", "No"),
        keys.key(keys.BACK, "answer(False)", "No", footer=False),
        keys.key("left,up", "app.focus_previous", "Previous", footer=False),
        keys.key("right,down", "app.focus_next", "Next", footer=False),
    ]

    def __init__(
        self, question: Shown, yes: str = "Yes", no: str = "No", *, harmless: bool = False
    ) -> None:
        """Ask `question`, with what the two answers do on the buttons."""
        super().__init__()
        self._question, self._yes, self._no = question, yes, no
        self._harmless = harmless

    def compose(self) -> ComposeResult:
        """The question and two buttons."""
        with Vertical(id="box"):
            yield Plain(self._question, id="question")
            with Horizontal():
                yield Button(plain(f"{self._no} (n)"), id="no", compact=True)
                yield Button(plain(f"{self._yes} (y)"), id="yes", compact=True, variant="warning")

    def on_mount(self) -> None:
        """Enter alone loses nothing."""
        self.query_one("#yes" if self._harmless else "#no", Button).focus()

    def action_answer(self, answer: bool) -> None:
        """Answer and close."""
        self.dismiss(answer)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")
