"""A game played in memory: commands in, events kept, and every step of the rules watched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from tests.game.scenes import SEATS, scenario
from wargame.game import chance
from wargame.game.changes import OrderText, Person
from wargame.game.commands import (
    AcceptResult,
    Advance,
    CallThrow,
    Command,
    EnterDice,
    OpenAdjudication,
    Proceed,
    SealOrder,
)
from wargame.game.events import Event, SessionOpened
from wargame.game.evolve import evolve, opened
from wargame.game.fitting import misfits
from wargame.game.looking import view_for
from wargame.game.names import Phase
from wargame.game.refusals import Refused
from wargame.game.rules import decide
from wargame.game.scenario import Scenario
from wargame.game.state import State
from wargame.game.views import View

SEED = bytes(range(32))
FACILITATOR = "facilitator"
EVERYBODY = (*SEATS, FACILITATOR, "public")


class Nonces:
    """Fresh hex digits, the same ones in every run."""

    def __init__(self, first: int = 0) -> None:
        self.taken = first

    def __call__(self) -> str:
        self.taken += 1
        return f"{self.taken:032x}"


def opening(made: Scenario, **more: Any) -> SessionOpened:
    """The first entry of a game of this scenario; `more` replaces its fields."""
    setup = made.setups[more.get("setup", made.default_setup)]
    fields: dict[str, Any] = {
        "format": 1,
        "wargame": "test",
        "session": "test",
        "scenario": made.plain,
        "scenario_sha256": "0" * 64,
        "setup": setup.id,
        "seats": [one.id for one in made.seats],
        "people": [],
        "chance": "hmac-1",
        "commitment": chance.commitment(SEED),
        "secret": {"seed": SEED.hex()},
        "seed_given": True,
        "turns": setup.turns,
    }
    return SessionOpened(**(fields | more))


class Game:
    """A game in memory. `do` is what `Table.ask` is, without a save; `at` is the time, empty for none."""

    at = ""

    def __init__(self, made: Scenario, **more: Any) -> None:
        first = opening(made, **more)
        self.fresh = Nonces()
        self.state: State = opened(made, first)
        self.events: list[Event] = [first]
        self.runs: list[tuple[str, Command, list[Event]]] = []
        self.do(Proceed())

    def do(self, command: Command, by: str = FACILITATOR) -> list[Event]:
        """Ask for something; the events it led to. `Refused` when it is refused."""
        events = decide(self.state, by, command, self.fresh, self.at)
        for event in events:
            assert misfits(self.state, event) == [], event
            evolve(self.state, event)
        self.events += events
        self.runs.append((by, command, events))
        return events

    def view(self, who: str) -> View:
        """What somebody sees."""
        return view_for(self.state, who)

    def view_of(self, seat: str, person: str) -> View:
        """What one of a seat's people sees."""
        return view_for(self.state, seat, person=person)

    def value(self, index: int) -> int:
        """A track's value."""
        return self.state.value(index)

    def to(self, phase: Phase, holds: bool = True) -> Game:
        """Move on until this phase; what waits for a ruling is an error."""
        while self.state.phase != phase:
            self.do(Advance(self.state.phase, holds))
        return self

    def turn(self, turn: int, phase: Phase = "event") -> Game:
        """Move on until this phase of this turn."""
        while self.state.board.turn != turn:
            self.do(Advance(self.state.phase, holds=True))
        return self.to(phase)

    def seal(self, seat: str, move: str = "", order_id: str = "", **more: Any) -> str:
        """Seal an order as its own seat; the order's id."""
        action = more.pop("action", "" if move else f"{seat} acts")
        command = SealOrder(seat, OrderText(move, action, **more), order_id)
        sealed = self.do(command, by=seat)[-1]
        return str(sealed.order_id)  # type: ignore[union-attr]

    def take_up(self, order_id: str = "") -> str:
        """Open an order's adjudication; its id."""
        opened_one = self.do(OpenAdjudication(order_id))[-1]
        return str(opened_one.order_id)  # type: ignore[union-attr]

    def throw(self, dice: Sequence[int], order_id: str = "") -> str:
        """Take an order up (if none is) and enter the dice; its id."""
        table = self.state.adjudication
        taken = table.order_id if table else self.take_up(order_id)
        self.do(CallThrow(taken, entered=True))
        self.do(EnterDice(list(dice)))
        return taken

    def judge(self, dice: Sequence[int], order_id: str = "", **more: Any) -> list[Event]:
        """Take an order up, enter the dice and accept the result."""
        return self.do(AcceptResult(self.throw(dice, order_id), **more))

    def kinds(self) -> list[str]:
        """The kinds of the events so far."""
        return [type(event).__name__ for event in self.events]

    def of(self, kind: type) -> list[Any]:
        """The events of one kind."""
        return [event for event in self.events if isinstance(event, kind)]


def game(setup_id: str = "", people: Iterable[Person] = (), **parts: Any) -> Game:
    """A game of a scenario put together from parts."""
    made = scenario(**parts)
    return Game(made, setup=setup_id or made.default_setup, people=list(people))


def refused(play: Game, command: Command, by: str = FACILITATOR) -> str:
    """The code with which a command is refused; nothing may have changed."""
    before, taken = play.state.copy(), play.fresh.taken
    with pytest.raises(Refused) as caught:
        decide(play.state, by, command, play.fresh, play.at)
    play.fresh.taken = taken
    assert play.state == before
    assert len(caught.value.sentence) > 5
    return caught.value.code
