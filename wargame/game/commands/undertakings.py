"""Commands about what lasts beyond one order: protections and projects."""

from __future__ import annotations

from wargame.game.names import Guarded
from wargame.game.records import dataclass


@dataclass(slots=True)
class Protect:
    """Protect a seat, a track, a fact or a target of the menu, at level 1 to 3; 0 ends it.

    `owner` is the seat whose own orders it does not hinder. `order_id` is the successful order that
    brings it about; without one it needs its reason. A `hidden` one is known to its owner alone, and
    without an owner to nobody but the facilitator.
    """

    kind: Guarded
    thing: str
    level: int
    owner: str = ""
    reason: str = ""
    order_id: str = ""
    hidden: bool = False


@dataclass(slots=True)
class DeclareProject:
    """The free order on the table is a stage of a project: a new one, or one that its seat has begun."""

    order_id: str
    project: str
    name: str = ""
    stages: int = 3
