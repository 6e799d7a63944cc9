"""Time left, in words that need no colour: in the top line of every screen that follows a table."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from wargame.game.views import ClockView
from wargame.tui.countdown import WARNING, Countdown, in_words, local, minutes_behind, moment
from wargame.tui.plain import joined, plain


def time_left(clock: ClockView, countdown: Countdown, at: datetime, since: str = "") -> Content:
    """`06:41 left`, `01:59 LEFT` in the last two minutes, `TIME UP +00:12`, `PAUSED 06:41`; empty without a timer.

    A stage that from `since` on has two minutes at most is short from the start, and not warned of.
    """
    left = countdown.left(clock.until or clock.turn_until, clock.paused, at)
    if clock.paused:
        return joined(plain("PAUSED", "bold"), _paused(clock, left), between=" ")
    if left is None:
        return Content("")
    whole = "" if clock.until else "turn "
    if left < 0:
        return plain(f"{whole}TIME UP {in_words(left)}", "bold $warning")
    if left <= WARNING and not _short(clock, since):
        return plain(f"{whole}{in_words(left)} LEFT", "bold $warning")
    return plain(f"{whole}{in_words(left)} left")


def _short(clock: ClockView, since: str) -> bool:
    """Whether the stage has no more time in all than is warned of."""
    began, until = moment(since), moment(clock.until)
    return began is not None and until is not None and (until - began).total_seconds() <= WARNING


def _paused(clock: ClockView, left: int | None) -> str:
    back = moment(clock.rest_until)
    if back is not None:
        return f"until {local(back)}"
    return f"{in_words(left)} left" if left is not None else ""


def behind(clock: ClockView, at: datetime) -> str:
    """How the session stands against its plan: `12 min behind`, `3 min ahead`, `on time`; empty without a plan."""
    minutes = minutes_behind(clock, at)
    if minutes is None:
        return ""
    if minutes == 0:
        return "on time"
    return f"{abs(minutes)} min {'behind' if minutes > 0 else 'ahead'}"
