"""How long each seat's orders lie on the table, from the moments of the entries. A rewind gives no time back."""

from __future__ import annotations

from dataclasses import field

from wargame.game.events import Event, Forked, TimerPaused
from wargame.game.moments import between
from wargame.game.records import dataclass
from wargame.game.state import State


@dataclass(slots=True)
class Spent:
    """Stretches of time as (entry that ended it, seat, milliseconds); no pause counts."""

    stretches: list[tuple[int, str, int]] = field(default_factory=list)
    _seat: str = ""
    _last: str = ""
    _paused: bool = False

    def take(self, n: int, event: Event, at: str, state: State) -> None:
        """Take in entry `n` and the moment it was written; `state` is the one after it.

        Time goes from entry to entry, so that a clock set back costs no more than one such step. A
        pause for which nobody was there is written when it is over: it counts from when it began.
        """
        until = event.at if isinstance(event, TimerPaused) else at
        if self._seat and self._last and not self._paused and not isinstance(event, Forked):
            self.stretches.append((n, self._seat, max(0, between(self._last, until))))
        self._last, self._paused = at, bool(state.clock.paused)
        sealed = state.sealed.get(state.adjudication.order_id) if state.adjudication else None
        self._seat = sealed.seat if sealed else ""

    def seconds(self, n: int = -1) -> dict[str, int]:
        """Whole seconds by seat, up to entry `n` (-1: all)."""
        total: dict[str, int] = {}
        for place, seat, millis in self.stretches:
            if n < 0 or place <= n:
                total[seat] = total.get(seat, 0) + millis
        return {seat: (millis + 500) // 1000 for seat, millis in total.items()}
