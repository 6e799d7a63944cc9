"""A short list to choose from: a digit takes the answer at that place, Enter the one marked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import OptionList

from wargame.tui import keys
from wargame.tui.plain import Plain, Shown, choice, entitled, joined, plain
from wargame.tui.screens.over import Over


class Choose(Over["str | None"]):
    """Hands back the value of the answer chosen, or None."""

    DEFAULT_CSS = """
    Choose { align: center bottom; }
    Choose #box { width: 76; max-width: 98%; height: auto; max-height: 96%; padding: 0 1; }
    Choose #box { border: round $primary; background: $surface; margin-bottom: 1; }
    Choose OptionList { height: auto; max-height: 16; background: $surface; }
    Choose OptionList, Choose OptionList:focus { border: none; padding: 0; }
    """
    BINDINGS = [keys.key(keys.BACK, "back", "Leave it", shown="Esc")]

    def __init__(
        self,
        title: str,
        answers: Sequence[tuple[str, str]],
        about: Shown = "",
        start: int = 0,
    ) -> None:
        """Offer `answers` (value and words) under a title; `about` says above them what this is for.

        Enter takes the answer at place `start` (from 0) unless another one is marked.
        """
        super().__init__()
        self._start = start
        self._title, self._answers, self._about = title, list(answers), about

    def compose(self) -> ComposeResult:
        """What it is about, and the answers with their digits."""
        with Vertical(id="box"):
            if self._about:
                yield Plain(self._about, id="about")
            yield OptionList(
                *[
                    choice(joined(plain(f"{place % 10} " if place <= 10 else "  ", "bold"), words))
                    for place, (_, words) in enumerate(self._answers, 1)
                ]
            )
            yield Plain(plain("a digit or Enter: choose   Esc leave it", "dim"))

    def on_mount(self) -> None:
        """Name the box."""
        entitled(self.query_one("#box"), self._title)
        answers = self.query_one(OptionList)
        answers.highlighted = self._start
        answers.focus()

    def on_key(self, event: Key) -> None:
        """A digit takes the answer at that place; 0 is the tenth."""
        place = (int(event.key) or 10) if event.key.isdecimal() else 0
        if 1 <= place <= len(self._answers):
            event.stop()
            self.dismiss(self._answers[place - 1][0])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._answers[event.option_index][0])

    def action_back(self) -> None:
        """Leave it: nothing is chosen."""
        self.dismiss(None)
