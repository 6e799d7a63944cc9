"""The clock as its audience may see it: everybody sees timers and pauses, the facilitator the plan."""

from __future__ import annotations

from wargame.game import pace, timers
from wargame.game.audience import PUBLIC
from wargame.game.evolve.timing import stage_now
from wargame.game.names import FACILITATOR
from wargame.game.pace import Pace
from wargame.game.state import State
from wargame.game.views import ClockView, PauseView, StageView


def pace_view(state: State, who: str) -> Pace:
    """How the session keeps time: the public needs none of it, a seat what concerns its orders and talks."""
    kept = state.pace
    if who == FACILITATOR:
        return kept
    if who == PUBLIC:
        return Pace(bell=kept.bell)
    return Pace(missing=kept.missing, late=kept.late, talks=kept.talks, bell=kept.bell)


def clock_view(state: State, who: str) -> ClockView:
    """The timer of the stage the table is in, the turn's, and for the facilitator the plan."""
    clock, here = state.clock, timers.running(state)
    view = ClockView(
        stage_now(state),
        here.until if here else "",
        clock.turn_until if _turn_runs(state) else "",
        clock.paused,
        clock.rest_until,
    )
    if who == FACILITATOR:
        _plan(view, state)
    return view


def _turn_runs(state: State) -> bool:
    """Whether the timer of a whole turn is that of this one."""
    last = next((one for one in reversed(state.clock.begun) if one.stage == "turn"), None)
    return last is not None and last.turn == state.board.turn and state.phase in pace.TURN


def _plan(view: ClockView, state: State) -> None:
    clock, minutes = state.clock, state.pace.minutes
    view.begun = [StageView(one.turn, one.stage, one.at) for one in clock.begun]
    view.pauses = [
        PauseView(one.turn, one.stage, one.began, one.ended, one.reason, one.rest)
        for one in clock.pauses
    ]
    if pace.is_plan(minutes) and not (clock.undone and view.stage == "setup"):
        view.due = clock.due
        view.later = pace.after(
            view.stage, state.board.turn, state.board.turns, minutes, clock.rested
        )
