"""Text on the screen: cleaned when it is drawn, and never read as markup.

Textual reads `[...]` in most strings as markup, fails on what it cannot parse, and hands escape
sequences on to the terminal. So no string from a person or a file goes to a widget as it is:
`plain` makes it literal content, `Plain` shows it, `cell` fits it into a table, `choice` into a
list of options. `SafeLines` is the last door: whatever slipped past them is cleaned there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from rich.segment import Segment
from textual.content import Content
from textual.filter import LineFilter
from textual.widgets import Static

from wargame.game.plain_text import clean

if TYPE_CHECKING:
    from rich.text import Text
    from textual.color import Color
    from textual.widget import Widget
    from textual.widgets.option_list import Option

Shown: TypeAlias = "str | Content"
"""What the widgets here take: a string from anywhere, or content made by `plain` and `joined`."""


def literal(text: str, *, lines: bool = True) -> str:
    """The text cleaned, with the blanks at its ends kept (a reader's indent, a cursor's place)."""
    core = clean(text, lines=lines)
    if not core:
        return " " * len(text) if not text.strip(" ") else ""
    ahead = len(text) - len(text.lstrip(" "))
    behind = len(text) - len(text.rstrip(" "))
    return " " * ahead + core.strip(" ") + " " * behind


def plain(text: Shown, style: str = "", *, lines: bool = True) -> Content:
    """Literal content: cleaned, no markup read, `style` (such as `bold` or `$warning`) over all of it.

    `lines` false makes one line of it. Content is passed through, with the style over it.
    """
    content = text if isinstance(text, Content) else Content(literal(text, lines=lines))
    return content.stylize(style) if style else content


def joined(*parts: Shown, between: str = "") -> Content:
    """Parts one after the other, strings made plain; empty ones are left out."""
    return Content(between).join([one for one in map(plain, parts) if one.plain])


def stacked(parts: Iterable[Shown]) -> Content:
    """Parts one below the other, empty ones kept as empty lines."""
    return Content("\n").join([plain(one) for one in parts])


def cell(text: Shown, style: str = "") -> Text:
    """A cell of a `DataTable`, whose strings would be read as markup."""
    from rich.text import Text

    return Text(plain(text, lines=False).plain, style=style, no_wrap=True, end="")


def choice(text: Shown, key: str | None = None, *, disabled: bool = False) -> Option:
    """An option of an `OptionList`, whose strings would be read as markup."""
    from textual.widgets.option_list import Option

    return Option(plain(text), id=key, disabled=disabled)


def entitled(widget: Widget, title: Shown, subtitle: Shown = "") -> None:
    """Set a widget's border titles, whose strings would be read as markup."""
    # The setters take Content; their annotation, which is the getter's, knows only strings.
    setattr(widget, "border_title", plain(title, lines=False))  # noqa: B010
    setattr(widget, "border_subtitle", plain(subtitle, lines=False))  # noqa: B010


class Plain(Static):
    """A `Static` that cleans its text and never reads markup."""

    def __init__(
        self,
        text: Shown = "",
        *,
        id: str | None = None,  # noqa: A002 - as every widget calls it
        classes: str | None = None,
    ) -> None:
        """Show `text` literally; `id` and `classes` are the style sheet's."""
        super().__init__(plain(text), markup=False, id=id, classes=classes)

    def show(self, text: Shown) -> None:
        """Show another text; nothing is drawn anew when it is the same."""
        content = plain(text)
        if content != self.content or content.spans != getattr(self.content, "spans", None):
            self.update(content)

    @property
    def shown(self) -> str:
        """The characters shown, for tests and for reading aloud."""
        return str(self.content)


class SafeLines(LineFilter):
    """Cleans every line on its way to the terminal; what was made plain passes unchanged."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, those with hidden or obeyed characters replaced."""
        if all(one.text.isprintable() for one in segments):
            return segments
        return [
            one if one.text.isprintable() else Segment(literal(one.text), one.style, one.control)
            for one in segments
        ]
