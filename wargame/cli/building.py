"""What the verbs build from names that people type: scenarios, and places for saves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wargame.cli.answers import Unusable
from wargame.decks.folders import find, shipped
from wargame.decks.problems import Problem, ScenarioError
from wargame.saves.errors import NameTaken

if TYPE_CHECKING:
    from wargame.decks.schema import Scenario as Model
    from wargame.game.scenario import Scenario


def folder_of(name: str, beside: Path | None = None) -> Path:
    """The folder of a scenario: one shipped, one seen from the folder `beside`, or any path."""
    if beside is not None and name not in shipped():
        near = beside / name
        if near.is_dir():
            return find(str(near))
    return find(name)


def scenario_for(name: str, beside: Path | None = None, *, later: bool = False) -> Scenario:
    """A scenario, checked and compiled; ScenarioError with its errors, each with its path.

    One that is shipped was checked before it was, and opens sooner for it; so does one that opened before.
    For one game, `later` leaves to its course what it may never come to.
    """
    from wargame.cli.known import place_of, remember, remembered  # `check` compiles nothing
    from wargame.decks.compile import compile_model

    folder = folder_of(name, beside)
    place = place_of(folder)
    known = remembered(place, later=later)
    if known is not None:
        return known
    model, plain = _read(folder)
    if place is not None and place_of(folder) == place:  # nobody wrote in it meanwhile
        remember(place, plain)
    return compile_model(model, plain)


def _read(folder: Path) -> tuple[Model, dict[str, Any]]:
    """The model and the plain JSON of a folder; ScenarioError with its errors, each with its path."""
    from wargame.decks.check import check
    from wargame.decks.load import dumped, read

    if folder in shipped().values():
        draft = read(folder)
        if draft.model is not None and not any(one.severity == "error" for one in draft.problems):
            return draft.model, dumped(draft.model)
    report = check(folder)
    if report.plain is None or report.draft.model is None:
        raise ScenarioError(located(report.errors, folder))
    return report.draft.model, report.plain


def located(problems: Iterable[Problem], folder: Path) -> list[Problem]:
    """The problems with paths that can be opened from here."""
    return [replace(one, file=str(folder / one.file)) for one in problems]


def new_save(folder: Path, session: str) -> Path:
    """Where a new session will be kept; NameTaken when there is one already. Nothing is made yet."""
    from wargame.saves.shelf import Shelf

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
