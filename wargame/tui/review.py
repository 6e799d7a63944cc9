"""Looking back: a save's moments as the review shows them, and a link that answers from one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wargame.game.commands import Command
from wargame.game.events import NoteWritten, OrderJudged, PhaseSettled, ResultAccepted
from wargame.game.names import FACILITATOR
from wargame.game.records import dataclass
from wargame.game.refusals import Refused
from wargame.game.views import AdjudicationView, JudgedView, View
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.reports.words import clock
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.case import Named

AS_OBSERVER = "observer:"
NOTHING_SEEN = "Nothing of this could be seen from there."


class PastLink:
    """A seat's line to a table as it stood at one moment. It takes nothing."""

    def __init__(self, timeline: Timeline, n: int, who: str) -> None:
        """Answer as the table would have answered `who` after entry `n`."""
        self.who = who
        self._timeline = timeline
        self._n = n

    def view(self, person: str = "") -> View:
        """What `who` had been shown by then; `person` is who of a seat looks."""
        return self._timeline.view(self._n, self.who, person)

    def trouble(self) -> str:
        """Nothing is wrong with the past."""
        return ""

    async def ask(self, command: Command) -> None:
        """Refuse: what happened has happened."""
        raise Refused("looking_back", "This is a review: nothing can be done here.")

    def on_change(self, changed: Callable[[], None]) -> Callable[[], None]:
        """The past does not change."""
        return lambda: None

    def opens(self, phrase: str, person: str = "") -> bool:
        """A review asks for no pass phrase: whoever has the save can read all of it."""
        return True

    async def set_phrase(self, phrase: str, person: str = "") -> None:
        """Refuse, as `ask` does."""
        raise Refused("looking_back", "This is a review: nothing can be done here.")


class Past:
    """A save being looked back on: which entry, through whose eyes."""

    def __init__(self, timeline: Timeline) -> None:
        """Begin at the last entry, as the facilitator."""
        self.timeline = timeline
        self.n = len(timeline) - 1
        self.who = FACILITATOR
        self._told: dict[tuple[int, str], str] = {}
        self._tables: dict[tuple[int, str], AdjudicationView | None] = {}

    def go_to(self, n: int) -> None:
        """Look at entry `n`, or at the nearest there is."""
        self.n = max(0, min(n, len(self.timeline) - 1))

    def next_of(self, places: list[int], step: int) -> int:
        """The next of some entries after this one (`step` 1), or the last before it (-1); else an end."""
        if step > 0:
            return next((place for place in places if place > self.n), len(self.timeline) - 1)
        return next((place for place in reversed(places) if place < self.n), 0)

    def view(self) -> View:
        """What is known at this moment."""
        return self.timeline.view(self.n, self.who)

    def words(self, n: int) -> str:
        """Entry `n` in words, as far as it was known."""
        key = (n, self.who)
        if key not in self._told:
            self._told[key] = told(self.timeline, n, self.who)
        return self._told[key]

    def audiences(self) -> list[str]:
        """Through whose eyes one can look."""
        seats = [seat.id for seat in self.timeline.state(0).scenario.seats]
        observers = sorted({one for one in self._authors() if one.startswith(AS_OBSERVER)})
        return [FACILITATOR, *seats, *observers, "public"]

    def _authors(self) -> list[str]:
        """Under which names anything was ever written or shown."""
        return [one.entry.by for one in self.timeline.moments]

    def table(self, judged: JudgedView) -> AdjudicationView | None:
        """The adjudication that led to a ruling, as it stood just before it was accepted."""
        for moment in reversed(self.timeline.moments[: self.n + 1]):
            event = moment.event
            if not isinstance(event, ResultAccepted | OrderJudged):
                continue
            if event.order_id == judged.order.order_id:
                key = (moment.n, self.who)
                if key not in self._tables:
                    self._tables[key] = self.timeline.table(moment.n, self.who)
                return self._tables[key]
        return None


@dataclass(slots=True, frozen=True)
class Places:
    """Where one stands in a save: the entry, how many there are, and where the turns begin."""

    n: int
    total: int
    turns: tuple[tuple[int, int], ...]


@dataclass(slots=True, frozen=True)
class Row:
    """An entry in the list: its number, time, and words (empty where nothing could be seen).

    `left`: a rewind left it. `quiet`: the table's own step, which nobody took.
    """

    n: int
    at: str
    words: str
    left: bool
    quiet: bool


@dataclass(slots=True, frozen=True)
class Listing:
    """Some entries and the one that is looked at."""

    rows: tuple[Row, ...]
    mark: int


def listing(past: Past, rows: int) -> Listing:
    """As many entries as there is room for, the one looked at among them."""
    total = len(past.timeline)
    first = max(0, min(past.n - rows // 2, total - rows))
    left = past.timeline.left()
    return Listing(
        tuple(_row(past, n, n in left) for n in range(first, min(total, first + rows))), past.n
    )


def _row(past: Past, n: int, left: bool) -> Row:
    """An entry's line in the list."""
    moment, words = past.timeline.moments[n], past.words(n)
    quiet = not words or isinstance(moment.event, PhaseSettled)
    return Row(n, clock(moment.entry.at), words, left, quiet)


@dataclass(slots=True, frozen=True)
class Written:
    """An entry as the save has it: its words, its hash, and its fields as lines."""

    words: str
    hash: str
    fields: tuple[str, ...]


def whole(past: Past) -> Written:
    """The entry that is looked at; its fields are the facilitator's, and the scenario is left out."""
    entry = past.timeline.moments[past.n].entry
    fields: list[str] = []
    if past.who == FACILITATOR:
        for name, value in entry.data.items():
            if name not in ("scenario", "secret"):
                fields += field_lines(name, value)
    return Written(past.words(past.n), entry.hash, tuple(fields))


def field_lines(name: str, value: Any) -> list[str]:
    """A field as lines of `name: value`, what is in it below it by its own path."""
    match value:
        case dict() if value:
            return [one for key in value for one in field_lines(f"{name}.{key}", value[key])]
        case list() if value:
            return [
                one
                for place, inner in enumerate(value)
                for one in field_lines(f"{name}.{place}", inner)
            ]
        case dict() | list():
            return []
        case bool():
            return [f"{name}: {'yes' if value else 'no'}"]
        case _:
            return [f"{name}: {value}"] if value != "" else []


def entry_told(past: Past, view: View) -> tuple[str, str]:
    """Head and words of the entry that is looked at."""
    moment = past.timeline.moments[past.n]
    entry = moment.entry
    by = seat_name(view, entry.by) if entry.by != "table" else "The table"
    words = past.words(past.n)
    what = f"  {by}: {entry.kind.replace('_', ' ')}" if words or past.who == FACILITATOR else ""
    line = past.timeline.left().get(past.n)
    left = f"Left by a rewind, on the line {line}. " if line else ""
    return f"{entry.n}  {entry.at[:10]} {entry.at[11:19]}{what}", f"{left}{words or NOTHING_SEEN}"


@dataclass(slots=True, frozen=True)
class Case:
    """An order of the turn: as sealed or revealed, on the table, or ruled on."""

    named: Named
    table: AdjudicationView | None
    judged: JudgedView | None


def cases(past: Past, view: View) -> list[Case]:
    """The turn's orders as far as they are known, each with its adjudication."""
    found = []
    now = view.adjudication
    judged = {one.order.order_id: one for one in view.judged if one.turn == view.turn}
    for order in view.revealed or view.sealed:
        ruled = judged.get(order.order_id)
        table = now if now is not None and now.order.order_id == order.order_id else None
        if ruled is not None:
            table = past.table(ruled)
        found.append(Case(Named(seat_name(view, order.seat), order), table, ruled))
    return found


@dataclass(slots=True, frozen=True)
class Cases:
    """The turn's orders, and people's names for their estimates and arguments."""

    cases: list[Case]
    names: dict[str, str]


@dataclass(slots=True, frozen=True)
class Kept:
    """What else the record holds by then: the view, and the facilitator's notes."""

    view: View
    notes: tuple[tuple[int, str], ...]


def kept(past: Past, view: View) -> Kept:
    """The record at this moment; notes are the facilitator's."""
    notes = [
        (one.n, one.event.text)
        for one in past.timeline.moments[: past.n + 1]
        if isinstance(one.event, NoteWritten) and past.who == FACILITATOR
    ]
    return Kept(view, tuple(notes))
