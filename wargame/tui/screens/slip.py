"""Paper slips typed in by the facilitator: one key for the order, one for its target, seat after seat."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase, digits

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import OptionList

from wargame.game.views import MenuItem, TargetView
from wargame.tui import keys
from wargame.tui.plain import Plain, choice, entitled, joined, plain
from wargame.tui.screens.over import Over

KEYS = digits[1:] + ascii_lowercase
"""The keys of the lines, in order: 1 to 9, then a to z."""
FREE, SKIP = "free", "skip"
"""Handed back for an order in the seat's own words, and for a seat that is passed over."""
SLIP_WORDS = "A key takes the order.  0 in their own words   - next seat   Esc done"


class Slip(Over["str | None"]):
    """Lines, each with the key that takes it; hands back the value of the one taken."""

    DEFAULT_CSS = """
    Slip { align: center middle; }
    Slip #box { width: 76; max-width: 98%; height: auto; max-height: 96%; padding: 0 1; }
    Slip #box { border: round $primary; background: $surface; }
    Slip OptionList { height: auto; max-height: 18; background: $surface; }
    Slip OptionList, Slip OptionList:focus { border: none; padding: 0; }
    """
    BINDINGS = [
        keys.key("minus", "skip", "Next seat", shown="-"),
        keys.key("0", "free", "Own words", shown="0"),
        keys.key(keys.BACK, "back", "Done", shown="Esc"),
    ]

    def __init__(self, title: str, lines: Sequence[tuple[str, str]], words: str) -> None:
        """Offer lines (value and words) under a title; `words` say what the other keys do."""
        super().__init__()
        self.over, self.lines, self._words = title, list(lines), words

    def compose(self) -> ComposeResult:
        """The lines with their keys."""
        with Vertical(id="box"):
            yield OptionList(
                *[
                    choice(joined(plain(f"{self._key(place)} ", "bold"), words))
                    for place, (_, words) in enumerate(self.lines)
                ]
            )
            yield Plain(plain(self._words, "dim"))

    def on_mount(self) -> None:
        """Name the box."""
        entitled(self.query_one("#box"), self.over)
        self.query_one(OptionList).focus()

    def _key(self, place: int) -> str:
        return KEYS[place] if place < len(KEYS) else " "

    def on_key(self, event: Key) -> None:
        """A key takes its line."""
        place = KEYS.find(event.key) if len(event.key) == 1 else -1
        if 0 <= place < len(self.lines):
            event.stop()
            self.dismiss(self.lines[place][0])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.lines[event.option_index][0])

    def action_skip(self) -> None:
        """Pass this seat over."""
        self.dismiss(SKIP)

    def action_free(self) -> None:
        """Write the order in the seat's own words."""
        self.dismiss(FREE)

    def action_back(self) -> None:
        """No more slips."""
        self.dismiss(None)


def menu_lines(menu: Sequence[MenuItem]) -> list[tuple[str, str]]:
    """The orders that are open, with what they cost."""
    return [
        (one.id, f"{one.name}{'  costs ' + ', '.join(one.cost) if one.cost else ''}")
        for one in menu
        if not one.why_not
    ]


def target_lines(targets: Sequence[TargetView]) -> list[tuple[str, str]]:
    """The targets that can be aimed at."""
    return [(one.id, one.name) for one in targets if not one.why_not]
