"""The clock of a session as its entries tell it: which timer runs until when, pauses, the plan's finish.

It holds moments, never what is left. A rewind does not turn it back.
"""

from __future__ import annotations

from dataclasses import replace

from wargame.game.moments import MINUTE, between, moved
from wargame.game.pace import Stage
from wargame.game.records import dataclass

BEGINNING: tuple[Stage, ...] = ("event", "turn")
"""The stages whose timers start when a turn begins."""
NO_BREAK = MINUTE
"""Milliseconds; a break that ends before was begun by mistake, and the plan still has it to come."""


@dataclass(slots=True, frozen=True)
class Begun:
    """A stage of a turn that began at a moment."""

    turn: int
    stage: Stage
    at: str


@dataclass(slots=True, frozen=True)
class Pause:
    """The clock stood still from `began` to `ended` (empty: it still does); `rest`: the plan's break."""

    turn: int
    stage: Stage
    began: str
    ended: str = ""
    reason: str = ""
    rest: bool = False


@dataclass(slots=True, frozen=True)
class Clock:
    """The timer of `stage` in `turn` runs `until`; that of the whole turn `turn_until`. Empty: there is none.

    `paused` is since when everything stands still, `rest_until` when a break should be over, `due`
    when the session should end by its plan.
    """

    stage: Stage = "setup"
    turn: int = 0
    until: str = ""
    turn_until: str = ""
    paused: str = ""
    rest_until: str = ""
    due: str = ""
    begun: tuple[Begun, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def rested(self) -> bool:
        """Whether the break of the plan was taken, or is; one that ended at once was a mistake."""
        return any(
            one.rest and (not one.ended or between(one.began, one.ended) >= MINUTE)
            for one in self.pauses
        )

    @property
    def undone(self) -> bool:
        """Whether nothing but the event of turn 1 was ever timed: the plan begins anew when that does."""
        return bool(self.begun) and all(
            one.turn == 1 and one.stage in BEGINNING for one in self.begun
        )

    def later(self, millis: int) -> Clock:
        """What runs, so much later; the plan's finish stays."""
        return replace(
            self, until=moved(self.until, millis), turn_until=moved(self.turn_until, millis)
        )


def set_back(clock: Clock, before: str, after: str) -> Clock:
    """The clock once the machine's was set back: everything keeps its distance from now."""
    millis = between(before, after)
    pauses = clock.pauses
    if clock.paused:
        pauses = (*pauses[:-1], replace(pauses[-1], began=moved(pauses[-1].began, millis)))
    return replace(
        clock.later(millis),
        paused=moved(clock.paused, millis),
        rest_until=moved(clock.rest_until, millis),
        due=moved(clock.due, millis),
        pauses=pauses,
    )
