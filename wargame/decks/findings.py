"""What the checks of a scenario share: the folder, its names, its effects, and the problems found."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import field
from functools import cached_property
from typing import Literal

from wargame.decks.effects import CountEffect
from wargame.decks.load import Draft
from wargame.decks.mending import nearest
from wargame.decks.names import Names
from wargame.decks.problems import Problem
from wargame.decks.schema import Scenario
from wargame.decks.stages import COUNTER
from wargame.decks.walk import Path, Placed, effects_in
from wargame.game.expressions import parse
from wargame.game.intervals import Range
from wargame.game.nodes import Node
from wargame.game.records import dataclass
from wargame.game.tokens import ExpressionError

MOST_HINTS = 50
"""For how many unknown names the nearest of many known ones is looked for: it takes time."""


@dataclass
class Findings:
    """One check at work.

    `sure` is false when a part of the scenario could not be read: what seems to be missing may
    stand there. `ranges` are those of all names, derived tracks included. `missed` are the kinds of
    names that were wrong somewhere: what looks unused may have been meant.
    """

    draft: Draft
    model: Scenario
    names: Names
    ranges: dict[str, Range]
    problems: list[Problem] = field(default_factory=list)
    hints: int = 0
    missed: set[str] = field(default_factory=set)

    @property
    def sure(self) -> bool:
        """Whether the whole scenario could be read."""
        return self.draft.whole and self.draft.rest.whole

    @cached_property
    def effects(self) -> list[Placed]:
        """Every effect of the scenario."""
        return list(effects_in(self.model))

    @cached_property
    def counters(self) -> set[str]:
        """The counters that effects change."""
        effects = (placed.effect for placed in self.effects)
        counted = {effect.count for effect in effects if isinstance(effect, CountEffect)}
        return counted | {f"{COUNTER}{one.id}" for one in self.model.orders if one.project}

    @cached_property
    def turns(self) -> int:
        """The most turns that a setup has."""
        return max(
            [one.turns or self.model.turns for one in self.model.setups] or [self.model.turns]
        )

    def unused(self, kind: str) -> bool:
        """Whether it is certain that nothing means what no name names."""
        return self.sure and not self.missed & {kind, "expression"}

    def original(self, path: Path) -> Path:
        """The path in the folder of a path in the model, which lacks what could not be read."""
        match path:
            case (str(section), int(index), *rest) if section in self.draft.rest.kept:
                return (section, self.draft.rest.kept[section][index], *rest)
            case _:
                return path

    def add(
        self,
        path: Path,
        what: str,
        do: str,
        *,
        severity: Literal["error", "warning"] = "error",
        key: bool = False,
        offset: int | None = None,
    ) -> None:
        """Note a problem; `offset` counts characters into a text on one line."""
        path = self.original(path)
        file, line, column = self.draft.place(path, key=key)
        if offset is not None:
            node = self.draft.node(path)
            if node is not None and node.offset >= 0:
                column += node.offset + offset
        self.problems.append(Problem(file, line, column, what, do, severity))

    def warn(self, path: Path, what: str, do: str, *, key: bool = False) -> None:
        """Note a warning."""
        self.add(path, what, do, severity="warning", key=key)

    def place(self, path: Path) -> str:
        """A place for people: `moves.yaml:12`."""
        file, line, _ = self.draft.place(self.original(path))
        return f"{file}:{line}"

    def unknown(
        self,
        path: Path,
        id_: str,
        known: Collection[str],
        kind: str,
        offset: int | None = None,
        do: str = "",
    ) -> bool:
        """Note it when a name means nothing; tells whether it does.

        What could not be read may have held the name: then nothing is noted. `do` is better advice than
        the nearest known name.
        """
        if id_ in known:
            return False
        self.missed.add(kind)
        if self._surely(id_, kind):
            self.hints += 1
            words = sorted(known) if self.hints < MOST_HINTS or len(known) < MOST_HINTS else []
            near = nearest(id_, words, f"{kind}s here") if words or not known else f"name a {kind}"
            self.add(path, f'no {kind} "{id_}"', do or near, offset=offset)
        return True

    def _surely(self, id_: str, kind: str) -> bool:
        """Whether nothing of this kind and name can stand in what could not be read."""
        if kind == "counter":
            return self.sure
        rest = self.draft.rest
        original = re.sub("-[0-9]+$", "", id_)
        return (
            self.draft.whole
            and f"{kind}s" not in rest.nameless
            and not rest.dropped & {id_, original}
        )

    def parsed(self, path: Path, text: str | int) -> Node | None:
        """The tree of an expression; a problem when it has none."""
        try:
            return parse(text)
        except ExpressionError as error:
            self.missed.add("expression")
            wrong = self._as_written(path, text) or error
            self.add(path, wrong.message, wrong.do, offset=wrong.column - 1)
            return None

    def _as_written(self, path: Path, text: str | int) -> ExpressionError | None:
        """What is wrong with an expression as it stands in the file, blanks and all."""
        node = self.draft.node(self.original(path))
        if node is None or not isinstance(node.scalar, str) or not isinstance(text, str):
            return None
        try:
            parse(node.scalar)
        except ExpressionError as error:
            return error
        return None
