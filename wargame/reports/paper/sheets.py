"""What a printed pack is made of: sheets, and the blocks on them. How they look is the writers' business.

Text is a tuple of runs, each with a style; no text is ever read as markup.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from wargame.game.plain_text import clean
from wargame.game.records import dataclass

Style = Literal["", "bold", "italic", "code"]
Run: TypeAlias = tuple[str, Style]
Runs: TypeAlias = tuple[Run, ...]

LONGEST = 20_000
"""Characters that one text may have (a brief is the longest)."""


def cleaned(words: str) -> str:
    """The text as it may be shown, with the blank at its beginning or end if it has one."""
    kept = clean(words, LONGEST)
    return f"{' ' * words.startswith(' ')}{kept}{' ' * words.endswith(' ')}" if kept else ""


def text(words: str, style: Style = "") -> Runs:
    """One run of cleaned text; none when there is nothing to say."""
    kept = cleaned(words)
    return ((kept, style),) if kept else ()


@dataclass(slots=True, frozen=True)
class Heading:
    """A heading within a sheet; `level` 2 or 3."""

    runs: Runs
    level: int = 2


@dataclass(slots=True, frozen=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(slots=True, frozen=True)
class Items:
    """A list; with `boxes`, one to tick off."""

    items: tuple[Runs, ...]
    boxes: bool = False


@dataclass(slots=True, frozen=True)
class Table:
    """A table. `widths` are shares of the line, one a column."""

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]


@dataclass(slots=True, frozen=True)
class Fields:
    """Short things to fill in, side by side: each label with its share of the line."""

    fields: tuple[tuple[str, int], ...]


@dataclass(slots=True, frozen=True)
class Blank:
    """Room to write: a label and so many ruled lines."""

    label: str
    lines: int


@dataclass(slots=True, frozen=True)
class Scale:
    """A track to mark with a pencil: its values from `low` to `high`, the one it begins at marked."""

    name: str
    low: int
    high: int
    start: int
    note: Runs = ()


@dataclass(slots=True, frozen=True)
class Card:
    """A card to cut out: a line above its title, its text, and a small line at its foot."""

    kicker: str
    title: str
    blocks: tuple[Block, ...]
    foot: str = ""


@dataclass(slots=True, frozen=True)
class Cards:
    """Cards in a grid of so many columns; `height` of each in millimetres (0: as it needs)."""

    cards: tuple[Card, ...]
    columns: int = 2
    height: int = 0


Block: TypeAlias = Heading | Paragraph | Items | Table | Fields | Blank | Scale | Cards


@dataclass(slots=True, frozen=True)
class Sheet:
    """One or more pages that belong together, for one reader: `whose` says for whom, in words.

    A `dense` sheet is looked things up in: small print in two columns.
    """

    title: str
    whose: str
    blocks: tuple[Block, ...]
    dense: bool = False


@dataclass(slots=True, frozen=True)
class Pack:
    """All that is printed for a session."""

    title: str
    version: str
    sheets: tuple[Sheet, ...]
