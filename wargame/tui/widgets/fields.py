"""Fields that take text: what is pasted into them or put there is cleaned before it is drawn."""

from __future__ import annotations

from textual.widgets import Input

from wargame.tui.plain import literal


class PlainInput(Input):
    """A line of text, one row high. Up and down go to the field before and after it, Enter to the next."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        password: bool = False,
        limit: int = 600,
        id: str | None = None,  # noqa: A002 - as every widget calls it
        classes: str | None = None,
    ) -> None:
        """Begin with `value`; `limit` is the most characters it takes."""
        super().__init__(
            literal(value, lines=False),
            placeholder=literal(placeholder, lines=False),
            password=password,
            max_length=limit,
            select_on_focus=False,
            compact=True,
            id=id,
            classes=classes,
        )

    def validate_value(self, value: str) -> str:
        """Keep out what a terminal would obey, however it came."""
        return value if value.isprintable() else literal(value, lines=False)
