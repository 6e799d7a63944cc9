"""What entries about people and the room do to the state."""

from __future__ import annotations

from wargame.game.changes import Person, ResearchQuestion
from wargame.game.events import (
    BannerChanged,
    ItemParked,
    ItemTicked,
    NoteWritten,
    ObjectiveGiven,
    PersonLeft,
    PersonSeated,
    PlanWritten,
    QuestionAdded,
    SeatsMerged,
    SeatsParted,
    SessionOpened,
    WordsStruck,
)
from wargame.game.noted import Note, Parked
from wargame.game.state import State


def prepare(state: State, event: SessionOpened) -> None:
    """What the opening says of people and the room."""
    state.questions = list(event.questions)
    state.merged = [tuple(seats) for seats in event.merged]
    state.observers_see = event.observers_see


def person_seated(state: State, event: PersonSeated) -> None:
    """Somebody sits down, with or without the seat's objectives."""
    state.people[event.person] = Person(event.person, event.name, event.seat)
    state.uninitiated.discard(event.person)
    if not event.objectives:
        state.uninitiated.add(event.person)
    if state.board.turn:
        state.newcomers.add(event.person)


def person_left(state: State, event: PersonLeft) -> None:
    """Somebody is away; who they are stays known."""
    person = state.people[event.person]
    state.people[event.person] = Person(person.id, person.name, "")


def seats_merged(state: State, event: SeatsMerged) -> None:
    """Seats are played together."""
    state.merged.append(tuple(event.seats))


def seats_parted(state: State, event: SeatsParted) -> None:
    """Seats are played apart."""
    state.merged = [one for one in state.merged if one != tuple(event.seats)]


def objective_given(state: State, event: ObjectiveGiven) -> None:
    """An objective is one person's, or the seat's again."""
    state.given[event.seat, event.objective] = (event.person, event.text)


def banner_changed(state: State, event: BannerChanged) -> None:
    """Another banner."""
    state.banner = event.banner


def question_added(state: State, event: QuestionAdded) -> None:
    """One more research question."""
    state.questions.append(ResearchQuestion(event.question, event.text))


def note_written(state: State, event: NoteWritten) -> None:
    """A note stands in the record at the entry it is written by."""
    note = Note(
        state.entries + 1,
        state.board.turn,
        event.author,
        event.text,
        tuple(event.tags),
        event.about,
        event.order_id,
        event.person,
    )
    state.notes.append(note)


def plan_written(state: State, event: PlanWritten) -> None:
    """The plan for a turn, in place of what stood there."""
    state.plan[event.turn] = event.text


def item_parked(state: State, event: ItemParked) -> None:
    """One more thing to come back to."""
    state.parked[event.item] = Parked(event.item, state.board.turn, event.text, done=False)


def item_ticked(state: State, event: ItemTicked) -> None:
    """Done, or not after all; a line replayed by itself may lack what was parked on one that was left."""
    parked = state.parked.get(event.item)
    if parked is not None:
        state.parked[event.item] = Parked(parked.id, parked.turn, parked.text, event.done)


def words_struck(state: State, event: WordsStruck) -> None:
    """Words are left out of reports, or let in again."""
    place = (event.person, event.entry)
    if event.back:
        state.struck.discard(place)
    else:
        state.struck.add(place)
