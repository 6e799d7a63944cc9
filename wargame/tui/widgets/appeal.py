"""The time left for an appeal: counted down from its deadline at every look."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from wargame.tui.countdown import in_words, moment
from wargame.tui.plain import plain
from wargame.tui.widgets.part import Part


def appeal_text(until: str, at: datetime) -> str:
    """How long anybody may still appeal; empty where nobody was asked."""
    end = moment(until)
    if end is None:
        return ""
    left = int((end - at).total_seconds())
    if left <= 0:
        return "The time for an appeal is over."
    return f"Appeal: {in_words(left)} left for anybody who objects."


class Appeal(Part[tuple[str, datetime]]):
    """A line that counts down."""

    def written(self, part: tuple[str, datetime], width: int) -> Content:
        """The time left."""
        text = appeal_text(*part)
        return plain(text, "bold $warning") if text else Content("")
