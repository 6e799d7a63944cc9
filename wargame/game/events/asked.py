"""Entries about what one seat alone is asked, and its reply."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class SeatAsked:
    """The facilitator asked one seat something, in private."""

    question: str
    seat: str
    text: str


@dataclass(slots=True)
class SeatReplied:
    """The seat's reply, for the facilitator alone."""

    question: str
    seat: str
    text: str
    person: str = ""
