"""Timers, pauses and the pace of the session, each entry as a sentence. Times are UTC."""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import (
    ClockSetBack,
    PaceSet,
    TimerExtended,
    TimerPaused,
    TimerResumed,
    TimerSet,
    TimerStarted,
)
from wargame.game.names import FACILITATOR
from wargame.game.pace import Pace
from wargame.game.plain_text import counted
from wargame.reports.words import STAGES, Words, clock

Timing = (
    PaceSet | TimerStarted | TimerSet | TimerPaused | TimerResumed | TimerExtended | ClockSetBack
)
"""What this module tells of."""


def timing_told(event: Timing, words: Words) -> str:
    """The entry as a sentence; reasons are the facilitator's."""
    match event:
        case PaceSet():
            return f"The session keeps another pace: {pace_told(event.pace)}.{_why(event, words)}"
        case TimerStarted():
            return f"The timer starts: {STAGES[event.stage]}, until {clock(event.until)}."
        case TimerSet() if event.until:
            until = f"{STAGES[event.stage]}, until {clock(event.until)}"
            return f"The timer is set by hand: {until}.{_why(event, words)}"
        case TimerSet():
            return f"There is no timer for {STAGES[event.stage]} any more.{_why(event, words)}"
        case TimerPaused():
            back = f", for a break until {clock(event.until)}" if event.until else ""
            return f"The clock is paused at {clock(event.at)}{back}.{_why(event, words)}"
        case TimerResumed():
            until = f"; the timer runs until {clock(event.until)}" if event.until else ""
            return f"The clock goes on at {clock(event.at)}{until}."
        case TimerExtended():
            minutes = counted(abs(event.minutes), "minute")
            change = f"{minutes} {'more' if event.minutes > 0 else 'fewer'}"
            return f"The timer has {change}, until {clock(event.until)}.{_why(event, words)}"
        case ClockSetBack():
            return (
                f"The machine's clock was set back from {clock(event.before)} to "
                f"{clock(event.after)}; timers were moved with it."
            )
        case _:
            assert_never(event)


def _why(event: PaceSet | TimerSet | TimerPaused | TimerExtended, words: Words) -> str:
    return f" Why: {event.reason}" if event.reason and words.who == FACILITATOR else ""


def pace_told(pace: Pace) -> str:
    """A pace in a few words."""
    minutes = ", ".join(f"{STAGES[one]} {minutes}" for one, minutes in pace.minutes.items())
    parts = [f"minutes: {minutes}" if minutes else "no timers"]
    parts.append(f"a missing order: {pace.missing}, a late one: {pace.late}")
    parts.append(f"notes on talks: {pace.talks}")
    return "; ".join(parts)
