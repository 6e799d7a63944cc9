"""Hostile text on every screen of the facilitator: shown literally, obeyed by nothing, felling no screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.tui.desks import calm, desk, fill, kept, press, screen_of
from tests.tui.seatings import SIZES, notices, small, table_of, text_of, to_talks
from tests.tui.test_hostile_text import EVIL, SHOWN, harmless, poisoned, poisoned_game
from wargame.game.changes import OrderText, Person
from wargame.game.commands import Advance, SealOrder
from wargame.table.table import Table
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.event import EventScreen
from wargame.tui.screens.form import Form
from wargame.tui.screens.hotwash import HotWashScreen
from wargame.tui.screens.reveal import RevealScreen
from wargame.tui.screens.table import TableScreen
from wargame.tui.screens.wrap import WrapScreen
from wargame.tui.widgets.fields import PlainInput

MARK = "[red]M"
"""What of the hostile text has to stand there as it is."""


pytestmark = pytest.mark.usefixtures("no_rest")


def safe(app: Any) -> str:
    """The text on the screen, which a terminal must have nothing to obey in."""
    text = text_of(app.screen)
    assert harmless(text), repr(text)
    return text


async def through(pilot: Pilot[None], keys: str) -> None:
    """Press each key, look at what comes up, and leave it."""
    for key in keys.split():
        await press(pilot, key)
        text = safe(pilot.app)
        assert MARK in text or key == "question_mark", key  # the keys may fill the screen
        await press(pilot, "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_the_table_and_what_opens_from_it(tmp_path: Path, size: tuple[int, int]) -> None:
    table = poisoned_game(tmp_path)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        text = safe(app)
        assert SHOWN[:20] in text.splitlines()[0]
        assert text.count(MARK) > 5
        await through(pilot, "question_mark f10 m t f g k v h b e x")
        screen_of(app, TableScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_dilemma_read_out_and_answered(tmp_path: Path, size: tuple[int, int]) -> None:
    plain = poisoned(small())
    plain["setups"][0]["place"] = [{"card": "beggars", "where": "top"}]
    table = table_of(tmp_path, plain)
    table.ask("facilitator", Advance("setup"))
    app = desk(table, EventScreen)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        assert MARK in safe(app)
        await press(pilot, "enter")
        assert MARK in safe(app)
        await press(pilot, "3")
        assert MARK in safe(app)


def ordered(folder: Path) -> Table:
    """A hostile game, every order sealed with hostile words."""
    plain = poisoned(small())
    people = [Person("one", EVIL, "town"), Person("two", EVIL, "guild")]
    table = table_of(folder, plain, people=people, banner=EVIL)
    to_talks(table)
    for seat, move in {"town": "build", "guild": "bribe", "abbey": "preach"}.items():
        table.ask(seat, SealOrder(seat, OrderText(move, EVIL, EVIL, [EVIL, EVIL])))
    table.ask("facilitator", Advance("talks"))
    table.ask("facilitator", Advance("orders"))
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_from_the_reveal_to_the_wrap(tmp_path: Path, size: tuple[int, int]) -> None:
    table = ordered(tmp_path)
    app = desk(table, RevealScreen)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        assert MARK in safe(app)
        await press(pilot, "j")
        assert MARK in safe(app)
        await press(pilot, "j", "enter")
        screen_of(app, AdjudicationScreen)
        for _ in range(3):
            await through(pilot, "p c w question_mark")
            await press(pilot, "enter")
            await through(pilot, "t f")
            await press(pilot, "space")
            safe(app)
        await press(pilot, "enter")
        screen_of(app, WrapScreen)
        assert MARK in safe(app)


async def test_words_pasted_into_the_facilitators_forms_are_cleaned(tmp_path: Path) -> None:
    table = ordered(tmp_path)
    table.ask("facilitator", Advance("reveal"))
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "enter", "c")
        app.post_message(Paste(EVIL))
        await calm(pilot)
        assert screen_of(app, Form).query_one("#f-text", PlainInput).value == SHOWN
        assert MARK in safe(app)
        await press(pilot, "ctrl+s", "enter")
        await press(pilot, "r")
        await fill(pilot, text=EVIL)
        assert MARK in safe(app)
        await press(pilot, "t", "1")
        await fill(pilot, to=EVIL, reason=EVIL)
        assert harmless("\n".join(notices(app)))
        safe(app)
    [argument] = kept(table, "argument_added")
    assert argument["text"] == SHOWN


@pytest.mark.parametrize("size", SIZES)
async def test_the_hot_wash(tmp_path: Path, size: tuple[int, int]) -> None:
    table = poisoned_game(tmp_path)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "x", "y")
        screen_of(app, HotWashScreen)
        assert MARK in safe(app)
        for key in ("1", "w"):
            await press(pilot, key)
            await fill(pilot, text=EVIL)
            assert MARK in safe(app)
        await press(pilot, "o", "ctrl+s")
        assert MARK in safe(app)
        await press(pilot, "c", "y")
        safe(app)
