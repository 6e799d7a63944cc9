"""`wargame compare SAVE SAVE ...`: several plays of one scenario side by side."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from wargame.cli.answers import DONE, Unusable, say, say_json, tell
from wargame.game.plain_text import clean, listed
from wargame.game.scenario import Scenario
from wargame.reports.plays import Play, play_of
from wargame.reports.timeline import Timeline
from wargame.reports.words import PHASES
from wargame.saves.shelf import Shelf
from wargame.settings import saves_folder

WIDE = 22
"""Columns that one play takes."""
FIRST = 30
"""Columns of what is compared."""
HELD = {True: "reached", False: "not reached", None: "-"}


def compare(arguments: Namespace) -> int:
    """Print the plays side by side. Saves of different scenarios are refused."""
    shelf = Shelf(saves_folder(arguments.saves))
    if len(arguments.saves_to_compare) < 2:
        raise Unusable("Name two saves or more, to lay them side by side.")
    paths = [shelf.find(save) for save in arguments.saves_to_compare]
    twice = sorted({str(path) for path in paths if paths.count(path) > 1})
    if twice:
        tell(f"{listed(twice)}: the same save, named more than once; its columns are alike.")
    timelines = [Timeline.read(path) for path in paths]
    plays = [play_of(timeline) for timeline in timelines]
    _insist_on_one_scenario(plays, paths)
    for path, timeline in zip(paths, timelines, strict=True):
        if timeline.trouble:
            tell(f"{path}: {timeline.trouble}")
    if len({play.fingerprint for play in plays}) > 1:
        tell("These are plays of different versions of the scenario: compare them with care.")
    if arguments.json:
        say_json(_as_json(plays, paths))
    else:
        say("\n".join(_lines(plays, timelines[0].state(0).scenario)))
    return DONE


def _insist_on_one_scenario(plays: Sequence[Play], paths: Sequence[Path]) -> None:
    if len({play.scenario for play in plays}) > 1:
        each = [f"{path} is {play.scenario}" for play, path in zip(plays, paths, strict=True)]
        raise Unusable(
            f"These are plays of different scenarios: {listed(each)}. Name plays of one."
        )


def _as_json(plays: Sequence[Play], paths: Sequence[Path]) -> dict[str, Any]:
    """The comparison for programs."""
    shown = []
    for play, path in zip(plays, paths, strict=True):
        plain = asdict(play)
        parent = plain.pop("parent")
        plain["parent"] = {"session": parent[0], "n": parent[1]} if parent else None
        shown.append({"save": str(path)} | plain)
    return {"scenario": plays[0].scenario, "plays": shown}


def _lines(plays: Sequence[Play], scenario: Scenario) -> Iterator[str]:
    """The comparison for people; `*` stands before what differs."""
    yield _row("", [play.session for play in plays])
    yield _row("turns played", [f"{play.turns}, {PHASES[play.phase]}" for play in plays])
    yield _row("ending", [play.ending or "none" for play in plays])
    if any(play.parent for play in plays):
        forked = [f"{one.parent[0]} at {one.parent[1]}" if one.parent else "-" for one in plays]
        yield _row("forked from", forked)
    yield "\nObjectives"
    for seat in scenario.seats:
        for one in seat.objectives:
            held = [HELD[play.objectives.get(seat.id, {}).get(one.id)] for play in plays]
            yield _row(f"{seat.name}: {one.id}", held)
    yield "\nTracks, turn by turn"
    for track in scenario.tracks:
        values = [play.tracks.get(track.id, []) for play in plays]
        yield _row(track.name, [" ".join(map(str, one)) for one in values])
    yield "\nHow orders came off"
    for seat in scenario.seats:
        each = [play.qualities.get(seat.id, {}) for play in plays]
        told = [", ".join(f"{name} {many}" for name, many in one.items()) or "-" for one in each]
        yield _row(seat.name, told)
    yield "\nOrders"
    for turn in range(1, max(play.turns for play in plays) + 1):
        for seat in scenario.seats:
            yield _row(f"{turn} {seat.name}", [_given(play, seat.id, turn) for play in plays])


def _given(play: Play, seat: str, turn: int) -> str:
    """What a seat ordered in a turn, and how it came off."""
    given = [one for one in play.orders.get(seat, []) if one.turn == turn]
    return "; ".join(f"{one.name} ({one.quality or 'not ruled on'})" for one in given) or "-"


def _row(what: str, cells: Sequence[str]) -> str:
    """One line, or as many as the longest cell takes."""
    sign = "*" if what and len(set(cells)) > 1 else " "
    columns = [_broken(clean(cell, 400, lines=False)) for cell in cells]
    lines = []
    for place in range(max(map(len, columns))):
        parts = [column[place] if place < len(column) else "" for column in columns]
        name = f"{sign} {clean(what, FIRST - 3, lines=False)}" if place == 0 else ""
        lines.append((name.ljust(FIRST) + "  ".join(one.ljust(WIDE) for one in parts)).rstrip())
    return "\n".join(lines)


def _broken(text: str) -> list[str]:
    """A text in lines of a column's width, broken at blanks where there are any."""
    lines = [""]
    for word in text.split():
        while len(word) > WIDE:
            lines.append(word[:WIDE])
            word = word[WIDE:]  # noqa: PLW2901 - what is left of it goes on
        if len(lines[-1]) + len(word) + 1 > WIDE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [line for line in lines if line] or [""]
