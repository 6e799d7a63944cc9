"""`wargame schema [KIND]`: JSON Schema of what people and the table write."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from pydantic import TypeAdapter

import wargame.decks.claims
import wargame.decks.scripts  # noqa: F401 - both know the schema of a kind of file, and add it
from wargame.cli.answers import DONE, Unusable, say_json
from wargame.decks.schema import SCHEMAS, register
from wargame.decks.schema import schema as schema_of
from wargame.game.events import KINDS
from wargame.game.names import ID

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_AT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"


def schema(arguments: Namespace) -> int:
    """Print the schema of one kind, or of all of them in one."""
    kind = arguments.kind
    if kind is not None and kind not in SCHEMAS:
        raise Unusable(f"There is no schema of {kind!r}. Kinds: {', '.join(SCHEMAS)}.")
    say_json(schema_of(kind) if kind is not None else _all())
    return DONE


def _all() -> dict[str, Any]:
    """Every kind in one schema: what fits it is a file of one of them."""
    kinds = {kind: {**schema_of(kind), "$id": f"urn:wargame:{kind}"} for kind in SCHEMAS}
    return {
        "$schema": DRAFT,
        "title": f"Wargame: {', '.join(kinds)}",
        "anyOf": [{"$ref": one["$id"]} for one in kinds.values()],
        "$defs": kinds,
    }


def events() -> dict[str, Any]:
    """The schema of one line of a save: an entry, its data by its kind."""
    inputs = [(kind, "validation", TypeAdapter(event)) for kind, event in KINDS.items()]
    references, shared = TypeAdapter.json_schemas(inputs)  # type: ignore[arg-type]
    hexes = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    return {
        "$schema": DRAFT,
        "title": "A line of a save",
        "type": "object",
        "properties": {
            "n": {"type": "integer", "minimum": 0},
            "at": {"type": "string", "pattern": _AT},
            "by": {"type": "string", "pattern": f"^(observer:)?{ID.pattern}$"},
            "kind": {"enum": list(KINDS)},
            "data": {"type": "object"},
            "hash": hexes,
        },
        "required": ["n", "at", "by", "kind", "data", "hash"],
        "additionalProperties": False,
        "oneOf": [
            {"properties": {"kind": {"const": kind}, "data": references[kind, "validation"]}}
            for kind in KINDS
        ],
        **shared,
    }


register("events", events)
