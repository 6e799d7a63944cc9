"""Secret arguments as those may read them who know of them."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class SecretView:
    """A secret argument: what it waits for and what it says. `stands` is `open`, `triggered` or `withdrawn`.

    `move` names the order of the menu that it holds back (empty: none), `aim` its target.
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
