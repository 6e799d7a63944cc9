"""What rewinds, forks, corrections and late objections do to the state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace

from wargame.game.dice import is_used
from wargame.game.events import (
    BannerChanged,
    Corrected,
    Event,
    Forked,
    ItemParked,
    ObjectionRaised,
    ObjectiveGiven,
    PaceSet,
    PersonLeft,
    PersonSeated,
    PhraseSet,
    PlacesSwapped,
    QuestionAdded,
    Rewound,
    ScreenHanded,
    SeatHanded,
    SeatsMerged,
    SeatsParted,
    TurnZeroBegun,
)
from wargame.game.state import Line, Objection, State
from wargame.game.texts import SIGN, amended

Fresh = Callable[[State], State]
"""The state as its opening made it."""
Again = Callable[[State, Event], State]
"""Lets an event happen to a state."""

KEPT = (
    "opening",
    "entries",
    "past",
    "labels",
    "session",
    "seed",
    "commitment",
    "branches",
    "corrections",
    "clock",
    "notes",
    "parked",
    "plan",
    "struck",
    "fork",
    "objection",
    "screen",
    "followed",
    "newcomers",
)
"""What a rewind does not turn back."""
ROOM = (
    PersonSeated,
    PersonLeft,
    SeatHanded,
    SeatsMerged,
    SeatsParted,
    ObjectiveGiven,
    PhraseSet,
    BannerChanged,
    QuestionAdded,
    PaceSet,
)
"""What is said of the room, where people stand while the game goes back: no rewind turns that back either."""


def lines_of(state: State) -> list[Line | None]:
    """The line that stood after each entry, by the entry's number; None is the opening alone."""
    lines: list[Line | None] = []
    past = state.past
    while past is not None:
        past, line = past
        lines.append(line)
    lines.append(None)
    lines.reverse()
    return lines


def line_at(state: State, entry: int) -> Line | None:
    """The events that led to how things stood after this entry, rewinds resolved; None for the opening."""
    past = state.past
    for _ in range(state.entries - entry):
        past = past[0] if past is not None else None
    return past[1] if past is not None else None


def nodes_of(line: Line | None) -> list[Line]:
    """The parts of a line, in order: each ends with one event."""
    nodes = []
    while line is not None:
        nodes.append(line)
        line = line[0]
    nodes.reverse()
    return nodes


def events_of(line: Line | None) -> list[Event]:
    """The events of a line, in order."""
    return [event for _, event in nodes_of(line)]


def numbers_of(lines: list[Line | None]) -> dict[int, int]:
    """The entry that made each part of the lines (by the part's `id`); rewinds make none."""
    numbers: dict[int, int] = {}
    for n in range(1, len(lines)):
        line = lines[n]
        if line is not None and line[0] is lines[n - 1]:
            numbers.setdefault(id(line), n)
    return numbers


def event_at(state: State, entry: int) -> Event | None:
    """What happened by this entry; None for the opening, for a rewind, and where there is no such entry."""
    if not 0 < entry <= state.entries:
        return None
    lines = lines_of(state)
    line = lines[entry]
    if line is None or numbers_of(lines).get(id(line)) != entry:
        return None
    return line[1]


def replayed(
    state: State, line: Line | None, fresh: Fresh, again: Again
) -> Iterator[tuple[Line | None, State]]:
    """The game along a line: the opening, then after each event. The state is the same object each time.

    Texts read as they have been corrected since.
    """
    earlier = fresh(state)
    yield None, earlier
    lines = lines_of(state)
    numbers = numbers_of(lines)
    made = {id(there[1]): n for n in numbers.values() if (there := lines[n]) is not None}
    texts: dict[int, list[tuple[str, str]]] = {}
    for entry, field, text in state.corrections:
        texts.setdefault(entry, []).append((field, text))
    for node in nodes_of(line):
        event = node[1]
        entry = numbers.get(id(node), made.get(id(event), 0))
        if not isinstance(event, Corrected):
            for field, text in texts.get(entry, ()):
                event = amended(event, field, text)
            earlier.entries = entry - 1
            again(earlier, event)
        yield node, earlier


def state_at(state: State, line: Line | None, fresh: Fresh, again: Again) -> State:
    """The game as it stood at the end of a line, texts as they read now."""
    *_, (_, earlier) = replayed(state, line, fresh, again)
    return earlier


def _stand(state: State, line: Line | None, fresh: Fresh, again: Again) -> None:
    """Let the state be that of a line, but for what is kept."""
    earlier = state_at(state, line, fresh, again)
    for place in fields(State):
        if place.name not in KEPT:
            setattr(state, place.name, getattr(earlier, place.name))
    state.line = line
    _call_again(state)


def rewound(state: State, event: Rewound, fresh: Fresh, again: Again) -> None:
    """The state after entry `to`, folded again from the opening; what is kept stays, the room as it is now."""
    line = line_at(state, event.to)
    fork = state.fork
    if fork is not None and not any(one is fork for one in events_of(line)):
        line = (line, fork)  # what comes after it is drawn with the fork's seed
    if event.room:
        line = _in_this_room(state, line)
    _stand(state, line, fresh, again)
    state.newcomers &= state.people.keys()
    state.branches = (*state.branches, (event.branch, state.entries))
    if state.objection is not None and state.objection.to == event.to:
        state.objection = replace(state.objection, back=True)


def _in_this_room(state: State, line: Line | None) -> Line | None:
    """The line, with what was said of the room since."""
    there = {id(event) for event in events_of(line)}
    for event in events_of(state.line):
        if isinstance(event, ROOM) and id(event) not in there:
            line = (line, event)
    return line


def _call_again(state: State) -> None:
    """A throw that was called then and thrown since has to be called again: its label is used.

    So has one that was called in the game that this one was forked from.
    """
    if state.called is not None and is_used(state, state.called.label):
        state.called = None
    table = state.adjudication
    call = table.called if table is not None and table.throw is None else None
    if table is not None and call is not None and is_used(state, call.label):
        table.called = None


def forked(state: State, event: Forked) -> None:
    """Another session with another seed; labels begin again, and a throw has to be called again."""
    state.session = event.session
    state.seed = bytes.fromhex(event.secret["seed"])
    state.commitment = event.commitment
    state.seed_given = False
    state.labels = {}
    state.fork = event
    state.called = None
    if state.adjudication is not None and state.adjudication.throw is None:
        state.adjudication.called = None


def corrected(state: State, event: Corrected, fresh: Fresh, again: Again) -> None:
    """A text reads otherwise from now on, wherever it stands."""
    state.corrections = (*state.corrections, (event.entry, event.field, event.text))
    line = state.line
    _stand(state, line, fresh, again)
    state.line = (line, event)
    _correct_kept(state, event)


def _correct_kept(state: State, event: Corrected) -> None:
    """Correct what no rewind turns back, which is not folded again either: notes, things parked."""
    text = f"{event.text}{SIGN}"
    state.notes = [
        replace(one, text=text) if one.entry == event.entry else one for one in state.notes
    ]
    made = event_at(state, event.entry)
    if isinstance(made, ItemParked) and made.item in state.parked:
        state.parked[made.item] = replace(state.parked[made.item], text=text)


def objection_raised(state: State, event: ObjectionRaised) -> None:
    """An objection to a ruling stands: the game is to go back to before its throw."""
    state.objection = Objection(
        event.order_id, event.side, event.text, event.author, event.to, numbers=event.numbers
    )


def places_swapped(state: State, event: PlacesSwapped) -> None:
    """Two seats change places: in this turn, or in the order that every turn's comes from."""
    pair = {event.one: event.other, event.other: event.one}
    if event.for_good:
        seats = state.first or tuple(seat.id for seat in state.scenario.seats)
        state.first = tuple(pair.get(one, one) for one in seats)
    else:
        state.swapped = (*state.swapped, (event.one, event.other))
    state.queue = [one for one in state.queue if one in state.sealed]
    places = {seat: place for place, seat in enumerate(order_of_turn(state))}
    state.queue.sort(key=lambda one: places[state.sealed[one].seat])


def order_of_turn(state: State) -> list[str]:
    """The seats in this turn's order: who was drawn first begins turn 1, the next turn 2, and so on.

    Seats that changed places in this turn stand in each other's.
    """
    seats = list(state.first) or [seat.id for seat in state.scenario.seats]
    start = (state.board.turn - 1) % len(seats)
    turned = seats[start:] + seats[:start]
    for one, other in state.swapped:
        pair = {one: other, other: one}
        turned = [pair.get(seat, seat) for seat in turned]
    return turned


def screen_handed(state: State, event: ScreenHanded) -> None:
    """Somebody else looks at the shared screen; a newcomer is one no longer."""
    state.screen = event.seat
    state.newcomers.discard(event.person)


def turn_zero_begun(state: State, event: TurnZeroBegun) -> None:
    """The rehearsal begins where a turn's talks and orders do; no card is drawn for it."""
    state.rehearsal = True
    state.phase = "talks"
    state.settled = True
