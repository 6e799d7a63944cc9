"""The pieces of an expression's text, and what is wrong with a text that has other pieces."""

from __future__ import annotations

import re
from typing import Literal

from wargame.game.records import dataclass

LONGEST = 400
"""Characters an expression may have."""


class ExpressionError(Exception):
    """An expression that cannot be used: `message` says what is wrong, `column` (from 1) where, `do` what to do."""

    def __init__(self, message: str, column: int, do: str) -> None:
        super().__init__(f"{message} (at character {column}): {do}")
        self.message = message
        self.column = column
        self.do = do


_BLANKS = " \t\n\r\f\v"
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+)|(?P<name>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]*)*)"
    r"|(?P<operator>//|<=|>=|==|!=|[-+*%<>(),]))",
    re.ASCII,
)
INSTEAD = {
    "=": "to compare, write ==",
    "=<": "at most is written <=",
    "=>": "at least is written >=",
    "&": "write the word: and",
    "|": "write the word: or",
    "!": "write the word: not",
    "/": "to divide, write // (the result is rounded down)",
    ".": "numbers are whole; write 1, not 1.0",
    ":": "an expression has no ':'; an alternative is written: A if CONDITION else B",
    "^": "powers are not available; multiply",
    "'": "it knows numbers only: compare the number behind the word",
    '"': "it knows numbers only: compare the number behind the word",
}
_WORDS = (
    "it knows numbers, names, + - * // %, comparisons, and or not, A if C else B, min() max() abs()"
)


@dataclass(slots=True, frozen=True)
class Token:
    """A piece of the text: what kind, what it says, at which character (from 1)."""

    kind: Literal["number", "name", "operator", "end"]
    text: str
    column: int


def tokens(text: str) -> list[Token]:
    """The pieces of the text, with an end marker."""
    found: list[Token] = []
    at = 0
    end = len(text.rstrip(_BLANKS))
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            column = len(text) - len(text[at:].lstrip(_BLANKS)) + 1
            sign = text[column - 1]
            do = INSTEAD.get(text[column - 1 : column + 1]) or INSTEAD.get(sign, _WORDS)
            raise ExpressionError(f"an expression has no {sign!r}", column, do)
        at = match.end()
        for kind in ("number", "name", "operator"):
            piece = match[kind]
            if piece is not None:
                found.append(Token(kind, piece, at - len(piece) + 1))
    found.append(Token("end", "", end + 1))
    return found
