"""The lock shows nothing, opens by the phrase of whoever may, and is kept; a public screen that follows, too."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.tui.desks import desk, kept, press, screen_of
from tests.tui.seatings import (
    notices,
    seating_of,
    text_of,
)
from tests.tui.test_room import in_talks
from wargame.game.commands import (
    AdjustTrack,
    HandScreen,
    SetPhrase,
)
from wargame.table.phrases import digest_of
from wargame.table.seats import links
from wargame.tui.facilitator import WargameApp
from wargame.tui.screens.form import Form
from wargame.tui.screens.handover import HandoverScreen
from wargame.tui.screens.lock import LockScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.screens.table import TableScreen
from wargame.tui.widgets.fields import PlainInput


async def test_a_lock_shows_the_banner_alone_and_enter_opens_it_where_no_phrase_is_set(
    tmp_path: Path,
) -> None:
    app = desk(in_talks(tmp_path, banner="EXERCISE"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+l")
        shown = text_of(screen_of(app, LockScreen))
        assert shown.split()[:2] == ["EXERCISE", "LOCKED"]
        words = (
            "No pass phrase is set: Enter opens it. To set one: the room (l at the table), then p."
        )
        assert " ".join(shown.split()[2:]) == words
        await press(pilot, "ctrl+l", "ctrl+q", "enter")
        assert isinstance(app.screen, TableScreen)


async def test_a_locked_form_keeps_what_was_typed(tmp_path: Path) -> None:
    app = desk(in_talks(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        screen_of(app, Form).query_one(PlainInput).value = "half a note"
        await press(pilot, "ctrl+l")
        assert "half" not in text_of(screen_of(app, LockScreen))
        await press(pilot, "enter")
        assert screen_of(app, Form).query_one(PlainInput).value == "half a note"


async def unlocked(app: WargameApp, pilot: Pilot[None], phrase: str) -> bool:
    """Whether a phrase opens the lock."""
    screen_of(app, LockScreen).query_one(PlainInput).value = phrase
    await press(pilot, "enter")
    return not isinstance(app.screen, LockScreen)


async def test_the_facilitators_phrase_opens_the_lock_and_a_seats_opens_its_own(
    tmp_path: Path,
) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.screen.link.set_phrase("of the table")  # type: ignore[attr-defined]
        await app.screen.seating.links["town"].set_phrase("of the town")  # type: ignore[attr-defined]
        await press(pilot, "ctrl+l", "enter")
        assert not await unlocked(app, pilot, "of the town")
        assert await unlocked(app, pilot, "of the table")
        await press(pilot, "1", "enter")
        screen_of(app, HandoverScreen).query_one(PlainInput).value = "of the town"
        await press(pilot, "enter", "ctrl+l")
        assert not await unlocked(app, pilot, "of the guild")
        assert await unlocked(app, pilot, "of the town")
        assert isinstance(app.screen, SeatScreen)
        await press(pilot, "escape", "4")
        assert isinstance(app.screen, HandoverScreen), "back to the facilitator takes the phrase"
        app.screen.query_one(PlainInput).value = "of the table"
        await press(pilot, "enter")
        assert isinstance(app.screen, TableScreen)
    assert notices(app) == []


def test_a_persons_own_phrase_comes_before_the_seats(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    guild = links(table)["guild"]
    table.ask("guild", SetPhrase("guild", *digest_of("ours")))
    table.ask("guild", SetPhrase("two", *digest_of("mine")))
    assert guild.opens("mine", "two")
    assert not guild.opens("ours", "two")
    assert guild.opens("ours", "three")
    table.ask("facilitator", HandScreen("guild", "two"))


async def test_a_lock_is_kept_with_whose_screen_it_was_and_whose_phrase_opened_it(
    tmp_path: Path,
) -> None:
    table = in_talks(tmp_path)
    await seating_of(table).facilitator.set_phrase("open it")
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+l")
        assert not await unlocked(app, pilot, "wrong")
        assert await unlocked(app, pilot, "open it")
    assert kept(table, "screen_locked") == [{"seat": "facilitator", "person": ""}]
    assert kept(table, "screen_unlocked") == [{"seat": "facilitator", "person": ""}]
    assert b"open it" not in table.log.path.read_bytes()


async def test_a_lock_closes_an_open_menu(tmp_path: Path) -> None:
    app = desk(in_talks(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f10", "ctrl+l")
        screen_of(app, LockScreen)
        await press(pilot, "f10", "escape", "enter")
        assert isinstance(app.screen, TableScreen)


async def test_that_a_public_screen_follows_is_kept_and_an_undo_knows_of_it(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "D")
        table.ask("facilitator", AdjustTrack("anger", 6, "A fire."))
        await press(pilot, "u", "y")
        assert table.view("public").tracks
        assert any("Everyone has seen" in one.message for one in app._notifications)
        await press(pilot, "D")
    assert [one["follows"] for one in kept(table, "public_followed")] == [True, False]
