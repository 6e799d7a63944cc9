"""Timers and pauses. The time comes in with the command, as the stamp of its entry; here is no clock.

Where no time is handed in (a simulated game, say) no timer starts, and none can be set.
"""

from __future__ import annotations

from wargame.game import pace
from wargame.game.clock import Clock
from wargame.game.commands import ExtendTimer, PauseTimer, ResumeTimer, SetPace, SetTimer
from wargame.game.events import (
    ClockSetBack,
    Event,
    PaceSet,
    TimerExtended,
    TimerPaused,
    TimerResumed,
    TimerSet,
    TimerStarted,
)
from wargame.game.evolve.timing import stage_now
from wargame.game.moments import between, later, moved
from wargame.game.pace import Minutes, Pace
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.state import State

LONGEST = 300
AWAY = 15 * 60_000
"""Milliseconds for which a table may be left before that counts as a pause."""
SLACK = -1000
"""Milliseconds by which the machine's clock may go back before anything is said of it."""


def running(state: State) -> Clock | None:
    """The clock, if its timer is that of the stage the table is in (paused or not); else None."""
    clock = state.clock
    here = clock.stage == stage_now(state) and clock.turn == state.board.turn
    return clock if here and clock.until else None


def time_is_up(state: State, at: str) -> bool:
    """Whether the stage's time is up at this moment; never while the clock stands still."""
    clock = running(state)
    return bool(clock and at and not clock.paused and between(clock.until, at) > 0)


def begin(play: Play) -> None:
    """A phase has begun: what was paused goes on, and its timers start, if it has any; a rehearsal has none."""
    state, minutes = play.state, play.state.pace.minutes
    if not play.at:
        return
    if state.clock.paused:
        play.emit(TimerResumed(play.at, ""))
    if state.rehearsal:
        return
    turn = state.board.turn
    if state.phase == "event" and minutes.get("turn"):
        play.emit(TimerStarted("turn", turn, play.at, later(play.at, minutes["turn"])))
    here = stage_now(state)
    if minutes.get(here) and (state.phase != "orders" or running(state) is None):
        play.emit(TimerStarted(here, turn, play.at, later(play.at, minutes[here])))


def begin_again(play: Play) -> None:
    """The table stands in an earlier phase again: that has its time anew, unless its timer still runs.

    A pause goes on: no rewind ends it.
    """
    state = play.state
    if state.phase not in ("setup", "closed") and running(state) is None and not state.clock.paused:
        begin(play)


def set_pace(play: Play, command: SetPace) -> None:
    """Keep another pace from here on; a timer that it has for this stage starts now."""
    state = play.state
    checked = check_pace(command.pace, state.board.turns)
    if checked == state.pace:
        raise Refused("same_pace", "That is the pace the session keeps already.")
    play.emit(PaceSet(checked, play.at, clean(command.reason, LONGEST).strip()))
    if state.phase not in ("setup", "closed") and running(state) is None and not state.clock.paused:
        begin(play)


def check_pace(wanted: Pace, turns: int) -> Pace:
    """A pace with its plan worked out for so many turns; a refusal when it is wrong.

    Minutes stand in the order of the stages, and those of 0 are left out.
    """
    for name, minutes in wanted.minutes.items():
        if name not in pace.STAGES:
            raise Refused("no_such_stage", f"Minutes are for: {', '.join(pace.STAGES)}.")
        if not 0 <= minutes <= pace.MOST_MINUTES:
            raise Refused("bad_minutes", f"A stage has 0 to {pace.MOST_MINUTES} minutes.")
    if wanted.missing not in pace.MISSING or wanted.late not in pace.LATE:
        raise Refused("bad_pace", "A missing or a late order is not dealt with in that way.")
    if wanted.talks not in pace.TALK_NOTES:
        raise Refused("bad_pace", f"Notes on talks are: {', '.join(pace.TALK_NOTES)}.")
    if not 0 <= wanted.plan <= 1440:
        raise Refused("bad_plan", "A plan has 0 (none) to 1440 minutes.")
    known = {name: wanted.minutes[name] for name in pace.STAGES if wanted.minutes.get(name)}
    return Pace(
        wanted.plan,
        known or _planned(wanted.plan, turns),
        wanted.missing,
        wanted.late,
        wanted.talks,
        wanted.bell,
    )


def _planned(minutes: int, turns: int) -> Minutes:
    if not minutes:
        return {}
    try:
        return pace.planned(minutes, turns)
    except ValueError as error:
        what = f"{error}; plan at least {pace.SHORTEST} minutes, and 5 a turn beside the rest."
        raise Refused("bad_plan", what) from None


def _now(play: Play) -> str:
    if not play.at:
        raise Refused("no_clock", "This game has no clock.")
    return play.at


def set_timer(play: Play, command: SetTimer) -> None:
    """Set the stage's timer by hand; one that was paused goes on."""
    state, at = play.state, _now(play)
    if not 0 <= command.minutes <= pace.MOST_MINUTES:
        raise Refused("bad_minutes", f"A timer has 0 to {pace.MOST_MINUTES} minutes.")
    if not command.minutes and running(state) is None:
        raise Refused("no_timer", "No timer is running.")
    if state.clock.paused:
        play.emit(TimerResumed(at, ""))
    until = later(at, command.minutes) if command.minutes else ""
    reason = clean(command.reason, LONGEST).strip()
    play.emit(TimerSet(stage_now(state), state.board.turn, at, until, reason))


def pause_timer(play: Play, command: PauseTimer) -> None:
    """Let the clock stand still; as the break of the plan it has an end."""
    state, at = play.state, _now(play)
    if state.clock.paused:
        raise Refused("paused", "The clock stands still already.")
    minutes = state.pace.minutes.get("break", 0)
    if command.rest and not minutes:
        raise Refused("no_break", "The session's pace has no break; pause instead.")
    until = later(at, minutes) if command.rest else ""
    play.emit(TimerPaused(at, clean(command.reason, LONGEST).strip(), until))


def resume_timer(play: Play, command: ResumeTimer) -> None:
    """Let the clock go on, as much later as it stood still."""
    if not play.state.clock.paused:
        raise Refused("not_paused", "The clock is not paused.")
    _now(play)
    resume(play)
    begin_again(play)


def resume(play: Play) -> None:
    """End the pause."""
    clock, at = play.state.clock, play.at
    play.emit(TimerResumed(at, moved(clock.until, between(clock.paused, at))))


def left_alone(state: State, before: str, after: str) -> list[Event]:
    """The pause for which nobody was at the table: from its last entry until it was opened again.

    Nothing where no time runs, or where it was a short while only, as after a crash.
    """
    clock, gap = state.clock, between(before, after)
    if (
        (not clock.due and not clock.until)
        or clock.paused
        or state.phase == "closed"
        or gap <= AWAY
    ):
        return []
    return [
        TimerPaused(before, "Nobody was at the table."),
        TimerResumed(after, moved(clock.until, gap), away=True),
    ]


def extend_timer(play: Play, command: ExtendTimer) -> None:
    """Give the timer more minutes. One that has run out, or that a late extension would leave so, runs from now."""
    state, at = play.state, _now(play)
    clock = running(state)
    if clock is None:
        raise Refused("no_timer", "No timer is running; set one.")
    if not command.minutes or abs(command.minutes) > pace.MOST_MINUTES:
        raise Refused("bad_minutes", f"Give 1 to {pace.MOST_MINUTES} minutes more, or fewer.")
    now = clock.paused or at
    over = between(clock.until, now) > 0 and command.minutes > 0
    until = later(now if over else clock.until, command.minutes)
    play.emit(TimerExtended(command.minutes, until, clean(command.reason, LONGEST).strip()))


def gone_back(state: State, before: str, after: str) -> ClockSetBack | None:
    """What has to be kept when the machine's clock was set back and something runs by it; else None."""
    clock = state.clock
    runs = clock.until or clock.turn_until or clock.paused or clock.due
    if not runs or state.closed or not before or between(before, after) >= SLACK:
        return None
    return ClockSetBack(before, after)
