"""Every key is in the help, everything is in the menu, and the line of keys says what they do now."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Input

from tests.tui.desks import calm, desk, judging, press, screen_of
from tests.tui.seatings import SIZES, small, table_of, text_of, to_talks
from wargame.game.commands import EndGame
from wargame.tui.commands import Commands
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.board import BoardScreen
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.event import EventScreen
from wargame.tui.screens.help import HelpScreen, key_name, key_rows
from wargame.tui.screens.hotwash import HotWashScreen
from wargame.tui.screens.reveal import RevealScreen
from wargame.tui.screens.table import TableScreen
from wargame.tui.screens.wrap import WrapScreen
from wargame.tui.widgets.keyline import Shown, fitting, shown_keys

SCREENS: list[type[Desk]] = [
    TableScreen,
    EventScreen,
    RevealScreen,
    AdjudicationScreen,
    WrapScreen,
    HotWashScreen,
    BoardScreen,
]


pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", SCREENS)
async def test_help_shows_every_key_of_its_screen_on_one_screen(
    tmp_path: Path, kind: type[Desk], size: tuple[int, int]
) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table, kind)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        under: Screen[object] = app.screen
        keys = [key for key, one in under.active_bindings.items() if one.enabled]
        await press(pilot, "question_mark")
        text = text_of(screen_of(app, HelpScreen))
        rows = key_rows(under)
        for row in rows:
            assert row.keys in text
            assert row.words[:18] in text, row
        told = " ".join(row.keys for row in rows).split()
        ours = [one for one in keys if "tab" not in one and one not in ("ctrl+c", "super+c")]
        assert {key_name(one) for one in ours} - set(told) == set()
        await press(pilot, "escape")
        assert app.screen is under


def test_every_function_key_has_a_second_key() -> None:
    for kind in SCREENS:
        merged: dict[str, set[str]] = {}
        for one in kind._merge_bindings().key_to_bindings.items():
            for binding in one[1]:
                merged.setdefault(binding.action, set()).add(one[0])
        for action, keys in merged.items():
            functions = {one for one in keys if one[0] == "f" and one[1:].isdecimal()}
            if functions and action != "mend":
                assert keys - functions, (kind, action)


async def test_every_key_has_words(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    for kind in SCREENS:
        for bindings in kind._merge_bindings().key_to_bindings.values():
            assert all(one.description for one in bindings), kind


async def test_the_menu_finds_what_a_key_does_and_does_it(tmp_path: Path) -> None:
    app = desk(table_of(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "ctrl+p")
        app.screen.query_one(Input).value = "whole board"
        for _ in range(20):
            await calm(pilot)
        assert "Whole board" in text_of(app.screen)
        await press(pilot, "down", "enter")
        for _ in range(10):
            await calm(pilot)
        screen_of(app, BoardScreen)


async def test_the_menu_holds_everything_the_help_does(tmp_path: Path) -> None:
    table = judging(tmp_path)
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        found = [hit.text async for hit in Commands(app.screen).discover()]
        assert found == [row.words for row in key_rows(app.screen)]


async def test_names_in_the_menu_are_never_read_as_markup(tmp_path: Path) -> None:
    plain = small()
    plain["seats"][0]["name"] = "[bold][/nonsense] \x1b[31mTown"
    app = desk(table_of(tmp_path, plain))
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "f10")
        app.screen.query_one(Input).value = "nonsense"
        for _ in range(20):
            await calm(pilot)
        text = text_of(app.screen)
        assert "Hand to [bold][/nonsense] Town" in text
        assert text.replace("\n", "").isprintable()


async def test_the_line_of_keys_says_what_going_on_means_now(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        assert "F2 Enter Begin turn 1" in text_of(app.screen)
        to_talks(table)
        await calm(pilot)
        assert "F2 Enter Orders" in text_of(app.screen)
        table.ask("facilitator", EndGame())
        await calm(pilot)
        assert "F2 Enter To the hot wash" in text_of(app.screen)


async def test_keys_that_do_nothing_now_are_not_offered(tmp_path: Path) -> None:
    app = desk(table_of(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        words = [row.words for row in key_rows(app.screen)]
        assert "End the game early" not in words
        assert "Mend the save" not in words


def test_where_room_is_short_help_menu_and_going_on_stay() -> None:
    keys = [
        Shown("F2 Enter", "Go on", "screen.onward"),
        Shown("F5 n", "A very long note indeed", "screen.note"),
        Shown("b", "Board", "screen.board"),
        Shown("F1 ?", "Help", "app.help"),
        Shown("F10 ^p", "Menu", "app.command_palette"),
    ]
    assert [one.key for one in fitting(keys, 200)] == ["F1 ?", "F2 Enter", "F5 n", "b", "F10 ^p"]
    assert [one.key for one in fitting(keys, 50)] == ["F1 ?", "F2 Enter", "b", "F10 ^p"]
    assert [one.key for one in fitting(keys, 10)] == ["F1 ?", "F2 Enter", "F10 ^p"]


async def test_a_click_on_a_key_does_what_the_key_does(tmp_path: Path) -> None:
    app = desk(table_of(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        actions = {one.words: one.action for one in shown_keys(app.screen)}
        assert actions["Begin turn 1"] == "screen.onward"
        row = text_of(app.screen).split("\n")[-1]
        await pilot.click(offset=(row.index("Begin") + 2, 23))
        await calm(pilot)
        screen_of(app, EventScreen)


async def test_a_note_is_offered_where_there_is_a_table_to_note_anything_about(
    tmp_path: Path,
) -> None:
    app = desk(table_of(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        assert "A note, from any screen" in [one.words for one in key_rows(app.screen)]
        await app.push_screen(Screen())
        await calm(pilot)
        assert "A note, from any screen" not in [one.words for one in key_rows(app.screen)]
