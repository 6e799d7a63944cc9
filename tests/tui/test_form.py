"""Forms and lists over a screen: keys only, nothing lost on the way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.tui.desks import calm, desk, press
from tests.tui.seatings import SIZES, overflowing, table_of, text_of
from wargame.tui.screens.choose import Choose
from wargame.tui.screens.form import Asked, Form, Line, OneOf
from wargame.tui.widgets.fields import Picker, PlainInput

ASKED: Sequence[Asked] = (
    OneOf("side", "Side", [("pro", "for"), ("con", "against")]),
    Line("text", "Because", needed=True),
    Line("tags", "Tags"),
)
ANSWERS = [("a", "First"), ("b", "Second"), ("", "None of them")]


class Opened:
    """A form or list laid over the table, and what it handed back."""

    def __init__(self) -> None:
        self.back: list[Any] = []

    async def open(self, pilot: Pilot[None], screen: Form | Choose) -> None:
        pilot.app.push_screen(screen, self.back.append)
        await calm(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_form_is_filled_with_enter_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test(size=size) as pilot:
        await opened.open(pilot, Form("Say why", ASKED, "For the record."))
        assert "Say why" in text_of(app.screen)
        assert "For the record." in text_of(app.screen)
        assert overflowing(app.screen) == []
        app.screen.query_one("#f-text", PlainInput).value = "The river is high."
        await press(pilot, "enter", "enter")
        assert opened.back == [{"side": "pro", "text": "The river is high.", "tags": ""}]


async def test_what_is_needed_is_asked_for_and_named(tmp_path: Path) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test() as pilot:
        await opened.open(pilot, Form("Say why", ASKED))
        await press(pilot, "ctrl+s")
        assert "Because: this has to be filled in." in text_of(app.screen)
        assert app.focused is not None
        assert app.focused.id == "f-text"
        assert opened.back == []


async def test_escape_hands_back_nothing(tmp_path: Path) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test() as pilot:
        await opened.open(pilot, Form("Say why", ASKED))
        await press(pilot, "escape")
        assert opened.back == [None]


async def test_up_and_down_move_between_lines(tmp_path: Path) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test() as pilot:
        await opened.open(pilot, Form("Say why", ASKED))
        await press(pilot, "up")
        assert isinstance(app.focused, Picker)
        await press(pilot, "down", "down")
        assert app.focused is not None
        assert app.focused.id == "f-tags"


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("right",), "b"),
        (("left",), ""),
        (("space", "space"), ""),
        (("2",), "b"),
        (("9",), "a"),
        (("right", "right", "right"), "a"),
    ],
)
async def test_one_of_several_is_taken_with_arrows_space_or_a_digit(
    tmp_path: Path, keys: tuple[str, ...], value: str
) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test() as pilot:
        await opened.open(pilot, Form("Which?", [OneOf("one", "One", ANSWERS, "a")]))
        await press(pilot, *keys, "enter")
        assert opened.back == [{"one": value}]


async def test_a_field_with_nothing_to_choose_is_passed_over(tmp_path: Path) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test() as pilot:
        await opened.open(pilot, Form("Which?", [OneOf("one", "One", [])]))
        await press(pilot, "right", "1", "enter")
        assert opened.back == [{"one": ""}]


@pytest.mark.parametrize(
    ("keys", "value"), [(("2",), "b"), (("down", "enter"), "b"), (("3",), ""), (("escape",), None)]
)
async def test_a_list_is_chosen_from_with_a_digit_or_enter(
    tmp_path: Path, keys: tuple[str, ...], value: str | None
) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test() as pilot:
        await opened.open(pilot, Choose("Which?", ANSWERS, "One of these."))
        assert "2 Second" in text_of(app.screen)
        await press(pilot, *keys)
        assert opened.back == [value]


async def test_a_digit_without_an_answer_does_nothing(tmp_path: Path) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test() as pilot:
        await opened.open(pilot, Choose("Which?", ANSWERS))
        await press(pilot, "0", "4")
        assert opened.back == []


async def test_a_long_list_scrolls_at_eighty_by_twenty_four(tmp_path: Path) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    many = [(str(one), f"Answer {one}") for one in range(60)]
    async with app.run_test(size=(80, 24)) as pilot:
        await opened.open(pilot, Choose("Which?", many))
        await press(pilot, "end")
        assert "Answer 59" in text_of(app.screen)
        await press(pilot, "enter")
        assert opened.back == ["59"]


async def test_what_was_written_is_not_lost_by_one_press_of_escape(tmp_path: Path) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened.open(pilot, Form("Say why", ASKED))
        app.screen.query_one("#f-text", PlainInput).value = "The river is high."
        await press(pilot, "escape")
        assert "Esc again leaves this; what you wrote is lost." in text_of(app.screen)
        assert opened.back == []
        await press(pilot, "escape")
        assert opened.back == [None]
        await opened.open(pilot, Form("Say why", ASKED))
        await press(pilot, "escape")
        assert opened.back == [None, None]


async def test_a_choice_without_a_good_answer_comes_first_and_has_to_be_made(
    tmp_path: Path,
) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    needed = OneOf("who", "Who", [("a", "Ann"), ("b", "Bob")], needed=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened.open(pilot, Form("Who objects", [needed, Line("text", "Words")]))
        assert "< has to be chosen >  0 of 2" in text_of(app.screen)
        await press(pilot, "enter", "enter")
        assert "Who: this has to be chosen" in text_of(app.screen)
        assert opened.back == []
        await press(pilot, "2")
        assert "this has to be chosen" not in text_of(app.screen)
        await press(pilot, "ctrl+s")
        assert opened.back == [{"who": "b", "text": ""}]


@pytest.mark.parametrize("keys", [("enter", "enter"), ("1", "3"), ("1", "enter")])
async def test_two_keys_that_come_at_once_leave_the_list_and_not_the_table_below(
    tmp_path: Path, keys: tuple[str, str]
) -> None:
    app, opened = desk(table_of(tmp_path)), Opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        below = app.screen
        await opened.open(pilot, Choose("Which?", ANSWERS))
        front = app.screen.query_one(OptionList)
        for key in keys:
            if key == "enter":
                front.action_select()
            else:
                front.post_message(Key(key, key))
        await press(pilot)
        await calm(pilot)
        assert app.screen is below
        assert opened.back == ["a"]
        assert "before turn 1" in text_of(app.screen)
