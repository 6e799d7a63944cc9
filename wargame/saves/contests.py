"""Opposed throws in a save, followed again: who throws when, with which odds, and who has won."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from wargame.game.odds import ROUNDS, basis_points, odds_opposed
from wargame.game.records import dataclass
from wargame.saves.parts import Flaw, number, part, text

OPPOSED = "opposed"
"""The method of such throws."""


@dataclass(slots=True, frozen=True)
class Contest:
    """An opposed throw so far: what each side's dice must show at least, and whether each throw did."""

    needed: int
    against: int
    shown: tuple[bool, ...] = ()

    @property
    def party(self) -> str:
        """Whose throw comes next."""
        return "opposing" if len(self.shown) % 2 else "order"

    @property
    def over(self) -> bool:
        """Whether exactly one side has succeeded in the last round, or all rounds are played."""
        if len(self.shown) % 2 or not self.shown:
            return False
        return self.shown[-1] != self.shown[-2] or len(self.shown) >= 2 * ROUNDS

    def needs(self) -> int:
        """What the side whose throw comes next must show at least."""
        return self.needed if self.party == "order" else self.against


def called(now: Contest | None, data: dict[str, Any], flaw: Callable[[str], None]) -> Contest:
    """A throw of a contest is called: its first, which fixes both sides and the odds, or the next one."""
    if data.get("contest") is not None:
        return _begun(data, flaw)
    if now is None or now.over:
        raise Flaw("no contest waits for such a throw")
    if text(data, "party") != now.party or number(data, "needed") != now.needs():
        flaw("it is the other side's throw, or it needs something else")
    return now


def _begun(data: dict[str, Any], flaw: Callable[[str], None]) -> Contest:
    """A new contest; its odds follow from what both sides need."""
    fixed = part(data, "contest")
    contest = Contest(number(data, "needed"), number(fixed, "against_needed"))
    chances = [basis_points(one) for one in odds_opposed(contest.needed, contest.against)]
    told = [number(fixed, one) for one in ("win", "stalemate", "lose")]
    if told != chances or data.get("odds") != told[0] or data.get("party") != "order":
        flaw("the odds of the contest are not those of its two sides")
    if number(fixed, "needed") != contest.needed:
        flaw("the contest does not need what its first throw needs")
    return contest


def thrown(now: Contest | None, throw: dict[str, Any]) -> Contest | None:
    """Dice of a contest lie."""
    if now is None:
        return None
    return replace(now, shown=(*now.shown, sum(throw["dice"]) >= now.needs()))


def judged(now: Contest | None, data: dict[str, Any], flaw: Callable[[str], None]) -> None:
    """A result is proposed: the contest must be over, and its winner must have won."""
    if now is None or not now.over:
        raise Flaw("its contest is not over")
    won = now.shown[-2] and not now.shown[-1]
    if (data.get("quality") in ("strong", "success")) != won:
        flaw("its quality is not what the contest came to")
    if data.get("rounds") != len(now.shown) // 2:
        flaw("its contest took another number of rounds")
