"""The home screen: a newcomer finds the way in, and every game of the folder can be taken up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.seatings import SIZES, RealHouse, notices, overflowing, settle, text_of
from wargame.game.commands import Advance, CloseSession, EndGame, OpenSession
from wargame.tui.facilitator import WargameApp
from wargame.tui.screens.home import HomeScreen, local_time
from wargame.tui.screens.live import LiveScreen
from wargame.tui.screens.setup import SetupScreen


def house_in(folder: Path, *sessions: str) -> RealHouse:
    """A house with games that were begun and laid aside."""
    house = RealHouse(folder / "saves")
    house.shelf.folder.mkdir()
    for session in sessions:
        house.start("small", OpenSession(session), "").close()
    return house


@pytest.mark.parametrize("size", SIZES)
async def test_a_newcomer_is_told_how_to_begin_and_enter_begins(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    house = house_in(tmp_path)
    app = WargameApp(lambda: HomeScreen(house))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "No games here yet." in text_of(app.screen)
        assert overflowing(app.screen) == []
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SetupScreen)


async def test_a_game_is_taken_up_where_it_stood_and_left_to_come_home(tmp_path: Path) -> None:
    house = house_in(tmp_path, "first", "second")
    app = WargameApp(lambda: HomeScreen(house))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = text_of(app.screen)
        assert "first" in text
        assert "not begun" in text
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LiveScreen)
        table = house.opened[-1]
        assert app.screen.view.session == table.state.session
        app.pop_screen()
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_taking_up_another_game_lets_go_of_the_first(tmp_path: Path) -> None:
    house = house_in(tmp_path, "first", "second")
    app = WargameApp(lambda: HomeScreen(house))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        first = house.opened[-1]
        assert first.log.writable
        app.pop_screen()
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert not first.log.writable
        assert house.opened[-1].log.writable


async def test_a_save_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    house = house_in(tmp_path)
    (house.shelf.folder / "broken.jsonl").write_text("rubbish\n")
    app = WargameApp(lambda: HomeScreen(house))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "cannot be opened" in text_of(app.screen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert notices(app)


async def test_a_closed_game_is_looked_back_on(tmp_path: Path) -> None:
    house = house_in(tmp_path)
    house.start("small", OpenSession("done"), "")
    table = house.opened[-1]
    for command in (Advance("setup"), EndGame(), CloseSession()):
        table.ask("facilitator", command)
    table.close()
    app = WargameApp(lambda: HomeScreen(house))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "closed" in text_of(app.screen)
        await pilot.press("enter")
        await settle(pilot)
        assert house.reviewed == ["done"]


async def test_any_game_can_be_reviewed(tmp_path: Path) -> None:
    house = house_in(tmp_path, "first")
    app = WargameApp(lambda: HomeScreen(house))
    async with app.run_test() as pilot:
        await pilot.press("v")
        await settle(pilot)
        assert house.reviewed == ["first"]


async def test_a_scenario_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    house = house_in(tmp_path)
    app = WargameApp(lambda: HomeScreen(house))
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("down", "enter")
        await settle(pilot)
        assert notices(app) == ["There is no scenario [missing]."]


def test_a_time_stamp_that_is_none_is_left_out() -> None:
    assert local_time("") == ""
    assert local_time("rubbish") == ""
    assert len(local_time("2026-01-02T03:04:05.678Z")) == len("2026-01-02 03:04")
