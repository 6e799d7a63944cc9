"""The whole board: every track with its word, what the marked one means, and what moved it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import calm, desk, fill, kept, press, screen_of
from tests.tui.seatings import SIZES, table_of, text_of, to_talks
from wargame.tui.screens.board import BoardScreen
from wargame.tui.screens.table import TableScreen

pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.mark.parametrize("size", SIZES)
async def test_the_marked_track_is_explained(tmp_path: Path, size: tuple[int, int]) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "b")
        text = text_of(screen_of(app, BoardScreen))
        assert "> Mood" in text
        assert "patient: People wait." in text
        assert "more is better for The town  public" in text
        await press(pilot, "down")
        assert "> Coffers" in text_of(app.screen)
        assert "Coffers 4 -> 5 (+1) by Taxes: Market dues." in text_of(app.screen)
        await press(pilot, "up", "up")
        assert "> Backing" in text_of(app.screen)


async def test_the_marked_track_is_the_one_that_is_set(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "down", "down", "t")
        await fill(pilot, to="8", reason="A gift.")
        assert "Chest*   8 +3" in text_of(app.screen)
        await press(pilot, "b")
        screen_of(app, TableScreen)
    assert kept(table, "track_adjusted")[0]["track"] == "chest"


async def test_the_public_board_has_public_tracks_only(tmp_path: Path) -> None:
    app = desk(table_of(tmp_path), BoardScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "down")
        assert "> Chest" in text_of(app.screen)
        await press(pilot, "j")
        assert "Chest" not in text_of(app.screen)
        await calm(pilot)
