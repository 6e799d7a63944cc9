"""The house that the screens are given: a shelf of saves, the scenarios at hand, and tables to sit at."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wargame.cli.answers import Unusable
from wargame.cli.arguments import seed as seed_of
from wargame.cli.building import make_folder, new_save, scenario_for
from wargame.cli.forecasting import Forecaster
from wargame.cli.history import LocalHistory
from wargame.decks.folders import shipped
from wargame.decks.load import headline
from wargame.decks.problems import ScenarioError
from wargame.game.audience import PUBLIC
from wargame.game.commands import OpenSession
from wargame.game.refusals import Refused
from wargame.game.scenario import Scenario
from wargame.players.playbooks import book_for, names_for
from wargame.saves.errors import SaveError
from wargame.saves.shelf import Shelf
from wargame.table.seats import LocalKeeper, links
from wargame.table.table import Table
from wargame.tui.home import LookingBack, SaveCard, ScenarioCard, ScenarioName, Seating, SetupCard

Review = Callable[[Path], LookingBack]
"""Makes the screen that looks back on a save."""


class LocalHouse:
    """The saves in one folder, and tables in this process."""

    def __init__(self, folder: Path, review: Review) -> None:
        """Keep house in this folder of saves; `review` makes the screen that looks back."""
        self.shelf = Shelf(folder)
        self._review = review

    def saves(self) -> list[SaveCard]:
        """The saves, the one played last first."""
        return [
            SaveCard(
                one.name,
                one.title,
                one.turn,
                one.entries,
                one.last_at,
                one.closed,
                one.problem,
            )
            for one in self.shelf.saves()
        ]

    def scenarios(self) -> list[ScenarioName]:
        """The scenarios that are shipped."""
        return [ScenarioName(name, *headline(folder)) for name, folder in shipped().items()]

    def scenario(self, name: str) -> ScenarioCard:
        """A scenario, read and checked."""
        with _as_refusal():
            return card_of(name, scenario_for(name, later=True))

    def free(self, session: str) -> str:
        """Why a session cannot have this name; empty when it can."""
        try:
            new_save(self.shelf.folder, session)
        except SaveError as error:
            return str(error)
        return ""

    def start(self, scenario: str, opening: OpenSession, seed: str) -> Seating:
        """Open a new game."""
        with _as_refusal():
            given = seed_of(seed) if seed else None
            return begin(self.shelf.folder, scenario_for(scenario, later=True), opening, given)

    def resume(self, save: str) -> Seating:
        """Go on with a save, exactly where it stopped."""
        with _as_refusal():
            return go_on(self.shelf.find(save))

    def review(self, save: str) -> LookingBack:
        """The screen that looks back on a save."""
        with _as_refusal():
            return self._review(self.shelf.find(save))


@contextmanager
def _as_refusal() -> Iterator[None]:
    """Make whatever cannot be used a refusal, whose sentence a screen shows."""
    try:
        yield
    except (SaveError, ScenarioError, Unusable, ArgumentTypeError) as error:
        raise Refused("unusable", str(error)) from error
    except OSError as error:
        raise Refused("unusable", f"{error.filename or ''}: {error.strerror}.") from error


def card_of(name: str, scenario: Scenario) -> ScenarioCard:
    """A scenario as the set-up screen needs it."""
    return ScenarioCard(
        name,
        scenario.title,
        scenario.summary,
        [SetupCard(one.id, one.title, one.text, one.turns) for one in scenario.setups.values()],
        scenario.default_setup,
        [(seat.id, seat.name) for seat in scenario.seats],
        {seat.id: names_for(scenario, seat.id) for seat in scenario.seats},
        {seat.id: characters(scenario, seat.id) for seat in scenario.seats},
    )


def characters(scenario: Scenario, seat: str) -> dict[str, str]:
    """What each playbook of a seat does, in its own words, by its name."""
    books = [book_for(scenario, seat, one) for one in names_for(scenario, seat)]
    return {one.id: f"{one.name}. {one.text}" for one in books}


def begin(folder: Path, scenario: Scenario, opening: OpenSession, seed: bytes | None) -> Seating:
    """A new game and everybody's seat at it."""
    path = new_save(folder, opening.session)
    make_folder(folder)
    return seating(Table.create(path, scenario, opening, seed))


def go_on(path: Path) -> Seating:
    """A game that goes on, and everybody's seat at it; Unusable when it was closed."""
    table = Table.open(path)
    if table.state.closed:
        table.close()
        raise Unusable(f"This session is closed. Look back on it: wargame review {path}")
    return seating(table)


def look_on(path: Path) -> Seating:
    """The public's seat at a game that another process plays, and nobody else's."""
    table = Table.watch(path)
    return Seating({PUBLIC: links(table)[PUBLIC]}, None, table.close, catch_up=table.catch_up)


def seating(table: Table) -> Seating:
    """Everybody's seat at a table, and what the facilitator should be told first."""
    mended = table.log.mended
    word = f"A line that a crash had cut short was set aside in {mended}." if mended else ""
    keeper = LocalKeeper(table) if table.log.writable else None
    forecaster = Forecaster(table)
    history = LocalHistory(table)
    return Seating(links(table), keeper, table.close, word, forecaster=forecaster, history=history)
