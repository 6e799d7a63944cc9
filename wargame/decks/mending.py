"""What pydantic says about a scenario's form, in words for its author; and what can be kept of it.

One wrong field must not hide the other problems: `salvage` leaves the items out whose form is wrong,
so that the rest can still be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from difflib import get_close_matches
from itertools import islice
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wargame.decks.effects import MODELS, TAG
from wargame.decks.fields import NAME, described
from wargame.decks.schema import Scenario
from wargame.game.records import dataclass

Path = tuple[str | int, ...]
UNREAD = "unread"
PLACEHOLDERS: Mapping[str, object] = {
    "format": 1,
    "scenario": UNREAD,
    "version": UNREAD,
    "title": UNREAD,
    "summary": UNREAD,
    "seats": [{"id": UNREAD, "name": UNREAD}],
}
"""What stands for a required key whose value cannot be read, so that the rest can be looked at."""


LISTS = frozenset(
    [
        "seats",
        "tracks",
        "facts",
        "mechanisms",
        "decks",
        "endings",
        "setups",
        "orders",
        "standing",
        "cards",
        "injects",
        "playbooks",
    ]
)
"""The lists of a scenario, whose items name each other."""
_USABLE = re.compile(NAME, re.ASCII)
MOST = 500
"""How many problems of form are explained."""
_PHRASES = {
    "literal_error": ("{expected} is expected here, not {given}", "write one of these"),
    "int_type": ("a whole number is expected here, not {given}", "write digits only: 3"),
    "bool_type": ("true or false is expected here, not {given}", "write true or false"),
    "greater_than_equal": ("{given} is too small", "{ge} is the least"),
    "less_than_equal": ("{given} is too large", "{le} is the most"),
    "list_type": ("a list is expected here, not {given}", "begin each item with '- '"),
    "dict_type": ("keys are expected here, not {given}", "write KEY: VALUE"),
    "model_type": ("keys are expected here, not {given}", "write KEY: VALUE"),
    "too_short": ("a list of {actual_length}; {min_length} is the least", "add to it"),
    "too_long": ("a list of {actual_length}; {max_length} is the most", "take some out"),
}
"""What is wrong and what to do, by pydantic's name for an error."""


def explain(
    error: ValidationError, model: type[BaseModel]
) -> Iterator[tuple[Path, str, str, bool]]:
    """For each of the first errors its path, what is wrong, what to do, and whether the key is meant."""
    for one in islice(error.errors(include_url=False), MOST):
        path = tuple(step for step in one["loc"] if not str(step).startswith(TAG))
        what, do = _words(one, model)
        bad_key = path[-1:] == ("[key]",)
        if bad_key or one["type"] == "missing":
            path = path[:-1]
        yield path, what, do, bad_key or one["type"] == "extra_forbidden"


def _words(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong, and what to do."""
    key, limits = str(error["loc"][-1]), error.get("ctx", {})
    if error["type"] == "missing":
        return f'"{key}" is missing', f"write {key}: ..."
    if error["type"] == "extra_forbidden":
        known = _keys(error["loc"][:-1], model)
        return f'the key "{key}" is not known here', nearest(key, known)
    if error["type"] in _PHRASES:
        what, do = _PHRASES[error["type"]]
        words = {**limits, "given": described(error["input"])}
        return what.format(**words), do.format(**words)
    return str(limits.get("what", error["msg"])), str(limits.get("do", "see wargame schema"))


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
            here = MODELS[step.removeprefix(TAG)]
            continue
        inner = _field(here, step)
        if inner is None:
            return []
        here = inner
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


@dataclass(slots=True)
class Remainder:
    """What is left of a scenario when the items whose form is wrong are out.

    `kept` gives for each list that lost items the indices that were kept, `dropped` the ids of the
    others, `nameless` the lists that lost an item without a usable id, or everything. `replaced` holds
    the other keys that had to be made up.
    """

    kept: dict[str, list[int]] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    nameless: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return not (self.kept or self.nameless or self.replaced)


def salvage(plain: dict[str, Any], error: ValidationError) -> tuple[Scenario | None, Remainder]:
    """Leave out what has errors and validate the rest; no model when too little is left."""
    left, rest = {**PLACEHOLDERS, **plain}, Remainder()
    out: dict[str, set[int]] = {}
    for one in error.errors(include_url=False, include_input=False, include_context=False):
        match one["loc"]:
            case (str(section), int(index), *_):
                out.setdefault(section, set()).add(index)
            case (str(section), *_):
                (rest.nameless if section in LISTS else rest.replaced).add(section)
                left.pop(section, None)
                left.update({k: v for k, v in PLACEHOLDERS.items() if k == section})
            case _:
                return None, rest
    for section, gone in out.items():
        items = plain[section]
        rest.kept[section] = [index for index in range(len(items)) if index not in gone]
        left[section] = [items[index] for index in rest.kept[section]]
        for index in gone:
            id_ = items[index].get("id") if isinstance(items[index], dict) else None
            if isinstance(id_, str) and _USABLE.fullmatch(id_):
                rest.dropped.add(id_)
            else:
                rest.nameless.add(section)
    try:
        return Scenario.model_validate(left), rest
    except ValidationError:
        return None, rest
