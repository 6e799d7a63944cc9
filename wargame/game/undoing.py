"""Undo: the last step taken back, before anyone was told. For whatever was told there is the rewind.

A *step* is what one command of a person's led to, and what playbooks did upon it. Somebody was *told*
of it when the shared screen was theirs at any time from the step on, and what they may see was
changed by it. The facilitator, who takes the step back, does not count.
"""

from __future__ import annotations

from wargame.game.audience import PUBLIC
from wargame.game.commands import Undo
from wargame.game.events import (
    ClockSetBack,
    Corrected,
    DiceThrown,
    DilemmaAnswered,
    Event,
    Forked,
    ItemParked,
    ItemTicked,
    NoteWritten,
    ObjectionRaised,
    OrderSealed,
    PlanWritten,
    PublicFollowed,
    Rewound,
    ScreenHanded,
    ScreenLocked,
    ScreenUnlocked,
    ThrowCalled,
    TimerExtended,
    TimerPaused,
    TimerResumed,
    TimerSet,
    TimerStarted,
    WordsStruck,
)
from wargame.game.evolve import evolve, reopened
from wargame.game.evolve.history import ROOM, lines_of, numbers_of, replayed, state_at
from wargame.game.looking import view_for
from wargame.game.names import FACILITATOR
from wargame.game.play import Play
from wargame.game.records import dataclass
from wargame.game.refusals import Refused
from wargame.game.rulings import finish, unfinished
from wargame.game.seating import AS_OBSERVER
from wargame.game.state import Line, State
from wargame.game.timers import begin_again

UNDONE = "undone"
"""The reason that an undone step is rewound with, and how the lines are named that are left so."""
BESIDE = (
    ScreenHanded,
    ScreenLocked,
    ScreenUnlocked,
    PublicFollowed,
    NoteWritten,
    PlanWritten,
    ItemParked,
    ItemTicked,
    WordsStruck,
    Corrected,
    Forked,
    *ROOM,
    TimerStarted,
    TimerSet,
    TimerPaused,
    TimerResumed,
    TimerExtended,
    ClockSetBack,
)
"""What stands beside the game: no undo takes it back, it goes on to the step before.

So it does where playbooks acted upon such a step: a seat that was handed to one stays with it.
"""


@dataclass(slots=True, frozen=True)
class Step:
    """The last step: the entries after `to`, up to `end`; `seen` are those whose the screen was since."""

    to: int
    end: int
    seen: frozenset[str]


class _Entries:
    """The entries of a game as its state holds them: what happened by each, and where one rested."""

    def __init__(self, state: State) -> None:
        self.lines = lines_of(state)
        self._numbers = numbers_of(self.lines)
        replay = replayed(state, state.line, reopened, evolve)
        self._rests = {id(line) for line, moment in replay if not unfinished(moment)}

    def event(self, n: int) -> Event | None:
        """What happened by entry `n`; None for a rewind."""
        line = self.lines[n]
        made = line is not None and self._numbers.get(id(line)) == n
        return line[1] if made and line is not None else None

    def rests(self, n: int) -> bool:
        """Whether everything that happens by itself was done after entry `n`."""
        return id(self.lines[n]) in self._rests

    def begins(self, n: int) -> bool:
        """Whether a step of a person's begins with entry `n`."""
        event = self.event(n)
        if event is None:
            return True
        return self.rests(n - 1) and not _by_playbook(event)

    def first_of(self, n: int) -> int:
        """The entry with which the step began that entry `n` belongs to."""
        while n > 0 and not self.begins(n):
            n -= 1
        return n

    def beside(self, n: int) -> bool:
        """Whether what happened by entry `n` stands beside the game."""
        return isinstance(self.event(n), BESIDE)

    def objected(self, n: int) -> bool:
        """Whether entry `n` is the objection for which the game was taken back."""
        return n > 0 and isinstance(self.event(n), ObjectionRaised)

    def stands_at(self, n: int) -> int:
        """The entry whose state the game has again since the rewind of entry `n`."""
        line = self.lines[n]
        while line is not None and id(line) not in self._numbers:
            line = line[0]
        return self._numbers[id(line)] if line is not None else 0

    def looked(self, start: int) -> set[str]:
        """Who looked at the shared screen when entry `start` was made, and since."""
        found: set[str] = set()
        for n in range(len(self.lines) - 1, 0, -1):
            event = self.event(n)
            if isinstance(event, ScreenHanded):
                found.add(event.seat)
                if n < start:
                    break
        return found | ({PUBLIC} if self.followed(start) else set())

    def followed(self, start: int) -> bool:
        """Whether a public screen followed elsewhere when entry `start` was made, or at any time since."""
        for n in range(len(self.lines) - 1, 0, -1):
            event = self.event(n)
            if isinstance(event, PublicFollowed) and (event.follows or n < start):
                return event.follows
        return False


def _by_playbook(event: Event) -> bool:
    """Whether a playbook did this, by chance of its own."""
    return isinstance(event, OrderSealed | DilemmaAnswered) and bool(event.label)


def last_step(state: State) -> Step | None:
    """The last step that could be taken back; None at the beginning. After an undo it is the step before."""
    entries = _Entries(state)
    undone = {n + 1 for name, n in state.branches if _undone(name)}
    end = state.entries
    start = entries.first_of(end)
    while end in undone or entries.beside(end) or entries.beside(start):
        last = end if entries.beside(end) else start
        end = entries.stands_at(end) if end in undone else last - 1
        start = entries.first_of(end)
    if entries.event(start - 1) is None and entries.objected(start - 2):
        start -= 1
    if entries.objected(start - 1):
        start -= 1
    if start <= 0:
        return None
    return Step(start - 1, end, frozenset(entries.looked(start)))


def why_kept(state: State, step: Step) -> str:
    """Why the dice of this step stand, in a sentence; empty where it may be taken back.

    Dice that the table threw for an order, or for what comes of one, are never thrown again for the
    asking. What it threw for rules and cards goes with a step that was taken too early, but only once:
    a moment at which they were thrown anew already is gone back to with a reason.
    """
    entries = _Entries(state)
    made = [entries.event(n) for n in range(step.to + 1, step.end + 1)]
    dice = [one for one in made if isinstance(one, DiceThrown) and not one.throw.entered]
    if not dice:
        return ""
    calls = [one for one in made if isinstance(one, ThrowCalled) and one.label]
    if any(one.seat for one in dice) or any(one.cause.kind == "order" for one in calls):
        return "The dice of an order were thrown: nobody throws again for the asking."
    moment = entries.stands_at(step.to)
    if any(entries.stands_at(n + 1) == moment for name, n in state.branches if _undone(name)):
        return "This was undone once before, and chance has answered anew: it does so once."
    return ""


def _undone(branch: str) -> bool:
    """Whether a line was left by an undo."""
    return branch.startswith(f"{UNDONE}-")


def told_to(state: State, step: Step) -> list[str]:
    """Who was told of a step: those who looked at the screen since, and may see that something changed."""
    watchers = sorted(step.seen - {FACILITATOR})
    if not watchers:
        return []
    lines = lines_of(state)
    before = _views(state, lines[step.to], watchers)
    after = _views(state, lines[step.end], watchers)
    return [who for who in watchers if before[who] != after[who]]


def _views(state: State, line: Line | None, watchers: list[str]) -> dict[str, object]:
    """What each of them saw at the end of a line."""
    moment = state_at(state, line, reopened, evolve)
    moment.people = state.people  # who looked, sat there then or has come since
    return {who: view_for(moment, who) for who in watchers}


def undo(play: Play, command: Undo) -> None:
    """Take the last step back; refused where somebody was told of it, or where its dice stand."""
    state = play.state
    step = last_step(state)
    if step is None:
        raise Refused("nothing_to_undo", "Nothing has been done that could be undone.")
    kept = why_kept(state, step)
    if kept:
        raise Refused("dice_thrown", f"{kept} Where it must be, rewind and say why.")
    told = told_to(state, step)
    if told:
        names = {seat.id: seat.name for seat in state.scenario.seats} | {PUBLIC: "Everyone"}
        names |= {f"{AS_OBSERVER}{one.id}": one.name for one in state.people.values()}
        whom = ", ".join(names.get(one, one) for one in told)
        raise Refused(
            "already_told", f"{whom} has seen the last step: rewind instead, and say why."
        )
    play.emit(Rewound(step.to, UNDONE, free_name(state, UNDONE), room=True))
    begin_again(play)
    finish(play)


def free_name(state: State, word: str) -> str:
    """A name for the line that is left: the word with the first number that is free."""
    taken = {name for name, _ in state.branches}
    number = 1
    while f"{word}-{number}" in taken:
        number += 1
    return f"{word}-{number}"
