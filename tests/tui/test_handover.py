"""The screen changes hands: nothing of a view stands on the blank screen, and the record knows who looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import desk, press
from tests.tui.seatings import (
    PEOPLE,
    SIZES,
    app_of,
    notices,
    seal,
    settle,
    small,
    table_of,
    text_of,
    to_talks,
)
from wargame.game.changes import Person
from wargame.game.commands import Advance, CloseSession, EndGame, HandSeat, SendMessage
from wargame.saves.reading import read
from wargame.table.table import Table
from wargame.tui.plain import Plain
from wargame.tui.screens.handover import HandoverScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.screens.table import TableScreen
from wargame.tui.widgets.fields import PlainInput


def handed(table: Table) -> list[tuple[str, str]]:
    """Who was handed the screen, as the save has it."""
    entries = read(table.log.path).entries
    return [
        (one.data["seat"], one.data["person"]) for one in entries if one.kind == "screen_handed"
    ]


def next_named(screen: object) -> str:
    assert isinstance(screen, HandoverScreen)
    return screen.query_one("#next", Plain).shown


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_of_any_view_stands_between_two_seats(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    plain = small()
    for seat in plain["seats"]:
        seat["brief"] = f"SECRET brief of {seat['id']}"
    plain["tracks"][3]["name"] = "SECRET chest"
    for card in plain["cards"]:
        card["title"] = "SECRET card"
    table = table_of(tmp_path, plain)
    to_talks(table)
    table.ask("guild", SendMessage("guild", ["abbey"], "SECRET words"))
    seal(table, "guild", "toll", reasons=["SECRET reason"], covert=True)
    app = app_of(table, HandoverScreen)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        blank = text_of(app.screen)
        await pilot.press("enter")
        await settle(pilot)
        assert "SECRET" in text_of(app.screen)
        await pilot.press("escape")
        await settle(pilot)
        assert "SECRET" not in blank + text_of(app.screen)
        assert "turn 1/4" in blank


async def test_opening_a_seats_screen_is_on_the_record(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, HandoverScreen, "guild")
    async with app.run_test() as pilot:
        assert next_named(app.screen) == "Next: The guild: Player Two"
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, SeatScreen)
        assert app.screen.link.who == "guild"
        assert handed(table) == [("guild", "three")]


async def test_who_is_next_does_not_depend_on_who_has_ordered(tmp_path: Path) -> None:
    named = []
    for place, orders in enumerate([[], ["guild"], ["guild", "abbey"]]):
        folder = tmp_path / str(place)
        folder.mkdir()
        table = table_of(folder)
        to_talks(table)
        for seat in orders:
            seal(table, seat, {"guild": "toll", "abbey": "preach"}[seat])
        app = app_of(table, HandoverScreen, "town")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter")
            await settle(pilot)
            await pilot.press("escape")
            await settle(pilot)
            named.append(text_of(app.screen))
    assert named[0] == named[1] == named[2]


async def test_when_a_seat_is_done_the_next_of_the_turn_is_named(tmp_path: Path) -> None:
    table = table_of(tmp_path, people=[])
    to_talks(table)
    order = [table.state.scenario.seat(one).name for one in table.view("public").first]
    app = app_of(table, HandoverScreen)
    async with app.run_test() as pilot:
        for name in [*order, "The facilitator"]:
            assert next_named(app.screen) == f"Next: {name}"
            if name != "The facilitator":
                await pilot.press("enter")
                await settle(pilot)
                assert isinstance(app.screen, SeatScreen)
                await pilot.press("escape")
                await settle(pilot)


async def test_a_pass_phrase_is_asked_for_and_must_be_right(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, HandoverScreen, "town")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert isinstance(app.screen, HandoverScreen)
        await app.screen.seating.links["town"].set_phrase("open sesame")
        await pilot.press("enter")
        await settle(pilot)
        field = app.screen.query_one(PlainInput)
        assert app.focused is field
        field.value = "wrong"
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, HandoverScreen)
        assert notices(app) == ["That is not the phrase."]
        assert handed(table) == []
        assert field.value == ""
        field.value = "open sesame"
        assert "sesame" not in text_of(app.screen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SeatScreen)
        assert handed(table) == [("town", "one")]


async def test_one_seats_phrase_does_not_open_another(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = app_of(table, HandoverScreen, "town")
    async with app.run_test() as pilot:
        assert isinstance(app.screen, HandoverScreen)
        await app.screen.seating.links["town"].set_phrase("of the town")
        await app.screen.seating.links["abbey"].set_phrase("of the abbey")
        await pilot.press("enter")
        app.screen.query_one(PlainInput).value = "of the abbey"
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, HandoverScreen)
        await pilot.press("escape")
        assert not app.screen.query_one("#phrase").display


async def test_notices_do_not_travel_from_one_seat_to_the_next(tmp_path: Path) -> None:
    app = app_of(table_of(tmp_path), HandoverScreen)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        app.notify("SECRET receipt", timeout=60)
        await settle(pilot)
        assert notices(app)
        await pilot.press("escape")
        await settle(pilot)
        assert notices(app) == []
        assert "SECRET" not in text_of(app.screen)


async def test_the_facilitator_takes_the_screen_back(tmp_path: Path) -> None:
    app = app_of(table_of(tmp_path), HandoverScreen)
    async with app.run_test() as pilot:
        assert app.seating
        app.push_screen(HandoverScreen(app.seating, "facilitator"))
        await settle(pilot)
        before = len(app.screen_stack)
        await pilot.press("enter")
        await settle(pilot)
        assert len(app.screen_stack) == before - 1


async def test_a_seat_that_plays_by_itself_says_so_and_is_not_proposed(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    first = table.view("public").first or ["town"]
    table.ask("facilitator", HandSeat(first[0], "random"))
    app = app_of(table, HandoverScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "(plays by itself)" in text_of(app.screen)
        assert "plays by itself" not in next_named(app.screen)


async def test_the_next_person_is_proposed_and_never_a_seat_that_plays_by_itself(
    tmp_path: Path,
) -> None:
    table = table_of(tmp_path, people=[])
    table.ask("facilitator", HandSeat("guild", "random"))
    app = app_of(table, HandoverScreen, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        for name in ("The town", "The abbey", "The facilitator"):
            assert next_named(app.screen) == f"Next: {name}"
            if name != "The facilitator":
                await pilot.press("enter")
                await settle(pilot)
                await pilot.press("escape")
                await settle(pilot)


async def test_the_facilitator_is_offered_the_next_seat_whose_order_is_missing(
    tmp_path: Path,
) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    order = table.view("facilitator").first
    table.ask("facilitator", HandSeat(order[0], "random"))
    seal(table, order[1], {"town": "build", "guild": "toll", "abbey": "preach"}[order[1]])
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "h", "enter")
        name = table.state.scenario.seat(order[2]).name
        assert next_named(app.screen).startswith(f"Next: {name}")


async def test_escape_leads_back_to_the_table_that_handed_the_screen_over(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        assert "Esc: back to the facilitator's table." in text_of(app.screen)
        await press(pilot, "escape")
        assert isinstance(app.screen, TableScreen)
        assert handed(table) == []


async def test_escape_pressed_twice_by_a_seat_does_not_show_the_facilitators_table(
    tmp_path: Path,
) -> None:
    table = table_of(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "enter", "escape", "escape")
        assert next_named(app.screen) == "Next: The facilitator"
        assert "whose table no seat may see" in text_of(app.screen)
        await press(pilot, "enter")
        assert isinstance(app.screen, TableScreen)


async def test_everybody_on_the_hand_over_screen_has_a_number(tmp_path: Path) -> None:
    people = [*PEOPLE, Person("watcher", "Otto", "observer")]
    app = app_of(table_of(tmp_path, people=people), HandoverScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = text_of(app.screen)
        for line in ("4  The facilitator", "5  The guild: Player Three", "6  Observer: Otto"):
            assert line in text, text
        await press(pilot, "5")
        assert isinstance(app.screen, SeatScreen)
        assert app.screen.person == "three"


async def test_a_digit_means_the_same_seat_here_as_on_the_table(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    for number, seat in enumerate(table.view("facilitator").seats, 1):
        app = app_of(table, HandoverScreen)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(str(number))
            await settle(pilot)
            assert isinstance(app.screen, SeatScreen)
            assert app.screen.link.who == seat.id
        table = Table.open(table.log.path)


async def test_a_screen_that_cannot_be_put_on_the_record_is_not_shown(tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    folder.mkdir()
    table = table_of(folder)
    app = app_of(table, HandoverScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        folder.rename(tmp_path / "away")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, HandoverScreen)
        assert notices(app)
        assert "NOTHING IS KEPT" in text_of(app.screen)


async def test_a_seat_can_still_look_once_the_session_is_closed(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    table.ask("facilitator", Advance("setup"))
    table.ask("facilitator", EndGame())
    table.ask("facilitator", CloseSession())
    app = app_of(table, HandoverScreen, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SeatScreen)
        await pilot.press("5")
        await settle(pilot)
        assert "the seed was" in text_of(app.screen)


CARA = [
    Person("one", "Cara", "town"),
    Person("two", "Bo", "town"),
    Person("three", "Cara", "guild"),
]


@pytest.mark.parametrize("size", SIZES)
async def test_who_is_entered_in_two_seats_played_together_is_listed_once(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = table_of(tmp_path, people=list(CARA), merged=[["town", "guild"]])
    app = app_of(table, HandoverScreen)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = text_of(app.screen)
        for line in (
            "1 2  The town + The guild: Cara",
            "3    The abbey",
            "Bo",
            "z changes between",
        ):
            assert line in text, text
        assert text.count("+ The guild: Cara") == 2
        assert next_named(app.screen) == "Next: The town + The guild: Cara"
        await press(pilot, "2")
        assert isinstance(app.screen, SeatScreen)
        assert (app.screen.link.who, app.screen.person) == ("guild", "one")
        await press(pilot, "z")
        assert app.screen.link.who == "town"
        await press(pilot, "escape")
        assert next_named(app.screen) == "Next: The town + The guild: Bo"
    app = desk(Table.open(table.log.path))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Cara, Bo" in text_of(app.screen)
        assert "Cara, Cara" not in text_of(app.screen)
        await press(pilot, "2", "enter")
        assert isinstance(app.screen, SeatScreen)
        assert app.screen.link.who == "guild"


async def test_nothing_is_said_of_seats_played_together_where_there_are_none(
    tmp_path: Path,
) -> None:
    app = app_of(table_of(tmp_path), HandoverScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "z changes between" not in text_of(app.screen)
