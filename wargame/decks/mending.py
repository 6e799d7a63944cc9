"""What pydantic says about a scenario's form, in words for its author; and what can be kept of it.

One wrong field must not hide the other problems: `salvage` leaves the items out whose form is wrong,
so that the rest can still be looked at.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wargame.decks.effects import TAG
from wargame.decks.fields import described
from wargame.decks.schema import Scenario

Path_ = tuple[str | int, ...]
_PLACEHOLDERS: Mapping[str, object] = {
    "format": 1,
    "scenario": "unnamed",
    "version": "1",
    "title": "",
    "summary": "",
}


def explain(
    error: ValidationError, model: type[BaseModel]
) -> Iterator[tuple[Path_, str, str, bool]]:
    """For each error its path, what is wrong, what to do, and whether the key is meant."""
    for one in error.errors(include_url=False):
        path = tuple(step for step in one["loc"] if not str(step).startswith(TAG))
        what, do = _words(one, model)
        on_key = one["type"] == "extra_forbidden" or path[-1:] == ("[key]",)
        yield (
            path[:-1] if path[-1:] == ("[key]",) or one["type"] == "missing" else path,
            what,
            do,
            on_key,
        )


def _words(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong, and what to do."""
    given = described(error["input"])
    limits = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f'"{error["loc"][-1]}" is missing', f"write {error['loc'][-1]}: ..."
        case "extra_forbidden":
            key = str(error["loc"][-1])
            return f'the key "{key}" is not known here', nearest(
                key, _keys(error["loc"][:-1], model)
            )
        case "literal_error":
            return f"{limits['expected']} is expected here, not {given}", "write one of these"
        case "int_type":
            return f"a whole number is expected here, not {given}", "write digits only: 3"
        case "bool_type":
            return f"true or false is expected here, not {given}", "write true or false"
        case "greater_than_equal":
            return f"{given} is too small", f"{limits['ge']} is the least"
        case "less_than_equal":
            return f"{given} is too large", f"{limits['le']} is the most"
        case "list_type":
            return (
                f"a list is expected here, not {given}",
                "begin each item with '- ', or write [A, B]",
            )
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"a group of keys is expected here, not {given}", "write KEY: VALUE"
        case "too_short":
            return f"at least {limits['min_length']} must be in this list", "add to it"
        case "too_long":
            return f"at most {limits['max_length']} may be in this list", "take some out"
        case _:
            return str(limits.get("what", error["msg"])), str(
                limits.get("do", "see wargame schema")
            )


def nearest(word: str, known: list[str], what: str = "keys here") -> str:
    """A hint at what was meant: the nearest known word, or all of them when they are few."""
    near = get_close_matches(word, known, 1, 0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    shown = ", ".join(known[:12]) + (", ..." if len(known) > 12 else "")
    return f"{what}: {shown}" if known else f"{what}: none"


def _keys(loc: tuple[str | int, ...], model: type[BaseModel]) -> list[str]:
    """The keys that may stand at a place of the model."""
    here: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        if step.startswith(TAG):
            kind = step.removeprefix(TAG)
            here = next(m for m in _models(here) if kind in m.model_fields)
            continue
        field = _field(here, step)
        if field is None:
            return []
        here = field
    found = _models(here)
    return [info.alias or name for name, info in found[0].model_fields.items()] if found else []


def _field(here: Any, step: str) -> Any:
    """The annotation of a field, found by its name in the file."""
    for model in _models(here)[:1]:
        for name, info in model.model_fields.items():
            if step == (info.alias or name):
                return info.annotation
    return None


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models in an annotation, from the left."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]


def salvage(
    plain: dict[str, Any], error: ValidationError
) -> tuple[Scenario | None, dict[str, list[int]], set[str]]:
    """What is left when the items with errors are out.

    Gives the model (none when too little is left), for each list the indices that were kept, and the
    ids of what was left out.
    """
    left = {**_PLACEHOLDERS, **copy.copy(plain)}
    out: dict[str, set[int]] = {}
    for one in error.errors(include_url=False, include_input=False, include_context=False):
        match one["loc"]:
            case (str(section), int(index), *_):
                out.setdefault(section, set()).add(index)
            case (str(section), *_):
                left.pop(section, None)
                left.update({k: v for k, v in _PLACEHOLDERS.items() if k == section})
            case _:
                return None, {}, set()
    kept: dict[str, list[int]] = {}
    dropped: set[str] = set()
    for section, gone in out.items():
        items = plain[section]
        kept[section] = [index for index in range(len(items)) if index not in gone]
        left[section] = [items[index] for index in kept[section]]
        dropped |= {
            str(items[i]["id"]) for i in gone if isinstance(items[i], dict) and "id" in items[i]
        }
    try:
        return Scenario.model_validate(left), kept, dropped
    except ValidationError:
        return None, {}, set()
