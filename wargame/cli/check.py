"""`wargame check SCENARIO`: every problem of a scenario folder at once, and what simulated games say."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from wargame.cli import mechanisms
from wargame.cli.answers import DONE, PROBLEMS, say, say_json, tell
from wargame.cli.building import folder_of, located
from wargame.decks.check import Report
from wargame.decks.check import check as look_at
from wargame.decks.problems import Problem

if TYPE_CHECKING:
    from wargame.cli.balancing import Played


def check(arguments: Namespace) -> int:
    """Check the folder and list what was found; exit 1 when there are errors."""
    folder = folder_of(arguments.scenario)
    report = look_at(folder)
    mechanisms.insist_on_known(arguments.mechanism, report.declared)
    if arguments.json:
        found = list(report.problems)
        answer = {"problems": found, "mechanisms": report.mechanisms}
        if made := _played(report, arguments):
            found += _remarkable(made, report)
            answer["play"] = made.as_json(arguments.seed)
        say_json({**answer, "problems": [asdict(one) for one in found]})
    else:
        found = _in_words(report, folder, arguments)
    errors = sum(one.severity == "error" for one in found)
    if not arguments.json:
        tell(f"{folder}: {_count(errors, 'error')}, {_count(len(found) - errors, 'warning')}.")
    return PROBLEMS if errors else DONE


def _in_words(report: Report, folder: Path, arguments: Namespace) -> list[Problem]:
    """Print everything for people; all the problems that were found."""
    _list(report.problems, folder)
    rows = mechanisms.table(
        report.declared, report.mechanisms, arguments.mechanism, mechanisms.width()
    )
    if report.declared:
        say("\n".join(rows))
    made = _played(report, arguments)
    if made is None:
        return list(report.problems)
    from wargame.cli.balancing import table

    if report.declared:
        say("")
    say("\n".join(table(made, arguments.seed)))
    found = _remarkable(made, report)
    if found:
        say("")
    _list(found, folder)
    return [*report.problems, *found]


def _played(report: Report, arguments: Namespace) -> Played | None:
    """What came of the games; None when none are asked for, or errors are in the way."""
    if not arguments.play:
        return None
    if not report.sound:
        tell("No game is played before the errors are mended.")
        return None
    from wargame.cli.balancing import played

    return played(report, arguments)


def _remarkable(made: Played, report: Report) -> list[Problem]:
    """What the games showed, as warnings."""
    from wargame.cli.balancing import problems

    return problems(made, report)


def _list(found: Iterable[Problem], folder: Path) -> None:
    for problem in located(found, folder):
        say(str(problem))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
