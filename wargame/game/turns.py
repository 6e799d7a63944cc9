"""Phases and turns: the facilitator moves on when nothing is missing; the end, the hot wash, the close."""

from __future__ import annotations

from wargame.game import rehearsal
from wargame.game.cards import drain, refuse_what_waits
from wargame.game.commands import Advance, CloseSession, EndGame, GiveAnswer, PlayOn, Vote
from wargame.game.events import AnswerGiven, PhaseBegun, PlayedOn, SessionClosed, VoteCast
from wargame.game.names import FACILITATOR, TURN_PHASES, Phase
from wargame.game.orders import given, seat_name, seat_of
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.seating import (
    AS_OBSERVER,
    OBSERVER,
    insist_on_person,
    seated_in,
    speaks_for,
)
from wargame.game.silence import silent
from wargame.game.state import State

AFTERMATH = 2
"""How many turns are played on after an ending, at least."""


def waits_for(state: State, seat: str) -> bool:
    """Whether the table waits for a seat: a choice of its own, or an order while orders are open."""
    if seat in state.dilemmas.values():
        return True
    in_hand = sum(one.seat == seat for one in given(state))
    return state.phase == "orders" and in_hand < state.scenario.seat(seat).orders


def advance(play: Play, command: Advance) -> None:
    """Move to the next phase, and do what it does by itself."""
    state = play.state
    if command.leaving != state.phase:
        raise Refused("phase_moved_on", f"The table is in {state.phase} already.")
    if state.rehearsal and state.phase == "adjudicate" and not state.queue:
        rehearsal.leave(play)
        return
    phase, turn = _next(state, command.holds)
    play.emit(PhaseBegun(phase, turn))
    drain(play)


def _next(state: State, holds: bool) -> tuple[Phase, int]:
    """The phase and turn that come next, or a refusal that says what is missing."""
    turn = state.board.turn
    refuse_what_waits(state)
    match state.phase:
        case "setup":
            return "event", 1
        case "orders" if not holds and (missing := silent(state)):
            names = ", ".join(seat_name(state, seat) for seat in missing)
            raise Refused(
                "orders_missing", f"No order yet from {names}. Wait, or close: they hold."
            )
        case "adjudicate" if state.queue:
            raise Refused(
                "orders_to_judge", f"{len(state.queue)} of this turn's orders wait for a ruling."
            )
        case "wrap":
            if state.ending or turn >= state.board.turns:
                return "hotwash", turn
            return "event", turn + 1
        case "hotwash" | "closed":
            raise Refused("game_over", "The last turn has been played; close the session.")
        case _:
            return TURN_PHASES[TURN_PHASES.index(state.phase) + 1], turn


def end_game(play: Play, command: EndGame) -> None:
    """Go to the hot wash now, whatever turn it is."""
    state = play.state
    rehearsal.refuse_in_rehearsal(state)
    if state.phase in ("hotwash", "closed"):
        raise Refused("game_over", "The hot wash has begun already.")
    if state.phase == "setup":
        raise Refused("not_begun", "Nothing has been played yet; close the session instead.")
    play.emit(PhaseBegun("hotwash", state.board.turn))
    drain(play)


def play_on(play: Play, command: PlayOn) -> None:
    """Play on after an ending, for at least two turns."""
    state = play.state
    if not state.ending or state.phase != "wrap":
        raise Refused("no_ending", "No ending has been reached at the end of this turn.")
    turns = max(state.board.turns, state.board.turn + AFTERMATH)
    play.emit(PlayedOn(state.ending, turns))


def give_answer(play: Play, by: str, command: GiveAnswer) -> None:
    """Keep an answer of the hot wash."""
    state = play.state
    if state.phase != "hotwash":
        raise Refused("not_hot_wash", "Answers belong to the hot wash, after the last turn.")
    if command.seat == OBSERVER:
        if by != FACILITATOR and by != f"{AS_OBSERVER}{command.person}":
            raise Refused("not_your_seat", "An observer answers under their own name.")
    elif command.seat != FACILITATOR:
        seat_of(state, by, command.seat)
    elif by != FACILITATOR:
        raise Refused("not_your_seat", "Only the facilitator answers as the facilitator.")
    insist_on_person(state, command.seat, command.person)
    text = clean(command.text, 2000).strip()
    question = clean(command.question, 300).strip()
    if not text or not question:
        raise Refused("no_text", "Write the answer.")
    play.emit(AnswerGiven(question, command.seat, text, clean(command.person, 40)))


def vote(play: Play, by: str, command: Vote) -> None:
    """Keep a vote on who won: one a person, and one for a seat that has nobody named. A later one replaces it."""
    state = play.state
    if state.phase != "hotwash":
        raise Refused("not_hot_wash", "The vote belongs to the hot wash, after the last turn.")
    person = state.people.get(command.voter)
    seat = person.seat if person else command.voter
    if person is None:
        seat_of(state, by, seat)
    elif not seat:
        raise Refused("away", f"{person.name} has left the table.")
    elif not speaks_for(state, by, person.id):
        raise Refused(
            "not_your_seat", "Only the person's seat or the facilitator may vote for them."
        )
    if command.seat not in [one.id for one in state.scenario.seats]:
        raise Refused("no_such_seat", "Vote for one of the seats.")
    if person is None and seated_in(state, seat):
        raise Refused("people_vote", "Somebody is named in that seat: its people vote, each once.")
    if person is None and seat in state.playbooks:
        raise Refused("plays_by_itself", "That seat plays by itself: nobody in it could vote.")
    play.emit(VoteCast(command.voter, command.seat))


def close_session(play: Play, command: CloseSession) -> None:
    """End the game and reveal the seed."""
    rehearsal.refuse_in_rehearsal(play.state)
    play.emit(SessionClosed(play.state.seed.hex()))
