"""A screen that follows a table through one link: drawn anew after changes, once however many there were."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.screen import Screen

from wargame.game.audience import PUBLIC
from wargame.game.commands import Command
from wargame.game.names import FACILITATOR
from wargame.game.plain_text import counted
from wargame.game.refusals import Refused
from wargame.game.views import TalkView, View
from wargame.reports.words import PHASES
from wargame.table.link import Link
from wargame.tui import keys
from wargame.tui.countdown import TIME_UP, Countdown, now
from wargame.tui.home import Seating
from wargame.tui.plain import joined, plain
from wargame.tui.whose_move import last_turn, names
from wargame.tui.why_not import why_not
from wargame.tui.widgets.head import Head
from wargame.tui.widgets.keyline import KeyLine
from wargame.tui.widgets.lines import edges
from wargame.tui.widgets.timeleft import time_left

TICK = 1.0
"""Seconds between two looks at the clock."""
WHY_LASTS = 4.0
"""Seconds for which it is said why a key does nothing; the next such sentence takes its place."""
Result = TypeVar("Result")
"""What a screen hands back when it is dismissed."""


class LiveScreen(Screen[Result]):
    """A screen of one link.

    A subclass gives its widgets in `body`, fills them from a view in `show`, may say in `status` what
    the top line reads, and sends every command through `ask`.
    """

    BINDINGS = [keys.always(keys.TROUBLE, "mend", "Mend the save", shown="F9")]

    def __init__(self, seating: Seating, who: str = FACILITATOR, person: str = "") -> None:
        """Follow the link of `who` at this table; `person` is who of a seat looks, if that is known."""
        super().__init__()
        self.seating = seating
        self.person = person
        self.link = seating.links[who]
        self.view = self.link.view(person)
        self._stale = False
        self._touched, self._why, self._said_why = 0.0, "", -WHY_LASTS
        self._stop: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """The head, the body, and the keys."""
        yield Head()
        yield from self.body()
        yield KeyLine()

    def body(self) -> ComposeResult:
        """The widgets between head and footer."""
        yield from ()

    def show(self, view: View) -> None:
        """Fill the widgets from a view; called when the screen appears and after each change."""

    def status(self, view: View) -> Content:
        """The top line."""
        turn = f"turn {view.turn}/{view.turns}" if view.turn else ""
        name = next((one.name for one in view.seats if one.id == view.who), view.who.title())
        parts = (plain(name, "bold"), view.title, turn, view.label, PHASES[view.phase])
        return self.timed(joined(*parts, between="  "))

    def timed(self, line: Content) -> Content:
        """A top line with the time that is left at its right edge, and whether this is the last turn."""
        counts = self.seating.countdown
        closed = self.view.phase == "closed"
        view = self.view
        left = time_left(view.clock, counts, now(), view.since) if counts and not closed else ""
        last = plain(last_turn(self.view).upper(), "bold")
        return edges(line, joined(last, left, between="  "), max(20, self.app.size.width - 2))

    def on_mount(self) -> None:
        """Begin to follow the link, and let the clock run."""
        self.follow_link(self.link)
        self.set_interval(TICK, self.tick)

    def on_key(self, event: Key) -> None:
        """Remember when a key was pressed last; of one that does nothing now, say why, once while it is held."""
        held = monotonic() - self._touched < TICK
        self._touched = monotonic()
        why = self.why_not(event)
        if why and not (held and why == self._why):
            if monotonic() - self._said_why < WHY_LASTS:
                self.app.clear_notifications()  # one such sentence at a time: three hide the table
            self.notify(why, timeout=WHY_LASTS)
            self._said_why = monotonic()
        self._why = why

    def why_not(self, event: Key) -> str:
        """What to say of a key that does nothing now; empty where it does something."""
        return why_not(self, event)

    def tick(self) -> None:
        """Show what time is left, behind a question too; in a moment without keys, which come first."""
        if not self._in_sight():
            return
        self.sound()
        if monotonic() - self._touched > TICK / 2:
            self.show_head()

    def sound(self) -> None:
        """Say that two minutes are left and that time is up; with a bell where the session has one."""
        clock, counts = self.view.clock, self.seating.countdown
        if counts is None:
            return
        left = None if clock.paused else counts.left(clock.until, clock.paused, now())
        word = counts.due_word(left, clock.until)
        if word:
            self.notify(word)
        ended = self._ended_talks(counts)
        if (word == TIME_UP or ended) and self.view.pace.bell:
            self.app.bell()
        if ended:
            self.redraw()

    def _ended_talks(self, counts: Countdown) -> bool:
        """Say which talks have just come to their end; whether any has."""
        talks = {one.until: one for one in self.talks_here()}
        ended = counts.over(self.view.who, talks, now())
        for until in sorted(ended):
            self.notify(f"This talk is over: {names(self.view, talks[until].seats)}.", timeout=10)
        return bool(ended)

    def talks_here(self) -> list[TalkView]:
        """The talks of this turn that may be told of on this screen."""
        return [one for one in self.view.talks if one.turn == self.view.turn]

    def note_link(self) -> Link | None:
        """Whose note a note from this screen is; None where none can be written."""
        return None if self.link.who == PUBLIC else self.link

    def follow_link(self, link: Link) -> None:
        """Show what this link shows from now on."""
        self._stop()
        self.link = link
        self._stop = self.link.on_change(self._noted)
        self.redraw()

    def on_unmount(self) -> None:
        """Follow it no longer."""
        self._stop()

    def on_screen_suspend(self) -> None:
        """What was said of a key that did nothing does not lie over the screen that opens."""
        if monotonic() - self._said_why < WHY_LASTS:
            self.app.clear_notifications()

    def on_screen_resume(self) -> None:
        """Catch up with what changed while another screen was in front."""
        if self._stale:
            self.redraw()

    def _noted(self) -> None:
        if not self._stale:
            self._stale = True
            self.call_later(self._catch_up)

    def _catch_up(self) -> None:
        if self._stale and self._in_sight():
            self.redraw()

    def _in_sight(self) -> bool:
        """Whether the screen is in front, or only a question lies over it."""
        return self.app.screen is self or (self.app.screen.is_modal and self.is_current)

    def redraw(self) -> None:
        """Build the view once and show it."""
        self._stale = False
        self.view = self.link.view(self.person)
        self.show_head()
        self.show(self.view)
        self.refresh_bindings()

    def show_head(self) -> None:
        """Show the banner, the top line, and what is wrong with the save."""
        self.query_one(Head).show(self.view.banner, self.status(self.view), self.trouble())

    def trouble(self) -> str:
        """What is wrong with the save, and the way to mend it; empty when all is well."""
        unsaved = self.seating.keeper.unsaved() if self.seating.keeper else 0
        if unsaved:
            return f"IN MEMORY ONLY: {counted(unsaved, 'entry', 'entries')} lost if this program stops. F9 mends it."
        wrong = self.link.trouble()
        if wrong and self.seating.keeper is None:
            return f"LOOKING ONLY: {wrong}"
        return f"NOTHING IS KEPT: {wrong} F9: what to do." if wrong else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to mend the save only where something is wrong and this terminal can mend it."""
        if action == "mend":
            return self.seating.keeper is not None and bool(self.trouble())
        return super().check_action(action, parameters)

    async def ask(self, command: Command) -> bool:
        """Ask the table for something; whether it was done. A refusal becomes a notice."""
        try:
            await self.link.ask(command)
        except Refused as refused:
            self.notify(refused.sentence, severity="warning", markup=False)
            return False
        finally:
            self.redraw()
        return True

    def action_scroll(self, step: int) -> None:
        """Scroll the paper (the widget of the id `paper`), where there is one."""
        for paper in self.query("#paper"):
            paper.scroll_relative(y=step * 3, animate=False)

    def action_mend(self) -> None:
        """Choose what to do about a save that cannot be written."""
        from wargame.tui.screens.trouble import TroubleScreen

        if self.seating.keeper is not None:
            trouble = TroubleScreen(self.seating.keeper, self.trouble())
            self.app.push_screen(trouble, lambda _: self.redraw())
