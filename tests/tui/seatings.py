"""Real tables for screens to sit at, and what stands on a screen."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from tests.house.source import ROOT
from wargame.cli.history import LocalHistory
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.changes import OrderText, Person
from wargame.game.commands import Advance, ChooseOption, OpenSession, SealOrder
from wargame.game.refusals import Refused
from wargame.players.playbooks import names_for
from wargame.saves.errors import SaveError
from wargame.saves.shelf import Shelf
from wargame.table.seats import LocalKeeper, links
from wargame.table.table import Table
from wargame.tui.facilitator import WargameApp
from wargame.tui.home import SaveCard, ScenarioCard, ScenarioName, Seating, SetupCard

SMALL = ROOT / "tests/decks/small"
PEOPLE = [
    Person("one", "Player One", "town"),
    Person("two", "Player Two", "guild"),
    Person("three", "Player Three", "guild"),
]
SEED = bytes(range(32))
SIZES = [(80, 24), (120, 40)]


@cache
def _small() -> dict[str, Any]:
    return load(SMALL)


def small() -> dict[str, Any]:
    """The small scenario as plain JSON, to be changed at will."""
    return deepcopy(_small())


def table_of(folder: Path, plain: dict[str, Any] | None = None, **opening: Any) -> Table:
    """A new game of the small scenario (or of `plain`), with a seed that is always the same."""
    opening.setdefault("people", list(PEOPLE))
    session = OpenSession("game", **opening)
    return Table.create(folder / "game.jsonl", compile_scenario(plain or small()), session, SEED)


def seating_of(table: Table) -> Seating:
    """Links and keeper of a table."""
    return Seating(links(table), LocalKeeper(table), table.close, history=LocalHistory(table))


def to_talks(table: Table) -> None:
    """Go on to the talks of the next turn, dilemmas answered with the first way that is open."""
    table.ask("facilitator", Advance(table.state.phase))
    for one in list(table.view("facilitator").dilemmas):
        option = next(way for way in one.options if not way.why_not)
        table.ask(one.seat, ChooseOption(one.card, option.id))
    table.ask("facilitator", Advance("event"))


def seal(table: Table, seat: str, move: str, **more: Any) -> str:
    """Seal an order of the menu for a seat and return its id."""
    table.ask(seat, SealOrder(seat, OrderText(move, "", **more)))
    return table.view(seat).sealed[-1].order_id


def app_of(table: Table, first: Callable[..., Screen[None]], *rest: Any) -> WargameApp:
    """An application whose first screen is `first(seating, *rest)`."""
    seating = seating_of(table)
    return WargameApp(lambda: first(seating, *rest), seating)


def text_of(screen: Screen[Any]) -> str:
    """The characters that stand on the terminal, row by row."""
    strips = screen._compositor.render_strips(screen.size)
    return "\n".join(strip.text.rstrip() for strip in strips)


def notices(app: WargameApp) -> list[str]:
    """The notices that are showing."""
    return [one.message for one in app._notifications]


def overflowing(screen: Screen[Any]) -> list[str]:
    """The focusable widgets that lie outside what can be seen, and cannot be scrolled to."""
    visible = screen.size.region
    return [
        str(one)
        for one in screen.query(Widget)
        if one.focusable and not visible.overlaps(one.region) and not _scrolls(one)
    ]


def _scrolls(widget: Widget) -> bool:
    return any(isinstance(one, Widget) and one.allow_vertical_scroll for one in widget.ancestors)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is left to be drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


class RealHouse:
    """A house over a folder: the small scenario, and whatever saves lie there."""

    def __init__(self, folder: Path) -> None:
        self.shelf = Shelf(folder)
        self.opened: list[Table] = []
        self.reviewed: list[str] = []

    def saves(self) -> list[SaveCard]:
        return [
            SaveCard(
                one.name, one.title, one.turn, one.entries, one.last_at, one.closed, one.problem
            )
            for one in self.shelf.saves()
        ]

    def scenarios(self) -> list[ScenarioName]:
        whole = small()
        return [ScenarioName("small", whole["title"], whole["summary"]), ScenarioName("missing")]

    def scenario(self, name: str) -> ScenarioCard:
        if name != "small":
            raise Refused("no_such_scenario", f"There is no scenario [{name}].")
        whole = compile_scenario(small())
        setups = [
            SetupCard(one.id, one.title, one.text, one.turns) for one in whole.setups.values()
        ]
        seats = [(one.id, one.name) for one in whole.seats]
        books = {one.id: names_for(whole, one.id) for one in whole.seats}
        return ScenarioCard(
            name, whole.title, whole.summary, setups, whole.default_setup, seats, books
        )

    def free(self, session: str) -> str:
        try:
            taken = self.shelf.path(session).exists()
        except SaveError as error:
            return str(error)
        return f"There is a game called {session} already." if taken else ""

    def start(self, scenario: str, opening: OpenSession, seed: str) -> Seating:
        if why := self.free(opening.session):
            raise Refused("bad_name", why)
        path = self.shelf.path(opening.session)
        secret = bytes.fromhex(seed) if seed else None
        return self._sit(Table.create(path, compile_scenario(small()), opening, secret))

    def resume(self, save: str) -> Seating:
        return self._sit(Table.open(self.shelf.find(save)))

    def review(self, save: str) -> Screen[None]:
        self.reviewed.append(save)
        return Screen()

    def _sit(self, table: Table) -> Seating:
        self.opened.append(table)
        return seating_of(table)
