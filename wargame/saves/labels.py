"""The chance of a game, computed again from its save, and the labels that name each use of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from typing import Any

from wargame.game import chance
from wargame.game.records import dataclass
from wargame.saves.parts import Flaw

THROW_KEYS = frozenset({"label", "nonce", "sides", "dice", "entered"})
"""What an object that stands for a throw has, and nothing else."""

_LABEL = re.compile(
    r"([a-z][a-z0-9_-]{0,39})/([a-z]+(?::[a-z][a-z0-9_-]{0,39})?)/(0|[1-9]\d{0,15})"
)
_DICE = {6: (2, 6), 100: (1, 100)}
"""By `sides`: how many dice, and the most that one shows."""


@dataclass(slots=True)
class Labels:
    """One session's seed and the labels used so far; what is wrong is told to `flaw`.

    In a game that people play each purpose counts from 0 without gaps. In a simulated game all
    share one count of words, which never goes back; words that no entry speaks of were a
    playbook's.
    """

    session: str
    seed: bytes
    simulated: bool
    flaw: Callable[[str], None]
    counts: dict[str, int] = field(default_factory=dict)
    words: int = 0
    called: int = 0

    def shuffled(self, purpose: str, label: str, items: tuple[str, ...]) -> tuple[str, ...]:
        """What a shuffle for this purpose must have given, its label checked and used up."""
        self._use(purpose, label)
        if not self.simulated:
            return chance.shuffled(self.seed, label, items)
        counter = chance.Counter(self.seed, self.words)
        mixed = counter.shuffled(items)
        self.words = counter.used
        return mixed

    def thrown(self, label: str, nonce: str, sides: int) -> list[int]:
        """What a throw must have shown, its label checked and used up."""
        self._use("throw", label)
        if self.simulated:
            counter = chance.Counter(self.seed, self.words)
            dice = list(counter.throw_2d6()) if sides == 6 else [counter.throw_d100()]
            self.words = counter.used
            return dice
        if sides == 6:
            return list(chance.throw_2d6(self.seed, label, nonce))
        return [chance.throw_d100(self.seed, label, nonce)]

    def call(self, label: str, ahead: int) -> None:
        """Check the label that a call fixes, while `ahead` other calls wait for their throws."""
        place = self._place("throw", label)
        used = self.words if self.simulated else self.counts.get("throw", 0)
        if place < used:
            self.flaw(f"the label {label!r} was used before")
        elif not self.simulated and place > used + ahead:
            self.flaw(f"the label {label!r} skips {place - used - ahead}")

    def played(self, label: str, words: object) -> None:
        """Check and use up the label with which a playbook chose; others are left alone.

        In a simulated game `words` says how many words it took.
        """
        found = _LABEL.fullmatch(label)
        if found is None:
            return
        if self.simulated:
            self._use("", label)
            self.words += words if type(words) is int and words > 0 else 0
        elif found[2].startswith("playbook:"):
            self._use(found[2], label)

    def _use(self, purpose: str, label: str) -> None:
        place = self._place(purpose, label)
        if self.simulated:
            if place < self.words:
                self.flaw(f"the label {label!r} was used before")
            self.words = place
            return
        next_one = self.counts.get(purpose, 0)
        if place < next_one:
            self.flaw(f"the label {label!r} was used before")
        elif place > next_one:
            self.flaw(f"the label {label!r} skips {place - next_one}")
        self.counts[purpose] = max(next_one, place + 1)

    def _place(self, purpose: str, label: str) -> int:
        found = _LABEL.fullmatch(label)
        wanted = "counter" if self.simulated else purpose
        if found is None or found[1] != self.session or found[2] != wanted:
            raise Flaw(f"the label {label!r} is not one of {self.session}/{wanted}/")
        return int(found[3])


def throws_in(value: object) -> list[dict[str, Any]]:
    """Every object in an entry's data that stands for a throw, in order; Flaw for half of one."""
    found: list[dict[str, Any]] = []
    if isinstance(value, dict):
        if "dice" in value and value.keys() & {"nonce", "entered"}:
            if value.keys() != THROW_KEYS:
                raise Flaw("a throw has other parts than label, nonce, sides, dice and entered")
            return [value]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            found += throws_in(inner)
    return found


def insist_on_form(throw: dict[str, Any]) -> None:
    """Flaw when a throw is not one: wrong sides or dice, or by hand and with a label."""
    sides, dice = throw["sides"], throw["dice"]
    if type(sides) is not int or sides not in _DICE:
        raise Flaw("dice have 6 or 100 sides")
    many, most = _DICE[sides]
    fits = isinstance(dice, list) and len(dice) == many
    if not fits or not all(type(die) is int and 1 <= die <= most for die in dice):
        raise Flaw(f"{many} dice of 1 to {most} are wanted, not {dice!r}")
    if type(throw["entered"]) is not bool:
        raise Flaw("a throw is entered or not")
    if not isinstance(throw["label"], str) or not isinstance(throw["nonce"], str):
        raise Flaw("a throw's label and nonce are texts")
    if throw["entered"] and (throw["label"] or throw["nonce"]):
        raise Flaw("a die thrown by hand has no label and no nonce")
