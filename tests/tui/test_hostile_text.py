"""Hostile text, wherever it can come from, appears cleaned and literal and fells no screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste

from tests.tui.seatings import (
    SIZES,
    RealHouse,
    app_of,
    notices,
    settle,
    small,
    table_of,
    text_of,
    to_talks,
)
from wargame.game.changes import OrderText, Person
from wargame.game.commands import Advance, OpenSession, SealOrder, SendMessage
from wargame.game.plain_text import clean
from wargame.game.refusals import Refused
from wargame.tui.facilitator import WargameApp
from wargame.tui.home import SaveCard, ScenarioCard, ScenarioName, SetupCard
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.dilemma import DilemmaScreen
from wargame.tui.screens.handover import HandoverScreen
from wargame.tui.screens.home import HomeScreen
from wargame.tui.screens.messages import MessageScreen
from wargame.tui.screens.order_form import OrderForm
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.screens.setup import SetupScreen

EVIL = "[/][red]M[bold\x1b[31m\x1b]0;owned\x07\u202eX\u200b[@click=app.bell]$y\x00\x9b2J"
"""Markup that cannot be parsed, escape sequences, a bidirectional override, and characters without a shape."""
SHOWN = clean(EVIL, lines=False)

WORDS = ("title", "name", "text", "summary", "brief", "why", "why_not", "result", "word", "group")
"""The keys of a scenario whose values are read by people."""


def poisoned(value: Any) -> Any:
    """A scenario with every text for people made hostile."""
    if isinstance(value, list):
        return [poisoned(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: EVIL + one if key in WORDS and isinstance(one, str) else poisoned(one)
        for key, one in value.items()
    }


def harmless(text: str) -> bool:
    """Whether a terminal has nothing to obey in it."""
    return all(row.isprintable() for row in text.split("\n")) and "\u202e" not in text


def poisoned_game(folder: Path) -> Any:
    """A game in its talks in which everybody has hostile names and says hostile things."""
    plain = poisoned(small())
    people = [Person("one", EVIL, "town"), Person("two", EVIL, "guild")]
    table = table_of(folder, plain, people=people, banner=EVIL)
    to_talks(table)
    table.ask("town", SendMessage("town", ["guild", "abbey"], EVIL))
    order = OrderText("toll", EVIL, EVIL, [EVIL, EVIL])
    table.ask("guild", SealOrder("guild", order))
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_a_seats_papers_show_it_literally(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_of(poisoned_game(tmp_path), SeatScreen, "guild")
    async with app.run_test(size=size) as pilot:
        for key in "12345":
            await pilot.press(key)
            await settle(pilot)
            assert harmless(text_of(app.screen))
            assert "[/][red]M" in text_of(app.screen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_hand_over_shows_it_literally(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_of(poisoned_game(tmp_path), HandoverScreen)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = text_of(app.screen)
        assert harmless(text)
        assert SHOWN[:20] in text.splitlines()[0]
        assert "[red]" in text.split("Next: ")[1].splitlines()[0]


@pytest.mark.parametrize("size", SIZES)
async def test_the_order_form_shows_it_literally_and_takes_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = poisoned_game(tmp_path)
    app = app_of(table, OrderForm, "town", "one")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("down", "enter", "right", "enter")
        for _ in range(4):
            app.post_message(Paste(EVIL))
            await settle(pilot)
            assert harmless(text_of(app.screen))
            await pilot.press("tab")
        assert "[/][red]M" in text_of(app.screen)
        await pilot.press("ctrl+s")
        await settle(pilot)
    order = table.state.sealed["t1-town-1"].order
    assert [order.action, *order.reasons] == [SHOWN] * (1 + len(order.reasons))
    assert order.reasons


@pytest.mark.parametrize("size", SIZES)
async def test_a_dilemma_and_a_message_show_it_literally(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    plain = poisoned(small())
    for card in plain["cards"]:
        if card["id"] == "beggars":
            card["turn"] = 1
    table = table_of(tmp_path, plain, banner=EVIL)
    table.ask("facilitator", Advance("setup"))
    assert table.view("town").dilemmas
    app = app_of(table, DilemmaScreen, "town")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert harmless(text_of(app.screen))
        assert text_of(app.screen).count("[/][red]M") >= 3
        assert app.seating
        app.push_screen(MessageScreen(app.seating, "town"))
        await settle(pilot)
        app.post_message(Paste(EVIL))
        await settle(pilot)
        assert harmless(text_of(app.screen))
        assert "[/][red]M" in text_of(app.screen)


class EvilHouse(RealHouse):
    """A house in which every word is hostile."""

    def saves(self) -> list[SaveCard]:
        good = SaveCard(EVIL, EVIL, 1, 1, EVIL)
        return [good, SaveCard(EVIL, EVIL, 1, 1, EVIL, problem=EVIL)]

    def scenarios(self) -> list[ScenarioName]:
        return [ScenarioName(EVIL, EVIL, EVIL)]

    def scenario(self, name: str) -> ScenarioCard:
        setups = [SetupCard("a", EVIL, EVIL, 3), SetupCard("b", EVIL, EVIL, 3)]
        return ScenarioCard(
            EVIL,
            EVIL,
            EVIL,
            setups,
            "a",
            [("town", EVIL)],
            {"town": [EVIL]},
            {"town": {EVIL: EVIL}},
        )

    def free(self, session: str) -> str:
        return EVIL

    def start(self, scenario: str, opening: OpenSession, seed: str) -> Any:
        raise Refused("evil", EVIL)

    def resume(self, save: str) -> Any:
        raise Refused("evil", EVIL)


@pytest.mark.parametrize("size", SIZES)
async def test_home_and_set_up_show_it_literally(tmp_path: Path, size: tuple[int, int]) -> None:
    house = EvilHouse(tmp_path)
    app = WargameApp(lambda: HomeScreen(house))
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("enter", "down", "enter")
        await settle(pilot)
        assert [one for one in notices(app) if not harmless(one)] == []
        assert len(notices(app)) == 2
        assert harmless(text_of(app.screen))
        assert text_of(app.screen).count("[/][red]M") >= 3
        app.push_screen(SetupScreen(house, house.scenario(EVIL)))
        await settle(pilot)
        app.post_message(Paste(EVIL))
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, SetupScreen)
        assert harmless(text_of(app.screen))
        assert "[/][red]M" in text_of(app.screen)


async def test_a_question_and_a_notice_show_it_literally(tmp_path: Path) -> None:
    app = app_of(poisoned_game(tmp_path), HandoverScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(Confirm(EVIL, EVIL, EVIL))
        app.notify(EVIL, title=EVIL)
        await settle(pilot)
        assert harmless(text_of(app.screen))
        assert text_of(app.screen).count("[/][red]M") >= 3
