"""The event read out: cards with sources and changes, what came to nothing, choices handed over or answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tui.desks import calm, desk, fill, kept, press, screen_of
from tests.tui.seatings import SIZES, notices, small, table_of, text_of
from wargame.game.commands import Advance, FireInject, RecordFact, WriteInject
from wargame.table.table import Table
from wargame.tui.screens.choose import Choose
from wargame.tui.screens.event import EventScreen
from wargame.tui.screens.handover import HandoverScreen
from wargame.tui.screens.table import TableScreen

pytestmark = pytest.mark.usefixtures("no_rest")


def drawing(folder: Path, card: str, turns: int = 1, **opening: Any) -> Table:
    """A table whose first event is a card of our choosing."""
    plain = small()
    plain["setups"][0]["place"] = [{"card": card, "where": "top"}]
    table = table_of(folder, plain, **opening)
    table.ask("facilitator", Advance("setup"))
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_a_card_is_read_out_with_its_source_and_what_it_changed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = desk(drawing(tmp_path, "flood"), EventScreen)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        text = text_of(app.screen)
    for wanted in (
        "Event: Flood",
        "The river comes over the meadows. (source 6)",
        "Coffers 4 -> 3 (-1)  The dyke has to be mended.",
        "By itself: Taxes",
    ):
        assert wanted in text


async def test_a_card_that_came_to_nothing_says_so(tmp_path: Path) -> None:
    app = desk(drawing(tmp_path, "drought"), EventScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        assert "Drought came to nothing" in text_of(app.screen)


async def test_a_choice_names_its_seat_its_ways_and_its_price(tmp_path: Path) -> None:
    app = desk(drawing(tmp_path, "beggars"), EventScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        text = text_of(app.screen)
    assert "The town must choose: Beggars at the gate" in text
    assert "1 Let them in.  costs Coffers 1" in text
    assert "F2 Enter Choose" in text


async def test_the_facilitator_can_answer_for_the_seat(tmp_path: Path) -> None:
    table = drawing(tmp_path, "beggars")
    app = desk(table, EventScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "2")
        screen_of(app, EventScreen)
        assert "Chosen: Beggars at the gate" in text_of(app.screen)
        assert "F2 Enter Talks and orders" in text_of(app.screen)
    [answer] = kept(table, "dilemma_answered")
    assert (answer["seat"], answer["option"]) == ("town", "send")


async def test_the_choice_can_be_handed_to_its_seat(tmp_path: Path) -> None:
    app = desk(drawing(tmp_path, "beggars"), EventScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "enter")
        assert screen_of(app, HandoverScreen)._next == "town"


async def test_leaving_the_question_leaves_the_choice_open(tmp_path: Path) -> None:
    table = drawing(tmp_path, "beggars")
    app = desk(table, EventScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        screen_of(app, Choose)
        await press(pilot, "escape")
        screen_of(app, EventScreen)
        assert table.view("facilitator").dilemmas


async def test_a_closed_way_out_is_refused_with_its_sentence(tmp_path: Path) -> None:
    plain = small()
    plain["setups"][0]["place"] = [{"card": "beggars", "where": "top"}]
    plain["tracks"][3]["start"] = 9
    plain["tracks"][3]["id"] = plain["tracks"][3]["id"]
    for track in plain["tracks"]:
        if track["id"] == "anger":
            track["start"] = 9
    table = table_of(tmp_path, plain)
    table.ask("facilitator", Advance("setup"))
    app = desk(table, EventScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "enter", "3")
        assert notices(app) == ["That way out is not open now."]
        screen_of(app, EventScreen)


async def test_the_event_can_be_read_again_from_the_table(tmp_path: Path) -> None:
    table = drawing(tmp_path, "flood")
    table.ask("facilitator", Advance("event"))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f3")
        assert "Event: Flood" in text_of(screen_of(app, EventScreen))
        await press(pilot, "enter")
        screen_of(app, TableScreen)
        assert table.state.phase == "talks"


async def test_from_the_table_the_key_that_goes_on_opens_a_waiting_choice(tmp_path: Path) -> None:
    app = desk(drawing(tmp_path, "beggars"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "The town   must choose" in text_of(app.screen)
        await press(pilot, "enter")
        screen_of(app, EventScreen)


async def test_a_drawn_card_waits_for_the_facilitator(tmp_path: Path) -> None:
    table = table_of(tmp_path, read_cards=True)
    table.ask("facilitator", Advance("setup"))
    app = desk(table, EventScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Let it act, hold it or skip it." in text_of(app.screen)
        await press(pilot, "enter", "2")
        await fill(pilot, reason="Not today.")
        assert "Let it act" not in text_of(app.screen)
        await press(pilot, "c", "1", "1")
    assert kept(table, "card_held")[0]["reason"] == "Not today."
    assert kept(table, "card_let_act")


def told_in_private(folder: Path) -> Table:
    """A table at whose event a card is public, a letter one seat's, a hunch nobody's, a fact another seat's."""
    table = drawing(folder, "flood")
    for title, to in (("A letter", ["town"]), ("A rumour", []), ("A hunch", ["facilitator"])):
        table.ask("facilitator", WriteInject(title, "It says so.", [], to))
        written = table.view("facilitator").injects
        assert written is not None
        table.ask("facilitator", FireInject(written.injects[-1].id))
    table.ask("facilitator", RecordFact("sale", "The mill is sold.", to=["abbey"]))
    return table


async def test_what_is_private_says_to_the_facilitator_for_whom_alone_it_is(tmp_path: Path) -> None:
    table = told_in_private(tmp_path)
    for who in ("town", "abbey", "public", "observer"):
        assert all(not one.only for one in table.view(who).happenings)
    app = desk(table, EventScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        text = text_of(app.screen)
    assert "[for The town alone] Event: A letter" in text
    assert "[for the facilitator alone] Event: A hunch" in text
    assert "] Event: A rumour" not in text
    assert "] Event: Flood" not in text


async def test_the_table_says_too_for_whom_alone_an_event_and_a_fact_are(tmp_path: Path) -> None:
    app = desk(told_in_private(tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await calm(pilot)
        text = text_of(screen_of(app, TableScreen))
    assert "[for The town alone] Event: A letter" in text
    assert "[for The abbey alone]" in text
