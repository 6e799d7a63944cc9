"""Even-handedness: what came of each seat's orders, for the facilitator at any time and for all at the close."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.table.games import Ticking
from tests.tui.desks import FACILITATOR, judging
from tests.tui.seatings import SIZES, app_of, settle, text_of
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    CallThrow,
    CloseSession,
    Edit,
    EndGame,
    EnterDice,
    WeighArgument,
)
from wargame.game.views import LedgerView
from wargame.table.table import Table
from wargame.tui.screens.ledger import LedgerScreen
from wargame.tui.screens.table import TableScreen


def ruled(folder: Path) -> Table:
    """The town's order, argued, thrown by hand, edited and accepted; a second passes with every command."""
    table = judging(folder, "town")
    table.clock = Ticking()
    assert table.state.adjudication is not None
    order = table.state.adjudication.order_id
    table.ask("guild", AddArgument(order, "con", "Too far.", "guild"))
    table.ask("abbey", AddArgument(order, "con", "Too wet.", "abbey"))
    table.ask("town", AddArgument(order, "pro", "We can swim.", "town"))
    named = {one.text: one.id for one in table.state.adjudication.arguments}
    table.ask(FACILITATOR, WeighArgument(order, named["Too far."], "set_aside"))
    table.ask(FACILITATOR, WeighArgument(order, named["We can swim."], "strong"))
    table.ask(FACILITATOR, CallThrow(order, entered=True))
    table.ask(FACILITATOR, EnterDice([6, 5]))
    edit = Edit("mood", 7, "They cheered.")
    table.ask(FACILITATOR, AcceptResult(order, add=[edit], reason="It was said."))
    return table


def row(table: Table, who: str, seat: str) -> LedgerView:
    return next(one for one in table.view(who).ledger if one.seat == seat)


def test_each_seats_row_counts_what_was_done_to_its_orders(tmp_path: Path) -> None:
    table = ruled(tmp_path)
    town = row(table, FACILITATOR, "town")
    assert (town.ruled, town.won, town.cons, town.strong, town.set_aside) == (1, 1, 2, 1, 1)
    assert town.edited == 1
    assert town.odds == table.state.judged[0].odds > 0
    assert town.factors == sum(one.by for one in table.state.judged[0].factors)
    assert town.seconds > 0
    assert row(table, FACILITATOR, "guild") == LedgerView("guild")


def test_nobody_else_sees_the_ledger_before_the_close_and_everybody_after_it(
    tmp_path: Path,
) -> None:
    table = ruled(tmp_path)
    for who in ("town", "guild", "public"):
        assert table.view(who).ledger == []
    table.ask(FACILITATOR, EndGame())
    assert table.view("public").ledger == []
    table.ask(FACILITATOR, CloseSession())
    assert table.view("public").ledger == table.view(FACILITATOR).ledger
    assert len(table.view("public").ledger) == 3


@pytest.mark.parametrize("size", SIZES)
async def test_the_ledger_is_one_key_away_and_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    table = ruled(tmp_path)
    app = app_of(table, TableScreen)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("E")
        await settle(pilot)
        assert isinstance(app.screen, LedgerScreen)
        shown = text_of(app.screen)
        assert "edited" in shown
        [line] = [one for one in shown.splitlines() if one.strip().startswith("The town")]
        assert line.split()[2:4] == ["1", "1"]
        assert line.rstrip().endswith(":07")
