"""Commands about what one seat alone is asked, and its reply."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class AskSeat:
    """Ask one seat something, in private."""

    seat: str
    text: str


@dataclass(slots=True)
class ReplyToQuestion:
    """Reply to the facilitator's question; a later reply replaces it in the view, both stay in the record."""

    question: str
    text: str
    person: str = ""
