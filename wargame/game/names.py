"""The words that rules, saves and screens share: phases, methods, qualities, weights, ids."""

from __future__ import annotations

import re
from typing import Final, Literal

Phase = Literal[
    "setup", "event", "talks", "orders", "reveal", "adjudicate", "wrap", "hotwash", "closed"
]
"""Where a session stands. `setup` is before turn 1; `hotwash` and `closed` come after the last turn."""

TURN_PHASES: Final[tuple[Phase, ...]] = ("event", "talks", "orders", "reveal", "adjudicate", "wrap")
"""The phases of a turn, in order."""

Method = Literal["automatic", "umpire", "weighted", "plain", "consensus", "expert", "estimate"]
"""How an order is adjudicated."""

METHODS: Final[tuple[Method, ...]] = (
    "automatic",
    "umpire",
    "weighted",
    "plain",
    "consensus",
    "expert",
    "estimate",
)
TWO_DICE: Final = ("weighted", "plain")
"""The methods decided by 2d6; of the others, `automatic` and `umpire` throw nothing and the rest throw d100."""

GIVEN: Final = ("consensus", "expert")
"""The methods for which the facilitator enters the probability."""

Quality = Literal["strong", "success", "failure", "backfire"]
QUALITIES: Final[tuple[Quality, ...]] = ("strong", "success", "failure", "backfire")

Weight = Literal["counted", "strong", "set_aside"]
"""How an argument is counted: as 1, as 2, or not at all."""
WEIGHTS: Final[tuple[Weight, ...]] = ("counted", "strong", "set_aside")

Side = Literal["pro", "con"]
SIDES: Final[tuple[Side, ...]] = ("pro", "con")

Where = Literal["top", "bottom", "hand", "discard", "out"]
"""Where a card can be put: in its pile, a hand, the discards, or out of the game."""

FACILITATOR: Final = "facilitator"
TABLE: Final = "table"

ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")
"""What the id of a session, seat, deck, card, track or order looks like, whole."""


def is_id(text: str) -> bool:
    """Whether the whole text is a well-formed id."""
    return ID.fullmatch(text) is not None
