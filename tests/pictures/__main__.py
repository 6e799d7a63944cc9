"""Plays Tightrope to the orders of turn 3 and saves what the facilitator then sees, as SVG."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from wargame.decks.compile import compile_scenario
from wargame.decks.folders import find
from wargame.decks.load import load
from wargame.game.changes import OrderText, Person
from wargame.game.commands import (
    AcceptResult,
    Advance,
    CallThrow,
    ChooseOption,
    OpenAdjudication,
    OpenSession,
    SealOrder,
    SendMessage,
    Throw,
)
from wargame.game.names import FACILITATOR
from wargame.table.seats import LocalKeeper, links
from wargame.table.table import Table
from wargame.tui.facilitator import WargameApp
from wargame.tui.home import Seating
from wargame.tui.screens.table import TableScreen

HERE = Path(__file__).parent
SEED = bytes(range(32))
PEOPLE = [
    Person("one", "player one", "baghdad"),
    Person("two", "player two", "washington"),
    Person("three", "player three", "tehran"),
    Person("four", "player four", "militias"),
]


def table_in(folder: Path) -> Table:
    """A game of Tightrope in the orders of turn 3, two of four orders in."""
    scenario = compile_scenario(load(find("tightrope")))
    opening = OpenSession("picture", people=PEOPLE, banner="EXERCISE")
    table = Table.create(folder / "picture.jsonl", scenario, opening, SEED)
    while not (table.state.board.turn == 3 and table.state.phase == "orders"):
        step(table)
    seal(table, "baghdad")
    seal(table, "washington")
    words = "Can you hold the airport road until the money comes?"
    table.ask("baghdad", SendMessage("baghdad", ["washington"], words))
    return table


def step(table: Table) -> None:
    """One step of a game in which everyone gives the first order that is open."""
    state = table.state
    judged = state.adjudication
    for one in table.view(FACILITATOR).dilemmas:
        way = next(option for option in one.options if not option.why_not)
        table.ask(FACILITATOR, ChooseOption(one.card, way.id))
    if state.phase == "adjudicate" and judged is None and state.queue:
        table.ask(FACILITATOR, OpenAdjudication())
    elif judged is not None and judged.quality is not None:
        table.ask(FACILITATOR, AcceptResult(judged.order_id))
    elif judged is not None and judged.called is not None:
        table.ask(FACILITATOR, Throw("table"))
    elif judged is not None:
        table.ask(FACILITATOR, CallThrow(judged.order_id))
    else:
        if state.phase == "orders":
            for seat in state.scenario.seats:
                seal(table, seat.id)
        table.ask(FACILITATOR, Advance(state.phase, holds=True))


def seal(table: Table, seat: str) -> None:
    """Seal an order of the seat's menu that is open, another one each turn."""
    menu = [one for one in table.view(seat).menu if not one.why_not]
    item = menu[table.state.board.turn % len(menu)]
    target = item.targets[0].id if item.targets else ""
    order = OrderText(item.id, "", target=target, covert=item.covert == "yes")
    table.ask(seat, SealOrder(seat, order))


def plain(svg: str) -> str:
    """The picture without the fonts that it would fetch: any fixed-width font does."""
    return re.sub(r"@font-face\s*{[^}]*}|<!--.*?-->", "", svg)


async def picture() -> str:
    """What the facilitator sees, 120 columns wide and 40 rows high."""
    with tempfile.TemporaryDirectory() as name:
        table = table_in(Path(name))
        seating = Seating(links(table), LocalKeeper(table), table.close)
        app = WargameApp(lambda: TableScreen(seating), seating)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            return plain(app.export_screenshot(title="Wargame"))


def main() -> None:
    """Write the pictures beside this file."""
    (HERE / "table.svg").write_text(asyncio.run(picture()), encoding="utf-8")


if __name__ == "__main__":
    main()
