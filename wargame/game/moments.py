"""Moments in UTC as the entries of a save write them, and reckoning with them.

The rules have no clock. A moment is handed to them as a stamp, `2026-11-22T09:41:07.123Z`; what
follows from it (a deadline, say) is reckoned here in whole milliseconds.
"""

from __future__ import annotations

import re

MINUTE = 60_000
"""Milliseconds in a minute."""
_DAY = 86_400_000
_STAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z",
    re.ASCII,
)
_LATEST = "9999-12-31T23:59:59.999Z"


def reckoned(stamp: str) -> int:
    """A stamp as milliseconds since the year 1970; ValueError when it is none."""
    found = _STAMP.fullmatch(stamp)
    if found is None:
        raise ValueError(f"{stamp[:40]!r} is not a moment in UTC with milliseconds")
    year, month, day, hour, minute, second, rest = map(int, found.groups())
    clock = ((hour * 60 + minute) * 60 + second) * 1000 + rest
    return _days(year, month, day) * _DAY + clock


def stamped(millis: int) -> str:
    """Milliseconds since 1970 as a stamp; what lies after the year 9999 is its last moment."""
    days, rest = divmod(millis, _DAY)
    year, month, day = _date(days)
    if year > 9999:
        return _LATEST
    seconds, thousandths = divmod(rest, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return (
        f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}.{thousandths:03d}Z"
    )


def later(stamp: str, minutes: int) -> str:
    """The moment so many minutes after a stamp (before it, when they are below 0)."""
    return stamped(reckoned(stamp) + minutes * MINUTE)


def between(first: str, second: str) -> int:
    """Milliseconds from the first stamp to the second; below 0 when the second comes before it."""
    return reckoned(second) - reckoned(first)


def moved(stamp: str, millis: int) -> str:
    """A stamp so many milliseconds later; an empty one stays empty."""
    return stamped(reckoned(stamp) + millis) if stamp else ""


def _days(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to a date. A year is counted from March, so that leap days come last in it."""
    year -= month <= 2
    months = (month - 3) % 12
    return (
        365 * year + year // 4 - year // 100 + year // 400 + (153 * months + 2) // 5 + day - 719_469
    )


def _date(days: int) -> tuple[int, int, int]:
    """The date so many days after 1970-01-01."""
    whole = days + 719_468
    era, rest = divmod(whole, 146_097)
    year = (rest - rest // 1_460 + rest // 36_524 - rest // 146_096) // 365
    place = rest - (365 * year + year // 4 - year // 100)
    months = (5 * place + 2) // 153
    day = place - (153 * months + 2) // 5 + 1
    month = months + 3 if months < 10 else months - 9
    return year + era * 400 + (month <= 2), month, day
