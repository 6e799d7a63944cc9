"""How much time is left until a deadline: reckoned here, at every look, and never kept in a view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from time import monotonic

from wargame.game.clock import NO_BREAK
from wargame.game.views import ClockView

WARNING = 120
"""Seconds before the end at which a warning is due."""
TIME_UP = "Time is up."
"""Said once when it is; a bell may go with it."""


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def stamp_of(at: datetime) -> str:
    """A moment as entries write it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def local(at: datetime) -> str:
    """A time of day where the table stands, to the minute."""
    return f"{to_the_minute(at).astimezone():%H:%M}"


def to_the_minute(at: datetime) -> datetime:
    """The whole minute that is nearest."""
    return (at + timedelta(seconds=30)).replace(second=0, microsecond=0)


def moment(stamp: str) -> datetime | None:
    """A stamp as a moment; None where it is empty or none."""
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None


def in_words(seconds: int) -> str:
    """Seconds as `06:41` or `1:02:03`; below 0 with a plus, for time that has run over."""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"
    return f"+{text}" if seconds < 0 else text


class Countdown:
    """Counts down to one deadline after the other; a clock that is set back gives no more time."""

    def __init__(self, ticking: Callable[[], float] = monotonic) -> None:
        """Count by the machine's clock, and by one that only goes forward."""
        self._ticking = ticking
        self._deadline = ""
        self._left, self._since = 0.0, 0.0
        self._before: int | None = None
        self._counted = ""
        self._ahead: dict[str, set[str]] = {}

    def left(self, deadline: str, paused: str, at: datetime) -> int | None:
        """Whole seconds until a deadline, below 0 after it; None without one. While paused they stand still."""
        end = moment(deadline)
        if end is None:
            return None
        stopped = moment(paused)
        if stopped is not None:
            self._deadline = ""
            return int((end - stopped).total_seconds())
        left = (end - at).total_seconds()
        if deadline != self._deadline:
            self._deadline, self._left, self._since = deadline, left, self._ticking()
        return int(min(left, self._left - (self._ticking() - self._since)))

    def due_word(self, left: int | None, deadline: str) -> str:
        """What is to be said when so many seconds are left (None: nothing runs), once each; else empty.

        What was left of another deadline says nothing of this one: a short stage begins without a warning.
        """
        before = self._before if deadline == self._counted else None
        self._before, self._counted = left, deadline
        if before is None or left is None:
            return ""
        if before > WARNING >= left > 0:
            return "Two minutes left."
        return TIME_UP if before > 0 >= left else ""

    def over(self, who: str, ends: Iterable[str], at: datetime) -> set[str]:
        """Which of these moments lay ahead when `who` last looked and have come since, each once."""
        ahead = self._ahead.setdefault(who, set())
        come = {one for one in ends if passed(one, at)}
        ahead |= {one for one in ends if one} - come
        over = ahead & come
        ahead -= over
        return over


def passed(stamp: str, at: datetime) -> bool:
    """Whether a moment has come; never where there is none."""
    end = moment(stamp)
    return end is not None and end <= at


def minutes_behind(clock: ClockView, at: datetime) -> int | None:
    """How many minutes later than planned the session will end as things stand (below 0: earlier), if it has a plan."""
    due = moment(clock.due)
    finish = projected(clock, at)
    if due is None or finish is None:
        return None
    return round((to_the_minute(finish) - to_the_minute(due)).total_seconds() / 60)


def projected(clock: ClockView, at: datetime) -> datetime | None:
    """When the session ends if everything after this stage keeps to its plan; None without a plan."""
    if not clock.due:
        return None
    paused = moment(clock.paused)
    end = at
    for until in (moment(clock.until), moment(clock.turn_until)):
        if until is not None:
            end = max(end, until if paused is None else until + (at - paused))
    rest = moment(clock.rest_until)
    if rest is not None and paused is not None and rest > at:
        end += rest - at
    return end + timedelta(minutes=clock.later)


def ended_early(clock: ClockView, at: datetime) -> str:
    """What to say when the break of the plan ends before its time, at this moment; empty where it does not."""
    began, until = moment(clock.paused), moment(clock.rest_until)
    if began is None or until is None:
        return ""
    if at - began < timedelta(milliseconds=NO_BREAK):
        return "Too short for a break: the plan still has it to come."
    early = round((until - at).total_seconds() / 60)
    if early <= 0:
        return ""
    return f"The break ended {early} min early: they count as gained on the plan."
