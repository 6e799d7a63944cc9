"""Every key of the screen that help was asked on, on one screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Resize
from textual.screen import ModalScreen, Screen

from wargame.game.records import dataclass
from wargame.tui import keys
from wargame.tui.plain import Plain, entitled, joined, plain, stacked
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
}
"""Keys as people read them, where Textual's name is another."""

NOT_OURS = (
    "app.copy_text",
    "screen.copy_text",
    "copy_text",
    "screen.minimize",
    "minimize",
    "help_quit",
    "app.focus_next",
    "app.focus_previous",
)
"""Keys that Textual brings along and that do nothing here."""


def key_name(key: str) -> str:
    """A key as people read it: `F2`, `^p`, `Esc`."""
    if key in NAMES:
        return NAMES[key]
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return key.upper() if key[0] == "f" and key[1:].isdecimal() else key


@dataclass(slots=True)
class KeyRow:
    """Keys that do the same, what they do in words, the action and the node it belongs to."""

    keys: str
    words: str
    action: str
    node: DOMNode


def key_rows(of: Screen[object]) -> list[KeyRow]:
    """Everything that a key does on a screen now; keys that do the same stand together."""
    rows: dict[str, KeyRow] = {}
    for key, (node, binding, enabled, _) in of.active_bindings.items():
        action = binding.action
        if not enabled or action in NOT_OURS or not binding.description:
            continue
        if action in rows:
            rows[action].keys += f" {key_name(key)}"
        else:
            says = of.key_words(action) if isinstance(of, SaysKeys) else ""
            rows[action] = KeyRow(key_name(key), says or binding.description, action, node)
    return list(rows.values())


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


class HelpScreen(ModalScreen[None]):
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
        """Name the box."""
        entitled(self.query_one("#box"), "Keys")

    def on_resize(self, event: Resize) -> None:
        """Fit the keys to the width."""
        width = min(100, event.size.width) - 5
        self.query_one("#keys", Plain).show(columns(self._rows, width))
