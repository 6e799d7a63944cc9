"""The facilitator's table: what stands on it, the way through the phases, and what can be done at any time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import calm, desk, entries, fill, kept, press, screen_of
from tests.tui.seatings import SIZES, notices, seal, small, table_of, text_of, to_talks
from wargame.game.commands import Advance, SendMessage
from wargame.table.table import Table
from wargame.tui.screens.choose import Choose
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.event import EventScreen
from wargame.tui.screens.form import Form
from wargame.tui.screens.handover import HandoverScreen
from wargame.tui.screens.hotwash import HotWashScreen
from wargame.tui.screens.look import LookScreen
from wargame.tui.screens.reveal import RevealScreen
from wargame.tui.screens.table import TableScreen
from wargame.tui.widgets.board import Board
from wargame.tui.widgets.part import Part

pytestmark = pytest.mark.usefixtures("no_rest")


def in_orders(folder: Path) -> Table:
    table = table_of(folder, banner="EXERCISE")
    to_talks(table)
    table.ask("facilitator", Advance("talks"))
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_the_table_stands_whole_at_both_sizes(tmp_path: Path, size: tuple[int, int]) -> None:
    table = in_orders(tmp_path)
    table.ask("town", SendMessage("town", ["abbey"], "Can you help?"))
    seal(table, "guild", "toll")
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        text = text_of(app.screen)
    for wanted in (
        "EXERCISE",
        "The river crossing",
        "turn 1/4",
        "Spring",
        "orders 1 of 3 in",
        "Talk, and seal orders. None yet from The town, The abbey.",
        "Coffers  5 +1",
        "patient",
        "Farmers +1    ...|#..",
        "Event:",
        "(source",
        "The guild  sealed",
        "The abbey  waiting",
        "Player One",
        "The town > The abbey: Can you",
        "F1 ? Help",
        "F2 Enter Close orders",
        "F10 ^p Menu",
    ):
        assert wanted in text, wanted


async def test_a_change_draws_only_the_parts_it_touches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = in_orders(tmp_path)
    table.ask("town", SendMessage("town", ["guild"], "Well?"))
    written: list[str] = []
    original = Part._write

    def counted(self: Part[object]) -> None:
        written.append(type(self).__name__)
        original(self)

    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        board = app.screen.query_one(Board)
        monkeypatch.setattr(Part, "_write", counted)
        seal(table, "guild", "toll")
        await calm(pilot)
        assert written == ["SeatList", "Quiet"]
        assert app.screen.query_one(Board) is board


@pytest.mark.parametrize("keys", [("enter", "f2"), ("enter", "w", "enter")])
async def test_talks_and_orders_are_one_window_unless_they_are_parted(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    plain = small()
    plain["setups"][0]["place"] = [{"card": "raft", "where": "top"}]
    table = table_of(tmp_path, plain)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, keys[0])
        screen_of(app, EventScreen)
        await press(pilot, keys[1])
        assert screen_of(app, TableScreen).view.phase == ("talks" if "w" in keys else "orders")
        await press(pilot, *keys[2:])
        assert "Talk, and seal orders. None yet from" in text_of(app.screen)
    assert [one["phase"] for one in kept(table, "phase_begun")] == ["event", "talks", "orders"]


async def test_a_key_held_down_moves_on_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "REST", 1000)
    table = table_of(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        screen_of(app, TableScreen)._pressed = -1e9
        await press(pilot, "enter", "enter", "enter")
        assert table.state.phase == "event"
        screen_of(app, EventScreen)


async def test_closing_with_orders_missing_asks_and_waiting_changes_nothing(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        for way in ("1", "escape"):
            await press(pilot, "enter")
            screen_of(app, Choose)
            await press(pilot, way)
            screen_of(app, TableScreen)
            assert table.state.phase == "orders"


async def test_missing_orders_can_be_closed_with_holds(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    seal(table, "guild", "toll")
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert "Close now: The town, The abbey hold" in text_of(app.screen)
        await press(pilot, "4")
        reveal = screen_of(app, RevealScreen)
        assert kept(table, "orders_revealed")[0]["missing"] == ["town", "abbey"]
        assert "The abbey: holds" in text_of(reveal)


async def test_missing_orders_can_be_fetched_from_their_seat(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "3")
        assert screen_of(app, HandoverScreen)._next == "guild"


async def test_a_digit_hands_the_screen_to_its_seat_and_others_do_nothing(tmp_path: Path) -> None:
    app = desk(in_orders(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "9")
        screen_of(app, TableScreen)
        await press(pilot, "2")
        assert screen_of(app, HandoverScreen)._next == "guild"


async def test_the_screen_is_handed_over_from_the_list_too(tmp_path: Path) -> None:
    app = desk(in_orders(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "h", "3")
        assert screen_of(app, HandoverScreen)._next == "abbey"


@pytest.mark.parametrize(("digit", "who"), [("2", "guild"), ("4", "public")])
async def test_looking_as_somebody_shows_that_view_and_writes_nothing(
    tmp_path: Path, digit: str, who: str
) -> None:
    table = in_orders(tmp_path)
    before = len(entries(table))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f6", digit)
        look = screen_of(app, LookScreen)
        assert look.link.who == who
        assert "AS SEEN BY" in text_of(look)
        assert ("Chest" in text_of(look)) == (who == "guild")
        await press(pilot, "o", "m", "w")
        screen_of(app, LookScreen)
        await press(pilot, "escape")
        screen_of(app, TableScreen)
    assert len(entries(table)) == before


async def test_a_note_is_kept_with_its_tags(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f5")
        await fill(pilot, text="They hesitate.", tags="rq1 doubt")
    assert kept(table, "note_written")[0]["text"] == "They hesitate."
    assert kept(table, "note_written")[0]["tags"] == ["rq1", "doubt"]


@pytest.mark.parametrize(
    ("sender", "to", "kept_to"),
    [("facilitator", "", ["town", "guild", "abbey"]), ("town", "2, 3", ["guild", "abbey"])],
)
async def test_a_message_goes_to_the_seats_named_by_number(
    tmp_path: Path, sender: str, to: str, kept_to: list[str]
) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        await fill(pilot, sender=sender, to=to, text="Two minutes.")
    assert kept(table, "message_sent")[0]["to"] == kept_to
    assert kept(table, "message_sent")[0]["sender"] == sender


async def test_a_wrong_number_of_a_seat_keeps_what_was_written(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "m")
        await fill(pilot, to="7", text="Two minutes.")
        assert screen_of(app, Form).filled()["text"] == "Two minutes."
        assert notices(app) == ["To: the numbers of seats, 1 to 3, or nothing for everyone."]
        await fill(pilot, to="1")
    assert kept(table, "message_sent")[0]["text"] == "Two minutes."


async def test_a_track_is_set_by_hand_with_a_reason_only(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "t", "1")
        await fill(pilot, to="99")
        assert "Because: this has to be filled in." in text_of(app.screen)
        await fill(pilot, reason="A miscount.")
        assert notices(app) == ["Mood goes from 0 to 10."]
        await fill(pilot, to="7")
        screen_of(app, TableScreen)
        assert "Mood     7 +2" in text_of(app.screen)
    assert kept(table, "track_adjusted")[0]["reason"] == "A miscount."


async def test_a_fact_is_recorded_with_whom_it_helps(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f", "1")
        await fill(pilot, text="The mill burnt.", owner="guild", modifier="-1", lasts="2")
        assert "- The mill burnt.  -1 for The" in text_of(app.screen)
    fact = kept(table, "fact_recorded")[0]["fact"]
    assert (fact["owner"], fact["modifier"], fact["until"]) == ("guild", -1, 2)


async def test_a_person_joins_and_another_changes_seat(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        await fill(pilot, name="Player Four", seat="abbey")
        await press(pilot, "g")
        await fill(pilot, who="three", seat="observer")
    seated = [(one["person"], one["name"], one["seat"]) for one in kept(table, "person_seated")]
    assert seated == [("p4", "Player Four", "abbey"), ("three", "Player Three", "observer")]


async def test_a_seat_goes_to_a_playbook_and_orders_at_once(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "k", "3", "2")
        assert "by itself: " in text_of(app.screen)
        await press(pilot, "k", "3", "1")
        assert "The abbey  sealed   nobody" in text_of(app.screen)
    assert [one["playbook"] for one in kept(table, "seat_handed")] == ["random", ""]


async def test_ending_early_asks_first(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "x", "n")
        screen_of(app, TableScreen)
        await press(pilot, "x", "y")
        screen_of(app, HotWashScreen)
    assert kept(table, "phase_begun")[-1]["phase"] == "hotwash"


async def test_leaving_asks_first(tmp_path: Path) -> None:
    app = desk(in_orders(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q")
        screen_of(app, Confirm)
        await press(pilot, "n")
        screen_of(app, TableScreen)


async def test_the_public_table_hides_tracks_and_who_has_ordered(tmp_path: Path) -> None:
    table = in_orders(tmp_path)
    seal(table, "guild", "toll")
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        text = text_of(app.screen)
        assert "PUBLIC" in text
        assert "Chest" not in text
        assert "sealed" not in text
        assert "1 of 3" not in text
        assert "None yet" not in text
        await press(pilot, "j")
        assert "Chest" in text_of(app.screen)


async def test_nothing_can_be_changed_before_the_game_begins(tmp_path: Path) -> None:
    app = desk(table_of(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("x", "t", "f", "e"):
            await press(pilot, key)
            screen_of(app, TableScreen)
