"""The facilitator's desk in tests: an application at a real table, and a table played to where a test begins."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.seatings import app_of, seal, table_of, to_talks
from wargame.game.commands import Advance, OpenAdjudication
from wargame.saves.entry import Entry
from wargame.saves.reading import read
from wargame.table.table import Table
from wargame.tui.facilitator import WargameApp
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.form import Form
from wargame.tui.screens.table import TableScreen
from wargame.tui.widgets.fields import Picker, PlainInput

Kind = TypeVar("Kind", bound=Screen[Any])

FACILITATOR = "facilitator"
ORDERS = {"town": "build", "guild": "toll", "abbey": "preach"}


def desk(table: Table, first: type[Desk] = TableScreen) -> WargameApp:
    """An application that begins at the facilitator's table, or at another screen of the facilitator's."""
    return app_of(table, first)


def screen_of(app: WargameApp, kind: type[Kind]) -> Kind:
    """The screen in front, which has to be of this kind."""
    assert isinstance(app.screen, kind), app.screen
    return app.screen


async def calm(pilot: Pilot[None]) -> None:
    """Wait until what was pressed is done; a form may stand open."""
    for _ in range(2):
        await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each after the one before has been dealt with."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()


async def fill(pilot: Pilot[None], **values: str) -> None:
    """Put values into the lines of the form in front, and accept it."""
    form = screen_of(pilot.app, Form)  # type: ignore[arg-type]
    for name, value in values.items():
        widget = form.query_one(f"#f-{name}")
        if isinstance(widget, PlainInput):
            widget.value = value
        elif isinstance(widget, Picker):
            widget.value = value
            assert widget.value == value
    await press(pilot, "ctrl+s")


def kept(table: Table, kind: str) -> list[dict[str, Any]]:
    """What the save holds of one kind of entry."""
    return [one.data for one in entries(table) if one.kind == kind]


def entries(table: Table) -> list[Entry]:
    """All entries of the save, read from the disk."""
    return read(table.log.path).entries


def revealed(
    folder: Path, *, orders: dict[str, dict[str, Any]] | None = None, **opening: Any
) -> Table:
    """A table in the reveal of turn 1, every seat's order sealed (`orders`: seat to seal()'s arguments)."""
    table = table_of(folder, **opening)
    to_talks(table)
    for seat, move in ORDERS.items():
        more = dict((orders or {}).get(seat, {}))
        seal(table, seat, more.pop("move", move), **more)
    table.ask(FACILITATOR, Advance("talks"))
    table.ask(FACILITATOR, Advance("orders"))
    return table


def judging(folder: Path, seat: str = "", **more: Any) -> Table:
    """A table with an order on it: the first one, or that of `seat`."""
    table = revealed(folder, **more)
    table.ask(FACILITATOR, Advance("reveal"))
    waiting = table.view(FACILITATOR).waiting
    wanted = [one for one in waiting if f"-{seat}-" in one] if seat else waiting
    table.ask(FACILITATOR, OpenAdjudication(wanted[0]))
    return table
