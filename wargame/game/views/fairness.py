"""How even-handed the facilitator has been, in numbers, seat by seat."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class LedgerView:
    """What came of one seat's orders so far.

    `ruled` orders, of which `won` succeeded; `odds` their mean chance in basis points (-1: nothing
    was thrown); `factors` the sum of what the board gave them; `cons` arguments against them;
    `strong` and `set_aside` arguments of either side that were so counted; `edited` results that were
    changed; `seconds` that they lay on the table.
    """

    seat: str
    ruled: int = 0
    won: int = 0
    odds: int = -1
    factors: int = 0
    cons: int = 0
    strong: int = 0
    set_aside: int = 0
    edited: int = 0
    seconds: int = 0
