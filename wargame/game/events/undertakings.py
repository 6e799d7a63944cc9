"""Entries about what lasts beyond one order: protections and projects."""

from __future__ import annotations

from wargame.game.names import Guarded
from wargame.game.records import dataclass


@dataclass(slots=True)
class ProtectionSet:
    """Something is protected from now on: -1 a level for whoever acts on it, but not for its owner.

    `thing` is the id of a seat, a track, a fact or a target of the menu. Level 0 ends it. `order_id`
    is the order that brought it about, if one did; `hidden`: only the owner and the facilitator know.
    """

    kind: Guarded
    thing: str
    level: int
    owner: str = ""
    reason: str = ""
    order_id: str = ""
    hidden: bool = False


@dataclass(slots=True)
class ProjectDeclared:
    """The order on the table is a stage of a project, which needs so many successes, at most one a turn."""

    order_id: str
    project: str
    seat: str
    name: str
    stages: int
    hidden: bool = False
