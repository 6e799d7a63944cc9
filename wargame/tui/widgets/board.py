"""The board: tracks by group with bars, what changed since the turn began, and the band's word."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from wargame.game.views import TrackView
from wargame.tui.plain import joined, literal, plain, stacked
from wargame.tui.widgets.lines import fitted, heading, signed
from wargame.tui.widgets.part import Part

BAR = 10
"""How many cells a bar has."""
NUMBERS = 8
"""Cells for the value and its change, with the blanks about them."""
WORDS_FROM = 56
"""The width from which names give way to the band's word; below it, the word stands where room is left."""
WORD = 8
"""A word is shown in no less room than this."""
LONGEST_NAME = 32


def bar(track: TrackView) -> str:
    """A bar of ten cells; a bloc's is centred on nought: `..##|.....` leans against, `.....|##..` for."""
    if track.low < 0 < track.high:
        return _centred(track)
    span = max(1, track.high - track.low)
    filled = ((track.value - track.low) * BAR * 2 + span) // (2 * span)
    return "#" * filled + "." * (BAR - filled)


def _centred(track: TrackView) -> str:
    half = BAR // 2 if max(-track.low, track.high) > 4 else max(-track.low, track.high)
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


def track_line(track: TrackView, name_width: int, width: int) -> Content:
    """One track on one line: name, value, change, bar, and the band's word where there is room."""
    secret = "" if track.public else "*"
    name = fitted(track.name + secret, name_width)
    numbers = f"{value_of(track):>3}"
    change = f" {signed(track.value - track.before):<3} "
    drawn = f"{bar(track):<{BAR}}"
    line = joined(" " + name, plain(numbers, "bold"), plain(change, mood(track)), drawn)
    room = width - cell_len(line.plain) - 1
    if room >= min(WORD, cell_len(track.word)) and track.word:
        line = joined(line, " ", plain(fitted(track.word, room).rstrip(), "dim"))
    return line.truncate(width)


def name_room(tracks: Sequence[TrackView], width: int) -> int:
    """How wide the names may be."""
    longest = max((cell_len(literal(one.name, lines=False)) + 1 for one in tracks), default=0)
    word = max((cell_len(one.word) for one in tracks), default=0) if width >= WORDS_FROM else 0
    free = width - NUMBERS - BAR - 2 - (min(word, 17) + 1 if word else 0)
    return max(6, min(longest, free, LONGEST_NAME))


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
        room = name_room(part, width)
        lines = []
        for group, tracks in grouped(part):
            lines.append(heading(group))
            lines += [track_line(one, room, width) for one in tracks]
        return stacked(lines)
