"""Commands about injects: fired, held, skipped, written on the spot."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from wargame.game.changes import Push
from wargame.game.records import dataclass

Mark = Literal["ready", "held", "skipped"]
"""How an inject that was not fired stands."""


Kind = Literal["event", "lasting", "asset"]
"""What an inject written on the spot can be."""


@dataclass(slots=True)
class FireInject:
    """Fire an inject that was prepared or written.

    `to` is who is told: seats, or `public`, or `facilitator` (empty: as prepared). `seat` is who must
    choose, or whose hand it is put into, to argue with. `reason` is needed where a seat has had
    as many injects as the session allows.
    """

    inject: str
    to: list[str] = field(default_factory=list)
    seat: str = ""
    reason: str = ""


@dataclass(slots=True)
class MarkInject:
    """Hold an inject back, skip it, or make it ready again; to hold or skip one needs a reason."""

    inject: str
    mark: Mark
    reason: str = ""


@dataclass(slots=True)
class WriteInject:
    """Write an inject on the spot, and keep it ready: `FireInject` fires it.

    An `event` acts at once, a `lasting` one in every wrap for `lasts` turns (0: for ever), an `asset`
    gives `bonus` to the order it goes with.
    """

    title: str
    text: str
    pushes: list[Push] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    kind: Kind = "event"
    lasts: int = 0
    bonus: int = 0
