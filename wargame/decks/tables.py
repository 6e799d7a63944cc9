"""Tables as facilitators keep them, in CSV or XLSX: read with limits, written so that no cell is a formula.

Nothing in a table is executed. A formula is not computed but refused, a workbook that would unfold to
more than it may is not opened, and what begins like a formula gets an apostrophe before it when written.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from wargame.decks.problems import Problem, ScenarioError
from wargame.game.plain_text import clean
from wargame.game.records import dataclass

HEAVIEST = 5_000_000
"""Bytes a table may have."""
UNFOLDED = 30_000_000
"""Bytes a workbook may have when it is unpacked."""
MOST_PARTS = 500
"""Files there may be in a workbook."""
MOST_ROWS = 2_000
MOST_COLUMNS = 60
LONGEST_CELL = 32_000
"""Characters a cell may have: no more fits into a cell of a workbook."""
FORMULA = "="
_GUARDED = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile("0|[1-9][0-9]{0,8}", re.ASCII)
_SUFFIXES = (".csv", ".xlsx")
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
"""What unpacking raises where something is wrong."""


@dataclass(slots=True, frozen=True)
class Cell:
    """What stands in a cell; `bad` says what is wrong with it, if it cannot be used."""

    text: str
    bad: str = ""


@dataclass(slots=True, frozen=True)
class Row:
    """The cells of a row; `number` counts rows from 1, as a spreadsheet does."""

    number: int
    cells: tuple[Cell, ...]


def read_table(path: Path, sheet: str = "", *, headings: Sequence[str] = ()) -> list[Row]:
    """The rows of a file in which something stands; of a workbook, those of a sheet, the first if none is named.

    `headings` are words of the first row, by which a CSV file's separator is told. ScenarioError when the
    file cannot be read as a table.
    """
    rows: Iterable[Row]
    match path.suffix.lower():
        case ".csv":
            rows = _read_csv(path, headings)
        case ".xlsx":
            rows = _read_xlsx(path, sheet)
        case _:
            _stop(path, "neither .csv nor .xlsx", "save the table as one of the two")
    kept = [row for row in rows if any(cell.text or cell.bad for cell in row.cells)]
    if not kept:
        _stop(path, "an empty table", "write a row of headings, and a row for each event")
    return kept


def write_table(path: Path, rows: Iterable[Sequence[str]], *, replace: bool = False) -> None:
    """Write rows of texts to a file that is not there yet, or may be replaced; ScenarioError when it cannot be."""
    if path.suffix.lower() not in _SUFFIXES:
        _stop(path, "neither .csv nor .xlsx", "let the file's name end in one of the two")
    guarded = [[guard(text) for text in row] for row in rows]
    if any(len(text) > LONGEST_CELL for row in guarded for text in row):
        _stop(path, f"a cell would have more than {LONGEST_CELL} characters", "shorten the card")
    data = _csv_bytes(guarded) if path.suffix.lower() == ".csv" else _xlsx_bytes(path, guarded)
    write_new_file(path, data, replace=replace)


def write_new_file(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a file; ScenarioError when it is there already and may not be replaced."""
    try:
        with path.open("wb" if replace else "xb") as stream:
            stream.write(data)
    except FileExistsError:
        _stop(path, "there is such a file already", "name another, or say --replace")


def guard(text: str) -> str:
    """A text with an apostrophe before what a spreadsheet would take for a formula; `unguard` takes it away."""
    return f"'{text}" if _GUARDED.match(text) else text


def unguard(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


def _read_csv(path: Path, headings: Sequence[str]) -> Iterator[Row]:
    """The rows of a CSV file, whichever of comma, semicolon and tab separates its cells."""
    data = _bytes(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        _stop(path, "the file is UTF-16", "save it as CSV UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"line {line}: the byte {data[error.start]:02x} is not UTF-8"
        _stop(path, what, "save the file as CSV UTF-8")
    separator = _separator(text.split("\n", 1)[0], headings)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    try:
        for number, cells in enumerate(lines, 1):
            _within(path, number, len(cells))
            yield Row(number, tuple(_cell(text) for text in cells))
    except csv.Error:
        what, do = "a cell is never closed, or far too long", "look at the quotes"
        raise ScenarioError([Problem(str(path), number + 1, 1, what, do)]) from None


def _separator(first: str, headings: Sequence[str]) -> str:
    """The separator with which most headings of the first line are known."""

    def known(separator: str) -> int:
        return sum(cell.strip('" \r').lower() in headings for cell in first.split(separator))

    return max(",;\t", key=known)


def _cell(text: str) -> Cell:
    """A cell as text: a formula is bad, a guarded one is not."""
    text = text.strip()
    if text.startswith(FORMULA):
        return Cell(text, "a formula")
    if len(text) > LONGEST_CELL:
        return Cell("", f"{len(text)} characters")
    return Cell(clean(unguard(text), LONGEST_CELL).strip())


def _within(path: Path, row: int, columns: int) -> None:
    """Refuse what is larger than any list of events."""
    if row > MOST_ROWS:
        _stop(path, f"more than {MOST_ROWS} rows", "split the table")
    if columns > MOST_COLUMNS:
        what = f"row {row} has {columns} columns; {MOST_COLUMNS} may be"
        _stop(path, what, "take some out")


def _bytes(path: Path) -> bytes:
    """A file's bytes, as many as may be."""
    try:
        with path.open("rb") as stream:
            data = stream.read(HEAVIEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it cannot be read"
        _stop(path, why, "name a table: a file in CSV or XLSX")
    if len(data) > HEAVIEST:
        _stop(path, f"the file has more than {HEAVIEST} bytes", "split the table")
    return data


def _read_xlsx(path: Path, sheet: str) -> list[Row]:
    """The rows of one sheet of a workbook."""
    data = _bytes(path)
    _unfold(path, data)
    openpyxl = _openpyxl(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            found = book[sheet] if sheet in book.sheetnames else None
            if found is None and not sheet and book.worksheets:
                found = book.worksheets[0]
            names, rows = book.sheetnames, [] if found is None else list(_sheet_rows(path, found))
    except ScenarioError:
        raise
    except Exception:  # noqa: BLE001 - a damaged workbook makes openpyxl stumble in every way there is
        _stop(path, "not a workbook that can be read", "open it, and save it as .xlsx or CSV")
    if found is None:
        do = f"sheets here: {', '.join(names)}"
        _stop(path, f'no sheet "{sheet}"' if sheet else "no sheet with rows", do)
    return rows


def _unfold(path: Path, data: bytes) -> None:
    """Refuse what is no workbook, or one that is far larger than it looks."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNFOLDED:
                what = f"the workbook unpacks to more than {UNFOLDED} bytes"
                _stop(path, what, "copy the list alone into a new workbook")
            for part in parts:
                _plain_xml(path, packed.read(part))
    except _DAMAGED:
        _stop(path, "not a workbook, or a damaged one", "save it without a password, or as CSV")


def _plain_xml(path: Path, part: bytes) -> None:
    """Refuse a part that declares entities: no spreadsheet program writes them."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        _stop(path, "a workbook that no spreadsheet program wrote", "save it as CSV")


def _sheet_rows(path: Path, sheet: Any) -> Iterator[Row]:
    """The rows of a sheet; what it claims of its size is not believed."""
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1):
        filled = [place for place, cell in enumerate(cells, 1) if cell.value is not None]
        width = max(filled, default=0)
        _within(path, number, width)
        yield Row(number, tuple(_from_workbook(cell) for cell in cells[:width]))


def _from_workbook(cell: Any) -> Cell:
    """A cell of a workbook as text."""
    if cell.data_type == "f":
        return Cell("", "a formula")
    if cell.data_type == "e":
        return Cell("", "an error")
    match cell.value:
        case None:
            return Cell("")
        case bool() as value:
            return Cell(str(value).lower())
        case float() as value:
            return _cell(str(int(value)) if value.is_integer() else str(value))
        case datetime() as value:
            return Cell(value.date().isoformat())
        case date() as value:
            return Cell(value.isoformat())
        case value:
            return _text_of(str(value))


def _text_of(text: str) -> Cell:
    """A text of a workbook: what begins with = is a text there, for the cell says so."""
    if len(text) > LONGEST_CELL:
        return Cell("", f"{len(text)} characters")
    return Cell(clean(unguard(text.strip()), LONGEST_CELL).strip())


def _csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV in UTF-8, with the mark by which spreadsheet programs know it."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def _xlsx_bytes(path: Path, rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a workbook of one sheet; every cell is a text, whole numbers are numbers."""
    openpyxl = _openpyxl(path)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("cards")
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([int(one) if _NUMBER.fullmatch(one) else one for one in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _openpyxl(path: Path) -> Any:
    """The library that knows workbooks, which is not always there."""
    try:
        import openpyxl
    except ImportError:
        do = "install it with pip install 'wargame[xlsx]', or save the table as CSV"
        _stop(path, "workbooks need openpyxl, which is not installed", do)
    return openpyxl


def _stop(path: Path, what: str, do: str) -> NoReturn:
    raise ScenarioError([Problem(str(path), 0, 0, what, do)])
