"""The order form: what is written there is what is sealed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widget import Widget

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
from wargame.game.commands import RecordFact
from wargame.game.names import Where
from wargame.table.table import Table
from wargame.tui.plain import Plain
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.order_form import OrderForm
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.widgets.order_fields import OrderFields


def talking(folder: Path, *hand: str) -> Table:
    """A game in the talks of turn 1, with these cards in the guild's hand."""
    plain = small()
    where: Where = "hand"
    plain["setups"][0]["place"] = [{"card": card, "where": where} for card in hand]
    for deck in plain["decks"]:
        if deck["id"] == "favours":
            deck["draw"] = 0
    table = table_of(folder, plain)
    to_talks(table)
    return table


def fields_of(screen: object) -> OrderFields:
    assert isinstance(screen, OrderForm)
    return screen.query_one(OrderFields)


@pytest.mark.parametrize("size", SIZES)
async def test_a_menu_order_is_sealed_with_target_words_result_and_reasons(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = talking(tmp_path)
    app = app_of(table, OrderForm, "town", "one")
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "enter")
        fields = fields_of(app.screen)
        assert app.focused is not None
        assert app.focused.parent is fields.target.parent
        assert overflowing(app.screen) == []
        await pilot.press("right", "right", "enter")
        assert app.focused is fields.action
        fields.action.words = "Drink with the farmers"
        fields.result.words = "Two farmers speak for the bridge"
        fields.reasons[0].words = "The harvest was good"
        fields.reasons[2].words = "They need the road"
        await pilot.press("ctrl+s")
        await settle(pilot)
    order = table.state.sealed["t1-town-1"].order
    assert (order.move, order.target, order.person) == ("court", "to_farmers", "one")
    assert order.action == "Drink with the farmers"
    assert order.result == "Two farmers speak for the bridge"
    assert order.reasons == ["The harvest was good", "They need the road"]


async def test_words_left_empty_are_those_of_the_menu(tmp_path: Path) -> None:
    table = talking(tmp_path)
    app = app_of(table, OrderForm, "town")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+s")
        await settle(pilot)
    order = table.state.sealed["t1-town-1"].order
    assert (order.action, order.result) == (
        "Drive piles and lay beams.",
        "A bridge stands by the season's end.",
    )


async def test_the_receipt_is_said_when_the_order_is_sealed(tmp_path: Path) -> None:
    table = talking(tmp_path)
    app = app_of(table, SeatScreen, "town")
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("o")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, SeatScreen)
        assert notices(app) == [f"Sealed. Receipt: {table.view('town').sealed[0].receipt}"]


async def test_an_order_without_its_target_is_refused_in_words_and_stays_written(
    tmp_path: Path,
) -> None:
    table = talking(tmp_path)
    app = app_of(table, OrderForm, "town")
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("down")
        fields_of(app.screen).reasons[0].words = "kept"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "choose a target" in notices(app)[0]
        assert fields_of(app.screen).reasons[0].words == "kept"
        assert table.state.sealed == {}


async def test_a_closed_order_says_why(tmp_path: Path) -> None:
    plain = small()
    for track in plain["tracks"]:
        if track["id"] == "coffers":
            track["start"] = 0
    table = table_of(tmp_path, plain)
    to_talks(table)
    app = app_of(table, OrderForm, "town")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        about = app.screen.query_one("#about", Plain).shown
        assert "costs Coffers 2" in about
        assert "CLOSED: It costs more than there is." in about
        assert "x Build" in text_of(app.screen)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert notices(app) == ["Build: It costs more than there is."]


async def test_a_free_order_needs_only_words_of_its_own(tmp_path: Path) -> None:
    table = talking(tmp_path)
    app = app_of(table, OrderForm, "abbey")
    async with app.run_test() as pilot:
        await pilot.press("end")
        fields = fields_of(app.screen)
        fields.action.words = "Ring the bells\nall night"
        fields.covert.value = True
        await pilot.press("ctrl+s")
        await settle(pilot)
    order = table.state.sealed["t1-abbey-1"].order
    assert (order.move, order.action, order.covert) == ("", "Ring the bells\nall night", True)


@pytest.mark.parametrize(("move", "covert"), [("bribe", True), ("toll", False), ("build", False)])
async def test_covert_is_asked_only_where_there_is_a_choice(
    tmp_path: Path, move: str, covert: bool
) -> None:
    table = talking(tmp_path)
    seat = "town" if move == "build" else "guild"
    app = app_of(table, OrderForm, seat)
    async with app.run_test() as pilot:
        if move == "toll":
            await pilot.press("down")
        row = fields_of(app.screen).covert.parent
        assert row is not None
        assert row.display is (move == "toll")
        await pilot.press("ctrl+s")
        await settle(pilot)
    assert table.state.sealed[f"t1-{seat}-1"].order.covert is covert


async def test_only_assets_that_suit_the_order_are_offered_and_attached(tmp_path: Path) -> None:
    table = talking(tmp_path, "boatmen", "letter")
    app = app_of(table, OrderForm, "guild")
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        assert "Loyal boatmen +1" in text_of(app.screen)
        fields = fields_of(app.screen)
        for tick in fields.assets:
            tick.value = True
        await pilot.press("end")
        await settle(pilot)
        assert "Loyal boatmen" not in text_of(app.screen)
        fields.action.words = "Read the letter aloud"
        await pilot.press("ctrl+s")
        await settle(pilot)
    assert table.state.sealed["t1-guild-1"].order.assets == ["letter"]


async def test_revising_begins_with_what_was_sealed_and_keeps_the_orders_id(tmp_path: Path) -> None:
    table = talking(tmp_path)
    seal(table, "town", "court", target="to_millers", reasons=["first", "second"])
    before = table.view("town").sealed[0].receipt
    app = app_of(table, SeatScreen, "town")
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("r")
        await settle(pilot)
        fields = fields_of(app.screen)
        assert fields.target.value == "to_millers"
        assert [one.words for one in fields.reasons[:2]] == ["first", "second"]
        assert fields.action.words == ""
        fields.reasons[1].words = "better"
        await pilot.press("ctrl+s")
        await settle(pilot)
        after = table.view("town").sealed
        assert [one.order_id for one in after] == ["t1-town-1"]
        assert after[0].reasons == ["first", "better"]
        assert after[0].receipt != before
        assert notices(app) == [f"Sealed. Receipt: {after[0].receipt}"]


async def test_as_many_reasons_appear_as_are_written(tmp_path: Path) -> None:
    app = app_of(talking(tmp_path), OrderForm, "town")
    async with app.run_test() as pilot:
        fields = fields_of(app.screen)

        def shown() -> int:
            return sum(one.parent.display for one in fields.reasons if one.parent)

        assert shown() == 3
        fields.reasons[2].words = "a third"
        await settle(pilot)
        assert shown() == 4


async def test_leaving_a_written_form_asks_first_and_an_untouched_one_does_not(
    tmp_path: Path,
) -> None:
    app = app_of(talking(tmp_path), SeatScreen, "town")
    async with app.run_test() as pilot:
        await pilot.press("o")
        await pilot.press("down")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, SeatScreen)
        await pilot.press("o")
        fields_of(app.screen).reasons[0].words = "written"
        await pilot.press("escape")
        assert isinstance(app.screen, Confirm)
        await pilot.press("n")
        await settle(pilot)
        assert fields_of(app.screen).reasons[0].words == "written"
        await pilot.press("escape", "y")
        await settle(pilot)
        assert isinstance(app.screen, SeatScreen)


async def test_a_digit_picks_a_target(tmp_path: Path) -> None:
    app = app_of(talking(tmp_path), OrderForm, "town")
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        target = fields_of(app.screen).target
        for key, value in (("2", "to_farmers"), ("1", "to_millers"), ("9", "to_millers")):
            await pilot.press(key)
            assert target.value == value


async def test_tab_and_the_arrows_go_through_the_whole_form(tmp_path: Path) -> None:
    app = app_of(talking(tmp_path), OrderForm, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
        fields = fields_of(app.screen)
        wanted: list[Widget] = [fields.target, fields.action, fields.result, *fields.reasons[:3]]
        for field in wanted:
            assert app.focused is field
            await pilot.press("down")
        assert app.focused is app.screen.query_one("#seal")
        await pilot.press("up")
        assert app.focused is wanted[-1]
        fields.target.focus()
        await pilot.press("shift+tab")
        assert app.focused is app.screen.query_one("#menu")


async def test_help_and_menu_open_from_inside_a_field_and_a_question_mark_is_typed(
    tmp_path: Path,
) -> None:
    app = app_of(talking(tmp_path), OrderForm, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        field = fields_of(app.screen).action
        field.focus()
        await pilot.press("question_mark")
        assert field.words == "?"
        for key in ("f1", "f10", "ctrl+p"):
            await pilot.press(key)
            await settle(pilot)
            assert app.screen.is_modal, key
            await pilot.press("escape")
            await settle(pilot)
            assert isinstance(app.screen, OrderForm)


async def test_an_ongoing_situation_is_offered_to_be_ended(tmp_path: Path) -> None:
    table = talking(tmp_path)
    fact = RecordFact("coal", "Coal is short in the town.", situation=True)
    table.ask("facilitator", fact)
    app = app_of(table, OrderForm, "town", "one")
    async with app.run_test(size=(80, 24)) as pilot:
        fields = fields_of(app.screen)
        await settle(pilot)
        assert "no situation" in text_of(app.screen)
        fields.aimed.value = "coal"
        await settle(pilot)
        assert "Coal is short" in text_of(app.screen)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert overflowing(app.screen) == []
    sealed = next(iter(table.state.sealed.values()))
    assert sealed.order.aimed == "coal"


async def test_an_order_in_ones_own_words_begins_at_the_words(tmp_path: Path) -> None:
    table = talking(tmp_path)
    app = app_of(table, OrderForm, "town", "one")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "enter")
        assert app.focused is fields_of(app.screen).action
        await pilot.press(*"Go on", "ctrl+s")
        await settle(pilot)
    assert table.state.sealed["t1-town-1"].order.action == "Go on"


async def test_what_a_field_asks_for_stands_whole_at_the_smallest_size(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = app_of(table, OrderForm, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        for words in ("What is to be done (needed)", "What is seen when it works"):
            assert words in text_of(app.screen)
