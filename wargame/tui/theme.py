"""The colours, and what stands in for them where there are none.

Nothing is said by colour alone: every colour here goes with a word, a sign or a weight. With
`NO_COLOR` set the terminal's own two colours are used, and focus shows as reversed, bold or underlined.
"""

from __future__ import annotations

import os

from textual.theme import Theme

NAME = "wargame"

THEME = Theme(
    name=NAME,
    primary="#7aa2c8",
    secondary="#8fb08f",
    accent="#d9b36c",
    warning="#e0b050",
    error="#e07a6a",
    success="#8fbf7f",
    foreground="#e2e2dc",
    background="#14181c",
    surface="#1b2026",
    panel="#252b33",
    dark=True,
    variables={
        "footer-key-foreground": "#d9b36c",
        "footer-description-foreground": "#c8c8c0",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#7aa2c8 40%",
    },
)


def colourless() -> bool:
    """Whether the person asked for no colours (`NO_COLOR`, no-color.org: set and not empty)."""
    return bool(os.environ.get("NO_COLOR"))


def mark_style() -> str:
    """The style of the line that is marked in a list drawn by hand: that of the option lists."""
    if colourless():
        return "bold reverse"
    return "bold $block-cursor-foreground on $block-cursor-background"


SHEET = """
Screen { background: $background; color: $foreground; }
ModalScreen { background: $background 60%; }
OptionList > .option-list--option-highlighted { text-style: bold; }
OptionList:nocolor > .option-list--option-highlighted { text-style: underline; }
OptionList:nocolor:focus > .option-list--option-highlighted { text-style: bold underline; }
VerticalScroll { scrollbar-size-vertical: 1; }
.title { text-style: bold; color: $accent; }
.quiet { color: $text-muted; }
"""
"""Rules that hold on every screen; each screen and widget brings its own."""
