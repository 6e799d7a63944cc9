"""The JSON Schema of every kind of file: sound, described, and of one mind with the loader."""

from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.decks import broken_form
from tests.decks.folders import SMALL, Broken, broken_folder
from wargame.decks.guard import read
from wargame.decks.schema import SCHEMAS, register, schema

KINDS = {
    "scenario": "scenario.yaml",
    "moves": "moves.yaml",
    "standing": "standing.yaml",
    "cards": "cards/*.yaml",
    "injects": "injects.yaml",
}


def _within(node: Any) -> Iterator[Any]:
    """Everything in a schema."""
    yield node
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for one in inner:
        yield from _within(one)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described_and_nothing_may_be_null(kind: str) -> None:
    fields = [
        (name, field)
        for node in _within(schema(kind))
        if isinstance(node, dict) and isinstance(node.get("properties"), dict)
        for name, field in node["properties"].items()
    ]
    assert len(fields) > 10
    assert [name for name, field in fields if not field.get("description")] == []
    assert {"type": "null"} not in list(_within(schema(kind)))


@pytest.mark.parametrize("kind", KINDS)
def test_what_plays_fits_its_schema(kind: str) -> None:
    files = sorted(SMALL.glob(KINDS[kind]))
    assert files
    for file in files:
        assert _checker(kind).is_valid(read(file.read_bytes(), file.name).plain())


def test_most_of_what_the_loader_refuses_an_editor_marks_too(tmp_path: Path) -> None:
    marked = [case.name for case in broken_form.CASES if _is_marked(tmp_path / case.name, case)]
    assert {
        "a misspelt key",
        "a missing key",
        "yes where true belongs",
        "an id with capitals",
        "a text too long",
        "too many turns",
        "an effect of no kind",
        "a list where a group belongs",
    } <= set(marked)


@cache
def _checker(kind: str) -> jsonschema.Draft202012Validator:
    """What an editor checks a kind of file with."""
    return jsonschema.Draft202012Validator(schema(kind))


def _is_marked(folder: Path, case: Broken) -> bool:
    """Whether an edited file of the broken folder does not fit its schema."""
    folder.mkdir()
    copy = broken_folder(folder, case)
    for kind, pattern in KINDS.items():
        for name in case.edits:
            if fnmatch(name, pattern):
                plain = read((copy / name).read_bytes(), name).plain()
                if not _checker(kind).is_valid(plain):
                    return True
    return False


def test_another_room_can_add_a_kind_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SCHEMAS, "other", dict)
    assert schema("other") == {}
    with pytest.raises(ValueError, match="other"):
        register("other", dict)


def test_an_unknown_kind_is_no_schema() -> None:
    with pytest.raises(KeyError):
        schema("nothing")
