"""Markdown from plain facts: what people and files wrote stays text, whatever signs are in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wargame.game.plain_text import clean

LONGEST = 20_000
"""Characters that one text may have (a brief is the longest)."""

_SIGNS = re.compile(r"[\\`*_\[\]<>|~$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_ADDRESS = re.compile(r"\b(https?|ftp|mailto|xmpp)(?=:)|\b(www)(?=\.)", re.IGNORECASE)
_SHORTHAND = re.compile(r"(?<!\\):(?=[A-Za-z0-9_+-]+:)")
_RAISED = re.compile(r"^(?=[#+=-])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)])", re.MULTILINE)
_INDENT = re.compile(r"^[ ]+", re.MULTILINE)


def escaped(text: str, *, lines: bool = False) -> str:
    """The text so that Markdown shows it letter by letter and links to nothing.

    One line comes out unless `lines` is set; then each line of the text stays a line, without
    the blanks before it.
    """
    kept = _INDENT.sub("", clean(text, LONGEST, lines=lines))
    kept = _SIGNS.sub(r"\\\g<0>", kept)
    kept = _ENTITY.sub("&amp;", kept)
    kept = _ADDRESS.sub(r"\g<0>\\", kept)
    kept = _SHORTHAND.sub(r"\\:", kept)
    kept = _RAISED.sub(r"\\", kept)
    return _NUMBERED.sub(r"\1\\", kept)


def quoted(text: str) -> str:
    """A block quote of a text, line by line."""
    lines = escaped(text, lines=True).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def emphasised(kept: str) -> str:
    """Escaped text with the stars and headings that its author wrote for emphasis; nothing else comes back."""
    kept = re.sub(r"\\\*\\\*(\S[^\n]*?)\\\*\\\*", r"**\1**", kept)
    kept = re.sub(r"\\\*(\S[^\n]*?)\\\*", r"*\1*", kept)
    return re.sub(r"^(> )?\\#+ (.+)$", r"\1**\2**", kept, flags=re.MULTILINE)


def code(text: str) -> str:
    """Digits and ids in a fixed font; whatever else is in them is taken out."""
    return f"`{re.sub(r'[^A-Za-z0-9 ._/:-]', '', text)}`"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """A table; its cells are Markdown already. The columns in `right` hold numbers."""
    aligned = set(right)
    rule = ["---:" if place in aligned else "---" for place in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def listed(items: Iterable[str], indent: str = "") -> str:
    """A list; its items are Markdown already."""
    return "\n".join(f"{indent}- {one}" for one in items)


def joined(blocks: Iterable[str]) -> str:
    """Blocks with an empty line between them; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block)
