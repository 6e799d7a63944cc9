"""Time as it is shown: moments until which something runs, never how much is left."""

from __future__ import annotations

from dataclasses import field

from wargame.game.pace import Stage
from wargame.game.records import dataclass


@dataclass(slots=True)
class StageView:
    """A stage of a turn that began at a moment."""

    turn: int
    stage: Stage
    began: str


@dataclass(slots=True)
class PauseView:
    """The clock stood still from `began` to `ended` (empty: it still does)."""

    turn: int
    stage: Stage
    began: str
    ended: str
    reason: str
    rest: bool


@dataclass(slots=True)
class ClockView:
    """The timer of `stage` runs `until`, that of the whole turn `turn_until`; empty: there is none.

    `paused` is since when everything stands still (what is left counts from there), `rest_until` when
    a break should be over. `due` is when the session should end by its plan and `later` how many
    minutes that plans after this stage: the facilitator's alone, as `begun` and `pauses` are.
    """

    stage: Stage = "setup"
    until: str = ""
    turn_until: str = ""
    paused: str = ""
    rest_until: str = ""
    due: str = ""
    later: int = 0
    begun: list[StageView] = field(default_factory=list)
    pauses: list[PauseView] = field(default_factory=list)
