"""A seat's screen: its papers, and everything it can do from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import desk, judging, press, revealed
from tests.tui.seatings import (
    SIZES,
    app_of,
    notices,
    overflowing,
    seal,
    settle,
    small,
    table_of,
    text_of,
    to_talks,
)
from wargame.game.commands import (
    AcceptResult,
    Advance,
    CallThrow,
    EnterDice,
    SendMessage,
)
from wargame.table.table import Table
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.dilemma import DilemmaScreen
from wargame.tui.screens.messages import MessageScreen
from wargame.tui.screens.phrase import PhraseScreen
from wargame.tui.screens.reveal import RevealScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.widgets.area import PlainArea
from wargame.tui.widgets.fields import PlainInput, Tick


def with_beggars(folder: Path) -> Table:
    """A game whose first event is the town's dilemma."""
    plain = small()
    for card in plain["cards"]:
        if card["id"] == "beggars":
            card["turn"] = 1
    table = table_of(folder, plain)
    table.ask("facilitator", Advance("setup"))
    assert [one.card for one in table.view("town").dilemmas] == ["beggars"]
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_before_turn_1_a_seat_reads_its_objectives_and_its_brief(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_of(table_of(tmp_path), SeatScreen, "guild")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = text_of(app.screen)
        assert "There is no bridge." in text
        assert "yours alone to know" in text
        assert "Your chest is nobody's business." in text


@pytest.mark.parametrize("size", SIZES)
async def test_a_seat_sees_its_board_its_orders_and_its_receipt(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = app_of(table, SeatScreen, "guild")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Give your order: press o." in text_of(app.screen)
        assert "Chest" in text_of(app.screen)
        seal(table, "guild", "toll", reasons=["Boats cost money"])
        await settle(pilot)
        text = text_of(app.screen)
        assert table.view("guild").sealed[0].receipt in text
        assert "Boats cost money" in text
        assert overflowing(app.screen) == []


async def test_a_track_of_another_seat_is_not_on_the_board(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = app_of(table, SeatScreen, "abbey")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Chest" not in text_of(app.screen)
        assert "Coffers" in text_of(app.screen)


async def test_each_paper_has_a_key_and_the_arrows_turn_them(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    table.ask("town", SendMessage("town", ["guild"], "Sell us your boats"))
    app = app_of(table, SeatScreen, "guild")
    async with app.run_test(size=(120, 40)) as pilot:
        expected = {
            "2": "What you want",
            "3": "goes with",
            "4": "Sell us your boats",
            "5": "committed to",
            "6": "The story so far",
            "1": "Give your order",
        }
        for key, words in expected.items():
            await pilot.press(key)
            await settle(pilot)
            assert words in text_of(app.screen), key
        await pilot.press("right")
        await settle(pilot)
        assert "What you want" in text_of(app.screen)
        await pilot.press("left", "left", "left")
        await settle(pilot)
        assert "committed to" in text_of(app.screen)


async def test_the_record_shows_head_receipts_and_the_commitment(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    table.ask("facilitator", Advance("talks"))
    table.ask("facilitator", Advance("orders", holds=True))
    table.ask("facilitator", Advance("reveal"))
    table.ask("facilitator", Advance("adjudicate"))
    app = app_of(table, SeatScreen, "town")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("5")
        await settle(pilot)
        text = text_of(app.screen).replace(" ", "").replace("\n", "")
        assert table.heads[0].head in text
        assert table.state.commitment in text


async def test_only_what_can_be_done_now_is_offered(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, SeatScreen, "guild")
    async with app.run_test(size=(100, 30)) as pilot:

        def offered() -> set[str]:
            actions = {one.binding.action for one in app.screen.active_bindings.values()}
            return actions & {"order", "revise", "withdraw", "choose"}

        assert offered() == set()
        to_talks(table)
        await settle(pilot)
        assert offered() == {"order"}
        seal(table, "guild", "toll")
        await settle(pilot)
        assert offered() == {"revise", "withdraw"}


async def test_an_order_is_taken_back_after_a_question(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    seal(table, "guild", "toll")
    app = app_of(table, SeatScreen, "guild")
    async with app.run_test() as pilot:
        await pilot.press("w")
        assert isinstance(app.screen, Confirm)
        await pilot.press("n")
        await settle(pilot)
        assert len(table.view("guild").sealed) == 1
        await pilot.press("w", "y")
        await settle(pilot)
        assert table.view("guild").sealed == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_dilemma_is_chosen_with_arrows_and_enter(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = with_beggars(tmp_path)
    app = app_of(table, SeatScreen, "town")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "You must choose: Beggars" in text_of(app.screen)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, DilemmaScreen)
        assert "Let them in.  costs Coffers 1" in text_of(app.screen)
        assert overflowing(app.screen) == []
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, SeatScreen)
    assert table.view("town").dilemmas == []
    happened = table.view("facilitator").happenings
    assert "Send them away." in [one.text for one in happened]


async def test_a_dilemma_is_chosen_by_its_number_too(tmp_path: Path) -> None:
    table = with_beggars(tmp_path)
    app = app_of(table, SeatScreen, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        assert "2  Send them away." in text_of(app.screen)
        await pilot.press("9")
        await settle(pilot)
        assert table.view("town").dilemmas
        await pilot.press("2")
        await settle(pilot)
    assert table.view("town").dilemmas == []
    assert "Send them away." in [one.text for one in table.view("facilitator").happenings]


async def test_a_closed_way_out_of_a_dilemma_says_why_and_is_not_taken(tmp_path: Path) -> None:
    plain = small()
    for track in plain["tracks"]:
        if track["id"] == "anger":
            track["start"] = 8
    for card in plain["cards"]:
        if card["id"] == "beggars":
            card["turn"] = 1
    table = table_of(tmp_path, plain)
    table.ask("facilitator", Advance("setup"))
    app = app_of(table, DilemmaScreen, "town")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        why = table.view("town").dilemmas[0].options[2].why_not
        assert f"closed: {why}" in text_of(app.screen)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert notices(app) == [f"That is closed: {why}"]
        assert len(table.view("town").dilemmas) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_message_goes_to_those_who_are_ticked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = app_of(table, SeatScreen, "guild", "two")
    async with app.run_test(size=size) as pilot:
        await pilot.press("m")
        assert isinstance(app.screen, MessageScreen)
        town, abbey, facilitator = app.screen.query(Tick)
        assert app.focused is town
        await pilot.press("down", "space")
        app.screen.query_one(PlainArea).words = "Let us talk of tolls"
        assert (town.value, abbey.value, facilitator.value) == (False, True, False)
        assert overflowing(app.screen) == []
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, SeatScreen)
    assert [(one.to, one.text) for one in table.view("abbey").messages] == [
        (["abbey"], "Let us talk of tolls")
    ]
    assert table.view("town").messages == []


async def test_a_message_to_nobody_is_refused_in_words_and_stays_written(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = app_of(table, MessageScreen, "guild")
    async with app.run_test(notifications=True) as pilot:
        app.screen.query_one(PlainArea).words = "hello"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, MessageScreen)
        assert "Write to one or more other seats" in notices(app)[0]
        assert app.screen.query_one(PlainArea).words == "hello"


async def test_a_seat_sets_its_pass_phrase_and_takes_it_away(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, SeatScreen, "guild")
    async with app.run_test(size=(80, 24)) as pilot:
        link = app.seating.links["guild"] if app.seating else None
        assert link is not None
        for phrase, opens in (("sesame", False), ("", True)):
            await pilot.press("p")
            assert isinstance(app.screen, PhraseScreen)
            first, again = app.screen.query(PlainInput)
            first.value, again.value = phrase, phrase
            assert "sesame" not in text_of(app.screen)
            again.focus()
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(app.screen, SeatScreen)
            assert link.opens("") is opens
            assert link.opens(phrase)


async def test_a_phrase_typed_differently_the_second_time_is_not_set(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, SeatScreen, "guild")
    async with app.run_test() as pilot:
        await pilot.press("p")
        first, again = app.screen.query(PlainInput)
        first.value, again.value = "river", "rover"
        again.focus()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PhraseScreen)
        assert table.state.phrases == {}


async def test_the_story_so_far_says_of_an_order_where_it_stands(tmp_path: Path) -> None:
    table = revealed(tmp_path)
    app = app_of(table, SeatScreen, "town", "", "6")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Build: shown, to be ruled on" in text_of(app.screen)
    judged = tmp_path / "judged"
    judged.mkdir()
    table = judging(judged, "town")
    [order] = [one for one in table.view("town").sealed if one.seat == "town"]
    table.ask("facilitator", CallThrow(order.order_id, entered=True))
    table.ask("facilitator", EnterDice([6, 6]))
    table.ask("facilitator", AcceptResult(order.order_id))
    app = app_of(table, SeatScreen, "town", "", "6")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = text_of(app.screen)
        assert "Build succeeds strongly" in text
        assert "Build: s" not in text


async def test_a_long_paper_is_paged(tmp_path: Path) -> None:
    app = desk(revealed(tmp_path), RevealScreen)
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        paper = app.screen.query_one("#paper")
        await press(pilot, "pagedown")
        assert paper.scroll_offset.y > 0
        await press(pilot, "pageup")
        assert paper.scroll_offset.y == 0
