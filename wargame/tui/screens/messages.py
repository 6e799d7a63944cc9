"""Write to other seats, or to the facilitator."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Button

from wargame.game.commands import SendMessage
from wargame.game.names import FACILITATOR
from wargame.game.views import View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, plain
from wargame.tui.screens.live import LiveScreen
from wargame.tui.widgets.area import PlainArea
from wargame.tui.widgets.fields import Tick
from wargame.tui.widgets.papers import Said


class MessageScreen(LiveScreen[None]):
    """To whom, what, and what was said so far."""

    DEFAULT_CSS = """
    MessageScreen #form { height: auto; padding: 1 1 0 1; }
    MessageScreen PlainArea { margin: 1 0; min-height: 2; }
    MessageScreen VerticalScroll { padding: 1 1; }
    """
    BINDINGS = [
        keys.always(keys.SAVE, "send", "Send", shown="^s"),
        keys.key("up", "app.focus_previous", "Field above", footer=False),
        keys.key("down", "app.focus_next", "Field below", footer=False),
        keys.key(keys.BACK, "dismiss", "Back", shown="Esc"),
    ]

    def __init__(self, seating: Seating, seat: str, person: str = "") -> None:
        """Write as `seat`; `person` is who sits at the keys, if that is known."""
        super().__init__(seating, seat)
        self._person = person
        others = [(one.id, one.name) for one in self.view.seats if one.id != seat]
        self._to = [*others, (FACILITATOR, "the facilitator")]

    def body(self) -> ComposeResult:
        """The form, and the talks below it."""
        with Vertical(id="form"):
            yield Plain("To (space ticks):", classes="title")
            for _, name in self._to:
                yield Tick(name)
            yield PlainArea(placeholder="What you say to them", limit=2000)
            yield Button(plain("Send (ctrl+s)"), id="send", compact=True)
        with VerticalScroll(can_focus=False):
            yield Said()

    def show(self, view: View) -> None:
        """What was said so far."""
        self.query_one(Said).feed(view)

    def on_button_pressed(self) -> None:
        """The button does what the key does."""
        self.run_worker(self.action_send())

    async def action_send(self) -> None:
        """Send it."""
        ticked = [box.value for box in self.query(Tick)]
        to = [one for (one, _), on in zip(self._to, ticked, strict=True) if on]
        text = self.query_one(PlainArea).words
        if await self.ask(SendMessage(self.view.who, to, text, self._person)):
            self.notify("Sent.")
            self.dismiss()
