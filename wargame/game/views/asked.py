"""What one seat alone was asked, with its reply."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class AskedView:
    """A private question; `reply` is empty while there is none."""

    question: str
    seat: str
    turn: int
    text: str
    reply: str
    person: str
