"""The talks at the facilitator's desk: who talked with whom, and each side's version beside the other's."""

from __future__ import annotations

from dataclasses import replace

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from wargame.game.commands import SetPace
from wargame.game.pace import TALK_NOTES
from wargame.game.views import View
from wargame.tui import keys
from wargame.tui.countdown import now
from wargame.tui.plain import Plain
from wargame.tui.screens import talking
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.form import Form
from wargame.tui.widgets.said import TalksPaper


class TalksScreen(Desk):
    """Opens talks, and notes for a seat what it wrote on paper."""

    DEFAULT_CSS = """
    TalksScreen #paper { padding: 0 1; }
    TalksScreen #off { padding: 0 1; }
    """
    BINDINGS = [
        keys.key("o", "open_talk", "New talk"),
        keys.key("l", "row", "One line a seat", footer=False),
        keys.key("n", "version", "Note a talk"),
        keys.key("c", "keep", "Notes on or off"),
        keys.key("escape,T", "dismiss", "Table", shown="Esc"),
    ]

    def paper(self) -> ComposeResult:
        """The talks; where notes are off, a word about it."""
        yield Plain(id="off", classes="quiet")
        with VerticalScroll(id="paper", can_focus=False):
            yield TalksPaper()

    def fill(self, view: View) -> None:
        """All talks that may be shown: none on a public screen."""
        off = self.query_one("#off", Plain)
        words = talking.KEYS.get(view.pace.talks, "")
        off.show(words)
        off.display = bool(words) and not self.projector
        self.query_one(TalksPaper).feed((view, now()))

    async def onward(self) -> None:
        """Back to where the talks were called from."""
        self.dismiss()

    def key_words(self, action: str) -> str:
        """Moving on goes back."""
        return "Table" if action == "onward" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Notes only where the session keeps them."""
        if self.kept_back(action):
            return False
        if action in ("row", "version"):
            return self.view.pace.talks != "off"
        return super().check_action(action, parameters)

    @work(exclusive=True, group="asking")
    async def action_keep(self) -> None:
        """Keep notes on talks from here on: none, one line a seat, or in full."""
        kept = self.view.pace.talks
        start = [way for way, _ in talking.NOTES].index(kept)
        way = await self.choose("Notes on talks, from here on", talking.NOTES, start=start)
        found = next((one for one in TALK_NOTES if one == way), kept)
        if found != kept:
            await self.ask(SetPace(replace(self.view.pace, talks=found)))

    @work(exclusive=True, group="asking")
    async def action_open_talk(self) -> None:
        """Open a talk between seats."""
        await self.answer(talking.FACILITATORS)

    @work(exclusive=True, group="asking")
    async def action_version(self) -> None:
        """Note one side's version of a talk of this turn."""
        ways = talking.talk_choices(self.view)
        if not ways:
            self.notify("No talks yet this turn; o opens one.")
            return
        place = ways[0][0] if len(ways) == 1 else await self.choose("Which talk?", ways)
        if place:
            talk = self.view.talks[int(place)]
            seat = await self.choose("Whose version?", talking.sides(self.view, talk))
            if seat:
                await self.answer(talking.version(self.view, seat, talk))

    @work(exclusive=True, group="asking")
    async def action_row(self) -> None:
        """One line a seat, all on one form."""
        form = Form("Promised / was told", talking.row_fields(self.view), talking.ROW)
        filled: dict[str, str] | None = await self.app.push_screen_wait(form)
        for command in talking.row_commands(self.view, filled) if filled else []:
            await self.ask(command)
