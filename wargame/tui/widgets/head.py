"""What stands at the top of every screen: the exercise banner, where things stand, and trouble."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from wargame.tui.plain import Plain, Shown, plain


class Banner(Plain):
    """The exercise banner: in the middle, reversed, on two lines at most; no room is taken where there is none."""

    DEFAULT_CSS = """
    Banner { height: auto; max-height: 2; text-align: center; text-style: bold reverse; }
    """

    def __init__(self, words: str = "", *, id: str | None = None) -> None:  # noqa: A002
        """Show these words."""
        super().__init__(plain(words, lines=False), id=id)
        self.display = bool(words)

    def hoist(self, words: str) -> None:
        """Show other words."""
        self.show(plain(words, lines=False))
        self.display = bool(words)


class Head(Vertical):
    """The exercise banner (when there is one), a line of status, and the save's trouble (when it has any)."""

    DEFAULT_CSS = """
    Head { height: auto; dock: top; }
    Head Plain { width: 1fr; }
    Head #status { height: 1; background: $panel; padding: 0 1; }
    Head #trouble { height: auto; padding: 0 1; display: none; }
    Head #trouble { background: $error; color: $background; text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        """One line above the other."""
        yield Banner(id="exercise")
        yield Plain(id="status")
        yield Plain(id="trouble")

    def show(self, banner: str, status: Shown, trouble: str) -> None:
        """Show these; `banner` and `trouble` take no room when they are empty."""
        self.query_one(Banner).hoist(banner)
        self.query_one("#status", Plain).show(plain(status, lines=False))
        sign = self.query_one("#trouble", Plain)
        sign.show(trouble)
        sign.display = bool(trouble)
