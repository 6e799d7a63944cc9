"""The smallest things a scenario file says: ids, texts, numbers, expressions, audiences, sources.

Each is a pydantic annotation with a validator of its own, so that a message can say in plain words
what is wrong and what to write. Lengths are in characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from wargame.game.nodes import LARGEST
from wargame.game.plain_text import clean
from wargame.game.tokens import LONGEST

ID: Final = r"[a-z][a-z0-9_-]{0,39}"
NAME: Final = r"[a-z][a-z0-9_]{0,39}"
SEAT: Final = r"[a-z][a-z0-9_-]{0,23}"
SETUP: Final = r"[a-z0-9][a-z0-9_-]{0,39}"
MECHANISM: Final = r"[A-Za-z][A-Za-z0-9_-]{0,39}"
LINE: Final = 200
PROSE: Final = 4000
BRIEF: Final = 20_000
MOST_PARAGRAPHS: Final = 100_000
PUBLIC: Final = "public"
FACILITATOR: Final = "facilitator"


class Checked:
    """A validator that is all there is to a type; each stands beside a JSON Schema.

    Pydantic's own `PlainValidator` also looks at the type that it replaces, in every field anew.
    """

    def __init__(self, check: Callable[[Any], Any]) -> None:
        """Take a function that gives back the value to keep, or raises what `wrong` makes."""
        self._schema = core_schema.no_info_plain_validator_function(check)

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The same for every field."""
        return self._schema


class Part(BaseModel):
    """What every model of a scenario file holds to: nothing unknown, nothing converted."""

    model_config = ConfigDict(strict=True, extra="forbid", defer_build=True)


def described(value: object) -> str:
    """A value in the words of somebody who writes YAML: `the number 5`, `a list`."""
    match value:
        case bool():
            return f"{str(value).lower()}"
        case int():
            return f"the number {value}" if abs(value) < 10**20 else "a very large number"
        case str():
            short = clean(value, 40, lines=False)
            return f'"{short}"' if value else "an empty text"
        case list() if all(isinstance(one, str | int) for one in value):
            return f"[{clean(', '.join(map(str, value[:20])), 60, lines=False)}]"
        case list():
            return "a list"
        case dict():
            return "a group of keys"
        case None:
            return "nothing"
        case _:
            return "something else"


def wrong(kind: str, what: str, do: str) -> PydanticCustomError:
    """A problem as pydantic carries it; `what` and `do` reach the author as they are."""
    return PydanticCustomError(kind, "{what}", {"what": what, "do": do})


def _text(limit: int, *, lines: bool, least: int = 0) -> Checked:
    """A validator for a text of at most `limit` characters, cleaned; `least` 1 forbids an empty one."""

    def check(value: Any) -> str:
        if not isinstance(value, str):
            do = "write a text"
            if isinstance(value, bool | int):
                do = f'put it in quotes: "{str(value).lower()}"'
            raise wrong("text", f"a text is expected here, not {described(value)}", do)
        if len(value) > limit:
            what = f"a text of {len(value)} characters; {limit} may be"
            raise wrong("long", what, "shorten it")
        kept = clean(value, limit, lines=lines)
        if len(kept) < least:
            raise wrong("empty", "an empty text", "write something")
        return kept

    return Checked(check)


def _pattern(pattern: str, shape: str) -> Checked:
    """A validator for an id; `shape` says how one is written."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: Any) -> str:
        if isinstance(value, str) and compiled.fullmatch(value):
            return value
        do = shape
        if isinstance(value, bool | int) and compiled.fullmatch(str(value).lower()):
            do = f'put it in quotes: "{str(value).lower()}"'
        raise wrong("id", f"an id is expected here, not {described(value)}", do)

    return Checked(check)


def _expression(value: Any) -> int | str:
    """An expression is a whole number or a text; true and false are 1 and 0."""
    if isinstance(value, int) and abs(value) <= LARGEST:
        return int(value)
    if isinstance(value, str) and len(value) <= LONGEST:
        return clean(value, LONGEST)
    if isinstance(value, str):
        what = f"an expression of {len(value)} characters; {LONGEST} may be"
        raise wrong("expression", what, "use several rules or a derived track instead")
    what = f"an expression is expected here, not {described(value)}"
    raise wrong("expression", what, "write a number or a condition such as: street >= 3")


def _is_seat(value: Any) -> bool:
    """Whether this could be the id of a seat."""
    return isinstance(value, str) and re.fullmatch(SEAT, value) is not None


def _is_paragraph(value: Any) -> bool:
    """Whether this could be the number of a paragraph; 0 is the headline."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST_PARAGRAPHS


def _audience(value: Any) -> str | list[str]:
    """Who sees something: `public`, `facilitator`, or a list of seats; one seat may stand alone."""
    if isinstance(value, str) and value in {PUBLIC, FACILITATOR}:
        return value
    seats = [value] if isinstance(value, str) else value
    if isinstance(seats, list) and seats and all(map(_is_seat, seats)):
        return list(seats)
    what = f"an audience is expected here, not {described(value)}"
    raise wrong("audience", what, "write public, facilitator, or a list of seats: [a, b]")


def _source(value: Any) -> int | str | list[int]:
    """Where something comes from: a paragraph, several, or a text."""
    if _is_paragraph(value):
        return int(value)
    if isinstance(value, str) and 0 < len(value) <= LINE:
        return clean(value, LINE, lines=False)
    if isinstance(value, list) and value and all(map(_is_paragraph, value)):
        return list(value)
    what = f"a source is expected here, not {described(value)}"
    raise wrong(
        "source", what, "write a paragraph's number, a list of them, or a text: 9, [4, 8], ours"
    )


def _detected(value: Any) -> bool | str:
    """Whose covert orders are detected: `true`, or a seat."""
    if value is True or _is_seat(value):
        return value  # type: ignore[no-any-return]
    what = f"what is detected is expected here, not {described(value)}"
    raise wrong("detect", what, "write true for this order, or a seat")


_ID_SHAPE = "begin with a small letter; then small letters, digits, _ and -, 40 characters at most"
_NAME_SHAPE = "begin with a small letter; then small letters, digits and _, 40 characters at most"
_SEAT_SHAPE = (
    "begin with a small letter; then small letters, digits, _ and -, 24 characters at most"
)
_SETUP_SHAPE = "small letters, digits, _ and -, 40 characters at most; digits alone go in quotes"
_MECHANISM_SHAPE = "begin with a letter; then letters, digits, _ and -: M9"


def _shaped(pattern: str) -> WithJsonSchema:
    """The JSON Schema of an id."""
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


def _sized(limit: int, least: int = 0) -> WithJsonSchema:
    """The JSON Schema of a text."""
    shape = {"type": "string", "minLength": least, "maxLength": limit}
    return WithJsonSchema(shape if least else {"type": "string", "maxLength": limit})


Id = Annotated[str, _pattern(ID, _ID_SHAPE), _shaped(ID)]
"""An id of a card, a deck, an ending, ..."""
Named = Annotated[str, _pattern(NAME, _NAME_SHAPE), _shaped(NAME)]
"""An id that expressions use: tracks, facts, orders, targets, counters."""
SeatId = Annotated[str, _pattern(SEAT, _SEAT_SHAPE), _shaped(SEAT)]
SetupId = Annotated[str, _pattern(SETUP, _SETUP_SHAPE), _shaped(SETUP)]
MechanismId = Annotated[str, _pattern(MECHANISM, _MECHANISM_SHAPE), _shaped(MECHANISM)]
Line = Annotated[str, _text(LINE, lines=False, least=1), _sized(LINE, 1)]
"""A text of one line, not empty."""
Label = Annotated[str, _text(LINE, lines=False), _sized(LINE)]
"""A text of one line, or nothing."""
Words = Annotated[str, _text(PROSE, lines=True, least=1), _sized(PROSE, 1)]
"""A text of several lines, not empty."""
Prose = Annotated[str, _text(PROSE, lines=True), _sized(PROSE)]
"""A text of several lines, or nothing."""
Brief = Annotated[str, _text(BRIEF, lines=True), _sized(BRIEF)]
"""A seat's brief: in a file, the path of a Markdown file in the folder; in a save, its text."""
Expression = Annotated[
    int | str,
    Checked(_expression),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer"},
                {"type": "string", "maxLength": LONGEST},
                {"type": "boolean"},
            ]
        }
    ),
]
"""A condition or an amount: a whole number or a text such as `street >= 3`."""
Audience = Annotated[
    str | list[str],
    Checked(_audience),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": f"^{SEAT}$"},
                {
                    "type": "array",
                    "minItems": 1,
                    "items": {"type": "string", "pattern": f"^{SEAT}$"},
                },
            ]
        }
    ),
]
"""`public`, `facilitator`, or a list of seats."""
Detected = Annotated[
    bool | str,
    Checked(_detected),
    WithJsonSchema({"anyOf": [{"const": True}, {"type": "string", "pattern": f"^{SEAT}$"}]}),
]
"""`true`, or a seat."""
Source = Annotated[
    int | str | list[int],
    Checked(_source),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "minLength": 1, "maxLength": LINE},
                {"type": "array", "minItems": 1, "items": {"type": "integer", "minimum": 0}},
            ]
        }
    ),
]
"""A paragraph of the source, a list of paragraphs, or a text; `ours` where the scenario goes beyond it."""
Small = Annotated[int, Field(ge=0, le=99)]
Positive = Annotated[int, Field(ge=1, le=99)]
Value = Annotated[int, Field(ge=-1000, le=1000)]
Turns = Annotated[int, Field(ge=1, le=60)]


class Sourced(Part):
    """What comes from somewhere, and says so."""

    source: Source | None = None
    """The paragraphs of the source it comes from, or `ours` where it goes beyond the source."""
    why: Prose = ""
    """Why it is plausible, above all where the source is `ours`."""


class Item(Sourced):
    """What every item of a scenario may say of itself."""

    mechanism: MechanismId | None = None
    """The mechanism it belongs to."""
