"""The reference of everything a scenario's files may say, made from the models and the strings in them.

`python -m wargame.decks.reference decks/README.md` writes it anew between its two marks; a test
compares.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from wargame.decks.claims import ClaimsFile
from wargame.decks.effects import MODELS, EffectPart
from wargame.decks.fields import ID, MECHANISM, NAME, SEAT, SETUP, Item, Sourced
from wargame.decks.playbooks import Playbook
from wargame.decks.schema import (
    CardsFile,
    InjectsFile,
    MovesFile,
    ScenarioFile,
    StandingFile,
    model_schema,
)
from wargame.decks.schema import documented as strings_of
from wargame.decks.scripts import Script
from wargame.game.tokens import LONGEST

BEGIN, END = "<!-- reference: begin -->", "<!-- reference: end -->"
"""Between these lines of a file stands what is generated."""

FILES: tuple[tuple[str, type[BaseModel]], ...] = (
    ("scenario.yaml", ScenarioFile),
    ("moves.yaml", MovesFile),
    ("standing.yaml", StandingFile),
    ("cards/*.yaml", CardsFile),
    ("injects.yaml", InjectsFile),
    ("playbooks/*.yaml", Playbook),
    ("claims.yaml", ClaimsFile),
    ("a script", Script),
)
"""The files, in the order of the reference, and the models that they are checked against."""

EFFECTS = "Effects"
PATTERNS = {
    ID: "id",
    NAME: "id without dashes",
    SEAT: "seat",
    SETUP: "id, digits in quotes",
    MECHANISM: "mechanism",
}
"""What an id is called, by its pattern."""
SHORT, PROSE = 200, 4000


def reference() -> str:
    """All of it, as Markdown."""
    return "\n".join(["", *_items(), *_effects(), *_files()])


def _items() -> Iterator[str]:
    """What every item may say of itself."""
    yield "### Every item"
    yield ""
    yield (
        "Objectives, tracks, facts, decks, endings, setups, orders, factors, standing rules, cards and "
        "mechanisms may also say:"
    )
    yield ""
    yield from _table(Item, "")


def _effects() -> Iterator[str]:
    """The kinds of effects, and what all of them may say."""
    yield f"### {EFFECTS}"
    yield ""
    yield "An effect begins with the key that says what it does. Every effect may also say:"
    yield ""
    yield from _table(EffectPart, EFFECTS)
    for key, model in MODELS.items():
        yield f"#### effect: {key}"
        yield ""
        yield _sentence(model)
        yield ""
        yield from _table(model, EFFECTS, without=EffectPart)


def _files() -> Iterator[str]:
    """The files one after the other, each with the models in it."""
    for file, top in FILES:
        yield f"### {file}"
        yield ""
        yield _sentence(top)
        yield ""
        yield from _table(top, file)
        for model in list(_within(top, {top}))[1:]:
            yield f"#### {_heading(file, model)}"
            yield ""
            yield _sentence(model)
            yield ""
            yield from _table(model, file)


def _heading(file: str, model: type[BaseModel]) -> str:
    """The heading of a model, which tells it from one of the same name in another file."""
    return f"{file}: {_words(model)}"


def _words(model: type[BaseModel]) -> str:
    """A model's name as words: `LaterEffect` is `later effect`."""
    name = "card" if model.__name__ == "WrittenCard" else model.__name__
    return re.sub(r"(?<!^)([A-Z])", r" \1", name).lower()


def _within(annotation: Any, seen: set[Any]) -> Iterator[type[BaseModel]]:
    """The models in an annotation and in their fields, each once; effects have a place of their own."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if issubclass(annotation, EffectPart):
            return
        seen.add(annotation)
        yield annotation
        for info in annotation.model_fields.values():
            for inner in _models(info.annotation):
                if inner not in seen:
                    yield from _within(inner, seen)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that stand in an annotation itself."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _sentence(model: type[BaseModel]) -> str:
    """What a model is, without the example that may stand below."""
    text = inspect.getdoc(model) or ""
    return " ".join(text.split("\n\n")[0].split())


def _table(
    model: type[BaseModel], file: str, without: type[BaseModel] | None = None
) -> Iterator[str]:
    """The keys of a model: what may stand there, what counts when it is left out, and what it means."""
    made = model_schema(model)
    defined = made.get("$defs", {})
    made = made if "properties" in made else defined[model.__name__]
    strings, needed = strings_of(model), set(made.get("required", ()))
    left_out = _beside(model) if without is None else set(without.model_fields)
    yield "| key | what stands there | left out | meaning |"
    yield "| --- | --- | --- | --- |"
    for key, shape in made["properties"].items():
        if key in left_out:
            continue
        default = "needed" if key in needed else _default(shape)
        what = _shape(shape, defined, file)
        yield f"| `{key}` | {what} | {default} | {_cell(strings.get(key, ''))} |"
    yield ""
    if left_out and without is None:
        yield f"Also: {', '.join(f'`{key}`' for key in made['properties'] if key in left_out)}."
        yield ""


def _beside(model: type[BaseModel]) -> set[str]:
    """The keys that are told once for all items."""
    if model is Item:
        return set()
    for family in (Item, Sourced):
        if issubclass(model, family) and model is not family:
            return set(family.model_fields) - {
                name for name in family.model_fields if name in model.__annotations__
            }
    return set()


def _default(shape: dict[str, Any]) -> str:
    """What counts when a key is left out."""
    default = shape.get("default")
    if default in (None, "", [], {}) or isinstance(default, dict):
        return ""
    return f"`{json.dumps(default, ensure_ascii=False).strip(chr(34))}`"


def _shape(shape: dict[str, Any], known: dict[str, Any], file: str) -> str:
    """What may stand somewhere, in a few words."""
    if "$ref" in shape:
        return _link(shape["$ref"].rsplit("/", 1)[1], known, file)
    if "const" in shape:
        return f"`{json.dumps(shape['const'])}`"
    if "enum" in shape:
        return _listed([f"`{one}`" for one in shape["enum"]])
    if "oneOf" in shape or "anyOf" in shape:
        return _choice(shape.get("oneOf") or shape["anyOf"], known, file)
    match shape.get("type"):
        case "array":
            return f"list: {_shape(shape['items'], known, file)}"
        case "object":
            inner: dict[str, Any] = shape.get("additionalProperties") or next(
                iter(shape.get("patternProperties", {}).values()), {}
            )
            return f"keys and values: {_shape(inner, known, file)}"
        case "integer":
            return _number(shape)
        case "boolean":
            return "`true` or `false`"
        case _:
            return _text(shape)


def _choice(ways: list[dict[str, Any]], known: dict[str, Any], file: str) -> str:
    """One of several shapes; those that the format uses all over have names."""
    if all("$ref" in one for one in ways):
        return "[effect](#effects)"
    kinds = [one.get("type") for one in ways]
    if kinds == ["integer", "string", "boolean"] and ways[1].get("maxLength") == LONGEST:
        return "expression"
    if kinds == ["string", "array"]:
        return "`public`, `facilitator` or a list of seats"
    if kinds == ["integer", "string", "array"]:
        return "number, list of numbers, or text"
    return " or ".join(_shape(one, known, file) for one in ways)


def _link(name: str, known: dict[str, Any], file: str) -> str:
    """A link to another table."""
    title = str(known.get(name, {}).get("title", name))
    words = re.sub(r"(?<!^)([A-Z])", r" \1", title.removeprefix("Written")).lower()
    return f"[{words}](#{_anchor(f'{file}: {words}')})"


def _anchor(heading: str) -> str:
    """The anchor that a heading of Markdown gets."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _number(shape: dict[str, Any]) -> str:
    """A whole number, with its ends."""
    low, high = shape.get("minimum"), shape.get("maximum")
    if low is None and high is None:
        return "number"
    if high is None:
        return f"number, {low} or more"
    return f"number, {low} to {high}"


def _text(shape: dict[str, Any]) -> str:
    """A text: an id, a line, or several lines."""
    for pattern, words in PATTERNS.items():
        if shape.get("pattern") == f"^{pattern}$":
            return words
    match shape.get("maxLength", 0):
        case 0:
            return "text"
        case most if most <= SHORT:
            return "line of text"
        case most if most <= PROSE:
            return "text"
        case _:
            return "path of a Markdown file"


def _listed(words: list[str]) -> str:
    """Several words, `or` before the last."""
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]


def _cell(text: str) -> str:
    """A text within a table of Markdown."""
    return " ".join(text.split()).replace("|", "\\|")


def renewed(text: str) -> str:
    """A file's text with the reference between its marks; ValueError when they are not there, once each."""
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        raise ValueError(f"one line {BEGIN} and one line {END} are needed")
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{reference()}{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
