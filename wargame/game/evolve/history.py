"""What rewinds, forks and corrections do to the state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from wargame.game.dice import is_used
from wargame.game.events import Corrected, Event, Forked, Rewound
from wargame.game.state import Line, State

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
)
"""What a rewind does not turn back."""


def line_at(state: State, entry: int) -> Line | None:
    """The events that led to how things stood after this entry, rewinds resolved; None for the opening."""
    past = state.past
    for _ in range(state.entries - entry):
        past = past[0] if past is not None else None
    return past[1] if past is not None else None


def events_of(line: Line | None) -> list[Event]:
    """The events of a line, in order."""
    events = []
    while line is not None:
        line, event = line
        events.append(event)
    events.reverse()
    return events


def rewound(
    state: State,
    event: Rewound,
    fresh: Callable[[State], State],
    again: Callable[[State, Event], State],
) -> None:
    """The state after entry `to`, folded again from the opening; what is kept stays."""
    line = line_at(state, event.to)
    earlier = fresh(state)
    for one in events_of(line):
        again(earlier, one)
    for place in fields(State):
        if place.name not in KEPT:
            setattr(state, place.name, getattr(earlier, place.name))
    state.line = line
    _call_again(state)
    state.branches = (*state.branches, (event.branch, state.entries))


def _call_again(state: State) -> None:
    """A throw that was called then and thrown since has to be called again: its label is used."""
    if state.called is not None and is_used(state, state.called.label):
        state.called = None
    table = state.adjudication
    call = table.called if table is not None and table.throw is None else None
    if table is not None and call is not None and is_used(state, call.label):
        table.called = None


def forked(state: State, event: Forked) -> None:
    """Another session with another seed; labels begin again."""
    state.session = event.session
    state.seed = bytes.fromhex(event.secret["seed"])
    state.commitment = event.commitment
    state.labels = {}


def corrected(state: State, event: Corrected) -> None:
    """A text reads otherwise from now on."""
    state.corrections = (*state.corrections, (event.entry, event.field, event.text))
