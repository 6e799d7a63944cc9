"""Amounts put together into one function, so that a whole list of conditions costs one call.

An amount keeps its text as its docstring (`wargame.game.amounts`): it is written into the function
that is being made. An amount without a text, or one that means another order's targets, is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import FunctionType
from typing import Any

from wargame.game.board import Amount

LONGEST = 4000
"""Characters of a text that is written in; a longer one is called."""
SHORT = (("board.tracks[", "t["), ("board.facts", "facts"), ("board.counts.get(", "count("))
"""What an amount looks up, and the local names under which a woven function has it."""
PREAMBLE = (
    (re.compile(r"\bt\["), "t = board.tracks"),
    (re.compile(r"\bfacts\b"), "facts = board.facts"),
    (re.compile(r"\bcount\("), "count = board.counts.get"),
)
"""What must stand at the head of a woven function that uses these names."""


class Weave:
    """The names of a function that is being made, and the texts of the amounts in it."""

    def __init__(self, aims: tuple[int, ...] = ()) -> None:
        """`aims` are the tracks of the targets of the order that the function belongs to."""
        self.known: dict[str, Any] = {"__builtins__": {}, "aims": aims}
        self._numbers = 0

    def name(self, thing: object) -> str:
        """A name under which the function knows a thing."""
        self._numbers += 1
        name = f"known{self._numbers}"
        self.known[name] = thing
        return name

    def number(self, amount: Amount | None) -> str:
        """An amount as the text of a number; nothing is 0."""
        if amount is None:
            return "0"
        text = self._written(amount)
        return text if text is not None else f"{self.name(amount)}(board, target)"

    def truth(self, amount: Amount) -> str:
        """An amount as the text of a condition."""
        text = self.number(amount)
        inner = text.removeprefix("(1 if ").removesuffix(" else 0)")
        whole = len(inner) == len(text) - len("(1 if ") - len(" else 0)")
        return inner if whole and _closes_at_its_end(text) else text

    def _written(self, amount: Amount) -> str | None:
        """The text of an amount, with all it names known; None when it has to be called."""
        text = amount.__doc__
        if not isinstance(amount, FunctionType) or not text or len(text) > LONGEST:
            return None
        names = [one for one in amount.__code__.co_names if one in amount.__globals__]
        needed = {one: amount.__globals__[one] for one in names}
        if any(self.known.get(name, thing) != thing for name, thing in needed.items()):
            return None
        self.known.update(needed)
        for long, short in SHORT:
            text = text.replace(long, short)
        return text

    def function(
        self, parameters: str, lines: list[str], before: tuple[str, ...] = ()
    ) -> Callable[..., Any]:
        """The function of these lines, indented from its body on; `before` gives it its `board`."""
        text = "\n".join(lines)
        needed = [line for sign, line in PREAMBLE if sign.search(text)]
        body = "\n".join("    " + line for line in (*before, *needed, *lines))
        # The text holds nothing but what this package writes: whole numbers, names and its own words.
        exec(f"def made({parameters}):\n{body}\n", self.known)  # noqa: S102
        made: Callable[..., Any] = self.known.pop("made")
        return made


def _closes_at_its_end(text: str) -> bool:
    """Whether the parenthesis that opens a text is closed by its last character and not before."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return place == len(text) - 1
    return False
