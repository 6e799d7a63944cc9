"""The keys of time at the facilitator's desk: more minutes, pause, and the screen of clock and plan."""

from __future__ import annotations

from textual import work

from wargame.game.commands import ExtendTimer, PauseTimer, ResumeTimer, SetTimer
from wargame.tui import keys
from wargame.tui.countdown import WARNING, now
from wargame.tui.screens.questioning import Questioning

MORE = 2
"""Minutes that one press of the key gives."""


class ClockKeys(Questioning):
    """A screen from which the clock is in reach."""

    _left: int | None = None
    BINDINGS = [
        keys.key("f7,y", "clock", "Clock and plan", shown="F7 y", footer=False),
        keys.key("plus", "more_time", f"{MORE} minutes more", shown="+", footer=False),
        keys.key("Y", "pause", "Pause the clock, or go on", footer=False),
        keys.key("T", "talks", "Talks and their notes", footer=False),
    ]

    def sound(self) -> None:
        """Say that two minutes are left and that time is up, once each; with a bell where the session has one."""
        clock, counts = self.view.clock, self.seating.countdown
        left = counts.left(clock.until, clock.paused, now()) if counts else None
        before, self._left = self._left, None if clock.paused else left
        if before is None or self._left is None:
            return
        if before > WARNING >= self._left > 0:
            self.notify("Two minutes left.")
        elif before > 0 >= self._left:
            self.notify("Time is up.")
            if self.view.pace.bell:
                self.app.bell()

    def action_clock(self) -> None:
        """Show the clock and the plan of time."""
        from wargame.tui.screens.clock import ClockScreen

        self.app.push_screen(ClockScreen(self.seating))

    @work(exclusive=True, group="asking")
    async def action_talks(self) -> None:
        """Show the talks with both sides' versions; with one line a seat, that is asked at once."""
        from wargame.tui.screens.talks import TalksScreen

        screen = TalksScreen(self.seating)
        await self.app.push_screen(screen)
        if self.view.pace.talks == "line":
            screen.action_row()

    @work(exclusive=True, group="asking")
    async def action_more_time(self) -> None:
        """Give the stage two minutes more; where no timer runs, set one of two minutes."""
        clock = self.view.clock
        await self.ask(ExtendTimer(MORE) if clock.until else SetTimer(MORE))

    @work(exclusive=True, group="asking")
    async def action_pause(self) -> None:
        """Let the clock stand still, or go on."""
        await self.ask(ResumeTimer() if self.view.clock.paused else PauseTimer())
