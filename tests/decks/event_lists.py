"""Tables of events for tests: written, imported, and what an import says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from wargame.decks.card_tables import import_cards
from wargame.decks.guard import read
from wargame.decks.problems import ScenarioError
from wargame.decks.schema import CardsFile

LIST = """\
Event,Description,Round,Effects,Source,Notes
Riots in the south,Shops burn.,2,authority -1; street +2: They have waited,9,
The budget,Nobody can pay for it.,,"treasury = 3 at 50 % if turn >= 4; fact deficit for 2","4, 8",Ask the ministry
"""


def sheet(text: str, name: str = "list.csv") -> Path:
    """A CSV file in the current folder."""
    path = Path(name)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def book(rows: list[list[Any]], name: str = "list.xlsx", **more: list[list[Any]]) -> Path:
    """A workbook in the current folder, with further sheets by name."""
    made = openpyxl.Workbook()
    first = made.active
    assert first is not None
    for title, lines in {"": rows, **more}.items():
        page = made.create_sheet(title) if title else first
        for line in lines:
            page.append(line)
    made.save(name)
    return Path(name)


def cards(path: Path) -> list[dict[str, Any]]:
    """The cards of a file, as far as they say something."""
    plain = read(path.read_bytes(), path.name).plain()
    CardsFile.model_validate(plain)
    return list(plain["cards"])


def taken(table: Path, output: str = "deck.yaml", **more: Any) -> tuple[list[Any], list[str]]:
    """The cards that an import makes, and what it says."""
    done = import_cards(table, Path(output), **more)
    return cards(Path(output)), [str(one) for one in done.problems]


def refused(table: Path, **more: Any) -> str:
    """Why a table is refused; nothing may have been written."""
    with pytest.raises(ScenarioError) as caught:
        import_cards(table, Path("deck.yaml"), **more)
    assert not Path("deck.yaml").exists()
    return str(caught.value)
