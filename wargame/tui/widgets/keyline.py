"""The keys at the foot of a screen, on one line and in one widget: it is drawn anew only when they change."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.app import App
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Resize
from textual.screen import Screen
from textual.style import Style

from wargame.game.records import dataclass
from wargame.tui.plain import Plain, joined, plain

BACK = "escape"
"""The key that leads back; it has its place in the line whatever its action is called."""
KEPT = ("app.help", "screen.onward", "screen.accept", "app.command_palette")
"""The actions whose keys stay, beside the way back, when there is no room for all: help and menu list the others."""

FIRST = {"app.help": 0, "screen.onward": 1, "screen.accept": 1}
"""The actions whose keys come first."""


@runtime_checkable
class SaysKeys(Protocol):
    """A screen whose keys do now this and now that."""

    def key_words(self, action: str) -> str:
        """What the key of an action does now; empty where its binding says it."""


@dataclass(slots=True, frozen=True)
class Shown:
    """A key as the line shows it: the key, what it does, the action behind it."""

    key: str
    words: str
    action: str
    back: bool = False

    def content(self) -> Content:
        """Key and words; a click does the same as the key."""
        line = joined(plain(self.key, "bold $footer-key-foreground"), " ", self.words)
        return line.stylize(Style.from_meta({"@click": self.action})) if self.action else line


def shown_keys(screen: Screen[object]) -> list[Shown]:
    """The keys of a screen that are offered now, in the order of its bindings."""
    keys: dict[str, Shown] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        if binding.show and enabled and binding.action not in keys:
            words = screen.key_words(binding.action) if isinstance(screen, SaysKeys) else ""
            action = clickable(binding.action, node)
            said = words or binding.description
            keys[binding.action] = Shown(
                key_name(screen, binding), said, action, back=binding.key == BACK
            )
    return list(keys.values())


def clickable(action: str, node: DOMNode) -> str:
    """An action as it is called from the line, which is neither the screen nor the app; empty where it cannot be."""
    if "." in action.split("(", maxsplit=1)[0]:
        return action
    if isinstance(node, Screen):
        return f"screen.{action}"
    return f"app.{action}" if isinstance(node, App) else ""


def key_name(screen: Screen[object], binding: Binding) -> str:
    """A key as people read it; while words are typed, `?` is one of them and not help."""
    typing = screen.focused is not None and screen.focused.check_consume_key("question_mark", "?")
    if typing and binding.action == "help":
        return "F1"
    return binding.key_display or screen.app.get_key_display(binding)


def fitting(keys: list[Shown], width: int) -> list[Shown]:
    """As many keys as there is room for, help and going on first; those that must stay are in."""
    keys = sorted(keys, key=lambda one: FIRST.get(one.action, len(FIRST)))
    room = width + 2 - sum(cells(one) for one in keys if kept_always(one))
    kept = []
    for one in keys:
        if kept_always(one):
            kept.append(one)
        elif cells(one) <= room:
            room -= cells(one)
            kept.append(one)
    return kept


def kept_always(one: Shown) -> bool:
    """Whether a key stays when there is no room for all."""
    return one.back or one.action in KEPT


def cells(one: Shown) -> int:
    """The room a key takes, with the gap after it."""
    return one.content().cell_length + 2


class KeyLine(Plain):
    """The keys of the screen it stands on."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; width: 1fr; padding: 0 1; background: $panel; }
    KeyLine { link-style: none; link-color: $foreground; link-style-hover: bold; }
    KeyLine { link-background: $panel; link-background-hover: $primary 40%; }
    """

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        """Follow them no longer."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def on_resize(self, event: Resize) -> None:
        """Fit the keys to another width."""
        self._changed(self.screen)

    def _changed(self, screen: Screen[object]) -> None:
        width = self.content_size.width
        if screen is self.screen and width:
            keys = fitting(shown_keys(screen), width)
            self.show(joined(*[one.content() for one in keys], between="  "))
