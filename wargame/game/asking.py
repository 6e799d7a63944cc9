"""One seat addressed in private: a question to it alone, and a reply that only the facilitator reads."""

from __future__ import annotations

from wargame.game.commands import AskSeat, ReplyToQuestion
from wargame.game.events import SeatAsked, SeatReplied
from wargame.game.names import FACILITATOR
from wargame.game.orders import seat_of
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.seating import insist_on_person

LONGEST = 2000


def ask_seat(play: Play, command: AskSeat) -> None:
    """Ask a seat something; nobody else hears of it."""
    state = play.state
    seat = seat_of(state, FACILITATOR, command.seat)
    text = clean(command.text, LONGEST).strip()
    if not text:
        raise Refused("no_text", "Write the question.")
    question = play.unused("q", state.asked)
    play.emit(SeatAsked(question, seat.id, text))


def reply_to_question(play: Play, by: str, command: ReplyToQuestion) -> None:
    """Keep a seat's reply."""
    asked = play.state.asked.get(command.question)
    if asked is None or by not in (asked.seat, FACILITATOR):
        raise Refused("no_such_question", "There is no such question to this seat.")
    text = clean(command.text, LONGEST).strip()
    if not text:
        raise Refused("no_text", "Write the reply.")
    person = clean(command.person, 40)
    insist_on_person(play.state, asked.seat, person)
    play.emit(SeatReplied(command.question, asked.seat, text, person))
