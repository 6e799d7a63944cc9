"""`wargame cards`: a table of events made into a file of cards, and cards given back as a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from wargame.decks.columns import (
    ALWAYS,
    BY_HEADING,
    EFFECTS,
    FIELDS,
    HEADINGS,
    MORE,
    TEXT,
    TITLE,
    Home,
    card_of,
    row_of,
)
from wargame.decks.effects import MODELS, EffectPart
from wargame.decks.fields import ID
from wargame.decks.folders import SCENARIO, find
from wargame.decks.load import CARDS, Draft, read
from wargame.decks.mending import explain, nearest
from wargame.decks.problems import Problem, ScenarioError
from wargame.decks.schema import WrittenCard
from wargame.decks.shorthand import Known
from wargame.decks.tables import Row, read_table, write_new_file, write_table
from wargame.game.names import is_id
from wargame.game.records import dataclass

HEADER = "# yaml-language-server: $schema=../schema/cards.json\n"


@dataclass(slots=True, frozen=True)
class Imported:
    """What an import made: the deck, how many cards, and what could not be used, row by row."""

    deck: str
    cards: int
    problems: tuple[Problem, ...]


def import_cards(
    table: Path, output: Path, *, deck: str = "", sheet: str = "", replaced: bool = False
) -> Imported:
    """Make a file of cards of a table. `replaced`: a file that is there may be written anew.

    ScenarioError when the table cannot be read, holds no card at all, or the file is there already.
    """
    rows = read_table(table, sheet, headings=tuple(BY_HEADING))
    deck = deck or output.stem.lower()
    if not is_id(deck) or output.suffix != ".yaml":
        do = "let it end in .yaml; name the deck with --deck: small letters, digits, - and _"
        raise ScenarioError([Problem(str(output), 0, 0, "not a file of a deck", do)])
    home = home_of(output)
    work = _Import(str(table), home, set(home.cards))
    columns = work.headings(rows[0])
    cards = [card for row in rows[1:] if (card := work.card(row, columns)) is not None]
    if not cards:
        do = "give each event a title; see: wargame cards import --help"
        work.problems.append(Problem(str(table), 0, 0, "no row of it can be a card", do))
        raise ScenarioError(work.problems)
    used = {card.get("deck", deck) for card in cards}
    for unknown in sorted(used - home.decks if home.decks is not None else ()):
        what, do = f'the scenario has no deck "{unknown}"', f"add it to decks in {SCENARIO}"
        work.problems.append(Problem(str(output), 0, 0, what, do, "warning"))
    schema = output.resolve().parent.parent / "schema" / "cards.json"
    header = HEADER if schema.is_file() else ""
    write_new_file(output, (header + as_yaml(deck, cards)).encode(), replace=replaced)
    problems = sorted(work.problems, key=lambda one: (not one.line, one.line, one.column))
    return Imported(deck, len(cards), tuple(problems))


def home_of(output: Path) -> Home:
    """What is known of the scenario whose folder `cards` a file is to lie in."""
    folder = output.resolve().parent.parent
    if output.resolve().parent.name != CARDS or not (folder / SCENARIO).is_file():
        return Home()
    draft = read(folder)
    model = draft.model
    if model is None:
        return Home()
    mine = f"{CARDS}/{output.name}"
    others = {
        card.get("id")
        for card, (file, *_) in zip(draft.plain[CARDS], draft.card_files, strict=True)
        if file != mine and isinstance(card, dict)
    }
    tracks = {one.id: one.name for one in model.tracks if one.derived is None}
    return Home(
        Known(tracks, {one.id: one.id for one in model.facts}),
        tuple(model.calendar),
        frozenset(one.id for one in model.decks),
        frozenset(filter(None, others)),
    )


@dataclass(slots=True)
class _Import:
    """A table at work. `taken` are the ids that cards have, `width` is how many columns have a heading."""

    file: str
    home: Home
    taken: set[str]
    problems: list[Problem] = field(default_factory=list)
    width: int = 0

    def headings(self, row: Row) -> dict[str, int]:
        """The place of each column; a heading that means none is noted."""
        columns: dict[str, int] = {}
        self.width = len(row.cells)
        for place, cell in enumerate(row.cells):
            column = BY_HEADING.get(" ".join(cell.text.lower().split()), "")
            if column and column not in columns:
                columns[column] = place
            elif cell.text:
                twice = f"a second column {column}" if column else "a column nobody reads"
                do = nearest(cell.text.lower(), list(HEADINGS), "columns")
                self.note(row.number, place, f'{twice}: "{cell.text}"', do, warning=True)
        if TITLE not in columns:
            do = "name the columns in the first row: title, text, turn, effects, source, notes"
            self.note(row.number, 0, "no column is called title", do)
            raise ScenarioError(self.problems)
        return columns

    def note(self, row: int, place: int, what: str, do: str, *, warning: bool = False) -> None:
        """Note a problem at a cell."""
        severity = "warning" if warning else "error"
        self.problems.append(Problem(self.file, row, place + 1, what, do, severity))  # type: ignore[arg-type]

    def card(self, row: Row, columns: dict[str, int]) -> dict[str, Any] | None:
        """The card of a row, as far as it can be used; None when it cannot be one."""
        card, wrong = card_of(self._cells(row, columns), self.home)
        for column, what, do in wrong:
            self.note(row.number, columns[column], f"{column}: {what}", do)
        if card.get(TITLE):
            card.setdefault(TEXT, card[TITLE])
            card.setdefault("id", self._made(card))
            self._mend(row, columns, card)
        if not {"id", TITLE, TEXT} <= card.keys():
            what, do = "without a title it is no card: the row is left out", "write one"
            self.note(row.number, columns[TITLE], what, do)
            return None
        if card["id"] in self.taken:
            place = columns.get("id", columns[TITLE])
            what = f'the id "{card["id"]}" is taken: the row is left out'
            self.note(row.number, place, what, "give the card another id")
            return None
        self.taken.add(card["id"])
        return {key: card[key] for key in sorted(card, key=_place)}

    def _cells(self, row: Row, columns: dict[str, int]) -> dict[str, str]:
        """The texts of a row by column; a cell that cannot be used is noted."""
        cells: dict[str, str] = {}
        named = {place: column for column, place in columns.items()}
        for place, cell in enumerate(row.cells):
            column = named.get(place, "")
            if cell.bad and column:
                self.note(row.number, place, f"{column}: {cell.bad}", "write the value itself")
            elif column:
                cells[column] = cell.text
            elif cell.text and place >= self.width:
                self.note(row.number, place, "a cell in a column without a heading", "name it")
        return cells

    def _made(self, card: dict[str, Any]) -> str:
        """An id made of the title, that no other card has."""
        core = slug(str(card[TITLE]))
        ways = (f"{core}-{more}" for more in letters())
        return (
            core if core not in self.taken else next(one for one in ways if one not in self.taken)
        )

    def _mend(self, row: Row, columns: dict[str, int], card: dict[str, Any]) -> None:
        """Note what a card cannot have, and take it out, until the rest is one."""
        for _ in range(len(card)):
            try:
                WrittenCard.model_validate(card)
            except ValidationError as error:
                for path, what, do, _key in explain(error, WrittenCard):
                    self._take_out(row, columns, card, str(path[0]) if path else TITLE, what, do)
            else:
                return

    def _take_out(
        self, row: Row, columns: dict[str, int], card: dict[str, Any], key: str, what: str, do: str
    ) -> None:
        """Take one key out of a card, with a word about it; an id is made anew."""
        if card.pop(key, None) is None:
            return
        column = next((one for one, named in FIELDS.items() if named == key), key)
        place = columns.get(column, columns.get(MORE, columns[TITLE]))
        self.note(row.number, place, f"{column}: {what}", do)
        if key == "id" and TITLE in card:
            card["id"] = self._made(card)


_KEYS = [FIELDS.get(column, column) for column in HEADINGS if column != EFFECTS] + [EFFECTS]
"""The keys of a card in the order in which they are written; others come last."""


def _place(key: str) -> int:
    return _KEYS.index(key) if key in _KEYS else len(_KEYS)


def slug(text: str, otherwise: str = "event", longest: int = 36) -> str:
    """An id made of a text, with as much of it as can be in one; `otherwise` when nothing can."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-0123456789")[:longest].strip("-")
    return made if re.fullmatch(ID, made) else otherwise


def letters() -> Iterator[str]:
    """b, c, ..., z, ba, bb, ...: what tells cards of one title apart."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    yield from alphabet[1:]
    for first in letters():
        for second in alphabet:
            yield first + second


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and lists indented under their keys."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent every list."""
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: the loader takes no aliases."""
        return True


def _block(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    """A text: several lines as they are, one line as YAML likes it."""
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    )


_Dumper.add_representer(str, _block)


def as_yaml(deck: str, cards: Sequence[dict[str, Any]]) -> str:
    """A file of cards."""
    body = yaml.dump(
        {"deck": deck, "cards": [_tidy(card) for card in cards]},
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=100,
    )
    apart = body.replace("\n  - id:", "\n\n  - id:")
    return apart.replace("cards:\n\n", "cards:\n", 1)


def _tidy(value: Any) -> Any:
    """The same, every effect beginning with what it does."""
    if isinstance(value, list):
        return [_tidy(one) for one in value]
    if not isinstance(value, dict):
        return value
    beside = EffectPart.model_fields if MODELS.keys() & value.keys() else ()
    order = sorted(value, key=lambda key: key in beside)
    return {key: _tidy(value[key]) for key in order}


def export_cards(scenario: str, output: Path, *, replaced: bool = False) -> int:
    """Write a table of the cards of `SCENARIO` or `SCENARIO/DECK`; gives how many there are."""
    draft, deck = _named(scenario)
    errors = [one for one in draft.problems if one.severity == "error"]
    if draft.model is None or errors:
        raise ScenarioError([replace(one, file=str(draft.folder / one.file)) for one in errors])
    decks = {one.id for one in draft.model.decks} | {card.deck for card in draft.model.cards}
    if deck and deck not in decks:
        do = nearest(deck, sorted(decks), "decks here")
        raise ScenarioError([Problem(scenario, 0, 0, f'no deck "{deck}"', do)])
    cards = [card for card in draft.model.cards if deck in ("", card.deck)]
    calendar = tuple(draft.model.calendar)
    plain = [card.model_dump(mode="json", by_alias=True, exclude_defaults=True) for card in cards]
    for card in plain:
        if deck:
            del card["deck"]
    rows = [row_of(card, calendar) for card in plain]
    columns = [one for one in HEADINGS if one in ALWAYS or any(one in row for row in rows)]
    table = [columns, *([row.get(one, "") for one in columns] for row in rows)]
    write_table(output, table, replace=replaced)
    return len(cards)


def _named(scenario: str) -> tuple[Draft, str]:
    """A scenario's folder, and the deck behind a slash, if one is named."""
    try:
        return read(find(scenario)), ""
    except ScenarioError as error:
        head, slash, deck = scenario.rpartition("/")
        if not (slash and head and deck):
            raise
        try:
            return read(find(head)), deck
        except ScenarioError:
            raise error from None
