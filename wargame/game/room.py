"""Rules about people and the room: who speaks for whom, who plays with whom, what is kept beside the game.

A seat that is played together with another keeps its own view, its own orders and its own phrase: the record
has to say what each side knew when it decided, and the seat can go to somebody else at any time.
"""

from __future__ import annotations

from wargame.game.commands import (
    AddQuestion,
    ChangeBanner,
    GiveObjective,
    LeaveSeat,
    MergeSeats,
    Park,
    PartSeats,
    StrikeWords,
    TickOff,
    WritePlan,
)
from wargame.game.events import (
    BannerChanged,
    ItemParked,
    ItemTicked,
    ObjectiveGiven,
    PersonLeft,
    PlanWritten,
    QuestionAdded,
    SeatsMerged,
    SeatsParted,
    WordsStruck,
)
from wargame.game.names import FACILITATOR, is_id
from wargame.game.orders import may_see_order
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.seating import eyes, seated_in, seats_of, together
from wargame.game.state import State

LONGEST = 2000
MOST_QUESTIONS = 12
MOST_PARKED = 60
OWN = "own-"
"""What the ids of the table's own objectives begin with."""


def merge_seats(play: Play, command: MergeSeats) -> None:
    """Let seats be played together."""
    state = play.state
    known = seats_of(state)
    seats = [seat for seat in known if seat in command.seats]
    if len(seats) < 2 or any(seat not in known for seat in command.seats):
        raise Refused("no_such_seat", "Name two seats or more of this table.")
    if len(seats) == len(known):
        raise Refused("nobody_left", "One player cannot play every seat; leave one to others.")
    for seat in seats:
        name = state.scenario.seat(seat).name
        if len(together(state, seat)) > 1:
            raise Refused("seats_merged", f"{name} is played with another seat; part them first.")
        if seat in state.playbooks:
            raise Refused("plays_by_itself", f"A playbook plays {name}; give it back first.")
    play.emit(SeatsMerged(seats))


def part_seats(play: Play, command: PartSeats) -> None:
    """Let seats be played apart again."""
    if command.seat not in seats_of(play.state):
        raise Refused("no_such_seat", f"There is no seat {clean(command.seat, 40)!r}.")
    seats = together(play.state, command.seat)
    if len(seats) < 2:
        raise Refused("not_merged", "That seat is played by itself.")
    play.emit(SeatsParted(list(seats)))


def leave_seat(play: Play, command: LeaveSeat) -> None:
    """Note that somebody left."""
    person = play.state.people.get(command.person)
    if person is None:
        raise Refused("no_such_person", "Nobody of that id sits at this table.")
    if not person.seat:
        raise Refused("away_already", f"{person.name} has left already.")
    play.emit(PersonLeft(person.id, person.seat))


def give_objective(play: Play, command: GiveObjective) -> None:
    """Give an objective to one person of a seat, or back to the seat."""
    state = play.state
    if command.seat not in seats_of(state):
        raise Refused("no_such_seat", f"There is no seat {clean(command.seat, 40)!r}.")
    seat = state.scenario.seat(command.seat)
    if command.person and command.person not in seated_in(state, seat.id):
        raise Refused("not_in_that_seat", f"Nobody of that id sits in {seat.name}.")
    text = clean(command.text, LONGEST).strip()
    own = [one for where, one in state.given if where == seat.id and one.startswith(OWN)]
    if command.objective in own:
        text = text or state.given[seat.id, command.objective][1]
    elif command.objective:
        if command.objective not in [one.id for one in seat.objectives]:
            raise Refused("no_such_objective", f"{seat.name} has no such objective.")
        text = ""
    elif not text:
        raise Refused("no_text", "Name an objective of the seat, or write one.")
    objective = command.objective or f"{OWN}{len(own) + 1}"
    play.emit(ObjectiveGiven(seat.id, command.person, objective, text))


def change_banner(play: Play, command: ChangeBanner) -> None:
    """Put another line on every screen."""
    play.emit(BannerChanged(clean(command.text, 120, lines=False).strip()))


def add_question(play: Play, command: AddQuestion) -> None:
    """Add a research question."""
    state = play.state
    text = clean(command.text, 300, lines=False).strip()
    if not is_id(command.question):
        raise Refused("bad_id", "A question's id is a-z, then a-z, 0-9, _ or -, at most 40.")
    if command.question in [one.id for one in state.questions]:
        raise Refused("question_there", "There is a research question of that id already.")
    if len(state.questions) >= MOST_QUESTIONS:
        raise Refused("too_many_questions", f"At most {MOST_QUESTIONS} research questions.")
    if not text:
        raise Refused("no_text", "Write the research question.")
    play.emit(QuestionAdded(command.question, text))


def write_plan(play: Play, command: WritePlan) -> None:
    """Write the plan for a turn."""
    if not 0 <= command.turn <= max(99, play.state.board.turns):
        raise Refused("bad_turns", "A plan is for a turn, 1 to 99, or for the session (0).")
    play.emit(PlanWritten(command.turn, clean(command.text, LONGEST).strip()))


def park(play: Play, command: Park) -> None:
    """Park something."""
    text = clean(command.text, 600).strip()
    if not text:
        raise Refused("no_text", "Write what is to be come back to.")
    if len(play.state.parked) >= MOST_PARKED:
        raise Refused("too_many_parked", f"At most {MOST_PARKED} things can be parked.")
    play.emit(ItemParked(f"p{len(play.state.parked) + 1}", text))


def tick_off(play: Play, command: TickOff) -> None:
    """Tick off what was parked."""
    if command.item not in play.state.parked:
        raise Refused("not_parked", "Nothing of that id is in the parking lot.")
    play.emit(ItemTicked(command.item, command.done))


def strike_words(play: Play, command: StrikeWords) -> None:
    """Leave words out of reports, or let them in again."""
    state: State = play.state
    if bool(command.person) == (command.entry >= 0):
        raise Refused("strike_what", "Name a person, or one entry, whose words are to be struck.")
    if command.person and command.person not in state.people:
        raise Refused("no_such_person", "Nobody of that id sits at this table.")
    if command.entry > state.entries:
        raise Refused("no_such_entry", "There is no such entry yet.")
    place = (command.person, max(-1, command.entry))
    if command.back == (place not in state.struck):
        now = "not struck" if command.back else "struck already"
        raise Refused("struck_already", f"Those words are {now}.")
    play.emit(WordsStruck(*place, command.back))


def knows_order(state: State, order_id: str, author: str) -> bool:
    """Whether somebody knows of an order, and so may tie a note to it: their own, or one that was shown."""
    who = eyes(state, author)
    known = [*state.sealed.values(), *(one.sealed for one in state.judged)]
    sealed = next((one for one in known if one.order_id == order_id), None)
    if sealed is None:
        return False
    shown = order_id in state.revealed or any(one.sealed is sealed for one in state.judged)
    return who in (sealed.seat, FACILITATOR) or (shown and may_see_order(state, sealed, who))
