"""Talks: who talked with whom this turn, and what each side notes of it."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.game.commands import NoteTalk, OpenTalk
from wargame.game.events import TalkNoted, TalkOpened
from wargame.game.moments import later
from wargame.game.names import FACILITATOR
from wargame.game.orders import seat_of
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.seating import insist_on_person, seats_of
from wargame.game.state import State

LONGEST = 600
TALKING = ("event", "talks", "orders", "reveal", "adjudicate", "wrap")
"""The phases in which talks of the turn can be opened and noted."""


def talk_id(turn: int, seats: Iterable[str]) -> str:
    """The name of a talk: who talks, in which turn. It tells nothing of other talks."""
    return f"t{turn}-{'-'.join(seats)}"


def talked(state: State, turn: int) -> list[tuple[str, ...]]:
    """The talks of a turn, each as its seats in scenario order: opened, or had by messages; the earliest first.

    Seats that the facilitator writes to have not talked with each other.
    """
    seats = seats_of(state)
    found = [tuple(one.seats) for one in state.talks if one.turn == turn]
    for one in state.messages:
        if one.turn == turn and one.sender in seats:
            there = tuple(seat for seat in seats if seat == one.sender or seat in one.to)
            found += [there] if len(there) > 1 else []
    return list(dict.fromkeys(found))


def open_talk(play: Play, by: str, command: OpenTalk) -> None:
    """Open a talk between two seats or more."""
    state = play.state
    if state.phase not in TALKING:
        raise Refused("not_in_play", "Talks belong to the turns: there is none now.")
    if command.opener != FACILITATOR:
        seat_of(state, by, command.opener)
    elif by != FACILITATOR:
        raise Refused("not_your_seat", "Only the facilitator opens a talk as the facilitator.")
    wanted = {*command.seats, command.opener} - {FACILITATOR}
    seats = [one for one in seats_of(state) if one in wanted]
    if len(seats) < 2 or len(seats) < len(wanted):
        raise Refused("no_such_seat", "A talk has two seats or more.")
    if not 0 <= command.minutes <= 60:
        raise Refused("bad_minutes", "A talk has 0 (no end) to 60 minutes.")
    turn = state.board.turn
    until = later(play.at, command.minutes) if command.minutes and play.at else ""
    play.emit(TalkOpened(talk_id(turn, seats), turn, command.opener, seats, until))


def note_talk(play: Play, by: str, command: NoteTalk) -> None:
    """Note one side's version of a talk, or its one line for the turn."""
    state = play.state
    seat = seat_of(state, by, command.seat).id
    if state.pace.talks == "off":
        raise Refused(
            "no_talk_notes", "This session keeps no notes on talks; its pace turns them on."
        )
    if state.phase not in TALKING:
        raise Refused("not_in_play", "Notes on talks belong to the turns: there is none now.")
    insist_on_person(state, seat, command.person)
    turn = state.board.turn
    others = [one for one in seats_of(state) if one in command.others and one != seat]
    if command.others:
        there = tuple(one for one in seats_of(state) if one in (seat, *others))
        if len(others) < len(set(command.others)) or there not in talked(state, turn):
            raise Refused("no_such_talk", "There was no such talk this turn; open it first.")
    texts = [
        clean(one, LONGEST).strip()
        for one in (
            command.proposed,
            command.agreed,
            command.private,
            command.promised,
            command.told,
        )
    ]
    if not any(texts):
        raise Refused("no_text", "Write what was proposed, agreed or promised.")
    proposed, agreed, private, promised, told = texts
    person = clean(command.person, 40)
    play.emit(TalkNoted(seat, turn, others, proposed, agreed, private, promised, told, person))
