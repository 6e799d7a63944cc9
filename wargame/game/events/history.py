"""Entries about the record itself: rewinds, forks and corrections. Nothing is ever erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Rewound:
    """The game stands again as it did after entry `to`; `branch` names the line that is left.

    Labels of chance, notes and corrections stay as they are.
    """

    to: int
    reason: str
    branch: str


@dataclass(slots=True)
class Forked:
    """From here on this is another game, with its own seed; `parent` is {session, n, head}."""

    session: str
    commitment: str
    secret: dict[str, str]
    parent: dict[str, Any]


@dataclass(slots=True)
class Corrected:
    """A text of entry `entry`, in `field` (a path such as `order.action`), reads `text` now. Both stay."""

    entry: int
    field: str
    text: str
    reason: str
