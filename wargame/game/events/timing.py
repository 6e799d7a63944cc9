"""Entries about time: timers, pauses, the pace of the session, turns passed over.

Moments are UTC stamps as entries have them; an entry says until when, never how much is left.
"""

from __future__ import annotations

from dataclasses import field

from wargame.game.pace import Pace, Stage
from wargame.game.records import dataclass


@dataclass(slots=True)
class PaceSet:
    """From here on the session keeps another pace; `at` is when, for its plan is reckoned from there."""

    pace: Pace
    at: str = ""
    reason: str = ""


@dataclass(slots=True)
class TimerStarted:
    """A stage began, and its timer with it."""

    stage: Stage
    turn: int
    began: str
    until: str


@dataclass(slots=True)
class TimerSet:
    """The facilitator set the timer of a stage by hand; `until` empty: there is none any more."""

    stage: Stage
    turn: int
    began: str
    until: str
    reason: str = ""


@dataclass(slots=True)
class TimerPaused:
    """The clock stands still from `at` on; `until` is when a break of the plan should be over (else empty)."""

    at: str
    reason: str = ""
    until: str = ""


@dataclass(slots=True)
class TimerResumed:
    """The clock goes on at `at`; the timer now runs `until` (empty when there is none).

    `away`: nobody was at the table in between, and the plan's finish is as much later.
    """

    at: str
    until: str
    away: bool = False


@dataclass(slots=True)
class TimerExtended:
    """The timer was given more minutes (or fewer, below 0)."""

    minutes: int
    until: str
    reason: str = ""


@dataclass(slots=True)
class ClockSetBack:
    """The machine's clock was set back: what was `before` is `after` now, and what runs was moved with it."""

    before: str
    after: str


@dataclass(slots=True)
class TurnsPassed:
    """The calendar goes from the end of turn `turn` to turn `to`; the turns between are not played.

    `cards`, `effects` and `injects` were dated for those turns: they happen late (`happen`), or not at all.
    """

    turn: int
    to: int
    reason: str
    happen: bool = True
    cards: list[str] = field(default_factory=list)
    effects: list[str] = field(default_factory=list)
    injects: list[str] = field(default_factory=list)
