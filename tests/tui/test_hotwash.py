"""The hot wash: objectives against the board, every seat's why, questions, votes, then the close and the seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import calm, desk, fill, kept, press, screen_of
from tests.tui.seatings import SEED, SIZES, table_of, text_of, to_talks
from wargame.game.commands import Advance, EndGame
from wargame.saves.verify import verify
from wargame.table.table import Table
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.hotwash import HotWashScreen

pytestmark = pytest.mark.usefixtures("no_rest")


def washing(folder: Path) -> Table:
    table = table_of(folder)
    to_talks(table)
    table.ask("facilitator", EndGame())
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_objectives_are_read_out_with_what_the_board_says(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = desk(washing(tmp_path))
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        text = text_of(screen_of(app, HotWashScreen))
    assert "not reached The bridge stands.  main" in text
    assert "reached     There is no bridge.  main" in text
    assert "not reached The people are content.  private" in text


async def test_the_key_that_goes_on_asks_for_all_that_is_missing_and_closes(tmp_path: Path) -> None:
    table = washing(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 40)) as pilot:
        await calm(pilot)
        for answer in ("Town's why", "Guild's why", "Abbey's why", "Well", "Less", "Better"):
            await press(pilot, "enter")
            await fill(pilot, text=answer)
        for winner in ("guild", "guild", "town", "guild"):
            await press(pilot, "enter")
            await fill(pilot, seat=winner)
        text = text_of(app.screen)
        assert "says: Guild's why" in text
        assert "Facilitator: Better" in text
        assert "The guild: 3  (Player One, Player Two, The abbey)" in text
        await press(pilot, "enter")
        screen_of(app, Confirm)
        await press(pilot, "y")
        assert table.state.closed
    votes = [(one["voter"], one["seat"]) for one in kept(table, "vote_cast")]
    assert votes == [("one", "guild"), ("two", "guild"), ("three", "town"), ("abbey", "guild")]
    assert len(kept(table, "answer_given")) == 6


async def test_a_seat_and_the_table_can_be_asked_again_out_of_turn(tmp_path: Path) -> None:
    table = washing(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "2")
        await fill(pilot, text="We rowed.")
        await press(pilot, "b")
        await fill(pilot, text="Longer talks.", seat="abbey")
        await press(pilot, "o")
        await fill(pilot, voter="three", seat="town")
        await press(pilot, "o")
        await fill(pilot, voter="three", seat="abbey")
        assert "The abbey: 1  (Player Three)" in text_of(app.screen)
    assert [one["seat"] for one in kept(table, "answer_given")] == ["guild", "abbey"]


async def test_after_the_close_the_seed_and_the_way_to_check_stand_there(tmp_path: Path) -> None:
    table = washing(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "c", "y")
        text = text_of(app.screen)
        shown = "".join(text.split())
        assert SEED.hex() in shown
        assert table.state.commitment[:16] in shown
        assert "wargame verify game" in text
        await press(pilot, "1", "w", "o", "c", "x")
        screen_of(app, HotWashScreen)
        await press(pilot, "enter")
        screen_of(app, Confirm)
    assert verify(table.log.path).ok


async def test_a_close_says_what_is_left_undone(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    for phase in ("talks", "orders", "reveal", "adjudicate", "wrap"):
        table.ask("facilitator", Advance(phase, holds=True))
    open_choices = [one.title for one in table.view("facilitator").dilemmas]
    table.ask("facilitator", EndGame())
    app = desk(table)
    async with app.run_test(size=(80, 40)) as pilot:
        await calm(pilot)
        await press(pilot, "c")
        text = text_of(screen_of(app, Confirm))
        assert "- No vote yet from Player One, Player Two" in text
        assert "3 questions to the table not answered." in text
        assert all(one in text for one in open_choices)
        await press(pilot, "y", "ctrl+q")
        text = text_of(screen_of(app, Confirm))
        assert "can be resumed" not in text
        assert "The session is closed and kept" in text
