"""A widget that shows one part of a view, and is drawn anew only when that part has changed."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.content import Content
from textual.events import Resize

from wargame.tui.plain import Plain

Shape = TypeVar("Shape")


class Part(Plain, Generic[Shape]):
    """Shows a part of a view. A subclass says in `written` how the part reads at a width."""

    def __init__(self, name: str = "", classes: str | None = None) -> None:
        """Show nothing yet. `name` is the id in the style sheet."""
        super().__init__(id=name or None, classes=classes)
        self._part: Shape | None = None
        self._wide = 0

    def written(self, part: Shape, width: int) -> Content:
        """How the part reads in `width` cells."""
        raise NotImplementedError

    def feed(self, part: Shape | None) -> None:
        """Show this part (None: nothing, and take no room); nothing happens when it is already shown."""
        if part == self._part:
            return
        self._part = part
        self._write()

    def on_resize(self, event: Resize) -> None:
        """Write it anew for another width."""
        if self.content_size.width != self._wide:
            self._wide = self.content_size.width
            self._write()

    def _write(self) -> None:
        if self._wide:
            content = Content("") if self._part is None else self.written(self._part, self._wide)
            self.show(content)
            self.display = bool(content.plain)
