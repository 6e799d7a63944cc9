"""The ledger of even-handedness as a table: seat by seat, how its orders were treated."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from wargame.game.views import LedgerView, View
from wargame.tui.plain import plain, stacked
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.lines import fitted, hanging
from wargame.tui.widgets.part import Part

HEADS = ("orders", "won", "odds", "board", "against", "strong", "aside", "edited", "time")
WIDE = (7, 4, 6, 6, 8, 7, 6, 7, 7)
"""Cells of each column, beside the seats' names."""
NAME = 12
MEANING = (
    "Orders ruled on and won; the mean odds before the throws; what the board gave them; arguments "
    "against them; arguments counted strong, and set aside; results edited; time: minutes and "
    "seconds that its orders lay on the table, from opening to accepting, without pauses. Unequal "
    "numbers are not unfair by themselves: they say where to look."
)


class Ledger(Part[View]):
    """The ledger of a view."""

    def written(self, part: View, width: int) -> Content:
        """The table, then what its columns mean."""
        return stacked(ledger_lines(part, width))


def ledger_lines(view: View, width: int) -> Iterator[Content]:
    """The table line by line; nothing where the viewer has none."""
    if not view.ledger:
        return
    longest = max(len(seat_name(view, one.seat)) for one in view.ledger)
    name = max(NAME, min(longest + 1, width - sum(WIDE)))
    heads = "".join(f"{head:>{wide}}" for head, wide in zip(HEADS, WIDE, strict=True))
    yield plain("Seat".ljust(name) + heads, "dim")
    for one in view.ledger:
        cells = "".join(f"{cell:>{wide}}" for cell, wide in zip(_cells(one), WIDE, strict=True))
        yield plain(fitted(seat_name(view, one.seat), name) + cells)
    yield Content("")
    yield from hanging(plain(MEANING, "dim"), width)


def _cells(one: LedgerView) -> tuple[str, ...]:
    minutes, seconds = divmod(one.seconds, 60)
    return (
        str(one.ruled),
        str(one.won),
        f"{(one.odds + 50) // 100} %" if one.odds >= 0 else "-",
        f"{one.factors:+d}" if one.factors else "0",
        str(one.cons),
        str(one.strong),
        str(one.set_aside),
        str(one.edited),
        f"{minutes}:{seconds:02d}",
    )
