"""Which key does what, in one place.

Terminals keep F1 and F10 for themselves, and forms take letters: so what must always be in reach
has a function key or a control key, and F1 and F10 have a second one.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

HELP = "f1,question_mark"
NOTE = "f5"
SEAT = "f6"
TROUBLE = "f9"
MENU = "f10,ctrl+p"
QUIT = "ctrl+q"
BACK = "escape"
SAVE = "ctrl+s"
LOCK = "ctrl+l"
JOT = "ctrl+n"


def key(keys: str, action: str, text: str, *, shown: str = "", footer: bool = True) -> Binding:
    """A binding. `shown` is the key as people read it (else Textual's name); all keys are in the help."""
    return Binding(keys, action, text, show=footer, key_display=shown or None)


def always(keys: str, action: str, text: str, *, shown: str = "", footer: bool = True) -> Binding:
    """A binding that comes before what the focused field would make of the key."""
    return Binding(keys, action, text, show=footer, key_display=shown or None, priority=True)


SCROLLING: list[BindingType] = [
    key("up", "scroll(-1)", "Scroll up", footer=False),
    key("down", "scroll(1)", "Scroll down", footer=False),
    key("pageup", "scroll(-5)", "Page up", footer=False),
    key("pagedown", "scroll(5)", "Page down", footer=False),
]
"""The keys of a screen with a paper that can be longer than the screen."""

EVERYWHERE: list[BindingType] = [
    key(HELP, "help", "Help", shown="F1 ?"),
    key(MENU, "command_palette", "Menu", shown="F10 ^p"),
    always(QUIT, "leave", "Leave", footer=False),
    always(LOCK, "lock", "Lock the screen", footer=False),
    always(JOT, "jot", "A note, from any screen", footer=False),
]
"""The keys of every screen."""
