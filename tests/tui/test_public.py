"""The public screen: all that is public, drawn as it changes, and not a word of what is secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.seatings import SIZES, app_of, seal, settle, table_of, text_of, to_talks
from wargame.game.changes import OrderText
from wargame.game.commands import (
    AcceptResult,
    Advance,
    CallThrow,
    CloseSession,
    EndGame,
    OpenAdjudication,
    SealOrder,
    SendMessage,
    Throw,
    WriteNote,
)
from wargame.game.seals import receipt
from wargame.saves.reading import read
from wargame.table.seats import links
from wargame.table.table import Table
from wargame.tui.facilitator import WargameApp
from wargame.tui.home import Seating
from wargame.tui.screens.public import PublicScreen

SECRET = "zebra"
"""Stands in whatever not everybody may read."""


def to_results(table: Table) -> None:
    """A turn up to its results: one open order, one covert, and secrets said and noted."""
    to_talks(table)
    table.ask("town", SendMessage("town", ["guild"], f"{SECRET} told to the guild"))
    table.ask("facilitator", WriteNote(f"{SECRET} noted"))
    table.ask("town", SealOrder("town", OrderText("", "Dig a ditch to the river.")))
    table.ask("guild", SealOrder("guild", OrderText("", f"{SECRET} by night", covert=True)))
    table.ask("facilitator", Advance("talks"))
    table.ask("facilitator", Advance("orders", holds=True))


@pytest.mark.parametrize("size", SIZES)
async def test_the_public_sees_order_odds_and_result_and_no_secret(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = table_of(tmp_path)
    app = app_of(table, PublicScreen)
    async with app.run_test(size=size) as pilot:
        seen = [text_of(app.screen)]
        assert table.state.scenario.title in seen[0]
        to_results(table)
        await settle(pilot)
        seen.append(text_of(app.screen))
        assert "Dig a ditch" in seen[-1]
        table.ask("facilitator", Advance("reveal"))
        order = next(one for one in table.state.queue if table.state.sealed[one].seat == "town")
        table.ask("facilitator", OpenAdjudication(order))
        await settle(pilot)
        seen.append(text_of(app.screen))
        assert "72.22 %" in seen[-1]
        table.ask("facilitator", CallThrow(order))
        table.ask("facilitator", Throw())
        table.ask("facilitator", AcceptResult(order, narrative="The ditch is dug."))
        await settle(pilot)
        seen.append(text_of(app.screen))
        assert "Results" in seen[-1]
        assert SECRET not in "".join(seen)


async def test_the_hot_wash_shows_every_objective_and_what_the_board_says_of_it(
    tmp_path: Path,
) -> None:
    table = table_of(tmp_path)
    to_results(table)
    table.ask("facilitator", EndGame())
    app = app_of(table, PublicScreen)
    async with app.run_test(size=(120, 40)):
        shown = text_of(app.screen)
        goals = table.view("public").objectives
        assert goals
        assert "reached" in shown
        assert goals[0].text[:30] in shown


async def test_a_screen_in_another_process_follows_the_save(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    watching = Table.watch(table.log.path)
    seating = Seating(
        {"public": links(watching)["public"]}, close=watching.close, catch_up=watching.catch_up
    )
    app = WargameApp(lambda: PublicScreen(seating, alone=True), seating)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, PublicScreen)
        to_talks(table)
        seal(table, "town", "court", target="to_farmers")
        screen._look()
        await settle(pilot)
        assert "LOOKING ONLY" not in text_of(screen)
        assert "turn 1" in text_of(screen)
        table.close()
        table.log.path.write_bytes(table.log.path.read_bytes() + b"{}\n{}\n")
        screen._look()
        await settle(pilot)
        assert "STANDS STILL" in text_of(screen)


async def test_escape_goes_back_to_the_table_and_alone_asks_whether_to_leave(
    tmp_path: Path,
) -> None:
    table = table_of(tmp_path)
    app = app_of(table, lambda seating: PublicScreen(seating, alone=True))
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert "Leave Wargame?" in text_of(app.screen)


async def test_a_public_screen_of_its_own_can_be_locked_and_leaves_no_entry(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    seating = Seating({"public": links(table)["public"]})
    app = WargameApp(lambda: PublicScreen(seating, alone=True), seating)
    before = table.state.entries
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+l")
        assert "LOCKED" in text_of(app.screen)
        await pilot.press("enter")
        assert "LOCKED" not in text_of(app.screen)
    assert table.state.entries == before


async def test_at_the_close_everybody_is_shown_the_seed_and_the_last_receipt(
    tmp_path: Path,
) -> None:
    table = table_of(tmp_path)
    to_results(table)
    table.ask("facilitator", EndGame())
    app = app_of(table, PublicScreen)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "seed  " not in text_of(app.screen)
        assert "private" in text_of(app.screen)
        table.ask("facilitator", CloseSession())
        await settle(pilot)
        shown = text_of(app.screen)
    last = table.heads[-1]
    assert last.turn == 0
    assert last.head == read(table.log.path).entries[-1].hash[:16]
    assert f"close:  {receipt(last.head)}" in shown
    assert receipt(table.view("public").seed) in shown
