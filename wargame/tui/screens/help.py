"""Every key of the screen that help was asked on, on one screen."""

from __future__ import annotations

from functools import cache

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import OptionList

from wargame.game.records import dataclass
from wargame.tui import keys
from wargame.tui.plain import Plain, entitled, joined, plain, stacked
from wargame.tui.screens.over import Over
from wargame.tui.widgets.keyline import SaysKeys
from wargame.tui.widgets.lines import fitted

NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "question_mark": "?",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "home": "Home",
    "end": "End",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
}
"""Keys as people read them, where Textual's name is another."""

NOT_OURS = (
    "app.copy_text",
    "screen.copy_text",
    "copy_text",
    "screen.minimize",
    "minimize",
    "help_quit",
)
"""Keys that Textual brings along and that do nothing here."""


def key_name(key: str) -> str:
    """A key as people read it: `F2`, `^p`, `Esc`."""
    if key in NAMES:
        return NAMES[key]
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return key.upper() if key[0] == "f" and key[1:].isdecimal() else key


IN_A_LIST = {
    "cursor_up": "Line above",
    "cursor_down": "Line below",
    "page_up": "Page above",
    "page_down": "Page below",
    "select": "Choose it",
}
"""The keys of a list that are worth a line here. Other keys that Textual's widgets bring along are left out:
they move the cursor in a line, or scroll sideways."""
IN_A_PAPER = {
    "scroll_up": "Scroll up",
    "scroll_down": "Scroll down",
    "page_up": "Page up",
    "page_down": "Page down",
}
"""The same for a paper that has the focus."""


@dataclass(slots=True)
class KeyRow:
    """Keys that do the same, what they do in words, the action and the node it belongs to."""

    keys: str
    words: str
    action: str
    node: DOMNode


def key_rows(of: Screen[object]) -> list[KeyRow]:
    """Everything that a key does on a screen now, the keys of its last line first; keys that do the same together."""
    rows: dict[str, KeyRow] = {}
    ranks: dict[str, int] = {}
    for key, (node, binding, enabled, _) in of.active_bindings.items():
        action = binding.action
        words = said_of(of, node, binding)
        if not enabled or not words:
            continue
        if action in rows:
            rows[action].keys += f" {key_name(key)}"
        else:
            rows[action] = KeyRow(key_name(key), words, action, node)
            ranks[action] = _rank(node, binding)
    return sorted(rows.values(), key=lambda one: ranks[one.action])


def said_of(of: Screen[object], node: DOMNode, binding: Binding) -> str:
    """What a key does, in words; empty for a key that is not worth telling of."""
    if binding.action in NOT_OURS:
        return ""
    if binding in brought_along(type(node)):
        if isinstance(node, OptionList):
            return IN_A_LIST.get(binding.action, "")
        return IN_A_PAPER.get(binding.action, "") if isinstance(node, VerticalScroll) else ""
    says = of.key_words(binding.action) if isinstance(of, SaysKeys) else ""
    return says or binding.description


def _rank(node: DOMNode, binding: Binding) -> int:
    """Where a key stands: what moves on first, then the last line's keys, the screen's others, everybody's."""
    if isinstance(node, App):
        return 3
    if binding.action in ("onward", "accept"):
        return 0
    return 1 if binding.show else 2


@cache
def brought_along(kind: type[DOMNode]) -> list[Binding]:
    """The bindings that a widget has from Textual's own classes."""
    found = [one.__dict__.get("BINDINGS", []) for one in kind.__mro__ if _textuals(one)]
    return [key for one in found for key in Binding.make_bindings(one)]


def _textuals(kind: type) -> bool:
    return kind.__module__.startswith("textual.")


def columns(rows: list[KeyRow], width: int) -> Content:
    """The rows in two columns, read downwards; in one where there is little room."""
    many = 2 if width >= 60 and len(rows) > 8 else 1
    wide = width // many - 1
    keys_wide = min(max((len(one.keys) for one in rows), default=0), wide // 2)
    cells = [
        joined(
            plain(fitted(one.keys, keys_wide), "bold"),
            "  ",
            fitted(one.words, wide - keys_wide - 2),
        )
        for one in rows
    ]
    high = (len(cells) + many - 1) // many
    columns = [cells[place * high : (place + 1) * high] for place in range(many)]
    return stacked(
        joined(*[column[row] for column in columns if row < len(column)], between=" ")
        for row in range(high)
    )


class HelpScreen(Over[None]):
    """The keys of the screen below. Any of the keys that close things closes it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen #box { width: 100; max-width: 100%; height: auto; max-height: 100%; padding: 0 1; }
    HelpScreen #box { border: round $primary; background: $surface; }
    """
    BINDINGS = [keys.key("escape,enter,q,f1,question_mark", "dismiss", "Close", shown="Esc")]

    def __init__(self, of: Screen[object]) -> None:
        """Explain the keys of `of`."""
        super().__init__()
        self._rows = key_rows(of)

    def compose(self) -> ComposeResult:
        """The keys."""
        with VerticalScroll(id="box"):
            yield Plain(id="keys")
            yield Plain(plain("Everything is in the menu too (F10 or ^p). Esc closes this.", "dim"))

    def on_mount(self) -> None:
        """Name the box; no notice lies over it."""
        entitled(self.query_one("#box"), "Keys")
        self.app.clear_notifications()

    def on_resize(self, event: Resize) -> None:
        """Fit the keys to the width."""
        width = min(100, event.size.width) - 5
        self.query_one("#keys", Plain).show(columns(self._rows, width))
