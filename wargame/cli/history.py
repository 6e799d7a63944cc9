"""The record of a game that is being played: looked back on, and branched from."""

from __future__ import annotations

from wargame.game.refusals import Refused
from wargame.reports.timeline import Timeline
from wargame.saves.entry import Entry
from wargame.saves.errors import SaveError
from wargame.saves.forking import fork
from wargame.saves.shelf import Shelf
from wargame.table.table import Table


class LocalHistory:
    """The record of a table in this process. What was read before is kept and added to."""

    def __init__(self, table: Table) -> None:
        """Look back on this table's log."""
        self._table = table
        self._timeline: Timeline | None = None

    def timeline(self) -> Timeline:
        """Every entry so far, with the game as it stood after each."""
        log, known = self._table.log, self._timeline
        if known is None or known.moments[-1].entry.hash != log.head:
            reading = log.so_far()
            if known is not None and self._begins_with(reading.entries, known):
                known.grow(reading)
            else:
                self._timeline = known = Timeline(reading)
        return known

    @staticmethod
    def _begins_with(entries: list[Entry], known: Timeline) -> bool:
        """Whether the entries go on from those that are known."""
        last = len(known) - 1
        return len(entries) > last and entries[last].hash == known.moments[last].entry.hash

    def fork(self, at: int, session: str) -> str:
        """Make another game of this one's entries up to `at`; where it is kept."""
        log = self._table.log
        try:
            path = Shelf(log.path.parent).path(session)
            fork(log.so_far(), at, path).close()
        except SaveError as error:
            raise Refused("unusable", str(error)) from error
        return str(path)
