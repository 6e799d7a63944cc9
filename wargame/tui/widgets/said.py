"""Talks with each side's version, as texts: for the facilitator side by side, for a seat its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.content import Content

from wargame.game.names import FACILITATOR
from wargame.game.views import TalkNoteView, TalkView, View
from wargame.tui.countdown import local, moment, passed
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.whose_move import names, seat_name
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.part import Part

ROWS = (
    ("proposed", "proposed"),
    ("agreed", "agreed"),
    ("private", "for itself"),
    ("promised", "promised"),
    ("told", "was told"),
)
"""The lines of a version, and how they are called."""
NARROWEST = 24
"""Cells that a column needs, so that versions stand side by side."""


def talk_words(view: View, talk: TalkView, at: datetime | None) -> str:
    """Who talks, and until when; whether that is over by the moment `at`, where one is given."""
    if not talk.seats:
        return "The turn in one line"
    end = end_words(talk, at)
    return f"{names(view, talk.seats)} ({end})" if end else names(view, talk.seats)


def end_words(talk: TalkView, at: datetime | None) -> str:
    """When a talk ends, or since when it is over; empty where it has no end."""
    until = moment(talk.until)
    if until is None:
        return ""
    over = at is not None and passed(talk.until, at)
    return f"{'over since' if over else 'until'} {local(until)}"


def going_on(view: View, at: datetime) -> list[str]:
    """The talks of this turn while talks are held, and those with a time that runs still: who, and until when."""
    window = view.phase in ("event", "talks", "orders")
    return [
        talk_words(view, one, at)
        for one in view.talks
        if one.turn == view.turn
        and one.opener
        and (window or (one.until and not passed(one.until, at)))
    ]


def version_lines(view: View, note: TalkNoteView, width: int) -> list[Content]:
    """One side's version."""
    lines = [plain(seat_name(view, note.seat), "bold", lines=False)]
    for field, name in ROWS:
        text = getattr(note, field)
        if text:
            lines += hanging(text, width, f" {name}: ")
    return lines


def _without_version(view: View, talk: TalkView) -> list[str]:
    """Beside the versions that there are, the seats that have noted none: the facilitator's to know."""
    if view.who != FACILITATOR or not talk.notes:
        return []
    noted = {one.seat for one in talk.notes}
    return [seat for seat in talk.seats if seat not in noted]


def _no_version(view: View, seat: str) -> list[Content]:
    """The column of a seat that has noted nothing."""
    return [plain(seat_name(view, seat), "bold", lines=False), plain(" nothing noted yet", "dim")]


def side_by_side(columns: list[list[Content]], width: int) -> list[Content]:
    """Columns of lines beside each other, or one below the other where there is no room."""
    room = (width - 2 * (len(columns) - 1)) // max(1, len(columns))
    if len(columns) < 2 or room < NARROWEST:
        return [line for column in columns for line in column]
    rows = []
    for place in range(max(map(len, columns))):
        cells = [column[place] if place < len(column) else Content("") for column in columns]
        padded = [joined(one, " " * max(0, room - one.cell_length)) for one in cells]
        rows.append(joined(*padded, between="  "))
    return rows


def talks_told(view: View, width: int, at: datetime | None = None) -> Iterator[Content]:
    """Every talk, the latest turn first; as it stands at a moment, where one is given."""
    turn = -1
    for talk in reversed(view.talks):
        if talk.turn != turn:
            turn = talk.turn
            yield heading(f"Turn {turn}", width)
        yield joined(" ", plain(talk_words(view, talk, at), "bold", lines=False))
        count = max(1, len(talk.notes) + len(_without_version(view, talk)))
        room = (width - 3 - 2 * (count - 1)) // count
        column = room if room >= NARROWEST else width - 3
        columns = [version_lines(view, one, column) for one in talk.notes]
        columns += [_no_version(view, seat) for seat in _without_version(view, talk)]
        for line in side_by_side(columns, width - 3):
            yield joined("   ", line)
        if not talk.notes and view.pace.talks != "off":
            yield plain("   nothing noted yet", "dim")


class GoingOn(Part[list[str]]):
    """The talks that go on, a line each."""

    def written(self, part: list[str], width: int) -> Content:
        """Each under the one before."""
        return stacked(
            line for one in part for line in hanging(one, width, plain("Talk: ", "bold"))
        )


class TalksPaper(Part[tuple[View, datetime]]):
    """All talks with their versions, at a moment."""

    def written(self, part: tuple[View, datetime], width: int) -> Content:
        """Turn by turn."""
        view, at = part
        none = [heading("No talks yet"), plain(" o opens one.", "dim")]
        return stacked(list(talks_told(view, width, at)) or none)
