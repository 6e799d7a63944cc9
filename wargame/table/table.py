"""One live game: the single writer. It takes commands, asks the rules, writes, and only then tells."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from wargame.game import chance
from wargame.game.commands import Command, OpenSession, Proceed
from wargame.game.dice import next_label, words
from wargame.game.events import (
    BY_TABLE,
    Event,
    Forked,
    PhaseBegun,
    PhaseSettled,
    Rewound,
    SessionClosed,
    SessionOpened,
)
from wargame.game.evolve import evolve, opened
from wargame.game.lateness import playing
from wargame.game.looking import view_for
from wargame.game.looking.fairness import timed
from wargame.game.names import TABLE
from wargame.game.play import Fresh
from wargame.game.refusals import Refused
from wargame.game.rules import decide
from wargame.game.rulings import unfinished
from wargame.game.scenario import Scenario
from wargame.game.spent import Spent
from wargame.game.state import State
from wargame.game.timers import gone_back, left_alone
from wargame.game.turns import waits_for
from wargame.game.views import HeadView, View
from wargame.players.playbooks import at_table, names_for
from wargame.saves.entry import ZERO, Entry, encode, hash_of, stamp
from wargame.saves.errors import DamagedSave, SaveError, SaveStopped
from wargame.saves.events import data_of, event_of
from wargame.saves.log import SaveLog
from wargame.table.link import Changed
from wargame.table.opening import first_event, scenario_of

Clock = Callable[[], datetime]
MOST_ACTS = 200
"""How often playbooks answer in a row: dilemmas that lead to each other must come to an end."""
RECEIPT = 16
"""Hex digits of a head receipt."""


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def fresh() -> str:
    """32 random hex digits."""
    return secrets.token_hex(16)


@contextmanager
def _told(log: SaveLog, n: int) -> Iterator[None]:
    """An entry that its chain holds but the rules cannot have made is damage, and is told as such."""
    try:
        yield
    except (LookupError, ValueError, TypeError, AttributeError, StopIteration) as error:
        what = f"it does not fit the game ({type(error).__name__}: {error})"
        raise DamagedSave(log.path, n, log.reading.offset(n), what) from error


def opened_at(log: SaveLog, scenario: Scenario) -> State:
    """The state that a save's first entry makes; DamagedSave when it opens no session."""
    first = log.reading.entries[0]
    with _told(log, 0):
        event = event_of(first.kind, first.data)
        if not isinstance(event, SessionOpened):
            raise TypeError("a save begins with session_opened")
        return opened(scenario, event)


class Table:
    """A game being played. `ask` is the only way anything happens.

    `fresh` gives the nonces of throws and seals; a script that names its seed sets another one.
    """

    def __init__(
        self,
        log: SaveLog,
        scenario: Scenario,
        clock: Clock = now,
        opening: SessionOpened | None = None,
    ) -> None:
        """Take a place at a log that holds at least the opening (read from it unless it is given), and fold it."""
        self.log = log
        self.clock = clock
        self.fresh: Fresh = fresh
        self.heads: list[HeadView] = []
        self.since = log.reading.entries[0].at
        self.last = ""
        self._stands: tuple[int, str] = (0, "setup")
        self.spent = Spent()
        self._watchers: list[Changed] = []
        self._answering = False
        self.state: State = opened(scenario, opening) if opening else opened_at(log, scenario)
        self._fold(log.reading.entries[1:])

    def _fold(self, entries: Iterable[Entry]) -> None:
        """Let what stands in the save happen."""
        for entry in entries:
            with _told(self.log, entry.n):
                happened = event_of(entry.kind, entry.data)
                evolve(self.state, happened)
            self._remember(happened, entry.at, entry.hash)

    @classmethod
    def create(
        cls,
        path: Path,
        scenario: Scenario,
        opening: OpenSession,
        seed: bytes | None = None,
        clock: Clock = now,
    ) -> Table:
        """Open a new game at `path` (whose name is the session's). `seed` makes it repeatable, and says so."""
        event = first_event(scenario, opening, seed)
        kind, data = data_of(event)
        line = encode(ZERO, 0, stamp(clock()), "facilitator", kind, data)
        return cls._begin(SaveLog.create(path, line), scenario, clock, event)

    @classmethod
    def open(cls, path: Path, clock: Clock = now) -> Table:
        """Go on with a save, exactly where it stopped. SaveError or ScenarioError when that cannot be.

        The time for which nobody was there is a pause.
        """
        table = cls._begin(SaveLog.open(path), None, clock)
        at = stamp(clock())
        if table.log.writable and (pause := left_alone(table.state, table.last, at)):
            with suppress(Refused):  # `trouble` says why
                table._keep(TABLE, pause, at)
        return table

    @classmethod
    def _begin(
        cls,
        log: SaveLog,
        scenario: Scenario | None,
        clock: Clock,
        opening: SessionOpened | None = None,
    ) -> Table:
        """Sit down at a log (its scenario the given one, or that of the save); let go of it when that fails."""
        try:
            compiled = scenario or scenario_of(log.reading.entries[0].data)
            table = cls(log, compiled, clock, opening)
            table.finish()
        except BaseException:
            log.close()
            raise
        return table

    @classmethod
    def watch(cls, path: Path) -> Table:
        """Look on at a game that another process plays; `catch_up` takes in what it has written.

        SaveError or ScenarioError when that cannot be.
        """
        return cls._begin(SaveLog.open(path, write=False), None, now)

    def catch_up(self) -> str:
        """Take in what another process has written since, and tell everyone; why that fails, or empty."""
        try:
            fresh = self.log.news()
            if fresh is None:
                self.spent = Spent()
                self.heads, self.since = [], self.log.reading.entries[0].at
                self.state = opened_at(self.log, self.state.scenario)
                fresh = self.log.reading.entries[1:]
            elif not fresh:
                return ""
            self._fold(fresh)
            self.log.reading.whole()
        except OSError as error:
            return f"{self.log.path} cannot be read: {error.strerror}."
        except SaveError as error:
            return str(error)
        self.tell()
        return ""

    def finish(self) -> None:
        """Finish what was cut short, and let playbooks do what waits for them; later when nothing can be kept."""
        if self.log.writable and unfinished(self.state):
            with suppress(Refused):  # `trouble` says why
                self.ask(TABLE, Proceed())
        self._let_play()

    def ask(self, by: str, command: Command) -> list[Event]:
        """Decide, append durably, evolve, then tell everyone. `Refused` when it cannot be taken or kept."""
        if not self.log.writable:
            raise Refused("read_only", "This save is open elsewhere; here it can only be read.")
        at = stamp(self.clock())
        if back := gone_back(self.state, self.last, at):
            self._keep(TABLE, [back], at)
        events = decide(self.state, by, command, self.fresh, at)
        if events:
            self._keep(by, events, at)
            self.tell()
            self._let_play()
        return events

    def _keep(self, by: str, events: list[Event], at: str) -> None:
        """Append events to the save, and only then let them happen."""
        head, lines = self.log.head, []
        for place, event in enumerate(events):
            kind, data = data_of(event)
            who = TABLE if isinstance(event, BY_TABLE) else by
            line = encode(head, self.log.count + place, at, who, kind, data)
            head = hash_of(line)
            lines.append((line, head))
        try:
            self.log.append([line for line, _ in lines])
        except SaveStopped as stopped:
            self.tell()
            raise Refused("save_stopped", str(stopped)) from stopped
        for event, (_, reached) in zip(events, lines, strict=True):
            evolve(self.state, event)
            self._remember(event, at, reached)

    def _remember(self, event: Event, at: str, head: str) -> None:
        """Keep the head at each turn's end, when the phase began, and when anything happened last.

        A fork is made at no table: what happened last is what the game before did.
        """
        if not isinstance(event, Forked):
            self.last = at
        before, self._stands = self._stands, (self.state.board.turn, self.state.phase)
        self.spent.take(self.state.entries, event, at, self.state)
        if isinstance(event, PhaseSettled) and event.phase == "wrap":
            self.heads = [one for one in self.heads if one.turn != event.turn]
            self.heads.append(HeadView(event.turn, head[:RECEIPT]))
        elif isinstance(event, SessionClosed):
            self.heads.append(HeadView(0, head[:RECEIPT]))
        elif isinstance(event, PhaseBegun) or (
            isinstance(event, Rewound) and self._stands != before
        ):
            self.since = at

    def _let_play(self) -> None:
        """Ask the playbooks of seats without people for what is missing, through their links."""
        if self._answering or not self.state.settled or not self.log.writable:
            return
        self._answering = True
        try:
            for _ in range(MOST_ACTS):  # an answer may put a question to a seat asked before
                if not any(self._let_seat_play(seat) for seat in list(playing(self.state))):
                    break
        finally:
            self._answering = False

    def _let_seat_play(self, seat: str) -> bool:
        """Ask one seat's playbook until it has nothing to do; whether it did anything."""
        acted = False
        name, scenario = playing(self.state).get(seat, ""), self.state.scenario
        playbook = at_table(scenario, seat, name) if name in names_for(scenario, seat) else None
        while playbook and waits_for(self.state, seat) and self._takes():
            label = next_label(self.state, f"playbook:{seat}")
            stream = words(self.state, label)
            command = playbook(self.view(seat), stream, label)
            if isinstance(stream, chance.Counter) and command is not None:
                command.words = stream.used - int(label.rsplit("/", 1)[1])
            if command is None:
                break
            try:
                self.ask(seat, command)
            except Refused:
                break  # a playbook that asks for what cannot be had holds its turn
            acted = True
        return acted

    def _takes(self) -> bool:
        """Whether commands are taken: kept durably, or in memory where the facilitator chose that."""
        return self.log.in_memory or not self.trouble()

    def view(self, who: str, person: str = "") -> View:
        """What `who` may see now; `person` is who of a seat looks."""
        view = view_for(self.state, who, self.heads, person)
        view.since = self.since
        timed(view, self.spent.seconds())
        return view

    def trouble(self) -> str:
        """Why nothing can be kept at the moment, for a person; empty when all is well."""
        if not self.log.writable:
            return "This save is open elsewhere; here it can only be read."
        return self.log.stopped or ""

    def on_change(self, changed: Changed) -> Callable[[], None]:
        """Call `changed` after every change; what comes back ends that."""
        self._watchers.append(changed)
        return lambda: self._watchers.remove(changed)

    def tell(self) -> None:
        """Tell everyone that something has changed."""
        for changed in list(self._watchers):
            changed()

    def close(self) -> None:
        """Let go of the save."""
        self.log.close()
