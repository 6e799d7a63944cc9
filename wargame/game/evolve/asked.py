"""What a private question and its reply do to the state."""

from __future__ import annotations

from dataclasses import replace

from wargame.game.events import SeatAsked, SeatReplied
from wargame.game.state import Question, State


def seat_asked(state: State, event: SeatAsked) -> None:
    """It waits for a reply."""
    state.asked[event.question] = Question(event.question, event.seat, state.board.turn, event.text)


def seat_replied(state: State, event: SeatReplied) -> None:
    """The seat has replied."""
    asked = state.asked[event.question]
    state.asked[event.question] = replace(asked, reply=event.text, person=event.person)
