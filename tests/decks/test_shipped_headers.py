"""The scenarios that are shipped: an editor finds the schema of each of their files, and the files fit it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import wargame.decks.check_claims  # noqa: F401 - it adds the schema of claims
from tests.house.source import ROOT
from wargame.decks.folders import shipped
from wargame.decks.guard import read
from wargame.decks.load import CLAIMS
from wargame.decks.schema import schema

HEADER = re.compile(r"^# yaml-language-server: \$schema=(\S+)\n")
ALONE = {
    "scenario.yaml": "scenario",
    "moves.yaml": "moves",
    "standing.yaml": "standing",
    "injects.yaml": "injects",
}
FOLDERS = {"cards": "cards", "playbooks": "playbook"}
SCHEMAS = (ROOT / "decks" / "schema").resolve()
FILES = sorted(file for folder in shipped().values() for file in folder.rglob("*.yaml"))


def kind_of(file: Path) -> str:
    """The kind of a file, by where it lies."""
    if file.name == CLAIMS:
        return "claims"
    return ALONE.get(file.name) or FOLDERS[file.parent.name]


def named(file: Path) -> str:
    return str(file.relative_to(file.parents[1]))


def written(kind: str) -> Any:
    return json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"))


def test_there_are_files_of_every_kind() -> None:
    assert {kind_of(file) for file in FILES} == {one.stem for one in SCHEMAS.glob("*.json")}
    assert {file.parent.name for file in FILES} >= {"tightrope", "aland", "cards", "playbooks"}


@pytest.mark.parametrize("file", FILES, ids=named)
def test_its_first_line_names_the_schema_of_its_kind(file: Path) -> None:
    first = HEADER.match(file.read_text(encoding="utf-8"))
    assert first is not None, "add the line: # yaml-language-server: $schema=..."
    assert (file.parent / first[1]).resolve() == SCHEMAS / f"{kind_of(file)}.json"


@pytest.mark.parametrize("file", FILES, ids=named)
def test_it_fits_the_schema_that_it_names(file: Path) -> None:
    value = read(file.read_bytes(), file.name).plain()
    errors = list(jsonschema.Draft202012Validator(written(kind_of(file))).iter_errors(value))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("kind", sorted(one.stem for one in SCHEMAS.glob("*.json")))
def test_a_schema_in_the_folder_says_what_wargame_schema_prints(kind: str) -> None:
    assert written(kind) == schema(kind), f"wargame schema {kind} > decks/schema/{kind}.json"
