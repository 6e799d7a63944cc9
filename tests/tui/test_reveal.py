"""The reveal: all orders at once in turn order, covert ones for the facilitator only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import FACILITATOR, calm, desk, kept, press, revealed, screen_of
from tests.tui.seatings import SIZES, notices, seal, table_of, text_of, to_talks
from wargame.game.commands import Advance, StandIn
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.reveal import RevealScreen
from wargame.tui.screens.table import TableScreen

COVERT = {"guild": {"move": "bribe", "reasons": ["The purse is heavy."]}}


pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.mark.parametrize("size", SIZES)
async def test_all_orders_stand_there_in_turn_order_with_their_receipts(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = revealed(tmp_path, orders={"town": {"reasons": ["The oak is felled."]}})
    app = desk(table, RevealScreen)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        text = text_of(app.screen)
    names = {"town": "The town: Build", "guild": "The guild: Raise", "abbey": "The abbey: Preach"}
    places = [text.index(names[seat]) for seat in table.view("facilitator").first]
    assert places == sorted(places)
    assert "Because The oak is felled." in text
    assert "Wanted: A bridge stands by the season's end." in text
    for order in table.view("facilitator").revealed:
        assert f"Sealed: {order.receipt}" in text


async def test_a_covert_order_is_marked_and_hidden_from_a_public_screen(tmp_path: Path) -> None:
    app = desk(revealed(tmp_path, orders=COVERT), RevealScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        assert "The guild: Bribe a councillor  COVERT" in text_of(app.screen)
        assert "Only you and the seat may know of this order." in text_of(app.screen)
        await press(pilot, "j")
        text = text_of(app.screen)
        assert "PUBLIC" in text
        for secret in ("Bribe", "COVERT", "guild", "purse", "holds"):
            assert secret not in text


async def test_on_a_public_screen_a_covert_order_is_judged_unseen(tmp_path: Path) -> None:
    table = revealed(tmp_path, orders=COVERT)
    app = desk(table, RevealScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "enter")
        screen_of(app, AdjudicationScreen)
        for _ in range(3):
            current = table.state.adjudication
            assert current is not None
            text = text_of(app.screen)
            if "guild" in current.order_id:
                assert "An order is judged that is not public." in text
                assert "Bribe" not in text
                assert "The guild throws" not in text
                assert "The guild:" not in text
            await press(pilot, "enter")
            if "guild" in current.order_id:
                assert "Bribe" not in text_of(app.screen)
            await press(pilot, "space")


async def test_the_key_that_goes_on_takes_up_the_first_order(tmp_path: Path) -> None:
    table = revealed(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        screen_of(app, RevealScreen)
        await press(pilot, "enter")
        screen_of(app, AdjudicationScreen)
        first = table.view("facilitator").first[0]
        assert table.state.adjudication is not None
        assert first in table.state.adjudication.order_id
        await press(pilot, "escape")
        screen_of(app, TableScreen)


async def test_escape_goes_to_the_table_and_the_key_that_goes_on_comes_back(tmp_path: Path) -> None:
    app = desk(revealed(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "escape")
        screen_of(app, TableScreen)
        await press(pilot, "enter")
        screen_of(app, RevealScreen)


@pytest.mark.parametrize("shown", ["reveal", "results"])
async def test_a_late_order_is_taken_by_opening_the_orders_again(
    tmp_path: Path, shown: str
) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    seal(table, "town", "build")
    table.ask(FACILITATOR, Advance("talks"))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        table.ask(FACILITATOR, StandIn("guild", "playbook"))
        await press(pilot, "enter", "3")
        screen_of(app, RevealScreen)
        assert "The abbey: holds" in text_of(app.screen)
        assert "An order that comes late: R opens the orders again." in text_of(app.screen)
        if shown == "results":
            await press(pilot, "enter", "enter")
            assert kept(table, "dice_thrown")
        await press(pilot, "R")
        asked = text_of(app.screen)
        assert "Open the orders again, for a late one of The guild, The" in asked, asked
        assert ("1 throw taken back" in asked) == (shown == "results")
        await press(pilot, "y")
        screen_of(app, TableScreen)
        assert table.state.phase == "orders"
        seal(table, "abbey", "preach")
        await press(pilot, "R")
        assert any("once orders are shown" in one for one in notices(app))
        await press(pilot, "enter", "3")
    view = table.view(FACILITATOR)
    assert {one.seat for one in view.revealed} == {"town", "abbey"}
    assert kept(table, "rewound")[0]["reason"] == "A late order: The guild, The abbey"


async def test_what_everybody_sees_says_no_more_of_a_seat_that_holds_than_of_a_covert_one(
    tmp_path: Path,
) -> None:
    texts = []
    for name, covert in (("a", True), ("b", False)):
        (tmp_path / name).mkdir()
        table = table_of(tmp_path / name)
        to_talks(table)
        seal(table, "town", "build")
        if covert:
            seal(table, "guild", "bribe")
        table.ask(FACILITATOR, Advance("talks"))
        table.ask(FACILITATOR, Advance("orders", holds=True))
        app = desk(table, RevealScreen)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "j")
            lines = text_of(app.screen).splitlines()
            assert "Press j" not in lines[1]
            texts.append([one for one in lines[1:-1] if "Sealed" not in one])
    assert texts[0] == texts[1]
