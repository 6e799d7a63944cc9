"""A game without tracks and without a menu on the screens: facts are its board."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tui.desks import desk, fill, kept, press
from tests.tui.seatings import SIZES, app_of, notices, overflowing, small, table_of, text_of
from wargame.game.commands import Advance, RecordFact
from wargame.table.table import Table
from wargame.tui.screens.board import BoardScreen
from wargame.tui.screens.form import Form
from wargame.tui.screens.order_form import OrderForm
from wargame.tui.screens.seat import SeatScreen

pytestmark = pytest.mark.usefixtures("no_rest")


def by_word() -> dict[str, Any]:
    """The small scenario with nothing left but seats, facts and endings by facts."""
    plain = small()
    emptied = ("tracks", "orders", "standing", "decks", "cards", "injects", "mechanisms", "setups")
    for empty in emptied:
        plain[empty] = []
    plain["default_setup"] = None
    plain["endings"] = [one for one in plain["endings"] if one["id"] in ("built", "ferry")]
    for seat in plain["seats"]:
        seat["objectives"] = [one for one in seat["objectives"] if "fact." in one["when"]]
    return plain


def in_talks(folder: Path) -> Table:
    table = table_of(folder, by_word())
    table.ask("facilitator", Advance("setup"))
    table.ask("facilitator", Advance("event"))
    return table


async def test_a_fact_that_the_scenario_knows_is_chosen_and_needs_no_words(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f")
        assert "2 A bridge crosses the river." in text_of(app.screen)
        await press(pilot, "2", "ctrl+s")
        assert "A bridge crosses the river." in text_of(app.screen)
    (recorded,) = kept(table, "fact_recorded")
    assert recorded["fact"]["fact"] == "bridge"
    assert (recorded["fact"]["owner"], recorded["fact"]["modifier"]) == ("town", 1)


async def test_a_fact_that_holds_is_not_offered_again(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    table.ask("facilitator", RecordFact("bridge", ""))
    assert "bridge" not in [one.id for one in table.view("facilitator").declared]
    assert [one.id for one in table.view("facilitator").declared] == ["timber", "bribed", "truce"]


def test_what_could_be_established_is_the_facilitators_to_know(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    for who in ("town", "guild", "abbey", "public"):
        assert table.view(who).declared == []


async def test_a_fact_without_name_and_words_is_asked_for_again(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f", "1")
        await fill(pilot, text="")
        assert "Fact: this has to be filled in." in text_of(app.screen)
        assert isinstance(app.screen, Form)
        await fill(pilot, text="The ferryman has drowned.")
    (recorded,) = kept(table, "fact_recorded")
    assert recorded["fact"]["text"] == "The ferryman has drowned."


async def test_without_tracks_the_story_has_the_whole_width(tmp_path: Path) -> None:
    app = desk(in_talks(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "escape", "b", "down", "t", "escape")
        assert text_of(app.screen).split("\n")[2].startswith(" Seats")


@pytest.mark.parametrize("size", SIZES)
async def test_facts_stand_where_the_board_would(tmp_path: Path, size: tuple[int, int]) -> None:
    table = in_talks(tmp_path)
    app = app_of(table, SeatScreen, "town")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.screen.has_class("-reading")
        table.ask("facilitator", RecordFact("bridge", ""))
        await pilot.pause()
        first = text_of(app.screen).splitlines()[3][:40]
        assert first.startswith("  - A bridge crosses the river.")
        assert not app.screen.has_class("-reading")
        assert overflowing(app.screen) == []


async def test_the_whole_board_is_all_facts(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    table.ask("facilitator", RecordFact("truce", ""))
    app = desk(table, BoardScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "The abbey has called a truce." in text_of(app.screen)
        await press(pilot, "t", "down", "up")
        assert isinstance(app.screen, BoardScreen)


async def test_an_order_is_written_in_ones_own_words(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    app = app_of(table, OrderForm, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Free order" in text_of(app.screen)
        form = app.screen
        assert isinstance(form, OrderForm)
        form._fields.action.words = "Build a ford."
        await press(pilot, "ctrl+s")
    (sealed,) = kept(table, "order_sealed")
    assert (sealed["order"]["move"], sealed["order"]["action"]) == ("", "Build a ford.")


async def test_where_there_is_no_menu_whoever_orders_types_at_once(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    app = app_of(table, OrderForm, "town", "one")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *"Build", "ctrl+s")
    assert next(iter(table.state.sealed.values())).order.action == "Build"


def test_without_tracks_a_turn_in_which_no_fact_is_made_or_ended_is_calm(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    table.ask("facilitator", RecordFact("ford", "The ford is dry."))
    while table.state.board.turn < 2 or table.state.phase != "wrap":
        table.ask("facilitator", Advance(table.state.phase, holds=True))
    assert table.state.calm == {1: False, 2: True}


async def test_where_there_is_no_menu_no_menu_is_shown_or_spoken_of(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    app = app_of(table, OrderForm, "town", "one")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "ctrl+s")
        assert notices(app) == ["Write what is to be done."]
        assert "The menu" not in text_of(app.screen)
        assert "What is seen when it works" in text_of(app.screen)
