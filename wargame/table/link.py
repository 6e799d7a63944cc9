"""A link is a seat's line to the table: it shows a view and takes commands.

Screens, web pages and playbooks all use a link; whether the table is in this process or
elsewhere makes no difference to them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wargame.game.commands import Command
from wargame.game.views import View

Changed = Callable[[], None]
"""Called after the table has changed; it should note that and return at once."""


class Link(Protocol):
    """What a screen knows of a table. `who` is a seat's id, `facilitator`, `public` or `observer:<id>`."""

    who: str

    def view(self, person: str = "") -> View:
        """What `who` may see now; `person` is who of a seat looks."""

    def trouble(self) -> str:
        """Why the table takes nothing at the moment, for a person; empty when all is well."""

    async def ask(self, command: Command) -> None:
        """Ask for something; `Refused` says why not, with a stable code."""

    def on_change(self, changed: Changed) -> Callable[[], None]:
        """Call `changed` after every change; what comes back ends that."""

    def opens(self, phrase: str, person: str = "") -> bool:
        """Whether the phrase opens this view on a shared screen (any does when none is set).

        A person's own phrase comes before the seat's.
        """

    async def set_phrase(self, phrase: str, person: str = "") -> None:
        """Set the pass phrase of this seat, or of a person in it; an empty one removes it."""


class Keeper(Protocol):
    """What the facilitator can do when the table cannot write its save."""

    def retry(self) -> str:
        """Try to write again; why it still fails, or empty when all is well."""

    def in_memory(self) -> None:
        """Go on without writing: everything since then is lost with this process."""

    def save_elsewhere(self, path: str) -> str:
        """Write the whole save to another file and go on there; why that fails, or empty."""

    def unsaved(self) -> int:
        """How many entries are kept in memory only."""
