"""`wargame check SCENARIO`: every problem of a scenario folder at once."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from wargame.cli.answers import DONE, PROBLEMS, say, say_json, tell
from wargame.cli.building import folder_of, located
from wargame.decks.check import check as look_at


def check(arguments: Namespace) -> int:
    """Check the folder and list what was found; exit 1 when there are errors."""
    folder = folder_of(arguments.scenario)
    report = look_at(folder)
    errors = len(report.errors)
    if arguments.json:
        problems = [asdict(one) for one in report.problems]
        say_json({"problems": problems, "mechanisms": report.mechanisms})
    else:
        for problem in located(report.problems, folder):
            say(str(problem))
        warnings = len(report.problems) - errors
        tell(f"{folder}: {_count(errors, 'error')}, {_count(warnings, 'warning')}.")
    return PROBLEMS if errors else DONE


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
