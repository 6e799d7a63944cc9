"""The odds of the game at the table: asked for by a key, shown while they grow, stopped by Escape."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.seatings import SIZES, app_of, settle, table_of, text_of, to_talks
from wargame.tui.facilitator import WargameApp
from wargame.tui.forecast import Chance, Forecast
from wargame.tui.home import Seating
from wargame.tui.screens.help import key_rows
from wargame.tui.screens.odds import OddsScreen
from wargame.tui.screens.table import TableScreen

RIOT = Forecast(
    500,
    2000,
    [Chance("The bridge stands", 400), Chance("Riot \x1b[2J[bold]", 100)],
    [("The town", [Chance("A bridge is built.", 250, main=True)]), ("The guild", [])],
)


class Fortune:
    """A forecast that a test writes."""

    def __init__(self) -> None:
        self.found = Forecast(0, 2000)
        self.stopped = 0

    def so_far(self) -> Forecast:
        return self.found

    def stop(self) -> None:
        self.stopped += 1


class Teller:
    """Hands out forecasts, and remembers for whom."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.made: list[Fortune] = []

    def begin(self, who: str) -> Fortune:
        self.asked.append(who)
        self.made.append(Fortune())
        return self.made[-1]


def app_with(tmp_path: Path, teller: Teller | None) -> WargameApp:
    table = table_of(tmp_path)
    to_talks(table)
    app = app_of(table, TableScreen)
    assert isinstance(app.seating, Seating)
    app.seating.forecaster = teller
    return app


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when nothing is left to be drawn."""
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_odds_grow_before_ones_eyes(tmp_path: Path, size: tuple[int, int]) -> None:
    teller = Teller()
    app = app_with(tmp_path, teller)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "o")
        assert isinstance(app.screen, OddsScreen)
        assert "0 of 2,000 games" in text_of(app.screen)
        assert teller.asked == ["facilitator"]
        teller.made[0].found = RIOT
        app.screen.look()
        await settle(pilot)
        shown = text_of(app.screen)
        assert "500 of 2,000 games" in shown
        assert " 80.0 % ± 3.5  The bridge stands" in shown
        assert " 50.0 % ± 4.4  A bridge is built." in shown
        assert "[bold]" in shown
        assert "\x1b" not in shown


async def test_escape_stops_them_and_leaves_the_table_as_it_was(tmp_path: Path) -> None:
    teller = Teller()
    app = app_with(tmp_path, teller)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "escape")
        assert isinstance(app.screen, TableScreen)
        assert teller.made[0].stopped


async def test_anew_means_the_game_as_it_stands_now(tmp_path: Path) -> None:
    teller = Teller()
    app = app_with(tmp_path, teller)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "r")
        assert len(teller.made) == 2
        assert teller.made[0].stopped
        assert not teller.made[1].stopped


async def test_a_screen_that_shows_what_is_public_tells_only_what_everybody_could_reckon(
    tmp_path: Path,
) -> None:
    teller = Teller()
    app = app_with(tmp_path, teller)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "o")
        assert teller.asked == ["public"]
        assert "as everybody knows" in text_of(app.screen)


async def test_what_cannot_be_played_on_is_said(tmp_path: Path) -> None:
    teller = Teller()
    app = app_with(tmp_path, teller)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o")
        teller.made[0].found = Forecast(0, 2000, why_not="There is nothing to simulate.")
        assert isinstance(app.screen, OddsScreen)
        app.screen.look()
        await settle(pilot)
        assert "There is nothing to simulate." in text_of(app.screen)


async def test_where_nobody_works_them_out_they_are_not_offered(tmp_path: Path) -> None:
    for teller, offered in ((None, False), (Teller(), True)):
        folder = tmp_path / str(offered)
        folder.mkdir()
        app = app_with(folder, teller)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            words = {row.words for row in key_rows(app.screen)}
            assert ("The odds from here on" in words) is offered
            await pilot.press("o")
            await settle(pilot)
            assert isinstance(app.screen, OddsScreen) is offered
