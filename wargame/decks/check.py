"""`wargame check`: everything that is wrong with a scenario folder, at once."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Any

from wargame.decks.board import Mechanism
from wargame.decks.check_claims import check_claims
from wargame.decks.check_claims import read as read_claims
from wargame.decks.check_conditions import check_conditions
from wargame.decks.check_names import check_names
from wargame.decks.check_play import check_play
from wargame.decks.check_playbooks import check_playbooks
from wargame.decks.check_telling import check_telling
from wargame.decks.findings import Findings
from wargame.decks.folders import SCENARIO, find
from wargame.decks.load import INJECTS, MOVES, STANDING, Draft, dumped, read
from wargame.decks.names import Names
from wargame.decks.problems import Problem, ScenarioError
from wargame.game.intervals import Range
from wargame.game.records import dataclass

MOST = 500
"""How many problems are shown."""
FILES = (SCENARIO, MOVES, STANDING, INJECTS)


@dataclass(frozen=True)
class Report:
    """What a check found: problems in the order of files and lines, and what carries each mechanism.

    `draft` is the folder as read, `sound` whether nothing keeps it from being played.
    """

    problems: tuple[Problem, ...]
    mechanisms: dict[str, list[str]]
    sound: bool
    draft: Draft = field(repr=False, compare=False)

    @cached_property
    def plain(self) -> dict[str, Any] | None:
        """The scenario as a save carries it, when there is no error."""
        model = self.draft.model
        return dumped(model) if self.sound and model is not None else None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the scenario from being played."""
        return tuple(one for one in self.problems if one.severity == "error")

    @property
    def declared(self) -> list[Mechanism]:
        """The mechanisms that the scenario declares, as far as they could be read."""
        return self.draft.model.mechanisms if self.draft.model else []

    def place(self, *names: str) -> tuple[str, int, int]:
        """File, line and column of an item, found by keys and ids: ("seats", "town", "objectives", "bridge").

        Of the last of them that is written, when one is not.
        """
        path: list[str | int] = []
        here: Any = self.draft.plain
        for name in names:
            if isinstance(here, dict) and name in here:
                step: str | int = name
            elif isinstance(here, list) and name in (known := [_id(one) for one in here]):
                step = known.index(name)
            else:
                break
            path.append(step)
            here = here[step]
        return self.draft.place(tuple(path))


def _id(item: Any) -> Any:
    """The id of an item of the plain object, if it has one."""
    return item.get("id") if isinstance(item, dict) else None


def check(folder: Path) -> Report:
    """Look at everything in a folder; never raises for what is in it."""
    draft = read(folder)
    claims = read_claims(draft)
    problems = list(draft.problems)
    mechanisms: dict[str, list[str]] = {}
    if draft.model is not None:
        found = Findings(draft, draft.model, Names.of(draft.model), {})
        found.ranges = _ranges(found)
        check_names(found)
        check_conditions(found)
        check_play(found)
        check_playbooks(found)
        mechanisms = check_telling(found)
        if claims is not None:
            check_claims(found, claims)
        problems += found.problems
    ordered = sorted(dict.fromkeys(problems), key=_order)
    sound = draft.model is not None and all(one.severity == "warning" for one in ordered)
    if len(ordered) > MOST:
        what, do = f"{len(ordered) - MOST} more problems", "mend these first"
        ordered = [*ordered[:MOST], Problem(SCENARIO, 0, 0, what, do)]
    return Report(tuple(ordered), mechanisms, sound, draft)


def opened(name_or_path: str) -> dict[str, Any]:
    """The scenario of this name or folder as plain JSON; ScenarioError with its errors."""
    report = check(find(name_or_path))
    if report.plain is None:
        raise ScenarioError(report.errors)
    return report.plain


def _order(problem: Problem) -> tuple[int, str, int, int]:
    """The files in the order in which they are read, each line by line."""
    rank = FILES.index(problem.file) if problem.file in FILES else len(FILES)
    return rank, problem.file, problem.line, problem.column


def _ranges(found: Findings) -> dict[str, Range]:
    """The ranges of all names; circles among derived tracks are noted."""
    tracks = found.names.derived
    ranges, problems = found.names.narrowed()
    for track, error in problems:
        if track in tracks:
            path = ("tracks", found.names.tracks[track], "derived")
            found.add(path, error.message, error.do)
    ranges["turn"] = (1, found.turns + 2)
    ranges["turns"] = (1, found.turns + 2)
    return ranges
