"""The entries that frame every game of a scenario: all but a few words of them is the same each time."""

from __future__ import annotations

from wargame.analysis.logs.lines import SESSION, text_of
from wargame.analysis.logs.patterns import inside, template
from wargame.game.board import Board
from wargame.game.events import DeckShuffled, ObjectivesRead, OrderDrawn, SessionClosed
from wargame.game.fusing import Lazily
from wargame.game.names import FACILITATOR, TABLE
from wargame.game.prepared import Prepared

LABEL = f"{SESSION}/counter/{inside('used')}"
"""The label of what is thrown with the word of this number."""


class Frame:
    """The entries of one scenario and setup: functions of the words used so far, and of the seed.

    `revealed` are the entries of revealed orders, by the turn and the orders' ids.
    """

    def __init__(self, ready: Prepared) -> None:
        """For this scenario and setup."""
        self.ready = ready
        self.shuffled = {
            deck: template(TABLE, DeckShuffled(deck, "", list(cards)), "used", label=LABEL)
            for deck, cards in ready.shuffled
        }
        self.first = template(TABLE, OrderDrawn("", list(ready.seats)), "used", label=LABEL)
        self.closed = template(FACILITATOR, SessionClosed(""), "seed", seed=inside("seed"))
        self.revealed: dict[tuple[int | str, ...], str] = {}
        self._objectives = Lazily(self._read)
        self._whens = [one.when for seat in ready.scenario.seats for one in seat.objectives]

    def objectives(self, board: Board) -> str:
        """What the board says of every objective."""
        text: str = self._objectives[tuple(bool(when(board, -1)) for when in self._whens)]
        return text

    def _read(self, held: tuple[bool, ...]) -> str:
        left = iter(held)
        seats = self.ready.scenario.seats
        read = {seat.id: {one.id: next(left) for one in seat.objectives} for seat in seats}
        return text_of(TABLE, ObjectivesRead(read))


def frame_of(ready: Prepared) -> Frame:
    """The frame of a scenario, made for its first game."""
    if "frame" not in ready.made:
        ready.made["frame"] = Frame(ready)
    made: Frame = ready.made["frame"]
    return made
