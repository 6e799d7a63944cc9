"""Steps of a script that know which command they are: a family each, beside those in `steps`."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from wargame.decks.fields import Part

if TYPE_CHECKING:
    from wargame.game.commands import Command
    from wargame.game.state import State


class Act(Part):
    """A step that is one command."""

    @abstractmethod
    def asked(self, state: State) -> tuple[str, Command]:
        """Who asks, and for what; `Refused` when the game has nothing of the name that is given."""
