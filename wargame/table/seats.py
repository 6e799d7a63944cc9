"""The local link: a seat's line to a table in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wargame.game.commands import Command, SetPhrase
from wargame.game.seating import observer
from wargame.game.views import View
from wargame.saves.errors import SaveError
from wargame.table import phrases
from wargame.table.link import Changed
from wargame.table.table import Table


class LocalLink:
    """A link to a table in this process."""

    def __init__(self, table: Table, who: str) -> None:
        """Connect `who` (a seat's id, `facilitator`, `public` or `observer:<id>`) to the table."""
        self.who = who
        self._table = table

    def view(self, person: str = "") -> View:
        """What `who` may see now; `person` is who of a seat looks."""
        return self._table.view(self.who, person)

    def trouble(self) -> str:
        """Why the table takes nothing at the moment; empty when all is well."""
        return self._table.trouble()

    async def ask(self, command: Command) -> None:
        """Ask for something; `Refused` says why not."""
        self._table.ask(self.who, command)

    def on_change(self, changed: Changed) -> Callable[[], None]:
        """Call `changed` after every change; what comes back ends that."""
        return self._table.on_change(changed)

    def opens(self, phrase: str, person: str = "") -> bool:
        """Whether the phrase opens this view: a person's own where there is one, else the seat's, else any."""
        known = self._table.state.phrases
        kept = known.get(person or observer(self.who)) or known.get(self.who)
        return kept is None or phrases.matches(phrase, *kept)

    async def set_phrase(self, phrase: str, person: str = "") -> None:
        """Set the pass phrase of this seat, or of a person in it; an empty one removes it."""
        salt, digest = phrases.digest_of(phrase) if phrase else ("", "")
        whose = person or observer(self.who) or self.who
        self._table.ask(self.who, SetPhrase(whose, salt, digest))


class LocalKeeper:
    """What the facilitator can do when this table cannot write its save."""

    def __init__(self, table: Table) -> None:
        """Look after this table's log."""
        self._table = table

    def retry(self) -> str:
        """Try to write again; why it still fails, or empty when all is well."""
        try:
            self._table.log.recover()
        except SaveError as error:
            return str(error)
        self._go_on()
        return ""

    def in_memory(self) -> None:
        """Go on without writing."""
        self._table.log.go_on_in_memory()
        self._go_on()

    def save_elsewhere(self, path: str) -> str:
        """Write the whole save to another file and go on there; why that fails, or empty."""
        try:
            self._table.log.save_elsewhere(Path(path))
        except (SaveError, OSError) as error:
            return str(error)
        self._go_on()
        return ""

    def _go_on(self) -> None:
        """Do what could not be done meanwhile, and tell everyone."""
        self._table.finish()
        self._table.tell()

    def unsaved(self) -> int:
        """How many entries are kept in memory only."""
        return self._table.log.unsaved


class Links(dict[str, LocalLink]):
    """A link for every seat, the facilitator and the public screen; an observer's is made when it is asked for."""

    def __init__(self, table: Table) -> None:
        """Connect everybody who has a place at this table."""
        seats = [seat.id for seat in table.state.scenario.seats]
        super().__init__((who, LocalLink(table, who)) for who in [*seats, "facilitator", "public"])
        self._table = table

    def __missing__(self, who: str) -> LocalLink:
        """The link of an observer."""
        if not observer(who):
            raise KeyError(who)
        self[who] = LocalLink(self._table, who)
        return self[who]


def links(table: Table) -> Links:
    """A link for everybody at the table."""
    return Links(table)
