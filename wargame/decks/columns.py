"""The columns of a list of events, and how a cell in each becomes a part of a card and back.

A facilitator's own headings are understood where they are plain; what a table cannot say stands, as
JSON, in the column `more`, so that nothing is lost on the way out and back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, Final, NoReturn

from wargame.decks.shorthand import Known, NotUnderstood, Said, understood, written
from wargame.game.plain_text import clean
from wargame.game.records import dataclass

TITLE, TEXT, TURN, DATE, EFFECTS, MORE = "title", "text", "turn", "date", "effects", "more"

HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "id": (),
    "deck": ("pile",),
    TITLE: ("event", "name", "headline", "inject"),
    TEXT: ("description", "what happens", "details", "story"),
    "kind": ("type",),
    TURN: ("round",),
    DATE: ("when it comes", "month", "time"),
    "copies": ("how many",),
    "when": ("condition",),
    "seat": ("for", "who"),
    "lasts": ("duration",),
    "bonus": (),
    "suits": ("goes with",),
    "sees": ("seen by", "audience"),
    EFFECTS: ("effect", "consequences", "changes"),
    "source": ("sources", "reference"),
    "notes": ("note", "why", "comment", "comments", "remarks"),
    "mechanism": (),
    MORE: (),
}
"""The columns by their own heading, in the order in which they are written; and other headings for each."""

BY_HEADING: Final = {
    heading: column for column, more in HEADINGS.items() for heading in (column, *more)
}
"""The column that a heading means, in small letters."""
ALWAYS: Final = ("id", TITLE, TEXT, TURN, EFFECTS, "source", "notes")
"""The columns that are written even when nothing stands in them."""
NUMBERS: Final = (TURN, "copies", "lasts", "bonus")
FIELDS: Final = {"notes": "why"}
"""The key of a card that a column is about, where it is called otherwise."""
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)

SHOWN: Final = 6
"""How many names of turns are shown."""

Wrong = tuple[str, str, str]
"""What is wrong with a cell: its column, what, and what to do."""


@dataclass(slots=True)
class Home:
    """What is known of the scenario that cards go into: nothing, where they go to no scenario's folder.

    `cards` are the ids that other files have taken.
    """

    known: Known = field(default_factory=Known)
    calendar: tuple[str, ...] = ()
    decks: frozenset[str] | None = None
    cards: frozenset[str] = frozenset()


def card_of(cells: Mapping[str, str], home: Home) -> tuple[dict[str, Any], list[Wrong]]:
    """A card from the texts of a row by column, and what could not be used of it."""
    card: dict[str, Any] = {}
    wrong: list[Wrong] = []
    for column in HEADINGS:
        if text := cells.get(column, ""):
            try:
                _read(card, column, text, home, wrong)
            except NotUnderstood as error:
                wrong.append((column, error.what, error.do))
    return card, wrong


def _read(card: dict[str, Any], column: str, text: str, home: Home, wrong: list[Wrong]) -> None:
    """Put one cell into the card."""
    match column:
        case "turn" | "copies" | "lasts" | "bonus":
            card[column] = _number(text)
        case "date":
            if TURN not in card:
                card[TURN] = _turn(text, home)
        case "effects":
            effects, parts = understood(text, home.known)
            wrong += [(column, part.what, part.do) for part in parts]
            if effects:
                card[column] = effects
        case "sees":
            card[column] = _audience(text)
        case "suits":
            card[column] = _listed(text)
        case "source":
            card[column] = _source(text)
        case "seat" | "kind":
            card[column] = text.lower()
        case "more":
            card.update(_more(text))
        case _:
            card[FIELDS.get(column, column)] = text


def _number(text: str) -> int:
    if not re.fullmatch(r"[-+]?[0-9]{1,4}", text, re.ASCII):
        raise NotUnderstood(f'a whole number is expected here, not "{text}"', "write digits only")
    return int(text)


def _turn(text: str, home: Home) -> int:
    """The turn that a date names in the scenario's calendar."""
    labels = [label.lower() for label in home.calendar]
    for spelling in _spellings(text):
        if spelling in labels:
            return labels.index(spelling) + 1
    what = f'no turn is called "{text}"' if labels else f'what turn is "{text}"? No calendar here'
    more = ", ..." if len(labels) > SHOWN else ""
    shown = f": {', '.join(home.calendar[:SHOWN])}{more}" if labels else ""
    raise NotUnderstood(what, f"write the number of the turn, or its name{shown}")


def _spellings(text: str) -> list[str]:
    """A date as a calendar may have it; one that a workbook holds comes as 2020-11-01."""
    found = [text.lower()]
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return found
        month = MONTHS[day.month - 1]
        found += [f"{day.day} {month} {day.year}", f"{month} {day.year}", text[:7], month]
    return found


def _listed(text: str) -> list[str]:
    return [one.strip().lower() for one in re.split(r"[,;]", text) if one.strip()]


def _audience(text: str) -> str | list[str]:
    seats = _listed(text)
    return seats[0] if seats in (["public"], ["facilitator"]) else seats


def _source(text: str) -> int | str | list[int]:
    """Paragraphs where there are only numbers, else the text."""
    if re.fullmatch(r"[0-9]{1,5}(\s*[,;]\s*[0-9]{1,5})*", text, re.ASCII):
        numbers = [int(one) for one in re.findall("[0-9]+", text)]
        return numbers[0] if len(numbers) == 1 else numbers
    return text


def _more(text: str) -> dict[str, Any]:
    """The rest of a card, as JSON."""
    try:
        said = json.loads(text, parse_float=_no_fraction, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise NotUnderstood("this is not what an export wrote", "leave the column as it was")
    return said


def _no_fraction(text: str) -> NoReturn:
    raise ValueError(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key twice")
    return made


def row_of(card: dict[str, Any], calendar: tuple[str, ...] = ()) -> dict[str, str]:
    """A card (as YAML would have it) as texts by column; what a cell would not give back goes into `more`."""
    row: dict[str, str] = {}
    more: dict[str, Any] = {}
    for key, value in card.items():
        column = next((one for one, named in FIELDS.items() if named == key), key)
        text = _text(column, value) if column in HEADINGS and column != MORE else None
        if text is None or card_of({column: clean(text).strip()}, Home())[0] != {key: value}:
            more[key] = value
        else:
            row[column] = text
    turn = card.get(TURN, 0)
    if 0 < turn <= len(calendar):
        row[DATE] = calendar[turn - 1]
    if more:
        row[MORE] = json.dumps(more, ensure_ascii=False)
    return row


def _text(column: str, value: Any) -> str | None:
    """A value as the text of a cell; None when there is none for it."""
    match value:
        case bool():
            return None
        case list() if column == EFFECTS:
            said: list[Said] = value
            return written(said)
        case list():
            return ", ".join(map(str, value))
        case int() | str():
            return str(value)
        case _:
            return None
