"""One of several things, chosen from a list."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import OptionList

from wargame.tui import keys
from wargame.tui.plain import choice, entitled


class Pick(ModalScreen[str]):
    """Hands back the key of what was chosen, or an empty string."""

    DEFAULT_CSS = """
    Pick { align: center middle; }
    Pick OptionList { width: 70; max-width: 94%; height: auto; max-height: 80%; }
    Pick OptionList { border: round $accent; background: $surface; }
    """
    BINDINGS = [keys.key(keys.BACK, "nothing", "Back")]

    def __init__(self, question: str, ways: Sequence[tuple[str, str]]) -> None:
        """Ask `question`; `ways` pairs keys with the words shown."""
        super().__init__()
        self._question, self._ways = question, ways

    def compose(self) -> ComposeResult:
        """The list."""
        yield OptionList(*[choice(words) for _, words in self._ways])

    def on_mount(self) -> None:
        """Put the question over it."""
        entitled(self.query_one(OptionList), self._question)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._ways[event.option_index][0])

    def action_nothing(self) -> None:
        """Go back without choosing."""
        self.dismiss("")
