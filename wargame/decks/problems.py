"""What is wrong with a scenario: where, what, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wargame.game.plain_text import clean

LONGEST = 400
"""Characters a problem's texts may have."""


@dataclass(slots=True, frozen=True, order=True)
class Problem:
    """One problem. `line` and `column` count from 1; 0 where there is no such place."""

    file: str
    line: int
    column: int
    what: str
    do: str
    severity: Literal["error", "warning"] = "error"

    def __post_init__(self) -> None:
        """Hold the texts to one clean line: they quote what strangers wrote."""
        for name in ("file", "what", "do"):
            object.__setattr__(self, name, clean(getattr(self, name), LONGEST, lines=False))

    def __str__(self) -> str:
        """As one line for a terminal, `FILE:LINE:COLUMN: error: WHAT. DO.`, without a place if there is none."""
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        end = "" if self.do.endswith(("?", ".")) else "."
        return f"{where}: {self.severity}: {self.what}. {self.do[:1].upper()}{self.do[1:]}{end}"


class ScenarioError(Exception):
    """A scenario that cannot be used, with every problem found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)
