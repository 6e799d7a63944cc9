"""Commands about how an order is heard: in the spotlight, with factors by hand, with an appeal."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class SetSpotlight:
    """Argue this order in full; the others of the turn are judged quickly."""

    order_id: str


@dataclass(slots=True)
class GrantFactor:
    """Grant the order on the table a modifier by hand, -3 to +3, with its reason."""

    order_id: str
    by: int
    why: str
    source: str = ""


@dataclass(slots=True)
class OpenAppeal:
    """Let anybody appeal before the ruling, for so many seconds."""

    order_id: str
    seconds: int = 60
