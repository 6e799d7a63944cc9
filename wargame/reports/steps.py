"""A game as its steps: the moments at which it can be looked at, gone back to, or forked."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.game.events import (
    CardDrawn,
    ClockSetBack,
    DiceThrown,
    NoteWritten,
    PhaseBegun,
    PublicFollowed,
    Rewound,
    ScreenHanded,
    ScreenLocked,
    ScreenUnlocked,
    TimerExtended,
    TimerPaused,
    TimerResumed,
    TimerSet,
    TimerStarted,
)
from wargame.game.records import dataclass
from wargame.game.undoing import BESIDE
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline

ASIDE = (
    ScreenHanded,
    ScreenLocked,
    ScreenUnlocked,
    PublicFollowed,
    ClockSetBack,
    TimerExtended,
    TimerPaused,
    TimerResumed,
    TimerSet,
    TimerStarted,
)
"""What is no moment of the game: screens that change hands, and the clock."""


@dataclass(slots=True, frozen=True)
class Step:
    """What one command of somebody's led to: entries `first` to `last`, of one turn and phase.

    `kind` is `turn` or `phase` where it begins one, else `step` or `note`.
    """

    first: int
    last: int
    turn: int
    phase: str
    kind: str
    at: str
    words: str


def steps_of(timeline: Timeline, n: int) -> list[Step]:
    """The steps that led to how things stood after entry `n`, rewinds resolved; the opening first."""
    steps = []
    for entries in _grouped(timeline, timeline.on_line(n)):
        step = _step(timeline, entries)
        if step is not None:
            steps.append(step)
    return steps


def _grouped(timeline: Timeline, line: list[int]) -> Iterator[list[int]]:
    """The entries of a line, step by step."""
    group: list[int] = []
    for n in line:
        group.append(n)
        if timeline.rests(n):
            yield group
            group = []
    if group:
        yield group


def _step(timeline: Timeline, entries: list[int]) -> Step | None:
    """A step of its entries; None when it is no moment of the game."""
    events = [timeline.moments[n].event for n in entries]
    if all(isinstance(event, (*ASIDE, Rewound)) for event in events):
        return None
    begins = next((one for one in events if isinstance(one, PhaseBegun)), None)
    kind = "step"
    if begins is not None:
        kind = "turn" if begins.phase == "event" else "phase"
    elif all(isinstance(one, NoteWritten) for one in events):
        kind = "note"
    moment = timeline.moments[entries[-1]]
    words = told(timeline, entries[0])
    return Step(entries[0], entries[-1], moment.turn, moment.phase, kind, moment.entry.at, words)


@dataclass(slots=True, frozen=True)
class Undone:
    """What going back to a moment would take back: its entries, and what of them cannot be had again."""

    entries: tuple[int, ...]
    throws: int
    decks: tuple[str, ...]


def undone_by(timeline: Timeline, to: int) -> Undone:
    """What stands now and would not after going back to entry `to`."""
    kept = set(timeline.on_line(to))
    gone = [n for n in timeline.on_line(len(timeline) - 1) if n not in kept]
    gone = [n for n in gone if not isinstance(timeline.moments[n].event, (*BESIDE, Rewound))]
    events = [timeline.moments[n].event for n in gone]
    throws = sum(isinstance(one, DiceThrown) and not one.throw.entered for one in events)
    decks = dict.fromkeys(one.deck for one in events if isinstance(one, CardDrawn))
    return Undone(tuple(gone), throws, tuple(decks))
