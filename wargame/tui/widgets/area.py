"""A field for more words than a line holds. Apart, because Textual's editor is slow to load."""

from __future__ import annotations

from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from wargame.tui import keys
from wargame.tui.plain import literal, plain


def tidy(text: str) -> str:
    """The text cleaned line by line; its line ends stay."""
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(literal(line, lines=False) for line in lines)


class PlainArea(TextArea):
    """Words over several rows, growing with them; Enter goes on to the next field."""

    DEFAULT_CSS = """
    PlainArea { height: auto; max-height: 5; background: $surface; padding: 0; }
    PlainArea:focus { background: $panel; }
    PlainArea:nocolor { text-style: underline; }
    """
    BINDINGS = [
        keys.always("enter", "on", "Next field", footer=False),
        keys.always("up", "above", "Line or field above", footer=False),
        keys.always("down", "below", "Line or field below", footer=False),
    ]

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        limit: int = 600,
        id: str | None = None,  # noqa: A002 - as every widget calls it
        classes: str | None = None,
    ) -> None:
        """Begin with `text`; `limit` is the most characters it hands out."""
        super().__init__(
            tidy(text),
            placeholder=plain(placeholder, lines=False),
            compact=True,
            highlight_cursor_line=False,
            id=id,
            classes=classes,
        )
        self.limit = limit

    @property
    def words(self) -> str:
        """What was written, without blanks at the ends."""
        return self.text.strip()[: self.limit]

    @words.setter
    def words(self, text: str) -> None:
        """Write something else."""
        self.load_text(text)

    def load_text(self, text: str) -> None:
        """Put another text there, cleaned."""
        super().load_text(tidy(text))

    def edit(self, edit: Edit) -> EditResult:
        """Take a change, typed or pasted, cleaned."""
        edit.text = tidy(edit.text)
        return super().edit(edit)

    def action_on(self) -> None:
        """Go to the next field."""
        self.app.action_focus_next()

    def action_above(self) -> None:
        """Go up a row, or to the field before this one."""
        if self.navigator.is_first_wrapped_line(self.cursor_location):
            self.app.action_focus_previous()
        else:
            self.action_cursor_up()

    def action_below(self) -> None:
        """Go down a row, or to the field after this one."""
        if self.navigator.is_last_wrapped_line(self.cursor_location):
            self.app.action_focus_next()
        else:
            self.action_cursor_down()
