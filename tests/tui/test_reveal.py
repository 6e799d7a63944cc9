"""The reveal: all orders at once in turn order, covert ones for the facilitator only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import calm, desk, press, revealed, screen_of
from tests.tui.seatings import SIZES, text_of
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
