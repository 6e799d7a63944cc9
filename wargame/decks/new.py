"""`wargame new`: a small scenario that plays, written into a folder of its own.

The files are those of `starter/` beside this module, with the folder's name as the scenario's id, and
the JSON Schemas that their first lines point an editor to.
"""

from __future__ import annotations

import json
from pathlib import Path

import wargame.decks.scripts  # noqa: F401 - knows the schema of a script, and adds it to the kinds
from wargame.decks.card_tables import slug
from wargame.decks.problems import Problem, ScenarioError
from wargame.decks.schema import schema

STARTER = Path(__file__).with_name("starter")
"""The files that a new scenario begins with."""
KINDS = ("scenario", "moves", "standing", "cards", "injects", "playbook", "script")
"""The kinds of files in it: each gets its schema."""
OWN_ID = "lighthouse"
"""What the starter calls itself."""


def write_new(folder: Path) -> list[Path]:
    """Write the starter into a folder that is not there yet, or is empty; gives the files written.

    ScenarioError when something is there already: nothing is ever overwritten. OSError when the disk
    will not have it.
    """
    if folder.is_symlink() or (folder.exists() and not _empty(folder)):
        raise _taken(folder, "there is something here already")
    texts = {
        str(file.relative_to(STARTER)): file.read_text(encoding="utf-8")
        for file in sorted(STARTER.rglob("*"))
        if file.suffix in {".yaml", ".md"}
    }
    own = texts["scenario.yaml"].replace(
        f"scenario: {OWN_ID}", f"scenario: {slug(folder.resolve().name, OWN_ID, 40)}", 1
    )
    texts["scenario.yaml"] = own
    for kind in KINDS:
        texts[f"schema/{kind}.json"] = json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"
    return [_write(folder / name, text) for name, text in texts.items()]


def _empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _write(path: Path, text: str) -> Path:
    """Write a file that is not there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise _taken(path, "somebody else has just written this") from None
    return path


def _taken(path: Path, what: str) -> ScenarioError:
    return ScenarioError([Problem(str(path), 0, 0, what, "name a folder that does not exist yet")])
