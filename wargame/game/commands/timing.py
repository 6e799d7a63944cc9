"""Commands about time: timers, pauses, the pace of the session, a jump to a later turn."""

from __future__ import annotations

from wargame.game.pace import Pace
from wargame.game.records import dataclass


@dataclass(slots=True)
class SetPace:
    """Let the session keep another pace from here on."""

    pace: Pace
    reason: str = ""


@dataclass(slots=True)
class SetTimer:
    """Set the timer of the stage the table is in, in minutes from now (0: no timer)."""

    minutes: int
    reason: str = ""


@dataclass(slots=True)
class PauseTimer:
    """Let the clock stand still. `rest`: this is the break of the plan."""

    reason: str = ""
    rest: bool = False


@dataclass(slots=True)
class ResumeTimer:
    """Let the clock go on."""


@dataclass(slots=True)
class ExtendTimer:
    """Give the timer more minutes (or fewer, below 0)."""

    minutes: int
    reason: str = ""


@dataclass(slots=True)
class JumpTo:
    """Go on with a later turn; what was dated for the turns between happens late, or not at all."""

    turn: int
    reason: str
    happen: bool = True
