"""A screen over another one, that is left once: of two keys that come at once, the second leaves nothing more."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Result = TypeVar("Result")
"""What a screen hands back when it is dismissed."""


class Over(ModalScreen[Result]):
    """A question, a form or a list over the screen that asks."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Hand back a result, unless this was left already: Textual would then take away the screen below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
