"""Timers: they start by themselves, are paused, extended and set by hand, and keep moments only."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from tests.game.scenes import scenario
from tests.game.sitting import FACILITATOR, Game, refused
from wargame.game import pace
from wargame.game.commands import (
    Advance,
    BeginTurnZero,
    Command,
    EndTurnZero,
    ExtendTimer,
    PauseTimer,
    ResumeTimer,
    Rewind,
    SetPace,
    SetTimer,
    Undo,
)
from wargame.game.events import Event, TimerPaused, TimerResumed, TimerSet, TimerStarted
from wargame.game.evolve import evolve, opened
from wargame.game.moments import later
from wargame.game.pace import Pace
from wargame.game.timers import gone_back, running, time_is_up
from wargame.tui.countdown import minutes_behind

NOON = "2026-03-01T12:00:00.000Z"
THREE_HOURS = Pace(minutes=pace.planned(180, 6))


class Timed(Game):
    """A game with a clock: `at` is what it shows, in minutes after noon."""

    def __init__(self, kept: Pace, **more: Any) -> None:
        self.minute = 0
        super().__init__(scenario(), pace=kept, **more)

    @property
    def at(self) -> str:  # type: ignore[override]
        return later(NOON, self.minute)

    def after(self, minutes: int, command: Command, by: str = FACILITATOR) -> list[Event]:
        """Let minutes go by, then ask for something."""
        self.minute += minutes
        return self.do(command, by)

    @property
    def until(self) -> str:
        """When the stage's timer ends."""
        clock = running(self.state)
        return clock.until if clock else ""


def timed(kept: Pace = THREE_HOURS) -> Timed:
    """A game at noon, in the event phase of turn 1."""
    game = Timed(kept)
    game.do(Advance("setup"))
    return game


def test_a_timer_starts_by_itself_when_a_phase_begins() -> None:
    game = timed()
    assert game.until == later(NOON, 2)
    assert game.of(TimerStarted) == [TimerStarted("event", 1, NOON, later(NOON, 2))]


def test_talks_and_orders_are_one_window_with_one_timer() -> None:
    game = timed()
    game.after(1, Advance("event"))
    assert game.until == later(NOON, 8)
    game.after(2, Advance("talks"))
    assert game.until == later(NOON, 8)
    assert [one.stage for one in game.of(TimerStarted)] == ["event", "orders"]


def test_talks_that_have_minutes_of_their_own_have_their_own_timer() -> None:
    game = timed(Pace(minutes={"talks": 5, "orders": 4}))
    game.after(1, Advance("event"))
    assert game.until == later(NOON, 6)
    game.after(6, Advance("talks"))
    assert game.until == later(NOON, 11)


def test_a_session_without_minutes_has_no_timers_and_needs_none() -> None:
    game = timed(Pace())
    assert game.until == ""
    assert not game.of(TimerStarted)


def test_a_game_without_a_clock_starts_no_timer() -> None:
    game = Game(scenario(), pace=THREE_HOURS)
    game.do(Advance("setup"))
    assert not game.of(TimerStarted)
    assert game.state.settled
    assert refused(game, SetTimer(5)) == "no_clock"


def test_a_pause_moves_the_deadline_as_far_as_it_lasted() -> None:
    game = timed()
    game.after(1, PauseTimer("A telephone"))
    assert game.until == later(NOON, 2)
    assert not time_is_up(game.state, later(NOON, 9))
    game.after(10, ResumeTimer())
    assert game.until == later(NOON, 12)
    assert game.state.clock.pauses[0].ended == later(NOON, 11)


def test_more_minutes_come_after_the_deadline_and_from_now_on_when_that_has_passed() -> None:
    game = timed()
    game.do(ExtendTimer(3))
    assert game.until == later(NOON, 5)
    game.after(9, ExtendTimer(2, "Nearly there"))
    assert game.until == later(NOON, 11)
    game.do(ExtendTimer(-1))
    assert game.until == later(NOON, 10)


def test_a_timer_set_by_hand_runs_from_now_and_0_takes_it_away() -> None:
    game = timed(Pace())
    game.after(3, SetTimer(10, "Read the card twice"))
    assert game.until == later(NOON, 13)
    game.do(SetTimer(0))
    assert game.until == ""
    assert game.of(TimerSet)[-1].until == ""


def test_a_timer_belongs_to_its_stage_and_ends_with_it() -> None:
    game = timed(Pace(minutes={"event": 2}))
    assert game.until
    game.do(Advance("event"))
    assert game.until == ""


def test_moving_on_ends_a_pause() -> None:
    game = timed()
    game.do(PauseTimer())
    game.after(5, Advance("event"))
    assert not game.state.clock.paused
    assert [type(one) for one in game.events[-5:]].count(TimerResumed) == 1
    assert game.until == later(NOON, 12)


def test_a_pause_of_a_session_without_timers_ends_when_it_moves_on_too() -> None:
    game = timed(Pace())
    game.do(PauseTimer())
    game.after(5, Advance("event"))
    assert not game.state.clock.paused


def test_the_break_of_the_plan_has_an_end_and_is_taken_off_what_is_left() -> None:
    game = timed()
    before = game.view(FACILITATOR).clock
    game.do(PauseTimer("Coffee", rest=True))
    clock = game.view(FACILITATOR).clock
    assert clock.rest_until == later(NOON, 10)
    assert before.later - clock.later == 10
    assert refused(timed(Pace()), PauseTimer(rest=True)) == "no_break"


def behind(game: Timed) -> int | None:
    """Minutes that the session is behind its plan, as the facilitator's clock says it."""
    return minutes_behind(game.view(FACILITATOR).clock, datetime.fromisoformat(game.at))


def test_a_break_that_ends_early_gains_what_was_left_of_it() -> None:
    game = timed()
    game.do(PauseTimer("Coffee", rest=True))
    game.minute += 3
    assert behind(game) == 0
    game.do(ResumeTimer())
    assert behind(game) == -7


def test_a_break_begun_by_mistake_and_ended_at_once_is_still_to_come() -> None:
    game = timed()
    game.do(PauseTimer(rest=True))
    game.do(ResumeTimer())
    assert behind(game) == 0
    game.do(PauseTimer(rest=True))
    game.after(10, ResumeTimer())
    assert behind(game) == 0


def test_another_pace_with_the_same_minutes_leaves_the_plan_where_it_stood() -> None:
    game = timed()
    game.minute += 6
    assert behind(game) == 4
    game.do(SetPace(replace(game.state.pace, talks="line")))
    assert behind(game) == 4


def test_a_plan_made_in_a_break_counts_what_is_left_of_the_break_and_of_the_stage() -> None:
    game = timed()
    game.after(1, PauseTimer(rest=True))
    game.after(2, SetPace(Pace(plan=240)))
    assert behind(game) == 0
    game.after(8, ResumeTimer())
    assert behind(game) == 0


def test_turn_zero_and_an_event_undone_are_part_of_the_opening_and_put_no_plan_behind() -> None:
    game = timed()
    game.after(1, Undo())
    assert behind(game) is None
    game.do(BeginTurnZero())
    game.after(9, Advance(game.state.phase))
    assert behind(game) is None
    assert game.until == ""
    game.after(9, EndTurnZero())
    game.after(5, Advance("setup"))
    assert behind(game) == 0
    game.after(2, Advance("event"))
    game.after(8, Rewind(0, "Once more"))
    assert behind(game) == 10


def test_a_plan_of_whole_turns_is_kept_when_a_turn_begins() -> None:
    game = Timed(Pace(minutes={"turn": 20, "hotwash": 25}))
    game.do(Advance("setup"))
    assert behind(game) == 0
    game.after(5, Advance("event"))
    assert behind(game) == 0
    game.minute += 17
    assert behind(game) == 2


def test_a_rewind_turns_no_time_back_and_the_phase_has_its_time_anew() -> None:
    game = timed()
    there = game.state.entries
    game.after(1, PauseTimer())
    game.after(1, ResumeTimer())
    game.after(1, Advance("event"))
    begun = len(game.state.clock.begun)
    game.after(4, Rewind(there, "The card was read wrongly"))
    assert game.state.phase == "event"
    assert len(game.state.clock.pauses) == 1
    assert len(game.state.clock.begun) == begun + 1
    assert game.until == later(NOON, 9)
    assert game.state.clock.due == later(NOON, 120)


def test_the_plan_of_three_hours_comes_to_three_hours() -> None:
    minutes = pace.planned(180, 6)
    assert minutes == {
        "setup": 20,
        "event": 2,
        "orders": 7,
        "reveal": 1,
        "adjudicate": 8,
        "wrap": 2,
        "break": 10,
        "hotwash": 25,
        "spare": 5,
    }
    assert minutes["setup"] + pace.after("setup", 0, 6, minutes, rested=False) == 180


@pytest.mark.parametrize(("whole", "turns"), [(120, 6), (90, 6), (180, 10), (240, 6), (150, 7)])
def test_any_plan_adds_up_to_its_length(whole: int, turns: int) -> None:
    minutes = pace.planned(whole, turns)
    assert minutes["setup"] + pace.after("setup", 0, turns, minutes, rested=False) == whole
    assert min(minutes.values()) >= 1


def test_a_plan_that_is_too_short_for_its_turns_is_refused() -> None:
    assert refused(Game(scenario(), turns=30), SetPace(Pace(60))) == "bad_plan"
    assert refused(timed(), SetPace(Pace(minutes={"event": 601}))) == "bad_minutes"
    assert refused(timed(), SetPace(THREE_HOURS)) == "same_pace"


def test_the_plan_says_when_the_session_should_end_from_the_first_timer_on() -> None:
    game = Timed(Pace(minutes=pace.planned(180, 6)), turns=6)
    assert game.view(FACILITATOR).clock.due == ""
    game.do(SetTimer(20))
    assert game.view(FACILITATOR).clock.due == later(NOON, 180)
    game.after(25, Advance("setup"))
    view = game.view(FACILITATOR).clock
    assert (view.due, view.until) == (later(NOON, 180), later(NOON, 27))
    assert view.later == 158


def test_another_pace_starts_its_timer_and_its_plan_at_once() -> None:
    game = timed(Pace())
    game.after(4, SetPace(Pace(minutes=pace.planned(180, 6)), "We have three hours"))
    assert game.until == later(NOON, 6)
    assert game.view(FACILITATOR).clock.due


def test_everybody_sees_timers_and_pauses_and_the_facilitator_alone_the_plan() -> None:
    game = timed()
    game.do(PauseTimer("Somebody is ill"))
    for who in ("north", "public"):
        clock = game.view(who).clock
        assert (clock.until, clock.paused) == (later(NOON, 2), NOON)
        assert (clock.due, clock.later, clock.begun, clock.pauses) == ("", 0, [], [])


def test_a_clock_that_is_set_back_moves_what_runs_with_it() -> None:
    game = timed()
    back = gone_back(game.state, later(NOON, 1), later(NOON, -59))
    assert back is not None
    due = game.state.clock.due
    evolve(game.state, back)
    assert game.until == later(NOON, 2 - 60)
    assert game.state.clock.due == later(due, -60)
    assert gone_back(game.state, NOON, later(NOON, 1)) is None


def test_a_clock_that_is_set_back_in_a_pause_moves_the_pause() -> None:
    game = timed()
    game.do(PauseTimer())
    back = gone_back(game.state, NOON, later(NOON, -60))
    assert back is not None
    evolve(game.state, back)
    game.minute = -55
    game.do(ResumeTimer())
    assert game.until == later(NOON, -53)


def test_what_cannot_be_done_with_the_clock_is_refused() -> None:
    game = timed()
    assert refused(game, ResumeTimer()) == "not_paused"
    for command in (ExtendTimer(0), SetTimer(-1), SetTimer(999)):
        assert refused(game, command) == "bad_minutes"
    game.do(PauseTimer())
    assert refused(game, PauseTimer()) == "paused"
    still = timed(Pace())
    assert refused(still, ExtendTimer(1)) == refused(still, SetTimer(0)) == "no_timer"


def test_the_state_folds_from_the_entries_alone() -> None:
    game = timed()
    game.after(1, PauseTimer())
    game.after(1, ResumeTimer())
    game.after(1, Advance("event"))
    first, *rest = game.events
    again = opened(game.state.scenario, first)  # type: ignore[arg-type]
    for event in rest:
        evolve(again, event)
    assert again.clock == game.state.clock
    assert game.of(TimerPaused)


def test_a_pause_outlasts_a_rewind_and_the_time_of_the_phase_begins_when_it_ends() -> None:
    play = Timed(THREE_HOURS)
    play.after(1, Advance("setup"))
    play.after(1, Advance("event"))
    play.after(1, PauseTimer())
    play.after(5, Undo())
    assert play.state.clock.paused
    assert not play.of(TimerResumed)
    play.after(5, ResumeTimer())
    clock = running(play.state)
    assert clock is not None
    assert clock.until > play.at
