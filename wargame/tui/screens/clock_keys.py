"""The keys of time at the facilitator's desk: more minutes, pause, and the screen of clock and plan."""

from __future__ import annotations

from textual import work

from wargame.game.commands import ExtendTimer, PauseTimer, ResumeTimer, SetTimer
from wargame.tui import keys
from wargame.tui.countdown import ended_early, now
from wargame.tui.screens.questioning import Questioning

MORE = 2
"""Minutes that one press of the key gives."""


class ClockKeys(Questioning):
    """A screen from which the clock is in reach."""

    BINDINGS = [
        keys.key("f7,y", "clock", "Clock and plan", shown="F7 y", footer=False),
        keys.key("plus", "more_time", f"{MORE} minutes more", shown="+", footer=False),
        keys.key("Y", "pause", "Pause the clock, or go on", footer=False),
        keys.key("T", "talks", "Talks and their notes", footer=False),
    ]

    def action_clock(self) -> None:
        """Show the clock and the plan of time."""
        from wargame.tui.screens.clock import ClockScreen

        self.app.push_screen(ClockScreen(self.seating))

    @work(exclusive=True, group="asking")
    async def action_talks(self) -> None:
        """Show the talks with both sides' versions; with one line a seat, that is asked once a turn."""
        from wargame.tui.screens.talking import line_before
        from wargame.tui.screens.talks import TalksScreen

        screen = TalksScreen(self.seating)
        await self.app.push_screen(screen)
        noted = any(line_before(self.view, one.id) for one in self.view.seats)
        if self.view.pace.talks == "line" and not noted:
            screen.action_row()

    @work(exclusive=True, group="asking")
    async def action_more_time(self) -> None:
        """Give the stage two minutes more; where no timer runs, set one of two minutes."""
        clock = self.view.clock
        await self.ask(ExtendTimer(MORE) if clock.until else SetTimer(MORE))

    @work(exclusive=True, group="asking")
    async def action_pause(self) -> None:
        """Let the clock stand still, or go on; a break that ends early is said, and what that gains."""
        clock = self.view.clock
        if await self.ask(ResumeTimer() if clock.paused else PauseTimer()) and clock.paused:
            early = ended_early(clock, now())
            if early:
                self.notify(early, timeout=10)
