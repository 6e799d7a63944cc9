"""Talks in a report: who talked with whom, each side's version beside the other's; and who was silent."""

from __future__ import annotations

from wargame.game.events import TalkNoted
from wargame.reports.markdown import escaped, joined, listed, table
from wargame.reports.record import Turn
from wargame.reports.telling.silence import silence_told
from wargame.reports.words import Words, clock

ROWS = (
    ("proposed", "proposed"),
    ("agreed", "agreed"),
    ("private", "its own reason"),
    ("promised", "promised"),
    ("told", "was told"),
)
"""The lines of a version, and how they are called."""


def versions_told(turn: Turn, words: Words) -> list[str]:
    """The talks of a turn that were opened or noted, the versions side by side."""
    latest = {(one.seat, tuple(one.others)): one for one in turn.noted}
    groups: dict[frozenset[str], list[TalkNoted]] = {frozenset(one.seats): [] for one in turn.talks}
    for one in latest.values():
        whole = frozenset() if not one.others else frozenset({one.seat, *one.others})
        groups.setdefault(whole, []).append(one)
    opened = {frozenset(one.seats): one for one in turn.talks}
    blocks = []
    for seats, notes in groups.items():
        there = opened.get(seats)
        if there is not None:
            until = f", until {clock(there.until)}" if there.until else ""
            by = escaped(words.seat(there.opener))
            blocks.append(
                f"A talk between {escaped(words.seats(there.seats))}, opened by {by}{until}."
            )
        elif seats:
            names = [one.id for one in words.state.scenario.seats if one.id in seats]
            blocks.append(f"The talk between {escaped(words.seats(names))}:")
        else:
            blocks.append("What was promised and told this turn:")
        blocks += _side_by_side(notes, words)
    return blocks


def _side_by_side(notes: list[TalkNoted], words: Words) -> list[str]:
    """A column a seat, a row for each thing that anybody noted."""
    if not notes:
        return []
    rows = [
        [name, *(escaped(getattr(one, field)) for one in notes)]
        for field, name in ROWS
        if any(getattr(one, field) for one in notes)
    ]
    return [table(["", *(escaped(words.seat(one.seat)) for one in notes)], rows)]


def silence_lines(turn: Turn, words: Words) -> list[str]:
    """Warnings, late orders, what stood in for orders and why, standing intentions, turns passed over."""
    items = [escaped(silence_told(one, words)) for one in turn.silence]
    return [joined(["### Late and missing", listed(items)])] if items else []
