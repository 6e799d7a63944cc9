"""Tables for tests: the small scenario on disk, with a clock and chance that are the same in every run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.house.source import ROOT
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.changes import Person
from wargame.game.commands import (
    AcceptResult,
    Advance,
    CallThrow,
    ChooseMethod,
    ChooseOption,
    CloseSession,
    Command,
    EnterDice,
    OpenAdjudication,
    OpenSession,
    Throw,
)
from wargame.game.scenario import Scenario
from wargame.saves.entry import Entry
from wargame.saves.reading import read
from wargame.table.table import Table

SEED = bytes(range(32))
FACILITATOR = "facilitator"
SEATS = ("town", "guild", "abbey")
PEOPLE = (Person("ann", "Player one", "town"), Person("bob", "Player two", "guild"))
BOOKS = dict.fromkeys(SEATS, "random")


@cache
def small() -> Scenario:
    """The small scenario."""
    return compile_scenario(load(ROOT / "tests" / "decks" / "small"))


class Ticking:
    """A clock on which a second passes at every look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, 0, 0, 123456, UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Counting:
    """Fresh hex digits, the same ones in every run."""

    def __init__(self) -> None:
        self.taken = 0

    def __call__(self) -> str:
        self.taken += 1
        return f"{self.taken:032x}"


def new(path: Path, people: Sequence[Person] = PEOPLE, **more: Any) -> Table:
    """A new game at this path. `more` are fields of `OpenSession`."""
    opening = OpenSession(path.stem, people=list(people), **more)
    table = Table.create(path, small(), opening, SEED, Ticking())
    table.fresh = Counting()
    return table


def entries(table: Table) -> list[Entry]:
    """What stands in the save on disk."""
    return read(table.log.path).whole().entries


def kinds(table: Table) -> list[str]:
    """The kinds of the entries on disk."""
    return [one.kind for one in entries(table)]


def goes_on(table: Table) -> Command:
    """What a facilitator asks who only wants the game to go on."""
    state = table.state
    judged = state.adjudication
    if state.called is not None:
        return EnterDice([50])
    if state.dilemmas:
        waiting = table.view(FACILITATOR).dilemmas[0]
        way = next(one for one in waiting.options if not one.why_not)
        return ChooseOption(waiting.card, way.id)
    if state.phase == "hotwash":
        return CloseSession()
    if judged is None:
        if state.phase == "adjudicate" and state.queue:
            return OpenAdjudication()
        return Advance(state.phase, holds=True)
    if judged.quality is not None:
        return AcceptResult(judged.order_id)
    if judged.called is not None:
        return EnterDice([3, 4]) if judged.called.entered else Throw("word")
    if judged.method != "weighted":
        return ChooseMethod(judged.order_id, "weighted")
    return CallThrow(judged.order_id)


def play(table: Table, steps: int = 500) -> Table:
    """Go on for so many steps, or to the close."""
    for _ in range(steps):
        if table.state.closed:
            break
        table.ask(FACILITATOR, goes_on(table))
    return table
