"""What a seat reads on its papers: what is new, what it is asked, its own orders and its keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import press, revealed
from tests.tui.seatings import (
    SIZES,
    app_of,
    seal,
    settle,
    table_of,
    text_of,
    to_talks,
)
from tests.tui.test_seat import with_beggars
from wargame.game.changes import OrderText
from wargame.game.commands import (
    AcceptResult,
    Advance,
    ChooseMethod,
    DeclareProject,
    OpenAdjudication,
    Rule,
    SealOrder,
    SendMessage,
)
from wargame.table.table import Table
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.widgets.papers import Paper, now_lines


async def test_a_seat_is_told_of_the_messages_that_came_in_this_turn(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    table.ask("town", SendMessage("town", ["guild"], "Before the first turn"))
    to_talks(table)
    app = app_of(table, SeatScreen, "guild")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert " this turn, from" not in text_of(app.screen)
        assert " 4 Talks " in text_of(app.screen)
        table.ask("guild", SendMessage("guild", ["town"], "Our own"))
        table.ask("town", SendMessage("town", ["abbey"], "Not to us"))
        table.ask("town", SendMessage("town", ["guild"], "A loan?"))
        table.ask("facilitator", SendMessage("facilitator", ["guild"], "Hurry"))
        await settle(pilot)
        said = " ".join(app.screen.query_one(Paper).shown.split())
        assert "> 2 messages this turn, from The town, Facilitator: press 4." in said
        assert " 4 Talks (2) " in text_of(app.screen)
    assert table.view("abbey").messages[-1].text == "Not to us"


@pytest.mark.parametrize("size", SIZES)
async def test_the_record_lists_the_sealed_order_of_this_turn_with_its_receipt(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = revealed(tmp_path)
    sealed = table.view("guild").sealed[0]
    app = app_of(table, SeatScreen, "guild")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "5")
        text = text_of(app.screen)
        assert f"turn 1  {sealed.name}" in text
        assert f"not ruled on yet.  Receipt {sealed.receipt}" in " ".join(text.split(" "))
        assert " none" not in text


async def test_help_on_a_seats_screen_lists_the_keys_that_scroll_its_paper(tmp_path: Path) -> None:
    app = app_of(table_of(tmp_path), SeatScreen, "guild")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f1")
        text = text_of(app.screen)
        for words in ("Scroll up", "Scroll down", "Page up", "Page down", "Paper before"):
            assert words in text


async def test_the_record_keeps_the_words_of_the_seats_own_orders_and_what_was_told(
    tmp_path: Path,
) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    text = OrderText("", "Dig a ditch", "The road stays dry", ["It rains"])
    table.ask("town", SealOrder("town", text))
    for seat, move in (("guild", "toll"), ("abbey", "preach")):
        seal(table, seat, move)
    for phase in ("talks", "orders", "reveal"):
        table.ask("facilitator", Advance(phase))
    order = next(one for one in table.view("facilitator").waiting if "-town-" in one)
    table.ask("facilitator", OpenAdjudication(order))
    table.ask("facilitator", ChooseMethod(order, "umpire", reason="It is plain."))
    table.ask("facilitator", Rule(order, "success", "It is so."))
    table.ask("facilitator", AcceptResult(order, narrative="The ditch is dug."))
    app = app_of(table, SeatScreen, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5")
        said = " ".join(app.screen.query_one(Paper).shown.split())
        told = "Dig a ditch so that: The road stays dry because: It rains told: The ditch is dug."
        assert told in said, said
        await press(pilot, "6")
        assert "Free order “Dig a ditch” succeeds" in text_of(app.screen)


async def test_the_text_of_a_dilemma_stands_where_it_is_to_be_answered_and_with_the_others(
    tmp_path: Path,
) -> None:
    table = with_beggars(tmp_path)
    card = table.view("town").dilemmas[0]
    for seat, told in (("town", "> You must choose: "), ("abbey", "> The town must choose: ")):
        app = app_of(table, SeatScreen, seat)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            said = " ".join(app.screen.query_one(Paper).shown.split())
            assert f"{told}{card.title}" in said
            assert " ".join(card.text.split()) in said
        table = Table.open(table.log.path)


async def test_a_seat_is_told_of_its_project(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    table.ask("guild", SealOrder("guild", OrderText("", "Dredge the ford.", "A dry ford.")))
    for phase in ("talks", "orders", "reveal"):
        table.ask("facilitator", Advance(phase, holds=True))
    table.ask("facilitator", OpenAdjudication())
    table.ask("facilitator", DeclareProject("t1-guild-1", "ford", "A dry ford", 2))
    app = app_of(table, SeatScreen, "guild")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        said = " ".join(app.screen.query_one(Paper).shown.split())
        assert "Your project: A dry ford: 0 of 2 stages done" in said, said


def test_a_seat_is_told_that_its_order_came_late(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    order = seal(table, "town", "build")
    view = table.view("town")
    assert "Your order is in. Until" in "\n".join(one.plain for one in now_lines(view, 99))
    view.late = [order]
    assert "Your order is in, late. Until" in "\n".join(one.plain for one in now_lines(view, 99))
