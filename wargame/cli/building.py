"""What the verbs build from names that people type: scenarios, and places for saves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from wargame.cli.answers import Unusable
from wargame.decks.compile import compile_scenario
from wargame.decks.load import find, load, shipped
from wargame.decks.problems import Problem, ScenarioError
from wargame.game.scenario import Scenario
from wargame.saves.errors import NameTaken
from wargame.saves.shelf import Shelf


def folder_of(name: str, beside: Path | None = None) -> Path:
    """The folder of a scenario: one shipped, one seen from the folder `beside`, or any path."""
    if beside is not None and name not in shipped():
        near = beside / name
        if near.is_dir():
            return find(str(near))
    return find(name)


def scenario_for(name: str, beside: Path | None = None) -> Scenario:
    """A scenario, checked and compiled; ScenarioError with its errors, each with its path.

    One that is shipped was checked before it was, and opens sooner for it.
    """
    folder = folder_of(name, beside)
    if folder in shipped().values():
        return compile_scenario(load(folder))
    from wargame.decks.check import check

    report = check(folder)
    if report.plain is None:
        raise ScenarioError(located(report.errors, folder))
    return compile_scenario(report.plain)


def located(problems: Iterable[Problem], folder: Path) -> list[Problem]:
    """The problems with paths that can be opened from here."""
    return [replace(one, file=str(folder / one.file)) for one in problems]


def new_save(folder: Path, session: str) -> Path:
    """Where a new session will be kept; NameTaken when there is one already. Nothing is made yet."""
    path = Shelf(folder).path(session)
    if path.exists() or path.is_symlink():
        raise NameTaken(f"There is a save {path} already. Choose another name for the session.")
    return path


def make_folder(folder: Path) -> None:
    """Make the folder of saves; Unusable when something else is in its place."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise Unusable(
            f"{folder} is to be the folder of saves, but a file stands in its place. "
            "Name another with --saves DIR."
        ) from None
