"""The whole stack at once: a turn played by a facilitator and every seat at one terminal, found again in the save."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.tui.desks import calm, desk, entries, kept, press, screen_of
from tests.tui.seatings import small, table_of
from wargame.game.views import View
from wargame.saves.verify import verify
from wargame.table.table import Table
from wargame.tui.facilitator import WargameApp
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.event import EventScreen
from wargame.tui.screens.handover import HandoverScreen
from wargame.tui.screens.hotwash import HotWashScreen
from wargame.tui.screens.order_form import OrderForm
from wargame.tui.screens.reveal import RevealScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.screens.table import TableScreen
from wargame.tui.screens.wrap import WrapScreen

SIZE = (80, 24)


pytestmark = pytest.mark.usefixtures("no_rest")


async def order_of_the_seat(app: WargameApp, pilot: Pilot[None], place: int) -> None:
    """Hand the screen to the seat at this place, let it seal the first order of its menu, and come back."""
    table = screen_of(app, TableScreen)
    seat = table.view.seats[place - 1].id
    await press(pilot, str(place))
    screen_of(app, HandoverScreen)
    await press(pilot, "enter")
    assert screen_of(app, SeatScreen).link.who == seat
    await press(pilot, "o")
    screen_of(app, OrderForm)
    await press(pilot, "ctrl+s")
    screen_of(app, SeatScreen)
    await press(pilot, "escape")
    over = screen_of(app, HandoverScreen)
    options = over.query_one(OptionList)
    options.highlighted = options.option_count - 1
    await press(pilot, "enter")
    screen_of(app, TableScreen)


async def judge_all(app: WargameApp, pilot: Pilot[None], table: Table) -> None:
    """Two keys an order: throw, accept."""
    while table.state.adjudication is not None:
        screen_of(app, AdjudicationScreen)
        await press(pilot, "enter", "space")


async def play_turn(app: WargameApp, pilot: Pilot[None], table: Table) -> None:
    """A whole turn, from the event to the wrap."""
    screen_of(app, EventScreen)
    await press(pilot, "enter")
    assert screen_of(app, TableScreen).view.phase == "orders"
    for place in (1, 2, 3):
        await order_of_the_seat(app, pilot, place)
    await press(pilot, "enter")
    screen_of(app, RevealScreen)
    await press(pilot, "enter")
    await judge_all(app, pilot, table)
    await press(pilot, "enter")
    screen_of(app, WrapScreen)


def first_turn_entries(view: View) -> Counter[str]:
    """What a turn of three orders leaves in the save at the least."""
    return Counter(
        card_drawn=1,
        phase_begun=6,
        phase_settled=6,
        screen_handed=3,
        order_sealed=3,
        orders_revealed=1,
        adjudication_opened=3,
        throw_called=len(view.judged),
        dice_thrown=len(view.judged),
        result_proposed=3,
        result_accepted=3,
    )


async def test_a_turn_played_at_one_terminal_stands_in_the_save(tmp_path: Path) -> None:
    plain = small()
    plain["setups"][0]["place"] = [{"card": "raft", "where": "top"}]
    table = table_of(tmp_path, plain)
    app = desk(table)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        await play_turn(app, pilot, table)
        view = screen_of(app, WrapScreen).view
        assert [one.turn for one in view.heads] == [1]
        await press(pilot, "enter")
        assert screen_of(app, EventScreen).view.turn == 2
        await press(pilot, "x", "y", "c", "y")
        assert screen_of(app, HotWashScreen).view.phase == "closed"
    found = Counter(one.kind for one in entries(table))
    assert first_turn_entries(view) - found == Counter()
    sealed = kept(table, "order_sealed")
    assert [one["seat"] for one in sealed] == ["town", "guild", "abbey"]
    assert {one["order"]["move"] for one in sealed} == {"build", "bribe", "watch"}
    by = {one.kind: one.by for one in entries(table)}
    assert by["order_sealed"] == "abbey"
    assert by["result_accepted"] == "facilitator"
    verdict = verify(table.log.path, view.heads[0].head)
    assert verdict.ok, verdict.damage
    assert verdict.head_entry is not None
    assert verdict.seed == "revealed"
    assert verdict.seals_checked == 3
    assert verdict.throws_checked >= 3


async def test_a_turn_goes_on_at_another_terminal_from_the_middle_of_a_ruling(
    tmp_path: Path,
) -> None:
    plain = small()
    plain["setups"][0]["place"] = [{"card": "raft", "where": "top"}]
    table = table_of(tmp_path, plain)
    app = desk(table)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "enter")
        for place in (1, 2, 3):
            await order_of_the_seat(app, pilot, place)
        await press(pilot, "enter", "enter", "enter")
        assert screen_of(app, AdjudicationScreen).table is not None
    again = Table.open(table.log.path)
    later = desk(again)
    async with later.run_test(size=SIZE) as pilot:
        await calm(pilot)
        judged = screen_of(later, AdjudicationScreen).table
        assert judged is not None
        assert judged.quality is not None
        await press(pilot, "space")
        await judge_all(later, pilot, again)
        await press(pilot, "enter")
        screen_of(later, WrapScreen)
    assert verify(table.log.path).ok
