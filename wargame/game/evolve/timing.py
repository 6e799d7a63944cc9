"""What entries about time do to the state. The clock is replaced whole: copies of a state share it."""

from __future__ import annotations

from dataclasses import replace

from wargame.game import pace
from wargame.game.clock import BEGINNING, Begun, Pause, set_back
from wargame.game.events import (
    ClockSetBack,
    PaceSet,
    TimerExtended,
    TimerPaused,
    TimerResumed,
    TimerSet,
    TimerStarted,
)
from wargame.game.evolve.board import reach
from wargame.game.moments import between, later, moved
from wargame.game.pace import Stage
from wargame.game.state import State


def stage_now(state: State) -> Stage:
    """The stage the table is in; Turn Zero belongs to the opening, whatever is rehearsed in it."""
    return "setup" if state.rehearsal else pace.stage_of(state.phase, state.pace.minutes)


def pace_set(state: State, event: PaceSet) -> None:
    """Another pace. Where it has other minutes, the plan is reckoned from here; else it stands."""
    replanned = event.pace.minutes != state.pace.minutes
    state.pace = event.pace
    if replanned:
        stage, turn = stage_now(state), state.board.turn
        due = _due(state, stage, turn, _stage_end(state, stage, event.at))
        state.clock = replace(state.clock, due=due)


def _stage_end(state: State, stage: Stage, at: str) -> str:
    """When this stage ends by its timer, if that runs already, else by its minutes; a break is waited for."""
    clock = state.clock
    if not at:
        return ""
    until = later(at, pace.of_stage(stage, state.pace.minutes))
    if clock.until and (clock.stage, clock.turn) == (stage, state.board.turn):
        until = moved(clock.until, between(clock.paused, at)) if clock.paused else clock.until
    if clock.paused and clock.rest_until:
        until = moved(until, max(0, between(at, clock.rest_until)))
    return until


def _due(state: State, stage: Stage, turn: int, until: str) -> str:
    """When the session should end if this stage ends then and all after it keeps to the plan."""
    minutes = state.pace.minutes
    if not until or not pace.is_plan(minutes):
        return ""
    left = pace.after(stage, turn, state.board.turns, minutes, state.clock.rested)
    return later(until, left)


def timer_started(state: State, event: TimerStarted | TimerSet) -> None:
    """A stage has a timer; the first one of all tells when the plan began, and so does turn 1 begun again."""
    reach(state, lambda step: step.kind == "timer")
    clock = state.clock
    anew = clock.undone and event.stage in BEGINNING
    due = "" if anew else clock.due
    minutes = pace.of_stage(event.stage, state.pace.minutes)
    due = due or _due(state, event.stage, event.turn, later(event.began, minutes))
    begun = Begun(event.turn, event.stage, event.began)
    if isinstance(event, TimerStarted) or not clock.begun:
        clock = replace(clock, begun=(*clock.begun, begun))
    if event.stage == "turn":
        state.clock = replace(clock, turn_until=event.until, due=due)
        return
    state.clock = replace(clock, stage=event.stage, turn=event.turn, until=event.until, due=due)


def timer_paused(state: State, event: TimerPaused) -> None:
    """Everything stands still."""
    clock = state.clock
    stage = pace.stage_of(state.phase, state.pace.minutes)
    pause = Pause(state.board.turn, stage, event.at, reason=event.reason, rest=bool(event.until))
    state.clock = replace(
        clock, paused=event.at, rest_until=event.until, pauses=(*clock.pauses, pause)
    )


def timer_resumed(state: State, event: TimerResumed) -> None:
    """Everything goes on, as much later as the pause was long; the plan's finish only where nobody was there."""
    clock = state.clock
    gap = between(clock.paused, event.at) if clock.paused else 0
    moved_on = clock.later(gap) if gap else clock
    if event.away and clock.due:
        moved_on = replace(moved_on, due=moved(clock.due, gap))
    pauses = clock.pauses
    if pauses:
        pauses = (*pauses[:-1], replace(pauses[-1], ended=event.at))
    state.clock = replace(moved_on, until=event.until, paused="", rest_until="", pauses=pauses)


def timer_extended(state: State, event: TimerExtended) -> None:
    """The timer runs to another moment."""
    state.clock = replace(state.clock, until=event.until)


def clock_set_back(state: State, event: ClockSetBack) -> None:
    """What runs keeps its distance from now."""
    state.clock = set_back(state.clock, event.before, event.after)
