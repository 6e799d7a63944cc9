"""The board: tracks by group with bars, what changed since the turn began, and the band's word."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from wargame.game.records import dataclass
from wargame.game.views import TrackView
from wargame.tui.plain import joined, literal, plain, stacked
from wargame.tui.widgets.lines import fitted, heading, signed
from wargame.tui.widgets.part import Part

BAR = 10
"""How many cells a bar has where there is room."""
SHORT_BAR = 7
"""How many it has where the names need the room: a bloc's bar from -3 to +3 has no fewer."""
VALUE = 4
"""Cells for the value, with the blank before the name."""
WORDS_FROM = 56
"""The width from which the columns leave room for the band's word; below it, it stands where room is left."""
WORD = 8
"""A word is shown in no less room than this."""


def bar(track: TrackView, cells: int = BAR) -> str:
    """A bar of so many cells; a bloc's is centred on nought: `..##|.....` leans against, `.....|##..` for."""
    if track.low < 0 < track.high:
        return _centred(track, cells)
    span = max(1, track.high - track.low)
    filled = ((track.value - track.low) * cells * 2 + span) // (2 * span)
    return "#" * filled + "." * (cells - filled)


def _centred(track: TrackView, cells: int) -> str:
    half = min(cells // 2, max(-track.low, track.high, 1))
    against = _share(-track.value, -track.low, half)
    favour = _share(track.value, track.high, half)
    left = "." * (half - against) + "#" * against
    return left + "|" + "#" * favour + "." * (half - favour)


def _share(value: int, most: int, cells: int) -> int:
    """How many of `cells` a value of 0 to `most` fills; something for anything above 0."""
    if value <= 0:
        return 0
    return max(1, (value * cells * 2 + most) // (2 * most))


def value_of(track: TrackView) -> str:
    """A track's value as it is written: a bloc's with its sign."""
    return f"{track.value:+d}" if track.low < 0 and track.value else str(track.value)


def mood(track: TrackView) -> str:
    """The style of a change: good or bad for whom the track speaks, which the sign says too."""
    step = track.value - track.before
    if not step or track.better == "none":
        return "bold" if step else ""
    return "bold $success" if (step > 0) == (track.better == "high") else "bold $error"


@dataclass(slots=True, frozen=True)
class Columns:
    """How many cells a name, a change and a bar have, on every line of a board."""

    name: int
    change: int
    bar: int


def columns(tracks: Sequence[TrackView], width: int) -> Columns:
    """The columns of these tracks: names are whole where they can be, and the bars are shorter for it."""
    name = max((cell_len(_name(one)) for one in tracks), default=0)
    change = max((len(signed(one.value - one.before)) for one in tracks), default=0)
    change = max(2, change)
    word = max((cell_len(one.word) + 1 for one in tracks), default=0) if width >= WORDS_FROM else 0
    free = width - VALUE - change - 2
    bar = BAR if name + word + BAR <= free else SHORT_BAR
    return Columns(max(6, min(name, free - bar)), change, bar)


def _name(track: TrackView) -> str:
    return literal(track.name, lines=False) + ("" if track.public else "*")


def track_lines(track: TrackView, at: Columns, width: int) -> list[Content]:
    """A track: name, value, change, bar, and the band's word where there is room; a longer name goes on below."""
    first, *rest = plain(_name(track)).wrap(at.name) or [Content("")]
    numbers = f"{value_of(track):>3}"
    change = f" {signed(track.value - track.before):<{at.change}} "
    drawn = f"{bar(track, at.bar):<{at.bar}}"
    name = f" {fitted(first.plain, at.name)}"
    line = joined(name, plain(numbers, "bold"), plain(change, mood(track)), drawn)
    room = width - cell_len(line.plain) - 1
    if room >= min(WORD, cell_len(track.word)) and track.word:
        line = joined(line, " ", plain(fitted(track.word, room).rstrip(), "dim"))
    return [one.truncate(width) for one in (line, *(joined("  ", more) for more in rest))]


def grouped(tracks: Sequence[TrackView]) -> list[tuple[str, list[TrackView]]]:
    """The tracks by group, groups in the order of their first track."""
    groups: dict[str, list[TrackView]] = {}
    for track in tracks:
        groups.setdefault(track.group, []).append(track)
    return list(groups.items())


class Board(Part[list[TrackView]]):
    """The whole board as its viewer knows it; `*` marks a track that is not public."""

    def written(self, part: list[TrackView], width: int) -> Content:
        """The groups one below the other."""
        at = columns(part, width)
        lines = []
        for group, tracks in grouped(part):
            lines.append(heading(group))
            for one in tracks:
                lines += track_lines(one, at, width)
        return stacked(lines)
