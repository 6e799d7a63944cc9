"""The seat's keys for talks and for a standing intention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from wargame.game.commands import NoteIntention, WithdrawIntention
from wargame.tui import keys
from wargame.tui.screens.live import LiveScreen
from wargame.tui.screens.order_form import OrderForm

if TYPE_CHECKING:
    from wargame.tui.screens.asking import Question

PLAYING = ("event", "talks", "orders", "reveal", "adjudicate", "wrap")


class IntentionForm(OrderForm):
    """The order form, for an order to be used if the seat gives none."""

    TITLE_OF_FORM = "If you give no order"
    SEALS = "Keep it for then"

    async def action_seal(self) -> None:
        """Seal the intention."""
        order = self.written_order()
        if await self.ask(NoteIntention(self.view.who, order)):
            self.notify("Noted: it is used if you give no order. i again changes it.", timeout=10)
            self.dismiss()


class SeatTalks(LiveScreen[None]):
    """A seat's screen from which talks are opened and noted, and an intention is left."""

    person = ""
    BINDINGS = [
        keys.key("i", "intention", "Standing intention", footer=False),
        keys.key("t", "open_talk", "Open a talk", footer=False),
        keys.key("v", "note_talk", "Note a talk", footer=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the phase and the session allow."""
        match action:
            case "intention":
                return self.view.phase in ("setup", *PLAYING)
            case "open_talk":
                return self.view.phase in PLAYING
            case "note_talk":
                return self.view.phase in PLAYING and self.view.pace.talks != "off"
            case _:
                return super().check_action(action, parameters)

    async def answer(self, question: Question) -> None:
        """Ask until the table takes it, or it is left."""
        filled: dict[str, str] | None = {}
        while True:
            filled = await self.app.push_screen_wait(question.form(self.view, filled or {}))
            if filled is None:
                return
            made = question.command(self.view, filled)
            if isinstance(made, str):
                self.notify(made, severity="warning")
            elif await self.ask(made):
                return

    @work(exclusive=True, group="asking")
    async def action_intention(self) -> None:
        """Write, change or take back the standing intention."""
        from wargame.tui.screens.choose import Choose

        if self.view.intentions:
            about = f"Now: {self.view.intentions[0].action}"
            ways = [("new", "Write another"), ("none", "Take it back")]
            way = await self.app.push_screen_wait(Choose("Standing intention", ways, about))
            if way == "none":
                await self.ask(WithdrawIntention(self.view.who))
            if way != "new":
                return
        self.app.push_screen(IntentionForm(self.seating, self.view.who, self.person))

    @work(exclusive=True, group="asking")
    async def action_open_talk(self) -> None:
        """Open a talk with other seats."""
        from wargame.tui.screens import talking

        await self.answer(talking.opening(self.view.who))

    @work(exclusive=True, group="asking")
    async def action_note_talk(self) -> None:
        """Note your version of a talk, or your line for the turn."""
        from wargame.tui.screens import talking
        from wargame.tui.screens.choose import Choose

        if self.view.pace.talks == "line":
            await self.answer(talking.one_line(self.view.who, self.person))
            return
        ways = talking.talk_choices(self.view, self.view.who)
        if not ways:
            self.notify("No talks yet this turn; m writes, t opens a talk.")
            return
        place: str | None = ways[0][0]
        if len(ways) > 1:
            place = await self.app.push_screen_wait(Choose("Which talk?", ways))
        if place:
            talk = self.view.talks[int(place)]
            await self.answer(talking.version(self.view, self.view.who, talk, self.person))
