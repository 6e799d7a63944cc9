"""A locked screen: nothing is shown until whoever may unlocks it."""

from __future__ import annotations

from contextlib import suppress

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from wargame.game import commands
from wargame.game.names import FACILITATOR
from wargame.game.refusals import Refused
from wargame.table.link import Link
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain
from wargame.tui.screens.live import LiveScreen
from wargame.tui.widgets.fields import PlainInput
from wargame.tui.widgets.head import Banner


class LockScreen(Screen[None]):
    """Blank but for a word.

    The facilitator's phrase opens it, or that of whose screen it was; Enter does where neither is set.
    """

    DEFAULT_CSS = """
    LockScreen { align: center middle; }
    LockScreen Banner { dock: top; margin: 0; }
    LockScreen #box { width: 48; max-width: 94%; height: auto; }
    LockScreen #box Plain { width: 1fr; text-align: center; }
    LockScreen #word { text-style: bold; margin-bottom: 1; }
    LockScreen #wrong { color: $warning; text-style: bold; height: 1; }
    LockScreen PlainInput { background: $panel; }
    """
    BINDINGS = [keys.key("enter", "open", "Unlock", shown="Enter")]

    def __init__(self, seating: Seating | None, front: Screen[object] | None = None) -> None:
        """Lock what `front` shows; `seating` knows the facilitator's phrase."""
        super().__init__()
        self._table = seating.links.get(FACILITATOR) if seating is not None else None
        self._doors: list[tuple[Link, str]] = [(self._table, "")] if self._table else []
        self._whose = (FACILITATOR, "")
        if isinstance(front, LiveScreen):
            self._doors.append((front.link, front.person))
            self._whose = (front.link.who, front.person)
        links = seating.links.values() if seating is not None else ()
        self._banner = next((one.view().banner for one in links), "")
        self._locked = [
            (link, person) for link, person in self._doors if not link.opens("", person)
        ]

    def compose(self) -> ComposeResult:
        """The banner, the word, and room for a phrase where one is set."""
        yield Banner(self._banner)
        with Vertical(id="box"):
            yield Plain("LOCKED", id="word")
            if self._locked:
                yield PlainInput(password=True, limit=200, placeholder="the pass phrase")
                yield Plain(id="wrong")
            else:
                yield Plain("No pass phrase is set: Enter opens it.", classes="quiet")
                yield Plain("To set one: the room (l at the table), then p.", classes="quiet")

    def on_mount(self) -> None:
        """Nothing said to whoever was here stays on the screen."""
        self.app.clear_notifications()
        for field in self.query(PlainInput):
            field.focus()
        self.run_worker(self._note(commands.LockScreen(*self._whose)))

    async def _note(self, command: commands.Command) -> None:
        """Keep it on the record, where there is one that takes it: never the phrase."""
        if self._table is not None:
            with suppress(Refused):
                await self._table.ask(command)

    async def _open(self, who: str = "", person: str = "") -> None:
        """Show again what was shown."""
        await self._note(commands.UnlockScreen(who, person))
        self.dismiss()

    async def action_open(self) -> None:
        """Open it, where no phrase is set."""
        if not self._locked:
            await self._open()

    @on(PlainInput.Submitted)
    async def _said(self, event: PlainInput.Submitted) -> None:
        phrase, event.input.value = event.value, ""
        for link, person in self._locked:
            if link.opens(phrase, person):
                await self._open(link.who, person)
                break
        else:
            self.query_one("#wrong", Plain).show("That is not the phrase.")
