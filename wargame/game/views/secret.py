"""Secret arguments as those may read them who know of them."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class SecretView:
    """A secret argument: what it waits for and what it says. `stands` is `open`, `triggered` or `withdrawn`.

    `when` is its condition as it was sealed, `condition` the same in words (both empty: none). `move` names
    the order of the menu that it holds back (empty: none), `aim` its target.
    """

    argument_id: str
    seat: str
    turn: int
    trigger: str
    when: str
    action: str
    result: str
    reasons: list[str]
    stands: str
    receipt: str
    seal: str
    nonce: str
    move: str = ""
    aim: str = ""
    condition: str = ""

    @property
    def waits_for(self) -> str:
        """Its trigger; where that is nothing but its condition, this in words."""
        return self.condition if self.trigger == self.when else self.trigger

    @property
    def further(self) -> str:
        """Its condition in words, where what it waits for does not say the same."""
        return self.condition if self.condition != self.waits_for else ""
