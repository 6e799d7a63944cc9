"""A key that does nothing says in a sentence why not now, and when."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import Screen

from tests.tui.desks import FACILITATOR, desk, fill, judging, kept, press
from tests.tui.seatings import app_of, notices, table_of, to_talks
from wargame.game.commands import Advance, CloseSession, EndGame
from wargame.table.table import Table
from wargame.tui import why_not
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.clock import ClockScreen
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.event import EventScreen
from wargame.tui.screens.facts import FactsScreen
from wargame.tui.screens.handover import HandoverScreen
from wargame.tui.screens.hotwash import HotWashScreen
from wargame.tui.screens.injects import InjectsScreen
from wargame.tui.screens.look import LookScreen
from wargame.tui.screens.notes import NotesScreen
from wargame.tui.screens.room import RoomScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.screens.table import TableScreen
from wargame.tui.screens.talks import TalksScreen
from wargame.tui.screens.wrap import WrapScreen

DESKS: list[type[Desk]] = [
    *(TableScreen, ClockScreen, EventScreen, FactsScreen, InjectsScreen),
    *(TalksScreen, WrapScreen, HotWashScreen, AdjudicationScreen),
]


def unsaid(screen: Screen[Any]) -> set[str]:
    """The actions of keys that are not offered on a screen now and for which there is no sentence."""
    offered = screen.active_bindings
    declared = [
        one
        for kind in type(screen).__mro__
        for one in kind.__dict__.get("BINDINGS", ())
        if isinstance(one, Binding) and one.description
    ]
    missing = [one for one in declared if not any(key in offered for key in one.key.split(","))]
    return {
        one.action
        for one in missing
        if not why_not.reason(screen, one)
        and why_not.bound_to(screen, one.key.split(",")[0]) is one
    }


def closed(table: Table) -> None:
    """End a game and close the session."""
    table.ask(FACILITATOR, Advance("setup"))
    table.ask(FACILITATOR, EndGame())
    table.ask(FACILITATOR, CloseSession())


@pytest.mark.parametrize("state", ["setup", "talks", "closed"])
async def test_every_key_that_is_not_offered_has_its_sentence(tmp_path: Path, state: str) -> None:
    table = table_of(tmp_path)
    if state == "talks":
        to_talks(table)
    if state == "closed":
        closed(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.seating
        people = [
            SeatScreen(app.seating, "town"),
            NotesScreen(app.seating),
            RoomScreen(app.seating),
        ]
        for screen in [*people, *(kind(app.seating) for kind in DESKS)]:
            app.push_screen(screen)
            await pilot.pause()
            assert unsaid(screen) == set(), screen
            app.pop_screen()


async def test_a_key_that_belongs_to_another_phase_says_when(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        heard = []
        for key in ("B", "p", "7", "W"):
            await press(pilot, key)
            heard += notices(app)
        said = "\n".join(heard)
        assert "(B): when orders were shown this turn" in said
        assert "Type in slips (p): while talks and orders are open" in said
        assert "nobody has this number" in said
        assert "W does nothing on this screen. F1 shows its keys." in said


async def test_a_key_that_does_something_says_nothing_of_the_kind(tmp_path: Path) -> None:
    app = desk(table_of(tmp_path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "down", "tab", "l", "escape", "question_mark", "escape", "y", "escape")
        assert notices(app) == []


async def test_a_dead_key_held_down_is_answered_once(tmp_path: Path) -> None:
    app = desk(table_of(tmp_path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("W", "W", "W", "W")
        await pilot.pause()
        assert len(notices(app)) == 1


async def test_a_result_says_which_key_accepts_it_when_enter_is_pressed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "REST", 0.0)
    app = desk(judging(tmp_path), AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert re.search("there is a result; Space accepts it", "\n".join(notices(app)))


async def test_the_hand_over_answers_other_keys_and_numbers_of_nobody(tmp_path: Path) -> None:
    app = app_of(table_of(tmp_path), HandoverScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "9")
        assert notices(app)[0].endswith("nobody has this number.")
        await press(pilot, "w")
        assert notices(app)[0].startswith("w does nothing")


async def test_whoever_only_looks_is_told_that(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = app_of(table, LookScreen, "town")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "o")
        assert notices(app) == ["Nothing can be done from here: Esc goes back."]


async def test_nothing_is_written_as_the_seat_that_is_looked_at(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = app_of(table, LookScreen, "guild")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "i", "t", "v", "s")
        assert isinstance(app.screen, LookScreen)
        await press(pilot, "ctrl+n")
        await fill(pilot, text="They look tired")
    [note] = kept(table, "note_written")
    assert note["author"] == FACILITATOR


@pytest.mark.parametrize("key", ["n", "u", "t", "z", "F", "y", "N", "v", "m", "ctrl+n"])
async def test_on_a_public_screen_what_would_show_secrets_is_refused_in_words(
    tmp_path: Path, key: str
) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "j", key)
        assert isinstance(app.screen, TableScreen)
        said = notices(app)[-1]
        assert "j shows all to you first" in said or "what everybody sees" in said


async def test_on_a_public_screen_nobody_learns_whose_order_is_missing(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    table.ask(FACILITATOR, Advance("talks"))
    app = desk(table)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause(0.35)
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, TableScreen)
        assert notices(app)[-1].startswith("Going on: everybody can see this screen")


async def test_of_several_keys_that_do_nothing_the_last_alone_is_on_the_screen(
    tmp_path: Path,
) -> None:
    app = desk(table_of(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "W", "Q", "O")
        said = [one for one in notices(app) if "does nothing" in one]
    assert len(said) == 1
    assert said[0].startswith("O ")
