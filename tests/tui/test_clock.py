"""The clock on the screens: time left in words, the keys of time, the plan beside what was used."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.tui.desks import FACILITATOR, desk, fill, kept, press, screen_of
from tests.tui.seatings import SIZES, app_of, notices, seating_of, table_of, text_of, to_talks
from wargame.game.commands import PauseTimer
from wargame.game.pace import Pace
from wargame.game.views import ClockView
from wargame.table.table import Table
from wargame.tui.countdown import Countdown, ended_early, in_words, minutes_behind, stamp_of
from wargame.tui.facilitator import WargameApp
from wargame.tui.plain import Plain
from wargame.tui.screens.clock import ClockScreen
from wargame.tui.screens.form import Form
from wargame.tui.screens.order_form import OrderForm
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.screens.table import TableScreen
from wargame.tui.widgets.timeleft import behind, time_left
from wargame.tui.widgets.turnbar import turn_bar

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PLAN = Pace(plan=180)


def _at(minutes: float) -> str:
    return stamp_of(NOON + timedelta(minutes=minutes))


def still() -> Countdown:
    """A countdown whose own clock stands still, so that the moment given alone counts."""
    return Countdown(lambda: 0.0)


def _timed(folder: Path, **opening: Any) -> Table:
    """A table with a plan of three hours, in the talks and orders of turn 1."""
    table = table_of(folder, pace=PLAN, turns=6, **opening)
    to_talks(table)
    return table


@pytest.mark.parametrize(
    ("seconds", "words"), [(401, "06:41"), (0, "00:00"), (-72, "+01:12"), (3723, "1:02:03")]
)
def test_seconds_are_told_as_minutes_and_seconds(seconds: int, words: str) -> None:
    assert in_words(seconds) == words


def test_what_is_left_is_told_in_words_without_colour() -> None:
    clock = ClockView("orders", until=_at(7))
    assert time_left(clock, still(), NOON).plain == "07:00 left"
    assert time_left(clock, still(), NOON + timedelta(minutes=5)).plain == "02:00 LEFT"
    assert time_left(clock, still(), NOON + timedelta(minutes=8)).plain == "TIME UP +01:00"
    clock.paused = _at(3)
    assert time_left(clock, still(), NOON + timedelta(minutes=9)).plain == "PAUSED 04:00 left"
    assert time_left(ClockView(), still(), NOON).plain == ""


def test_a_stage_that_is_short_from_the_start_is_not_warned_of() -> None:
    clock, late = ClockView("reveal", until=_at(1)), NOON + timedelta(seconds=3)
    assert time_left(clock, still(), late, _at(0)).plain == "00:57 left"
    assert time_left(clock, still(), late, _at(-5)).plain == "00:57 LEFT"
    countdown = Countdown(lambda: 0.0)
    said = [countdown.due_word(left, end) for left, end in ((300, "a"), (57, "b"), (-1, "b"))]
    assert said == ["", "", "Time is up."]


def test_a_moment_that_comes_is_told_to_each_who_saw_it_ahead_once() -> None:
    countdown, ends = still(), [_at(1), _at(2), ""]
    later = [NOON + timedelta(minutes=one) for one in (0, 1.5, 1.6, 3)]
    assert [countdown.over("town", ends, at) for at in later] == [set(), {_at(1)}, set(), {_at(2)}]
    assert countdown.over("guild", ends, later[-1]) == set()


def test_a_clock_that_is_set_back_gives_no_more_time_on_the_screen() -> None:
    passed = [0.0]
    countdown = Countdown(lambda: passed[0])
    assert countdown.left(_at(7), "", NOON) == 420
    passed[0] = 60.0
    assert countdown.left(_at(7), "", NOON - timedelta(hours=1)) == 360
    assert countdown.left(_at(7), "", NOON + timedelta(minutes=5)) == 120


def test_how_the_session_stands_against_its_plan() -> None:
    clock = ClockView("orders", until=_at(7), due=_at(100), later=93)
    assert behind(clock, NOON) == "on time"
    assert behind(clock, NOON + timedelta(minutes=19)) == "12 min behind"
    clock.later = 90
    assert behind(clock, NOON) == "3 min ahead"
    assert minutes_behind(ClockView(), NOON) is None


def test_a_pause_makes_the_session_late_and_the_break_of_the_plan_does_not() -> None:
    clock = ClockView("wrap", until=_at(2), due=_at(100), later=98, paused=_at(1))
    assert behind(clock, NOON + timedelta(minutes=13)) == "12 min behind"
    clock.rest_until, clock.later = _at(11), 88
    assert behind(clock, NOON + timedelta(minutes=5)) == "on time"


async def test_the_top_line_says_what_time_is_left_at_every_screen(tmp_path: Path) -> None:
    table = _timed(tmp_path)
    for first, rest in ((None, ()), (SeatScreen, ("town",))):
        app = app_of(table, first, *rest) if first else desk(table)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            top = text_of(app.screen).splitlines()[0]
            assert " left" in top, top
    public = turn_bar(table.view("public"), 80, datetime.now(UTC)).plain
    assert " left" in public
    assert "behind" not in public
    assert "ahead" not in public


async def test_the_time_runs_and_the_warning_comes_behind_a_form(tmp_path: Path) -> None:
    passed = [0.0]
    table = _timed(tmp_path)
    seating = seating_of(table)
    seating.countdown = Countdown(lambda: passed[0])
    app = WargameApp(lambda: TableScreen(seating), seating)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        screen_of(app, Form)
        behind_it = app.screen_stack[-2]
        assert isinstance(behind_it, TableScreen)
        head = behind_it.query_one("#status", Plain)
        behind_it.tick()
        passed[0] = 330.0
        behind_it._touched = 0.0  # a while after the last key: keys come before the clock
        behind_it.tick()
        assert "01:" in head.shown
        assert "LEFT" in head.shown
        await pilot.pause()
        assert notices(app) == ["Two minutes left."]
        passed[0] = 440.0
        behind_it.tick()
        behind_it.tick()
        await pilot.pause()
        assert notices(app) == ["Two minutes left.", "Time is up."]


async def test_the_time_runs_on_a_seats_own_screens_too(tmp_path: Path) -> None:
    passed = [0.0]
    table = _timed(tmp_path)
    seating = seating_of(table)
    seating.countdown = Countdown(lambda: passed[0])
    app = WargameApp(lambda: SeatScreen(seating, "town"), seating)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o")
        form = screen_of(app, OrderForm)
        form.tick()
        passed[0] = 330.0
        form.tick()
        assert "LEFT" in form.query_one("#status", Plain).shown
        await pilot.pause()
        assert notices(app) == ["Two minutes left."]


async def test_two_minutes_more_and_a_pause_are_one_key_each(tmp_path: Path) -> None:
    table = _timed(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "+")
        assert kept(table, "timer_extended")[-1]["minutes"] == 2
        await press(pilot, "Y")
        assert "PAUSED" in text_of(app.screen)
        await press(pilot, "Y")
        assert "PAUSED" not in text_of(app.screen)
    assert len(kept(table, "timer_paused")) == len(kept(table, "timer_resumed")) == 1


async def test_without_a_timer_the_same_key_sets_one_of_two_minutes(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    async with desk(table).run_test(size=(80, 24)) as pilot:
        await press(pilot, "+")
    assert table.view(FACILITATOR).clock.until


@pytest.mark.parametrize("size", SIZES)
async def test_the_plan_stands_beside_what_was_used(tmp_path: Path, size: tuple[int, int]) -> None:
    table = _timed(tmp_path)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "y")
        assert isinstance(app.screen, ClockScreen)
        text = text_of(app.screen)
        for part in ("Opening", "Turn 1", "talks and orders", "Turn 6", "Hot wash", "Ends at"):
            assert part in text, text
        await press(pilot, "escape")
        assert not isinstance(app.screen, ClockScreen)


async def test_the_clock_lists_the_keys_that_do_something_now_and_help_does_too(
    tmp_path: Path,
) -> None:
    app = desk(table_of(tmp_path, turns=6))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        line = "p pause  + 2 more  s set  d jump  c pace, bell"
        assert line in text_of(app.screen), text_of(app.screen)
        await press(pilot, "f1")
        listed = text_of(app.screen)
        assert "Jump to a date" in listed
        assert "1 less" not in listed


async def test_the_clock_says_that_the_opening_is_not_counted(tmp_path: Path) -> None:
    app = desk(_timed(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        opening = next(one for one in text_of(app.screen).splitlines() if "Opening" in one)
        assert "not counted; turn 1 begins the plan" in opening


async def test_a_timer_is_set_by_hand_with_a_reason(tmp_path: Path) -> None:
    table = _timed(tmp_path)
    async with desk(table).run_test(size=(80, 24)) as pilot:
        await press(pilot, "y", "s")
        await fill(pilot, minutes="12", reason="They are close")
    assert kept(table, "timer_set")[-1]["reason"] == "They are close"


async def test_a_session_without_a_pace_is_given_one(tmp_path: Path) -> None:
    table = table_of(tmp_path, turns=6)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f7")
        assert "keeps no time" in text_of(app.screen)
        await press(pilot, "c")
        await fill(pilot, plan="2.5", late="refuse", bell="on")
        assert "Turn 6" in text_of(app.screen)
    view = table.view(FACILITATOR)
    assert (view.pace.plan, view.pace.late, view.pace.bell) == (150, "refuse", True)
    assert view.clock.until


def test_what_an_early_end_of_the_break_means_is_said_in_words() -> None:
    clock = ClockView("wrap", paused=_at(0), rest_until=_at(10))
    assert "7 min early" in ended_early(clock, NOON + timedelta(minutes=3))
    assert "still has it to come" in ended_early(clock, NOON + timedelta(seconds=20))
    assert not ended_early(clock, NOON + timedelta(minutes=11))
    assert not ended_early(ClockView("wrap", paused=_at(0)), NOON + timedelta(minutes=3))


async def test_the_break_of_the_plan_is_one_key(tmp_path: Path) -> None:
    table = _timed(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y", "b")
        assert "PAUSED until" in text_of(app.screen)
        await press(pilot, "p")
        assert "the plan still has it to come" in notices(app)[-1]
    assert table.view(FACILITATOR).clock.pauses[0].rest


async def test_a_pause_may_be_taken_from_a_script_as_well(tmp_path: Path) -> None:
    table = _timed(tmp_path)
    table.ask(FACILITATOR, PauseTimer("A telephone"))
    app = desk(table, ClockScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "A telephone" in text_of(app.screen)
