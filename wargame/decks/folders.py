"""The folders of scenarios: those that come with the program, and any path."""

from __future__ import annotations

from pathlib import Path

from wargame.decks.problems import Problem, ScenarioError

SCENARIO = "scenario.yaml"
"""The file that makes a folder a scenario."""


def shipped() -> dict[str, Path]:
    """The scenarios that come with the program: name and folder."""
    package = Path(__file__).resolve().parent.parent
    for home in (package / "shipped", package.parent / "decks"):
        if home.is_dir():
            folders = sorted(home.iterdir())
            return {one.name: one for one in folders if (one / SCENARIO).is_file()}
    return {}


def find(name_or_path: str) -> Path:
    """The folder of a scenario: the name of one shipped, or a path; ScenarioError when there is none."""
    ours = shipped()
    if name_or_path in ours:
        return ours[name_or_path]
    try:
        folder = Path(name_or_path).expanduser()
        if (folder / SCENARIO).is_file():
            return folder
        there = folder.is_dir()
    except (OSError, RuntimeError, ValueError):
        there = False
    do = f"name a folder with a {SCENARIO} in it, or one of: {', '.join(ours)}"
    what = f"no {SCENARIO} in this folder" if there else "no such scenario folder"
    raise ScenarioError([Problem(name_or_path, 0, 0, what, do)])
