"""Moments: reckoned without a clock, and the same as the calendar has them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.game.moments import between, later, moved, reckoned, stamped

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")[:23] + "Z"


@given(st.integers(-62_135_596_800_000, 253_402_300_799_999))
def test_a_moment_is_written_as_the_calendar_has_it(millis: int) -> None:
    stamp = _stamp(EPOCH + timedelta(milliseconds=millis))
    assert stamped(millis) == stamp
    assert reckoned(stamp) == millis


def test_minutes_later_go_over_midnight_months_and_leap_days() -> None:
    assert later("2028-02-28T23:59:30.500Z", 1) == "2028-02-29T00:00:30.500Z"
    assert later("2026-12-31T23:30:00.000Z", 45) == "2027-01-01T00:15:00.000Z"
    assert later("2026-03-01T00:00:00.000Z", -1) == "2026-02-28T23:59:00.000Z"
    assert between("2026-03-01T00:00:00.000Z", "2026-03-01T00:01:00.250Z") == 60_250


def test_what_lies_after_the_year_9999_is_its_last_moment() -> None:
    assert later("9999-12-31T23:59:00.000Z", 5) == "9999-12-31T23:59:59.999Z"


def test_no_moment_stays_none() -> None:
    assert moved("", 5) == ""


@pytest.mark.parametrize("text", ["", "noon", "2026-03-01 00:00:00.000Z", "2026-03-01T00:00:00Z"])
def test_what_is_no_stamp_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="not a moment"):
        reckoned(text)
