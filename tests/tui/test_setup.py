"""The set-up screen: what is written there is the game that begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import press
from tests.tui.seatings import SIZES, RealHouse, notices, overflowing, settle, text_of
from wargame.game.commands import OpenSession
from wargame.tui.facilitator import WargameApp
from wargame.tui.people import free_name, seated, slug
from wargame.tui.plain import Plain
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.home import HomeScreen
from wargame.tui.screens.live import LiveScreen
from wargame.tui.screens.setup import SetupScreen


def app_in(folder: Path, *sessions: str) -> tuple[WargameApp, RealHouse]:
    """The set-up screen of the small scenario, in a house with these games."""
    house = RealHouse(folder)
    for session in sessions:
        house.start("small", OpenSession(session), "").close()
    return WargameApp(lambda: SetupScreen(house, house.scenario("small"))), house


def form(screen: object) -> SetupScreen:
    assert isinstance(screen, SetupScreen)
    return screen


def said(screen: object, where: str) -> str:
    return form(screen).query_one(where, Plain).shown


@pytest.mark.parametrize("size", SIZES)
async def test_a_game_begins_as_the_form_has_it(tmp_path: Path, size: tuple[int, int]) -> None:
    app, house = app_in(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = form(app.screen)
        assert overflowing(screen) == []
        screen.session_name.value = "river-night"
        screen.setting.value = "1450"
        screen.turns.value = "7"
        screen.sitting.people["town"].value = "Ann, Bob"
        screen.sitting.people["guild"].value = "Ann"
        screen.sitting.by["abbey"].value = "random"
        screen.sitting.facilitator.value = "Fay"
        screen.sitting.observers.value = "Olga,, Otto"
        screen.banner.value = "EXERCISE"
        screen.questions.value = "Why now?; ; Who pays?"
        screen.settings["observers_see"].value = "all"
        screen.settings["time"].value = "180"
        screen.seed.value = "ab" * 32
        await press(pilot, "ctrl+s", "2")  # two people are called Ann
        await settle(pilot)
        assert isinstance(app.screen, LiveScreen)
    state = house.opened[-1].state
    assert (state.session, state.setup, state.board.turns) == ("river-night", "1450", 7)
    assert [(one.name, one.seat) for one in state.people.values()] == [
        ("Ann", "town"),
        ("Bob", "town"),
        ("Ann", "guild"),
        ("Fay", "facilitator"),
        ("Olga", "observer"),
        ("Otto", "observer"),
    ]
    assert state.playbooks == {"abbey": "random"}
    assert [(one.id, one.text) for one in state.questions] == [
        ("q1", "Why now?"),
        ("q2", "Who pays?"),
    ]
    assert (state.observers_see, state.pace.plan) == ("all", 180)
    assert (state.banner, state.seed.hex(), state.seed_given) == ("EXERCISE", "ab" * 32, True)


async def test_a_game_can_begin_with_nothing_written(tmp_path: Path) -> None:
    app, house = app_in(tmp_path, "small")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, LiveScreen)
    state = house.opened[-1].state
    assert (state.session, state.setup, state.board.turns) == ("small-2", "standard", 4)
    assert not state.seed_given


@pytest.mark.parametrize("name", ["Small Game", "../etc", "small", ""])
async def test_a_name_that_will_not_do_is_said_while_it_is_typed(tmp_path: Path, name: str) -> None:
    app, house = app_in(tmp_path, "small")
    async with app.run_test(notifications=True) as pilot:
        form(app.screen).session_name.value = name
        await settle(pilot)
        assert said(app.screen, "#taken") == house.free(name)
        assert house.free(name)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, SetupScreen)
        assert notices(app)
    assert len(house.opened) == 1


@pytest.mark.parametrize(("turns", "warned"), [("5", True), ("6", False), ("", True)])
async def test_fewer_than_six_turns_get_a_warning(tmp_path: Path, turns: str, warned: bool) -> None:
    app, _ = app_in(tmp_path)
    async with app.run_test() as pilot:
        form(app.screen).turns.value = turns
        await settle(pilot)
        assert bool(said(app.screen, "#few")) is warned


@pytest.mark.parametrize("turns", ["0", "-1", "x", "٣"])
async def test_a_number_of_turns_that_is_none_is_asked_for_again(
    tmp_path: Path, turns: str
) -> None:
    app, house = app_in(tmp_path)
    async with app.run_test(notifications=True) as pilot:
        form(app.screen).turns.value = turns
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert notices(app) == ["Turns: a number from 1 to 99."]
        assert house.opened == []


async def test_a_seed_that_is_not_hexadecimal_is_refused_in_words(tmp_path: Path) -> None:
    app, house = app_in(tmp_path)
    async with app.run_test(notifications=True) as pilot:
        form(app.screen).seed.value = "not hex"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "hexadecimal" in notices(app)[0]
        assert house.opened == []


async def test_the_keyboard_alone_sets_a_game_up(tmp_path: Path) -> None:
    app, house = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.focused is form(app.screen).session_name
        await pilot.press("down", "right")
        assert form(app.screen).setting.value == "1450"
        await pilot.press("tab", "8", "enter")
        assert app.focused is form(app.screen).sitting.people["town"]
        await pilot.press("A", "tab", "tab", "tab", "right")
        assert form(app.screen).sitting.by["guild"].value == "random"
        await pilot.press("ctrl+s")
        await settle(pilot)
    state = house.opened[-1].state
    assert (state.board.turns, state.playbooks) == (8, {"guild": "random"})
    assert [(one.name, one.seat) for one in state.people.values()] == [("A", "town")]


async def test_going_back_asks_only_when_names_were_written(tmp_path: Path) -> None:
    house = RealHouse(tmp_path)
    app = WargameApp(lambda: HomeScreen(house))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("enter")
        await settle(pilot)
        form(app.screen).sitting.people["town"].value = "Ann"
        await pilot.press("escape")
        assert isinstance(app.screen, Confirm)
        await pilot.press("y")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


def test_two_people_of_one_name_are_two_people() -> None:
    people = seated([("town", "Zoë K., Zoë K."), ("guild", "李明, 3rd man, ")])
    assert [one.id for one in people] == ["p1", "p2", "p3", "p4"]
    assert [one.name for one in people] == ["Zoë K.", "Zoë K.", "李明", "3rd man"]


def test_a_name_makes_an_id_that_fits() -> None:
    assert slug("Ann-Marie O'Neill") == "ann-marie-o-neill"
    assert len(slug("x" * 100)) <= 40
    assert slug("") == "p"


def test_a_free_name_is_found_beside_those_taken() -> None:
    taken = {"tightrope", "tightrope-2"}
    assert (
        free_name("decks/tightrope/", lambda one: "taken" if one in taken else "") == "tightrope-3"
    )


async def test_a_seat_goes_to_the_people_of_another(tmp_path: Path) -> None:
    app, house = app_in(tmp_path)
    async with app.run_test() as pilot:
        await settle(pilot)
        rows = form(app.screen).sitting
        rows.people["town"].value = "Ann"
        rows.by["abbey"].value = "with town"
        await settle(pilot)
        assert rows.people["abbey"].disabled
        await pilot.press("ctrl+s")
        await settle(pilot)
    state = house.opened[-1].state
    assert state.merged == [("town", "abbey")]
    assert [one.seat for one in state.people.values()] == ["town"]


async def test_every_seat_with_another_is_refused_in_words(tmp_path: Path) -> None:
    app, house = app_in(tmp_path)
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        rows = form(app.screen).sitting
        rows.by["abbey"].value = "with town"
        rows.by["guild"].value = "with abbey"
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "cannot play every seat" in notices(app)[0]
    assert house.opened == []


async def test_one_person_named_in_two_seats_plays_them_together(tmp_path: Path) -> None:
    app, house = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = form(app.screen)
        screen.sitting.people["town"].value = "Ann"
        screen.sitting.people["abbey"].value = "ann, Bob"
        await press(pilot, "ctrl+s")
        assert "Ann stands in The town and The abbey" in text_of(app.screen)
        await press(pilot, "escape")
        assert form(app.screen) is screen
        assert house.opened == []
        await press(pilot, "ctrl+s", "1")
        await settle(pilot)
    state = house.opened[-1].state
    assert [(one.name, one.seat) for one in state.people.values()] == [
        ("Ann", "town"),
        ("Bob", "town"),
    ]
    assert state.merged == [("town", "abbey")]
