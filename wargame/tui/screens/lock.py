"""A locked screen: nothing is shown until whoever may unlocks it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from wargame.table.link import Link
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain
from wargame.tui.screens.live import LiveScreen
from wargame.tui.widgets.fields import PlainInput


class LockScreen(Screen[None]):
    """Blank but for a word.

    The facilitator's phrase opens it, or that of whose screen it was; Enter does where neither is set.
    """

    DEFAULT_CSS = """
    LockScreen { align: center middle; }
    LockScreen #box { width: 44; max-width: 94%; height: auto; }
    LockScreen Plain { width: 1fr; text-align: center; }
    LockScreen #word { text-style: bold; margin-bottom: 1; }
    LockScreen #wrong { color: $warning; text-style: bold; height: 1; }
    LockScreen PlainInput { background: $panel; }
    """
    BINDINGS = [keys.key("enter", "open", "Unlock", shown="Enter")]

    def __init__(self, seating: Seating | None, front: Screen[object] | None = None) -> None:
        """Lock what `front` shows; `seating` knows the facilitator's phrase."""
        super().__init__()
        self._doors: list[tuple[Link, str]] = []
        if seating is not None:
            self._doors.append((seating.facilitator, ""))
        if isinstance(front, LiveScreen):
            self._doors.append((front.link, front.person))
        self._locked = [
            (link, person) for link, person in self._doors if not link.opens("", person)
        ]

    def compose(self) -> ComposeResult:
        """The word, and room for a phrase where one is set."""
        with Vertical(id="box"):
            yield Plain("LOCKED", id="word")
            if self._locked:
                yield PlainInput(password=True, limit=200, placeholder="the pass phrase")
                yield Plain(id="wrong")
            else:
                yield Plain("Enter opens it.", classes="quiet")

    def on_mount(self) -> None:
        """Nothing said to whoever was here stays on the screen."""
        self.app.clear_notifications()
        for field in self.query(PlainInput):
            field.focus()

    def action_open(self) -> None:
        """Open it, where no phrase is set."""
        if not self._locked:
            self.dismiss()

    @on(PlainInput.Submitted)
    def _said(self, event: PlainInput.Submitted) -> None:
        phrase, event.input.value = event.value, ""
        if any(link.opens(phrase, person) for link, person in self._locked):
            self.dismiss()
        else:
            self.query_one("#wrong", Plain).show("That is not the phrase.")
