"""The application: a theme, a seating and a first screen. What it does is in its screens."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from wargame.game.names import FACILITATOR
from wargame.game.plain_text import clean
from wargame.tui import keys, theme
from wargame.tui.plain import SafeLines

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel

    from wargame.tui.home import Seating

SAFE = SafeLines()


def palette() -> type[Provider]:
    """What the command palette offers; loaded when it is first opened."""
    from wargame.tui.commands import Commands

    return Commands


def left_behind(seating: Seating) -> str:
    """What stays when a table is left: a game to be resumed, or a closed session to be looked at."""
    if FACILITATOR not in seating.links:
        return "The game goes on where it is played."
    if seating.facilitator.view().phase == "closed":
        return "The session is closed and kept; review and report read it."
    return "Everything so far is kept; the game can be resumed."


class WargameApp(App[None]):
    """One terminal at one table. `seating` is the table it serves, if any; it is closed at the end."""

    TITLE = "Wargame"
    CSS = theme.SHEET
    BINDINGS = keys.EVERYWHERE
    COMMANDS = {palette}
    COMMAND_PALETTE_BINDING = "f10"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    def __init__(self, first: Callable[[], Screen[None]], seating: Seating | None = None) -> None:
        """Begin with the screen that `first` makes."""
        super().__init__(ansi_color=True if theme.colourless() else None)
        self.register_theme(theme.THEME)
        self.theme = theme.NAME
        self.first = first
        self.seating = seating

    def serve(self) -> int:
        """Run until somebody leaves; the exit code.

        A fault inside is raised here, for the command line to put in words.
        """
        self.run()
        if self._exception is not None:
            raise self._exception
        return self.return_code or 0

    def _fatal_error(self) -> None:
        """End without the traceback that Textual would print, local variables and all."""
        self._close_messages_no_wait()

    def on_mount(self) -> None:
        """Show the first screen, and what the facilitator should know before all else."""
        self._heed_signals()
        self.push_screen(self.first())
        if self.seating and self.seating.word:
            self.notify(self.seating.word, timeout=20)

    def _heed_signals(self) -> None:
        """A signal to end leaves the terminal and the save as a person's leaving does."""
        if threading.current_thread() is not threading.main_thread():
            return
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            leave = partial(self.exit, return_code=128 + number)
            asyncio.get_running_loop().add_signal_handler(number, leave)

    def on_unmount(self) -> None:
        """Let go of the table."""
        self.sit(None)

    def sit(self, seating: Seating | None) -> None:
        """Serve this table from now on (None: no table), and let go of the one before."""
        if self.seating is not None and self.seating is not seating:
            self.seating.close()
        self.seating = seating

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a notice, cleaned and literal whatever `markup` says."""
        line = clean(title, 60, lines=False)
        super().notify(clean(message), title=line, severity=severity, timeout=timeout, markup=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and the one that keeps escape sequences from the terminal."""
        return [SAFE, *super().get_line_filters()]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a note only where there is a table to note anything about."""
        from wargame.tui.screens.live import LiveScreen

        if action == "jot":
            return isinstance(self.front(), LiveScreen)
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Leave, after a question."""
        from wargame.tui.screens.confirm import Confirm
        from wargame.tui.screens.lock import LockScreen

        if isinstance(self.screen, Confirm | LockScreen):
            return
        kept = left_behind(self.seating) if self.seating else ""
        question = Confirm(f"Leave Wargame?\n{kept}".strip(), "Leave", "Stay")
        self.push_screen(question, lambda yes: self.exit() if yes else None)

    def action_help_quit(self) -> None:
        """Ctrl+C, pressed by habit, asks whether to leave."""
        self.action_leave()

    def action_help(self) -> None:
        """Show every key of the screen in front."""
        from wargame.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_lock(self) -> None:
        """Show nothing until whoever may unlocks the screen; an open menu is closed, for it would lie below."""
        from textual.command import CommandPalette

        from wargame.tui.screens.lock import LockScreen

        if isinstance(self.screen, CommandPalette):
            self.screen.dismiss()
        if not any(isinstance(one, LockScreen) for one in self.screen_stack):
            self.push_screen(LockScreen(self.seating, self.front()))

    def front(self) -> Screen[object]:
        """The screen in front, whatever question lies over it."""
        return next(one for one in reversed(self.screen_stack) if not one.is_modal)

    def action_jot(self) -> None:
        """Write a note, whatever screen is in front."""
        from wargame.tui.screens.jotting import jot

        jot(self.front(), self.seating)
