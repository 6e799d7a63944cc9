"""Tables that mean harm, and cells that a spreadsheet would take for formulas: refused or made harmless."""

from __future__ import annotations

import csv
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.decks.event_lists import LIST, book, cards, refused, sheet, taken
from wargame.decks import tables
from wargame.decks.card_tables import import_cards
from wargame.decks.problems import ScenarioError
from wargame.decks.tables import read_table, write_table

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''+", "\t=1", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_no_cell_that_is_written_begins_like_a_formula(suffix: str) -> None:
    table = Path(f"t{suffix}")
    write_table(table, [["title"], *([text] for text in HOSTILE)])
    if suffix == ".csv":
        with table.open(encoding="utf-8-sig", newline="") as stream:
            written = [row[0] for row in csv.reader(stream)]
    else:
        page = openpyxl.load_workbook(table).worksheets[0]
        assert {cell.data_type for row in page.rows for cell in row} == {"s"}
        written = [str(row[0].value) for row in page.rows]
    assert all(text[0] not in "=+-@\t\r" for text in written)
    back = [row.cells[0] for row in read_table(table)[1:]]
    assert [cell.text for cell in back] == [text.strip() for text in HOSTILE]
    assert not any(cell.bad for cell in back)


def bomb(path: Path, part: str = "xl/worksheets/sheet1.xml", data: bytes = b"") -> None:
    """A workbook with a part in it that is not what it should be."""
    source = book([["title"], ["Rain"]], "plain.xlsx")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, data if info.filename == part else old.read(info))


def zip_bomb(path: Path) -> None:
    bomb(path, data=b"\0" * 40_000_000)


def entities(path: Path) -> None:
    bomb(path, data=b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><sst>&a;</sst>')


def far_away(path: Path) -> None:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page["A1"] = "title"
    page["A1048576"] = "Rain"
    made.save(path)


def wide(path: Path) -> None:
    book([["title"] * 70], str(path))


def cut(path: Path) -> None:
    whole = book([["title"], ["Rain"]], "plain.xlsx").read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def not_one(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)


def many_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        for number in range(600):
            made.writestr(f"part{number}.xml", b"x")


def no_sheets(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("[Content_Types].xml", b"<Types/>")


def heavy(path: Path) -> None:
    path.write_bytes(b"x" * 5_000_001)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (zip_bomb, "the workbook unpacks to more than 30000000 bytes"),
        (entities, "a workbook that no spreadsheet program wrote"),
        (far_away, "more than 2000 rows"),
        (wide, "row 1 has 61 columns; 60 may be"),
        (cut, "not a workbook, or a damaged one"),
        (not_one, "not a workbook, or a damaged one"),
        (many_parts, "the workbook unpacks to more than"),
        (no_sheets, "not a workbook that can be read"),
        (heavy, "the file has more than 5000000 bytes"),
    ],
)
def test_a_hostile_workbook_is_refused(make: Callable[[Path], None], says: str) -> None:
    make(Path("bad.xlsx"))
    assert refused(Path("bad.xlsx")).startswith(f"bad.xlsx: error: {says}")


def tried(table: Path) -> None:
    """An import comes to an end: with cards, or with a reason."""
    Path("deck.yaml").unlink(missing_ok=True)
    try:
        done = import_cards(table, Path("deck.yaml"))
    except ScenarioError:
        assert not Path("deck.yaml").exists()
    else:
        assert done.cards == len(cards(Path("deck.yaml"))) > 0


ROWS = st.text("title,effects;:=+-@%'\"\n\r\t ()afctndiw019.{}[]\x1b\u202e", max_size=80)


@settings(max_examples=300)
@given(ROWS)
def test_whatever_stands_in_a_list_is_taken_or_refused(text: str) -> None:
    Path("any.csv").write_text(
        "title,effects,more,turn,sees\n" + text, encoding="utf-8", newline=""
    )
    tried(Path("any.csv"))


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_whatever_bytes_a_list_has_it_is_taken_or_refused(data: bytes) -> None:
    Path("any.csv").write_bytes(b"title\n" + data)
    tried(Path("any.csv"))


@settings(max_examples=150)
@given(st.data())
def test_a_workbook_with_bytes_changed_is_taken_or_refused(data: st.DataObject) -> None:
    whole = bytearray(workbook())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    Path("any.xlsx").write_bytes(whole)
    tried(Path("any.xlsx"))


@cache
def workbook() -> bytes:
    """A small workbook."""
    return book([["title", "turn", "effects"], ["Rain", 2, "mood -1"]], "whole.xlsx").read_bytes()


def test_formulas_and_errors_of_a_workbook_are_not_computed_and_not_taken() -> None:
    made, said = taken(
        book([["title", "text", "source"], ["Rain", "=1+1", "=HYPERLINK(1)"], ["Sun", "", 2.5]])
    )
    assert [one["title"] for one in made] == ["Rain", "Sun"]
    assert made[1]["source"] == "2.5"
    assert said == [
        "list.xlsx:2:2: error: text: a formula. Write the value itself.",
        "list.xlsx:2:3: error: source: a formula. Write the value itself.",
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "an empty table"),
        (b"\n,,\n", "an empty table"),
        (b"title\nRain\xff\n", "line 2: the byte ff is not UTF-8"),
        ("title\nRain\n".encode("utf-16"), "the file is UTF-16"),
        (b'title\n"' + b"x" * 140_000, "a cell is never closed, or far too long"),
        (b"title\n" + b"x\n" * 2_001, "more than 2000 rows"),
        (b"," * 70, "row 1 has 71 columns; 60 may be"),
        (b"name of it,text\nRain,x\n", "no column is called title"),
        (b"title,text\n,x\n", "without a title it is no card"),
    ],
)
def test_what_is_no_list_of_events_is_refused_with_a_reason(data: bytes, says: str) -> None:
    Path("bad.csv").write_bytes(data)
    assert says in refused(Path("bad.csv"))


def test_other_files_and_places_are_refused() -> None:
    assert "neither .csv nor .xlsx" in refused(sheet(LIST, "list.txt"))
    assert "No such file" in refused(Path("nothing.csv"))
    with pytest.raises(ScenarioError, match="not a file of a deck"):
        import_cards(sheet(LIST), Path("My Deck.yaml"))
    with pytest.raises(ScenarioError, match="not a file of a deck"):
        import_cards(sheet(LIST), Path("deck.txt"))


def test_without_openpyxl_a_workbook_is_refused_and_csv_still_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = book([["title"], ["Rain"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert "pip install 'wargame[xlsx]'" in refused(table)
    assert taken(sheet(LIST))[1] == []


def test_a_tampered_rest_of_a_card_is_said() -> None:
    text = (
        'title,more\nA,"{""a"": 1}"\nB,not json\nC,"{""bonus"": 99}"\nD,"[1]"\nE,"{""x"": 1.5}"\n'
    )
    made, said = taken(sheet(text))
    assert [sorted(one) for one in made] == [["id", "text", "title"]] * 5
    assert [line.split(": error: ")[0] for line in said] == [
        f"list.csv:{row}:2" for row in (2, 3, 4, 5, 6)
    ]


def test_a_cell_that_would_be_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LONGEST_CELL", 10)
    with pytest.raises(ScenarioError, match="more than 10 characters"):
        write_table(Path("t.csv"), [["x" * 11]])
    assert not Path("t.csv").exists()
