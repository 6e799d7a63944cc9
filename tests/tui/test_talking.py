"""Talks, silence and standing intentions on the screens, by keys alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.tui.desks import FACILITATOR, desk, fill, judging, kept, press, screen_of
from tests.tui.seatings import SIZES, app_of, notices, seal, settle, table_of, text_of, to_talks
from wargame.game.changes import OrderText
from wargame.game.commands import (
    Advance,
    NoteIntention,
    NoteTalk,
    OpenTalk,
    SendMessage,
)
from wargame.game.pace import Pace
from wargame.table.table import Table
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.clock import ClockScreen
from wargame.tui.screens.event import EventScreen
from wargame.tui.screens.reveal import RevealScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.screens.seat_talks import IntentionForm
from wargame.tui.screens.table import TableScreen
from wargame.tui.screens.talks import TalksScreen
from wargame.tui.widgets.papers import Paper
from wargame.tui.widgets.quiet import quiet

pytestmark = pytest.mark.usefixtures("no_rest")


def window(folder: Path, **pace: Any) -> Table:
    """A table with its orders open."""
    table = table_of(folder, pace=Pace(**pace))
    to_talks(table)
    table.ask(FACILITATOR, Advance("talks"))
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_the_facilitator_sees_who_was_not_heard(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = window(tmp_path)
    table.ask("town", SendMessage("town", ["guild"], "Well?", "one"))
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert quiet(table.view(FACILITATOR)) == ["The guild", "The abbey"]
        assert "Not heard yet" in text_of(app.screen)
        seal(table, "guild", "toll", person="two")
        await pilot.pause()
        assert quiet(table.view(FACILITATOR)) == ["The abbey", "Player Three (The guild)"]
        assert "Three" in text_of(app.screen)


async def test_who_was_not_heard_stands_at_the_results_too(tmp_path: Path) -> None:
    table = judging(tmp_path)
    table.ask("town", SendMessage("town", ["guild"], "Well?", "one"))
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Player Two" in text_of(app.screen) or "Not heard" not in text_of(app.screen)


async def test_a_seat_leaves_a_standing_intention_and_takes_it_back(tmp_path: Path) -> None:
    table = window(tmp_path)
    app = app_of(table, SeatScreen, "town", "one")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i")
        assert isinstance(app.screen, IntentionForm)
        await press(pilot, "ctrl+s")
        assert "If you give no order" in text_of(app.screen)
        await press(pilot, "i", "2")
        assert "If you give no order" not in text_of(app.screen)
    assert kept(table, "intention_sealed")
    assert kept(table, "intention_withdrawn")


async def test_a_missing_order_is_filled_by_the_sessions_rule(tmp_path: Path) -> None:
    table = window(tmp_path, missing="ladder")
    table.ask("town", NoteIntention("town", OrderText("build", "")))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert "Close by the session's rule" in text_of(app.screen)
        await press(pilot, "6")
        await settle(pilot)
        screen_of(app, RevealScreen)
    ways = {one["seat"]: one["way"] for one in kept(table, "stood_in")}
    assert ways == {"town": "intention", "guild": "playbook", "abbey": "playbook"}


async def test_what_stands_in_is_said_for_one_seat(tmp_path: Path) -> None:
    table = window(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "9")
        await press(pilot, "2", "1")
        screen_of(app, TableScreen)
    assert [(one["seat"], one["way"]) for one in kept(table, "stood_in")] == [("guild", "playbook")]
    assert table.view("guild").sealed


async def test_two_minutes_more_or_a_warning_at_the_close(tmp_path: Path) -> None:
    table = window(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "7")
        assert len(kept(table, "timer_set")) == 1
        await press(pilot, "enter", "8")
        assert kept(table, "silence_warned")[0]["seats"] == ["town", "guild", "abbey"]
    app = app_of(table, SeatScreen, "town")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "YOUR ORDER IS MISSING" in text_of(app.screen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_versions_of_a_talk_stand_side_by_side(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = window(tmp_path, talks="full")
    table.ask("town", OpenTalk("town", ["guild"]))
    table.ask("town", NoteTalk("town", ["guild"], "A loan", "A loan by spring", "We are broke"))
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "T")
        alone = text_of(app.screen)
        assert "A loan by spring" in alone
        assert "nothing noted yet" in alone
        await press(pilot, "n", "2")
        await fill(pilot, proposed="A loan", agreed="Nothing yet", private="They are broke")
        rows = [one for one in text_of(app.screen).splitlines() if "agreed" in one]
        assert len(rows) == 1
        assert "A loan by spring" in rows[0]
        assert "Nothing yet" in rows[0]
        await press(pilot, "j")
        assert "They are broke" not in text_of(app.screen)
        await press(pilot, "escape")
        screen_of(app, TableScreen)


async def test_one_line_a_seat_is_one_key_at_the_desk(tmp_path: Path) -> None:
    table = window(tmp_path, talks="line")
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T")
        await fill(pilot, town="Grain / Ships", abbey="Prayers")
        screen_of(app, TalksScreen)
    notes = [(one["seat"], one["promised"], one["told"]) for one in kept(table, "talk_noted")]
    assert notes == [("town", "Grain", "Ships"), ("abbey", "Prayers", "")]


async def test_notes_are_off_until_asked_for(tmp_path: Path) -> None:
    table = window(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T")
        assert "Notes on talks are off; c changes that" in text_of(app.screen)
        await press(pilot, "l")
        screen_of(app, TalksScreen)
        await press(pilot, "c", "2")
        assert table.view(FACILITATOR).pace.talks == "line"
        assert "are off" not in text_of(app.screen)


async def test_one_line_a_seat_is_asked_for_by_itself_until_there_is_one(tmp_path: Path) -> None:
    table = window(tmp_path, talks="line")
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T")
        assert "a slash between" in text_of(app.screen)
        await fill(pilot, town="Grain / Ships")
        await press(pilot, "escape", "T")
        screen_of(app, TalksScreen)


async def test_a_seat_opens_and_notes_its_talks(tmp_path: Path) -> None:
    table = window(tmp_path, talks="full")
    app = app_of(table, SeatScreen, "town", "one")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        await fill(pilot, seats="2", minutes="5")
        await press(pilot, "v")
        await fill(pilot, agreed="A loan", private="We are broke")
        await press(pilot, "4")
        text = text_of(app.screen)
        assert "agreed: A loan" in text
        assert "for itself: We are broke" in text
    assert table.view("abbey").talks == []


async def test_a_seat_notes_one_line_where_the_session_wants_one(tmp_path: Path) -> None:
    table = window(tmp_path, talks="line")
    app = app_of(table, SeatScreen, "town", "one")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v")
        await fill(pilot, promised="Grain", told="Ships")
    assert kept(table, "talk_noted")[0]["person"] == "one"


async def test_the_calendar_is_jumped_to_a_date(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y", "d", "1")
        await fill(pilot, reason="We begin in spring", happen="no")
        screen_of(app, EventScreen)
    assert table.state.board.turn == 2
    assert not kept(table, "turns_passed")[0]["happen"]


async def test_two_minutes_left_and_time_up_are_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = window(tmp_path, minutes={"orders": 7}, bell=True)
    shown = [datetime.now(UTC)]
    monkeypatch.setattr("wargame.tui.screens.live.now", lambda: shown[0])
    app = desk(table, ClockScreen)
    rung: list[bool] = []
    monkeypatch.setattr(type(app), "bell", lambda _: rung.append(True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = screen_of(app, ClockScreen)
        for minutes in (0, 5.5, 5.6, 7.5, 7.6):
            shown[0] = datetime.now(UTC) + timedelta(minutes=minutes)
            screen.sound()
        await pilot.pause()
        assert notices(app) == ["Two minutes left.", "Time is up."]
        assert rung == [True]


async def test_the_end_of_a_timed_talk_is_said_and_the_table_shows_who_talks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = window(tmp_path, bell=True)
    table.ask(FACILITATOR, OpenTalk(FACILITATOR, ["town", "guild"], 5))
    table.ask("town", OpenTalk("town", ["abbey"]))
    shown = [datetime.now(UTC)]
    for name in ("live", "table", "talks"):
        monkeypatch.setattr(f"wargame.tui.screens.{name}.now", lambda: shown[0])
    app = desk(table)
    rung: list[bool] = []
    monkeypatch.setattr(type(app), "bell", lambda _: rung.append(True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = screen_of(app, TableScreen)
        text = text_of(screen)
        assert "Talk: The town, The guild (until" in text, text
        assert "Talk: The town, The abbey\n" in text, text
        screen.sound()
        shown[0] += timedelta(minutes=6)
        screen.action_projector()
        await settle(pilot)
        screen.sound()
        assert notices(app) == []  # in front of everybody no talk is told of
        assert "Talk: " not in text_of(screen)
        screen.action_projector()
        await settle(pilot)
        screen.sound()
        screen.sound()
        await pilot.pause()
        assert notices(app) == ["This talk is over: The town, The guild."]
        assert rung == [True]
        assert "Talk: The town, The guild (over" in text_of(screen)
        await press(pilot, "T")
        assert "The town, The guild (over since" in text_of(app.screen)


@pytest.mark.parametrize(
    ("talks", "told"),
    [
        ("off", "t opens a talk."),
        ("line", "v notes in one line what you promised"),
        ("full", "v notes what came of a talk."),
    ],
)
async def test_the_talks_of_a_seat_say_which_keys_open_and_note_them(
    tmp_path: Path, talks: str, told: str
) -> None:
    table = window(tmp_path, talks=talks)
    app = app_of(table, SeatScreen, "town", "one")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        said = " ".join(app.screen.query_one(Paper).shown.split())
        assert told in said
        assert ("v notes" in said) == (talks != "off")
        await press(pilot, "m")
        assert "t opens a talk" not in text_of(app.screen)


async def test_the_form_for_a_version_names_who_talked(tmp_path: Path) -> None:
    table = window(tmp_path, talks="full")
    table.ask("town", OpenTalk("town", ["guild", "abbey"]))
    app = app_of(table, SeatScreen, "town", "one")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v")
        assert "What came of the talk with The guild, The abbey" in text_of(app.screen)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "n", "2")
        told = "The guild: What came of the talk with The town, The abbey"
        assert told in text_of(app.screen)


@pytest.mark.parametrize(
    ("talks", "words"), [("line", "l notes a line"), ("full", "n Note a talk  o New talk")]
)
async def test_the_talks_desk_names_the_keys_that_are_needed(
    tmp_path: Path, talks: str, words: str
) -> None:
    app = desk(window(tmp_path, talks=talks))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T")
        if talks == "line":
            await press(pilot, "escape")  # the lines are asked for at once
        assert words in text_of(app.screen)
        assert "l One line a seat" not in text_of(app.screen).splitlines()[-1]
