"""Estimates one by one, in secret: a blank screen between two people, and a number that nobody sees."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from wargame.game.commands import SealEstimate
from wargame.game.views import AdjudicationView, View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, entitled
from wargame.tui.screens.asking import number
from wargame.tui.screens.live import LiveScreen
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.fields import PlainInput


class EstimatingScreen(LiveScreen[list[str]]):
    """Names who is next; asks for one number; goes on to the next. Hands back who is left.

    It shows the order alone, which everybody who is asked knows, and no number that was given.
    """

    DEFAULT_CSS = """
    EstimatingScreen { align: center middle; }
    EstimatingScreen #box { width: 64; max-width: 94%; height: auto; padding: 1 2; }
    EstimatingScreen #box { border: round $accent; }
    EstimatingScreen #next { text-style: bold; margin-bottom: 1; }
    EstimatingScreen PlainInput { background: $panel; display: none; }
    """
    BINDINGS = [
        keys.always("enter", "on", "Go on", shown="Enter"),
        keys.key(keys.BACK, "back", "Leave", shown="Esc"),
    ]

    def __init__(self, seating: Seating, order_id: str) -> None:
        """Ask everybody who has not been asked yet about this order."""
        super().__init__(seating)
        self._order_id = order_id
        self._opened = False
        table = self.view.adjudication
        asked = table.estimators if table is not None else []
        given = table.estimated if table is not None else []
        self._left = [one for one in asked if one not in given] or list(asked)

    def body(self) -> ComposeResult:
        """Who is next, what is asked, and room for a number."""
        with Vertical(id="box"):
            yield Plain(id="next")
            yield Plain(id="about")
            yield PlainInput(placeholder="0 to 100", password=True, limit=4)

    def on_mount(self) -> None:
        """Nothing said to the one before may stay on the screen."""
        self.app.clear_notifications()
        entitled(self.query_one("#box"), "Estimates")

    @property
    def table(self) -> AdjudicationView | None:
        """The order on the table, if it is still the one that is estimated."""
        table = self.view.adjudication
        return table if table is not None and table.order.order_id == self._order_id else None

    def show(self, view: View) -> None:
        """Who is next, or what they are asked."""
        table = self.table
        if table is None or not self._left:
            return
        name = seat_name(view, self._left[0])
        field = self.query_one(PlainInput)
        field.display = self._opened
        if not self._opened:
            self.query_one("#next", Plain).show(f"Next: {name}")
            self.query_one("#about", Plain).show("Everybody else looks away. Enter opens it.")
            return
        seat = seat_name(view, table.order.seat)
        self.query_one("#next", Plain).show(f"{name}: how likely is it to succeed?")
        self.query_one("#about", Plain).show(
            f"{seat}: {table.order.name}. {table.order.action}\nPer cent, 0 to 100; nobody sees it."
        )
        field.focus()

    async def action_on(self) -> None:
        """Open the question, or seal what was typed."""
        if self._opened:
            await self._seal()
        else:
            self._opened = True
            self.show(self.view)

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_on()

    async def _seal(self) -> None:
        """Seal the number and go on to the next person; after the last, hand back."""
        field = self.query_one(PlainInput)
        percent = number(field.value)
        if percent is None or not 0 <= percent <= 100:
            self.notify("A whole number from 0 to 100.", severity="warning")
            return
        field.value = ""
        if not await self.ask(SealEstimate(self._order_id, self._left[0], percent)):
            return
        self.app.clear_notifications()
        self._left.pop(0)
        self._opened = False
        if self._left:
            self.redraw()
        else:
            self.dismiss([])

    def action_back(self) -> None:
        """Leave it: what was sealed stays sealed."""
        self.app.clear_notifications()
        self.dismiss(self._left)
