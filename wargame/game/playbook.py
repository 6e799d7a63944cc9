"""A playbook as the rules of a simulation see it: what one seat prefers, compiled.

A playbook knows the board as its seat sees it. In a simulation that is the board itself, because
nothing is compiled into a playbook that its seat may not see; at a table it is a `Seen` board.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from wargame.game.board import Amount, Board
from wargame.game.records import dataclass

HEAVIEST = 1_000_000
"""No weight counts as more than this."""
EVENLY = 50
"""Per cent: how often a choice between two falls on the one, when nothing is said."""


Weigh = Callable[[Board], list[int]]
"""The weight of every order of a seat's menu, in its order."""


class Seen(Board):
    """A board as one seat sees it: what is hidden is 0 or absent, and a derived track stands at its own place."""

    __slots__ = ()


@dataclass(slots=True, frozen=True)
class Line:
    """What a playbook says of one order, as long as `when` holds. Weights are from 0 to `HEAVIEST`.

    `targets` are the weights of the order's targets (empty: all alike), `covert` and `assets` the
    chances, per cent, that it is given in secret where that can be chosen, and that an asset goes
    with it. `again` allows it twice in a turn.
    """

    when: Amount | None
    weight: Amount
    targets: tuple[Amount, ...] = ()
    covert: Amount | None = None
    assets: Amount | None = None
    again: bool = False


@dataclass(slots=True, frozen=True)
class Answer:
    """What a playbook says of one dilemma, as long as `when` holds: the weight of each way out."""

    when: Amount | None
    weights: tuple[Amount, ...]


@dataclass(slots=True, frozen=True)
class Playbook:
    """One character of one seat.

    `weigh` gives the weight of every order of the seat's menu, in its order; `lines` says of an order
    what holds for it, the first line that holds; `hold` is the weight of giving no order.
    """

    id: str
    seat: str
    name: str
    text: str
    weigh: Weigh
    lines: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    hold: Amount | None = None
    assets: Amount | None = None
    answers: dict[str, tuple[Answer, ...]] = field(default_factory=dict)

    def line(self, order: str, board: Board) -> Line | None:
        """The line that holds for an order now."""
        for line in self.lines.get(order, ()):
            if line.when is None or line.when(board, -1):
                return line
        return None
