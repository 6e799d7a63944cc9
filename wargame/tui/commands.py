"""The command palette: everything that a key of the screen does, to be found by its words."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from wargame.tui.plain import joined, plain
from wargame.tui.screens.help import KeyRow, key_rows


class Commands(Provider):
    """What the screen in front offers now. Words are matched, never read as markup."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for row in key_rows(self.screen):
            yield DiscoveryHit(_shown(row), partial(self._do, row), row.words)

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for row in key_rows(self.screen):
            score = matcher.match(row.words)
            if score > 0:
                yield Hit(score, _shown(row), partial(self._do, row), row.words)

    async def _do(self, row: KeyRow) -> None:
        """Do what the key does."""
        await self.app.run_action(row.action, row.node)


def _shown(row: KeyRow) -> Content:
    return joined(row.words, plain(f"  {row.keys}", "dim"))
