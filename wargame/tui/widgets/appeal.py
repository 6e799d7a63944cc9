"""The time left for an appeal: counted down from its deadline at every look."""

from __future__ import annotations

from datetime import datetime

from wargame.tui.countdown import in_words, moment


def appeal_text(until: str, at: datetime) -> str:
    """How long anybody may still appeal; empty where nobody was asked."""
    end = moment(until)
    if end is None:
        return ""
    left = int((end - at).total_seconds())
    if left <= 0:
        return "The time for an appeal is over."
    return f"Appeal: {in_words(left)} left for anybody who objects."
