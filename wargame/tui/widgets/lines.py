"""Lines cut to the width of the screen, in cells: wide letters of other scripts take two."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from wargame.tui.plain import Shown, joined, literal, plain


def fitted(text: str, width: int) -> str:
    """The text in exactly `width` cells, cut with a sign or filled with blanks; one line."""
    core = literal(text, lines=False)
    if cell_len(core) > width:
        return set_cell_size(core, max(0, width - 1)) + "…" if width > 0 else ""
    return set_cell_size(core, width)


def signed(number: int) -> str:
    """A step with its sign; nothing for none."""
    return f"{number:+d}" if number else ""


def heading(text: str, width: int = 0) -> Content:
    """A heading; with a width it is ruled to the edge."""
    name = plain(text, "bold", lines=False)
    rest = width - cell_len(name.plain) - 1
    return joined(name, plain(" " + "-" * rest, "dim")) if rest > 2 else name


def edges(left: Content, right: Content, width: int) -> Content:
    """One line with something at either edge; the left gives way."""
    room = max(0, width - cell_len(right.plain) - (1 if right.plain else 0))
    if cell_len(left.plain) > room:
        left = left.truncate(room, ellipsis=True)
    gap = width - cell_len(left.plain) - cell_len(right.plain)
    return joined(left, Content(" " * max(0, gap)), right)


def hanging(text: Shown, width: int, lead: Shown = "", *, style: str = "") -> list[Content]:
    """A text wrapped to `width`, `lead` before its first line and as many blanks before the others."""
    first = plain(lead)
    room = max(1, width - first.cell_length)
    lines = [line for one in plain(text, style).split() for line in one.wrap(room)]
    blank = " " * first.cell_length
    return [joined(first if place == 0 else blank, line) for place, line in enumerate(lines)]
