"""What every screen owes to who looks at it: nothing cut without a sign, every key told, the way back named."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.desks import desk, judging, press
from tests.tui.seatings import SIZES, app_of, overflowing, seal, table_of, text_of, to_talks
from wargame.game.changes import SecretText
from wargame.game.commands import Advance, RecordFact, SealArgument, WriteNote
from wargame.table.table import Table
from wargame.tui.facilitator import WargameApp
from wargame.tui.screens.help import HelpScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.widgets.keyline import KeyLine

KEYS = {
    "board": ["b"],
    "clock": ["y"],
    "facts": ["F"],
    "injects": ["i"],
    "ledger": ["E"],
    "notes": ["N"],
    "record": ["z"],
    "room": ["l", "escape", "l"],
    "talks": ["T"],
}
"""The screens that open over the table, and the keys that lead there."""


def in_orders(folder: Path) -> Table:
    table = table_of(folder, banner="EXERCISE")
    to_talks(table)
    table.ask("facilitator", Advance("talks"))
    seal(table, "guild", "toll")
    return table


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", KEYS)
async def test_every_screen_over_the_table_names_help_and_the_way_back(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    app = desk(in_orders(tmp_path))
    async with app.run_test(size=size) as pilot:
        await press(pilot, *KEYS[name])
        assert "EXERCISE" in text_of(app.screen)
        line = app.screen.query_one(KeyLine).shown
        assert line.startswith("F1")
        assert "Esc " in line
        assert overflowing(app.screen) == []


async def helped(pilot: Pilot[None], app: WargameApp) -> str:
    """What the help of the screen in front says."""
    await press(pilot, "f1")
    assert isinstance(app.screen, HelpScreen)
    return str(app.screen.query_one("#keys").render())


@pytest.mark.parametrize("name", ["", *KEYS])
async def test_no_key_is_cut_in_the_help_of_a_narrow_screen(tmp_path: Path, name: str) -> None:
    app = desk(in_orders(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *KEYS.get(name, []))
        assert "…" not in await helped(pilot, app)


async def test_no_key_is_cut_in_the_help_of_a_ruling_and_of_a_seat(tmp_path: Path) -> None:
    table = judging(tmp_path)
    for app in (desk(table), app_of(table, SeatScreen, "town")):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            text = await helped(pilot, app)
            assert "…" not in text
            assert "Scroll Left" not in text
            assert "Page Right" not in text


async def test_while_words_are_typed_the_last_line_says_that_help_is_f1_alone(
    tmp_path: Path,
) -> None:
    table = in_orders(tmp_path)
    app = app_of(table, SeatScreen, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        assert app.screen.query_one(KeyLine).shown.startswith("F1 ? Help")
        app.screen.query_one("PlainArea").focus()
        await pilot.pause()
        assert app.screen.query_one(KeyLine).shown.startswith("F1 Help")


async def test_a_form_says_of_every_line_what_goes_there(tmp_path: Path) -> None:
    app = desk(in_orders(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        text = text_of(app.screen)
        assert "empty: everyone" in text, "a hint that is too long for its line stands below"
        assert "has to be filled in" in text
        assert "<- -> change" in text


async def test_the_secret_argument_that_waits_is_in_sight_however_many_facts_there_are(
    tmp_path: Path,
) -> None:
    table = table_of(tmp_path, secret_arguments=True)
    to_talks(table)
    for number in range(30):
        table.ask("facilitator", RecordFact(f"fact-{number}", f"Fact {number}."))
    table.ask("town", SealArgument("town", SecretText("The bridge falls.", "We told you.")))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "F")
        assert "The bridge falls." in text_of(app.screen)


async def test_the_marked_moment_stays_in_sight_and_stands_whole_below_the_list(
    tmp_path: Path,
) -> None:
    table = in_orders(tmp_path)
    words = "A note that is a good deal longer than one line of eighty cells, and so would be cut."
    table.ask("facilitator", WriteNote(words, []))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z")
        text = " ".join(text_of(app.screen).split())
        assert words in text
        assert text.count("A note that is a good deal") == 2
