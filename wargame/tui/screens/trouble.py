"""What to do when the save cannot be written: the facilitator's three ways on."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList

from wargame.table.link import Keeper
from wargame.tui import keys
from wargame.tui.plain import Plain, choice, entitled
from wargame.tui.screens.over import Over
from wargame.tui.widgets.fields import PlainInput


class TroubleScreen(Over[None]):
    """Offers to try again, to go on in memory, or to save elsewhere; closes when one of them worked."""

    DEFAULT_CSS = """
    TroubleScreen { align: center middle; }
    TroubleScreen #box { width: 76; max-width: 96%; height: auto; padding: 0 1; }
    TroubleScreen #box { border: round $error; background: $surface; }
    TroubleScreen OptionList { height: auto; margin: 1 0; border: none; }
    TroubleScreen PlainInput { display: none; }
    TroubleScreen #answer { text-style: bold; }
    """
    BINDINGS = [keys.key(keys.BACK, "dismiss", "Back")]

    def __init__(self, keeper: Keeper, wrong: str) -> None:
        """Look after this table's save; `wrong` is what to say of it."""
        super().__init__()
        self._keeper, self._wrong = keeper, wrong

    def compose(self) -> ComposeResult:
        """What is wrong, the ways on, and room for a file's name."""
        with Vertical(id="box"):
            yield Plain(self._wrong)
            yield OptionList(
                choice("Try again (after making room, or bringing the folder back)", "retry"),
                choice("Save everything to another file, and go on there", "elsewhere"),
                choice("Go on in memory: lost if this program stops", "memory"),
                choice("Leave it as it is for now", "back"),
            )
            yield PlainInput(placeholder="the other file, such as /media/stick/game.jsonl")
            yield Plain(id="answer")

    def on_mount(self) -> None:
        """Name the box."""
        entitled(self.query_one("#box"), "The save cannot be written")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        path = self.query_one(PlainInput)
        path.display = event.option_id == "elsewhere"
        if event.option_id == "retry":
            self._answer(self._keeper.retry(), "The save is whole again.")
        elif event.option_id == "memory":
            self._keeper.in_memory()
            self._answer("", "Going on in memory only. F9 tries again.")
        elif event.option_id == "elsewhere":
            path.focus()
        else:
            self.dismiss()

    @on(PlainInput.Submitted)
    def _named(self, event: PlainInput.Submitted) -> None:
        path = event.value.strip()
        why = self._keeper.save_elsewhere(path) if path else "Name the other file."
        self._answer(why, f"The game goes on in {path}.")

    def _answer(self, why: str, done: str) -> None:
        """Say why it still fails, or that it worked."""
        self.query_one("#answer", Plain).show(why)
        if not why:
            self.app.notify(done)
            self.dismiss()
