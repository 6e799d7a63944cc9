"""Commands about seats that are silent: warnings, what stands in for an order, standing intentions."""

from __future__ import annotations

from typing import Literal

from wargame.game.changes import OrderText
from wargame.game.records import dataclass


@dataclass(slots=True)
class WarnSilent:
    """Warn the seats whose orders are missing (none named: all of them): they have so many minutes."""

    seats: list[str]
    minutes: int = 2


@dataclass(slots=True)
class StandIn:
    """Let something stand in for a seat's missing order (no seat: for each that is missing).

    No `way`: as the session's pace has it. `playbook` names which; none: the seat's first.
    """

    seat: str = ""
    way: Literal["", "holds", "intention", "playbook"] = ""
    playbook: str = ""
    reason: str = ""


@dataclass(slots=True)
class NoteIntention:
    """Note an order to be used if the seat gives none."""

    seat: str
    order: OrderText


@dataclass(slots=True)
class WithdrawIntention:
    """Have no standing intention any more."""

    seat: str
