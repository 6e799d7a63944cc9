"""Entries about injects: written, held or skipped, fired."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from wargame.game.changes import Push
from wargame.game.records import dataclass


@dataclass(slots=True)
class InjectWritten:
    """The facilitator wrote an inject on the spot; it is ready. `sees` is who will be told."""

    inject: str
    title: str
    text: str
    kind: Literal["event", "lasting", "asset"]
    sees: tuple[str, ...]
    pushes: list[Push] = field(default_factory=list)
    lasts: int = 0
    bonus: int = 0


@dataclass(slots=True)
class InjectMarked:
    """An inject is held back, skipped, or ready again."""

    inject: str
    mark: Literal["ready", "held", "skipped"]
    reason: str = ""


@dataclass(slots=True)
class InjectFired:
    """An inject was fired: by hand, by its date, or because its condition held.

    `sees` is who is told; `seat` is who must choose, or whose hand it goes to.
    """

    inject: str
    how: Literal["hand", "date", "condition"]
    sees: tuple[str, ...]
    seat: str = ""
    reason: str = ""
