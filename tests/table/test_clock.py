"""The table hands the time in: timers from the first moment on, and a machine's clock that is set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.tui.seatings import small
from wargame.decks.compile import compile_scenario
from wargame.game.changes import OrderText
from wargame.game.commands import (
    AddArgument,
    Advance,
    ChooseOption,
    EndGame,
    OpenAdjudication,
    OpenSession,
    PauseTimer,
    Proceed,
    ResumeTimer,
    SealOrder,
    SendMessage,
    Undo,
    WriteNote,
)
from wargame.game.evolve import evolve
from wargame.game.moments import between
from wargame.game.names import FACILITATOR
from wargame.game.pace import Pace
from wargame.game.refusals import Refused
from wargame.game.rules import decide
from wargame.reports.timeline import Timeline
from wargame.saves.forking import fork
from wargame.saves.reading import read
from wargame.saves.verify import verify
from wargame.table.table import Table

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Watch:
    """A machine's clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def by(self, minutes: int) -> None:
        """Set it on, or back."""
        self.now += timedelta(minutes=minutes)


def timed(folder: Path, watch: Watch, pace: Pace) -> Table:
    """A table that keeps time, in the talks of turn 1."""
    path = folder / "game.jsonl"
    opening = OpenSession("game", pace=pace)
    table = Table.create(path, compile_scenario(small()), opening, bytes(32), watch)
    table.ask(FACILITATOR, Advance("setup"))
    for one in list(table.view(FACILITATOR).dilemmas):
        way = next(option for option in one.options if not option.why_not)
        table.ask(one.seat, ChooseOption(one.card, way.id))
    table.ask(FACILITATOR, Advance("event"))
    return table


SEVEN = Pace(minutes={"orders": 7})


def test_a_deadline_is_reckoned_from_the_moment_of_its_own_entry(tmp_path: Path) -> None:
    table = timed(tmp_path, Watch(), SEVEN)
    started = [one for one in read(table.log.path).entries if one.kind == "timer_started"]
    assert [(one.at, one.by) for one in started] == [("2026-03-01T12:00:00.000Z", "table")]
    assert started[0].data["until"] == "2026-03-01T12:07:00.000Z"


def test_order_and_timers_hold_when_the_machines_clock_is_set_back(tmp_path: Path) -> None:
    watch = Watch()
    table = timed(tmp_path, watch, SEVEN)
    watch.by(2)
    table.ask("town", SendMessage("town", ["guild"], "Well?"))
    watch.by(-60)
    table.ask("guild", SendMessage("guild", ["town"], "Well what?"))
    assert table.view("public").clock.until == "2026-03-01T11:07:00.000Z"
    kinds = [one.kind for one in read(table.log.path).entries]
    assert kinds[-3:] == ["message_sent", "clock_set_back", "message_sent"]
    assert [one.text for one in table.view(FACILITATOR).messages] == ["Well?", "Well what?"]
    table.close()
    assert verify(table.log.path).ok


def test_without_timers_nothing_is_written_about_the_clock(tmp_path: Path) -> None:
    watch = Watch()
    table = timed(tmp_path, watch, Pace())
    watch.by(-60)
    table.ask("town", SendMessage("town", ["guild"], "Well?"))
    assert "clock_set_back" not in [one.kind for one in read(table.log.path).entries]


def test_what_everybody_saw_of_the_clock_is_rebuilt_from_the_save(tmp_path: Path) -> None:
    watch = Watch()
    table = timed(tmp_path, watch, SEVEN)
    table.ask(FACILITATOR, PauseTimer("A telephone"))
    seen = {who: table.view(who).clock for who in ("town", FACILITATOR, "public")}
    table.close()
    timeline = Timeline.read(table.log.path)
    for who, clock in seen.items():
        assert timeline.view(len(timeline) - 1, who).clock == clock


def test_a_save_goes_on_with_its_timers_when_it_is_opened_again(tmp_path: Path) -> None:
    watch = Watch()
    table = timed(tmp_path, watch, SEVEN)
    before = table.view(FACILITATOR).clock
    table.close()
    again = Table.open(table.log.path, watch)
    assert again.view(FACILITATOR).clock == before


def test_a_phase_cut_short_before_its_timer_starts_it_when_play_goes_on(tmp_path: Path) -> None:
    table = timed(tmp_path, Watch(), SEVEN)
    path = table.log.path
    table.close()
    state = Timeline.read(path).state(0).copy()
    timeline = Timeline.read(path)
    cut = next(
        one.n
        for one in timeline.moments
        if one.entry.kind == "phase_begun" and one.entry.data["phase"] == "talks"
    )
    for moment in timeline.moments[1 : cut + 1]:
        evolve(state, moment.event)
    assert not state.settled
    events = decide(state, "table", Proceed(), lambda: "0" * 32, "2026-03-01T12:30:00.000Z")
    assert [type(one).__name__ for one in events] == ["TimerStarted", "PhaseSettled"]


def test_a_plan_that_does_not_fit_is_refused_at_the_opening(tmp_path: Path) -> None:
    opening = OpenSession("game", turns=40, pace=Pace(plan=60))
    with pytest.raises(Refused) as caught:
        Table.create(tmp_path / "game.jsonl", compile_scenario(small()), opening)
    assert caught.value.code == "bad_plan"
    assert not (tmp_path / "game.jsonl").exists()


def test_the_time_for_which_nobody_was_at_the_table_is_a_pause(tmp_path: Path) -> None:
    watch = Watch()
    table = timed(tmp_path, watch, SEVEN)
    until = table.state.clock.until
    table.close()
    watch.by(5)
    again = Table.open(table.log.path, watch)
    assert again.state.clock.until == until  # a few minutes are what a crash takes
    again.close()
    watch.by(24 * 60)
    again = Table.open(table.log.path, watch)
    clock = again.state.clock
    assert (clock.paused, clock.pauses[-1].reason) == ("", "Nobody was at the table.")
    assert clock.until > again.last
    assert Table.watch(again.log.path).state.clock == clock
    again.close()
    assert verify(again.log.path).damage == []


def test_a_game_forked_later_does_not_begin_behind_its_plan(tmp_path: Path) -> None:
    watch = Watch()
    table = timed(tmp_path, watch, SEVEN)
    left = between(table.last, table.state.clock.until)
    table.close()
    watch.by(24 * 60)
    child = tmp_path / "child.jsonl"
    source = read(table.log.path)
    fork(source, len(source.entries) - 1, child, watch.now).close()
    again = Table.open(child, watch)
    clock = again.state.clock
    assert between(again.last, clock.until) == left
    assert clock.pauses[-1].reason == "Nobody was at the table."
    again.close()
    assert verify(child).damage == []


def test_an_undo_takes_no_time_from_a_seat_and_the_hot_wash_gives_it_none(tmp_path: Path) -> None:
    watch = Watch()
    table = timed(tmp_path, watch, SEVEN)
    table.ask("town", SealOrder("town", OrderText("build", "")))
    for phase in ("talks", "orders", "reveal"):
        table.ask(FACILITATOR, Advance(phase, holds=True))
    if table.state.adjudication is None:
        table.ask(FACILITATOR, OpenAdjudication(table.state.queue[0]))
    order_id = table.state.queue[0]
    watch.by(3)
    table.ask(FACILITATOR, AddArgument(order_id, "con", "A slip.", FACILITATOR))
    table.ask(FACILITATOR, Undo())
    watch.by(30)
    table.ask(FACILITATOR, EndGame())
    watch.by(40)
    table.ask(FACILITATOR, WriteNote("They talk."))
    assert table.spent.seconds() == {"town": 33 * 60}
    table.close()


def test_neither_a_pause_nor_the_time_before_a_fork_lies_on_the_table(tmp_path: Path) -> None:
    watch = Watch()
    table = timed(tmp_path, watch, SEVEN)
    table.ask("town", SealOrder("town", OrderText("build", "")))
    for phase in ("talks", "orders", "reveal"):
        table.ask(FACILITATOR, Advance(phase, holds=True))
    if table.state.adjudication is None:
        table.ask(FACILITATOR, OpenAdjudication(table.state.queue[0]))
    watch.by(3)
    table.ask(FACILITATOR, PauseTimer("Coffee."))
    watch.by(20)
    table.ask(FACILITATOR, ResumeTimer())
    watch.by(2)
    table.ask(FACILITATOR, WriteNote("They wait."))
    assert table.spent.seconds() == {"town": 5 * 60}
    table.close()
    watch.by(24 * 60)
    again = Table.open(table.log.path, watch)
    assert again.spent.seconds() == {"town": 5 * 60}
    again.close()
    child, source = tmp_path / "child.jsonl", read(table.log.path)
    fork(source, len(source.entries) - 3, child, watch.now).close()
    again = Table.open(child, watch)
    watch.by(1)
    again.ask(FACILITATOR, WriteNote("They wait on."))
    assert again.spent.seconds() == {"town": 6 * 60}
    again.close()


def test_a_session_taken_up_another_day_is_not_behind_its_plan_for_that(tmp_path: Path) -> None:
    watch = Watch()
    table = timed(tmp_path, watch, Pace(plan=180))
    due = table.state.clock.due
    assert due
    table.ask(FACILITATOR, PauseTimer("Coffee."))
    watch.by(20)
    table.ask(FACILITATOR, ResumeTimer())
    assert table.state.clock.due == due  # a pause at the table costs the plan its minutes
    last = table.last
    table.close()
    watch.by(24 * 60)
    again = Table.open(table.log.path, watch)
    assert between(due, again.state.clock.due) == between(last, again.last)
    again.close()
    assert verify(again.log.path).damage == []
