"""Private questions and replies, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import SeatAsked, SeatReplied
from wargame.game.names import FACILITATOR
from wargame.reports.words import Words

Asked = SeatAsked | SeatReplied
"""What this module tells of."""


def asked_told(event: Asked, words: Words) -> str:
    """The entry as a sentence, for the seat and the facilitator; nothing for anybody else."""
    if words.who not in (event.seat, FACILITATOR):
        return ""
    match event:
        case SeatAsked():
            return f"{words.seat(event.seat)} is asked in private: {event.text}"
        case SeatReplied():
            by = f" ({words.person(event.person)})" if event.person else ""
            return f"{words.seat(event.seat)}{by} replies in private: {event.text}"
        case _:
            assert_never(event)
