"""A save as a sequence of moments: each entry, and the game as it stood after it.

Every so many entries, and at each rewind, a copy of the state is kept, so that any moment of a long
game is reached by folding a few entries only. A damaged or torn save gives the moments before the damage.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from wargame.decks.compile import compile_scenario
from wargame.decks.problems import ScenarioError
from wargame.game.events import (
    Event,
    OrderJudged,
    PhaseBegun,
    PhaseSettled,
    Rewound,
    SessionClosed,
    SessionOpened,
    TurnZeroBegun,
)
from wargame.game.events.judged import unfolded
from wargame.game.evolve import evolve, opened
from wargame.game.evolve.history import ROOM
from wargame.game.looking import view_for
from wargame.game.looking.fairness import timed
from wargame.game.names import Phase
from wargame.game.records import dataclass
from wargame.game.rulings import unfinished
from wargame.game.spent import Spent
from wargame.game.state import State
from wargame.game.views import AdjudicationView, HeadView, View
from wargame.saves.entry import Entry
from wargame.saves.errors import DamagedSave
from wargame.saves.events import event_of
from wargame.saves.reading import Reading, read

EVERY = 50
"""Entries between two kept states: a jump folds fewer than this."""
RECEIPT = 16
"""Hex digits of a head receipt."""

UNFIT = (KeyError, IndexError, ValueError, TypeError, AttributeError, StopIteration)
"""What folding an entry raises that does not fit the game before it (a forged save may hold one)."""


@dataclass(slots=True, frozen=True)
class Moment:
    """An entry, what happened by it, and in which turn and phase the game is after it."""

    n: int
    entry: Entry
    event: Event
    turn: int
    phase: Phase


@dataclass(slots=True, frozen=True)
class LeftLine:
    """A line that the rewind of entry `n` left for the moment `to`: its last entry, and the entries it alone has."""

    name: str
    last: int
    to: int
    n: int
    entries: tuple[int, ...]
    reason: str


class Timeline:
    """The moments of a save, from its opening to its end or to the first damage."""

    def __init__(self, reading: Reading) -> None:
        """Fold what was read; DamagedSave when not even the opening can be used."""
        self.path = reading.path
        self.torn = reading.torn is not None
        self.trouble = _trouble(reading)
        self.moments: list[Moment] = []
        self._kept: list[tuple[int, State]] = []
        self._left: dict[int, str] = {}
        self._parents = [-1]
        self._rests = [False]
        self._lines: list[LeftLine] = []
        self._rehearsals: list[int] = []
        self._begun: list[tuple[int, str]] = []
        self._heads: list[tuple[int, HeadView]] = []
        self._spent = Spent()
        self._state = self._open(reading)
        self._at = 0
        for entry in reading.entries[1:]:
            try:
                self._add(entry)
            except UNFIT as error:
                self._stop(entry, error)
                break
        self._go_to(len(self.moments) - 1)
        self._corrections = self._state.corrections

    @classmethod
    def read(cls, path: Path) -> Timeline:
        """The timeline of a save; MissingSave, UnreadableSave, UnknownFormat or DamagedSave if there is none."""
        return cls(read(path))

    def __len__(self) -> int:
        """How many moments there are."""
        return len(self.moments)

    def state(self, n: int) -> State:
        """The game after entry `n`. It changes with the next call: copy what is to be kept."""
        self._go_to(max(0, min(n, len(self.moments) - 1)))
        return self._state

    def view(self, n: int, who: str, person: str = "") -> View:
        """What `who` (a seat, `facilitator`, `public`, `observer:<id>`) had been shown by then.

        `person` is who of a seat looks.
        """
        view = view_for(self.state(n), who, self.heads(n), person)
        place = bisect_right(self._begun, (n, "~"))
        view.since = self._begun[place - 1][1] if place else self.moments[0].entry.at
        timed(view, self._spent.seconds(n))
        return view

    def steps(self, n: int, event: OrderJudged) -> Iterator[tuple[Event, State]]:
        """What entry `n` stands for, which is this event: each thing in it with the game after it."""
        state = self.state(n - 1).copy()
        for one in unfolded(event):
            evolve(state, one)
            yield one, state

    def table(self, n: int, who: str) -> AdjudicationView | None:
        """The adjudication that entry `n` ended, as `who` was shown it just before."""
        event = self.moments[n].event
        if not isinstance(event, OrderJudged):
            return self.view(n - 1, who).adjudication
        views = [view_for(state, who, []).adjudication for _, state in self.steps(n, event)]
        return views[-2]

    def heads(self, n: int) -> list[HeadView]:
        """The head receipts shown by then, each turn's last, in the order in which they were shown."""
        shown: dict[int, HeadView] = {}
        for place, head in self._heads:
            if place <= n:
                shown.pop(head.turn, None)
                shown[head.turn] = head
        return list(shown.values())

    def left(self) -> dict[int, str]:
        """The entries that a rewind left behind, each with the name of its line."""
        return self._left

    def corrections(self) -> tuple[tuple[int, str, str], ...]:
        """Every correction by the end of the save, as (entry, field, text)."""
        return self._corrections

    def rests(self, n: int) -> bool:
        """Whether all that happens by itself was done after entry `n`: a step ends there."""
        return self._rests[n]

    def grow(self, reading: Reading) -> None:
        """Take the entries that were appended since; `reading` begins with those that are here."""
        self._go_to(len(self.moments) - 1)
        for entry in reading.entries[len(self.moments) :]:
            self._add(entry)
        self._corrections = self._state.corrections

    def lines(self) -> list[LeftLine]:
        """The lines that rewinds left, in the order in which they were left."""
        return self._lines

    def rehearsed(self) -> set[int]:
        """The entries of every Turn Zero: from where it began to before the rewind that ended it.

        What is said of the room in it is none of the rehearsal's.
        """
        found: set[int] = set()
        for start in self._rehearsals:
            ends = (line.n for line in self._lines if line.n > start and line.to < start)
            found.update(range(start, next(ends, len(self.moments))))
        return {n for n in found if not isinstance(self.moments[n].event, ROOM)}

    def on_line(self, n: int) -> list[int]:
        """The entries that led to how things stood after entry `n`, in order, rewinds resolved."""
        found = []
        while n >= 0:
            found.append(n)
            n = self._parents[n]
        return found[::-1]

    def _leave(self, event: Rewound) -> None:
        """A rewind leaves a line and takes up another, which may have been left before."""
        n = len(self.moments) - 1
        taken = set(self.on_line(event.to))
        dropped = [one for one in self.on_line(n - 1) if one not in taken]
        if event.room:
            dropped = [one for one in dropped if not isinstance(self.moments[one].event, ROOM)]
        self._left = {one: name for one, name in self._left.items() if one not in taken}
        self._left |= dict.fromkeys(dropped, event.branch)
        self._lines.append(LeftLine(event.branch, n - 1, event.to, n, tuple(dropped), event.reason))

    def turns(self) -> list[tuple[int, int]]:
        """Each turn and the entry that begins it; 0 is what comes before the first."""
        begun = [
            (one.event.turn, one.n)
            for one in self.moments
            if isinstance(one.event, PhaseBegun) and one.event.phase == "event"
        ]
        return [(0, 0), *begun]

    def phases(self) -> list[int]:
        """The entries that begin a phase, the opening first."""
        return [0, *(one.n for one in self.moments if isinstance(one.event, PhaseBegun))]

    def _open(self, reading: Reading) -> State:
        """The first moment."""
        if not reading.entries:
            reading.whole()
            raise DamagedSave(reading.path, 0, 0, "it holds no entry")
        entry = reading.entries[0]
        try:
            event = event_of(entry.kind, entry.data)
            if not isinstance(event, SessionOpened):
                raise TypeError("it does not open a session")
            state = opened(compile_scenario(event.scenario), event)
        except (*UNFIT, ScenarioError) as error:
            raise DamagedSave(reading.path, 0, 0, f"it cannot be used: {error}") from None
        self.moments.append(Moment(0, entry, event, 0, state.phase))
        self._kept.append((0, state.copy()))
        return state

    def _add(self, entry: Entry) -> None:
        """One moment more; the state is the one after it."""
        event = event_of(entry.kind, entry.data)
        evolve(self._state, event)
        state, n, before = self._state, len(self.moments), self.moments[-1]
        self.moments.append(Moment(n, entry, event, state.board.turn, state.phase))
        self._at = n
        self._spent.take(n, event, entry.at, state)
        if n % EVERY == 0 or isinstance(event, Rewound):
            self._kept.append((n, state.copy()))
        self._parents.append(event.to if isinstance(event, Rewound) else n - 1)
        self._rests.append(not unfinished(state))
        if isinstance(event, Rewound):
            self._leave(event)
        elif isinstance(event, TurnZeroBegun):
            self._rehearsals.append(n)
        elsewhere = (before.turn, before.phase) != (state.board.turn, state.phase)
        if isinstance(event, PhaseBegun) or (isinstance(event, Rewound) and elsewhere):
            self._begun.append((n, entry.at))
        elif isinstance(event, PhaseSettled) and event.phase == "wrap":
            self._heads.append((n, HeadView(event.turn, entry.hash[:RECEIPT])))
        elif isinstance(event, SessionClosed):
            self._heads.append((n, HeadView(0, entry.hash[:RECEIPT])))

    def _stop(self, entry: Entry, error: Exception) -> None:
        """An entry that cannot follow what is before it ends the timeline; its half-made state is dropped."""
        self.trouble = (
            f"Entry {entry.n} cannot follow what is before it ({entry.kind}: {error}). "
            "What comes before is shown; nothing after it can be told."
        )
        self._at = len(self.moments)

    def _go_to(self, n: int) -> None:
        """Make the state the one after entry `n`: forwards where that is near, else from a kept copy."""
        place = bisect_right(self._kept, n, key=lambda kept: kept[0]) - 1
        nearest, kept = self._kept[place]
        if not nearest <= self._at <= n:
            self._state, self._at = kept.copy(), nearest
        for moment in self.moments[self._at + 1 : n + 1]:
            evolve(self._state, moment.event)
        self._at = n


def _trouble(reading: Reading) -> str:
    """What is wrong with the save, for a person; empty when nothing is."""
    if reading.damage is not None:
        damage = reading.damage
        return (
            f"Damaged at entry {damage.entry}, byte {damage.offset}: {damage.what}. "
            "What comes before is shown; nothing after it can be told."
        )
    if reading.torn is not None:
        return (
            "The last line was cut short by a crash; whatever it said, nobody had been told of it."
        )
    return ""
