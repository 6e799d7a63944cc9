"""A screen that follows a table: drawn once for many changes, honest about refusals and trouble."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.seatings import app_of, notices, settle, table_of, text_of, to_talks
from wargame.game.commands import Advance, WriteNote
from wargame.game.views import View
from wargame.tui.plain import Plain
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.live import LiveScreen
from wargame.tui.screens.trouble import TroubleScreen
from wargame.tui.widgets.fields import PlainInput


class Counting(LiveScreen[None]):
    """Counts how often it is filled."""

    shows = 0

    def show(self, view: View) -> None:
        self.shows += 1


def counting(screen: object) -> Counting:
    assert isinstance(screen, Counting)
    return screen


async def test_a_burst_of_changes_is_drawn_once(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, Counting)
    async with app.run_test() as pilot:
        screen = counting(app.screen)
        before = screen.shows
        for number in range(20):
            table.ask("facilitator", WriteNote(f"note {number}"))
        await settle(pilot)
        assert screen.shows == before + 1


async def test_a_screen_behind_another_catches_up_when_it_comes_back(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, Counting)
    async with app.run_test() as pilot:
        screen = counting(app.screen)
        app.push_screen(LiveScreen(screen.seating, "public"))
        await settle(pilot)
        before = screen.shows
        to_talks(table)
        await settle(pilot)
        assert screen.shows == before
        app.pop_screen()
        await settle(pilot)
        assert screen.shows == before + 1
        assert screen.view.phase == "talks"


async def test_a_screen_that_is_gone_no_longer_follows_the_table(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, Counting)
    async with app.run_test() as pilot:
        watched = len(table._watchers)
        gone = Counting(counting(app.screen).seating)
        app.push_screen(gone)
        await settle(pilot)
        assert len(table._watchers) == watched + 1
        app.pop_screen()
        await settle(pilot)
        assert len(table._watchers) == watched
        before = gone.shows
        to_talks(table)
        await settle(pilot)
        assert gone.shows == before


async def test_a_refusal_is_a_notice_and_nothing_else_happens(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, Counting)
    async with app.run_test(notifications=True) as pilot:
        done = await counting(app.screen).ask(Advance("wrap"))
        await settle(pilot)
        assert not done
        assert len(notices(app)) == 1
        assert table.state.phase == "setup"
        assert await counting(app.screen).ask(Advance("setup"))


async def test_the_exercise_banner_stands_on_the_screen(tmp_path: Path) -> None:
    app = app_of(table_of(tmp_path, banner="EXERCISE [b]only[/b]"), LiveScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "EXERCISE [b]only[/b]" in text_of(app.screen).splitlines()[0]


async def test_without_a_banner_no_line_is_lost(tmp_path: Path) -> None:
    app = app_of(table_of(tmp_path), LiveScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "The river crossing" in text_of(app.screen).splitlines()[0]


async def test_the_last_turn_is_called_out(tmp_path: Path) -> None:
    table = table_of(tmp_path, turns=1)
    app = app_of(table, LiveScreen, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        to_talks(table)
        await settle(pilot)
        assert "LAST TURN" in text_of(app.screen).splitlines()[0]


async def test_leaving_asks_first_and_enter_alone_stays(tmp_path: Path) -> None:
    app = app_of(table_of(tmp_path), LiveScreen)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+q")
        assert isinstance(app.screen, Confirm)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LiveScreen)
        await pilot.press("ctrl+q")
        await pilot.press("y")
        await settle(pilot)
    assert app.return_code == 0


async def test_the_table_is_let_go_of_at_the_end(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, LiveScreen)
    async with app.run_test():
        pass
    assert not table.log.writable


class Lost:
    """A saves folder that is moved away under a table, and back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "saves"
        self.folder.mkdir()
        self._away = folder / "away"

    def goes(self) -> None:
        self.folder.rename(self._away)

    def comes_back(self) -> None:
        self._away.rename(self.folder)


@pytest.fixture
def lost(tmp_path: Path) -> Lost:
    return Lost(tmp_path)


@pytest.mark.parametrize("who", ["facilitator", "town", "public"])
async def test_a_save_that_cannot_be_written_is_said_on_every_screen(lost: Lost, who: str) -> None:
    table = table_of(lost.folder)
    app = app_of(table, Counting, who)
    async with app.run_test(size=(80, 24)) as pilot:
        lost.goes()
        with pytest.raises(Exception, match="save"):
            table.ask("facilitator", Advance("setup"))
        await settle(pilot)
        assert "NOTHING IS KEPT" in text_of(app.screen)
        assert table.state.phase == "setup"
        lost.comes_back()
        await pilot.press("f9")
        assert isinstance(app.screen, TroubleScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert "NOTHING IS KEPT" not in text_of(app.screen)


async def test_trying_again_says_why_it_still_fails(lost: Lost) -> None:
    table = table_of(lost.folder)
    app = app_of(table, Counting)
    async with app.run_test(size=(80, 24)) as pilot:
        lost.goes()
        assert not await counting(app.screen).ask(Advance("setup"))
        await pilot.press("f9", "enter")
        await settle(pilot)
        assert isinstance(app.screen, TroubleScreen)
        assert app.screen.query_one("#answer", Plain).shown


async def test_the_game_can_go_on_in_memory_and_says_what_would_be_lost(lost: Lost) -> None:
    table = table_of(lost.folder)
    app = app_of(table, Counting)
    async with app.run_test(size=(80, 24)) as pilot:
        lost.goes()
        await counting(app.screen).ask(Advance("setup"))
        await pilot.press("f9", "down", "down", "enter")
        await settle(pilot)
        assert await counting(app.screen).ask(Advance("setup"))
        await settle(pilot)
        assert "IN MEMORY ONLY" in text_of(app.screen)
        assert table.state.phase == "event"


async def test_everything_can_be_saved_elsewhere(lost: Lost, tmp_path: Path) -> None:
    table = table_of(lost.folder)
    app = app_of(table, Counting)
    other = tmp_path / "other.jsonl"
    async with app.run_test(size=(80, 24)) as pilot:
        lost.goes()
        await counting(app.screen).ask(Advance("setup"))
        await pilot.press("f9", "down", "enter")
        app.screen.query_one(PlainInput).value = str(other)
        await pilot.press("enter")
        await settle(pilot)
        assert await counting(app.screen).ask(Advance("setup"))
        assert "NOTHING IS KEPT" not in text_of(app.screen)
        assert other.read_bytes().count(b"\n") == table.log.count


async def test_mending_is_offered_only_where_something_is_wrong(tmp_path: Path) -> None:
    app = app_of(table_of(tmp_path), Counting)
    async with app.run_test() as pilot:
        await pilot.press("f9")
        await settle(pilot)
        assert isinstance(app.screen, Counting)
