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

Method = Literal[
    "automatic",
    "umpire",
    "weighted",
    "plain",
    "consensus",
    "expert",
    "estimate",
    "hands",
    "leaning",
    "opposed",
]
"""How an order, or a stage of a project, is adjudicated."""

METHODS: Final[tuple[Method, ...]] = (
    "automatic",
    "umpire",
    "weighted",
    "plain",
    "consensus",
    "expert",
    "estimate",
    "hands",
    "leaning",
    "opposed",
)
TWO_DICE: Final = ("weighted", "plain")
"""The methods decided by one throw of 2d6."""

SIX_SIDED: Final = (*TWO_DICE, "opposed")
"""The methods that throw 2d6; of the others, `automatic` and `umpire` throw nothing and the rest throw d100."""

POLLED: Final = ("estimate", "hands", "leaning")
"""The methods whose number the people outside the proposer's seat give."""

Numbers = Literal["", "again", "kept"]
"""What a late objection makes of the numbers polled before it: asked for again, or kept; empty where none is raised."""

GIVEN: Final = ("consensus", "expert")
"""The methods for which the facilitator enters the probability."""

Quality = Literal["strong", "success", "failure", "backfire"]
QUALITIES: Final[tuple[Quality, ...]] = ("strong", "success", "failure", "backfire")

Weight = Literal["counted", "strong", "set_aside"]
"""How an argument is counted: as 1, as 2, or not at all."""
WEIGHTS: Final[tuple[Weight, ...]] = ("counted", "strong", "set_aside")

Side = Literal["pro", "con"]
SIDES: Final[tuple[Side, ...]] = ("pro", "con")

About = Literal["action", "opposing", "consequences"]
"""What an argument is about: the order itself, the opposing side's own case, or what success would bring.

An argument about consequences is a con that accepts the action; it never changes the odds.
"""
ABOUT: Final[tuple[About, ...]] = ("action", "opposing", "consequences")

Guarded = Literal["seat", "track", "fact", "target"]
"""What can be protected: a target is one of the menu's."""
GUARDED: Final[tuple[Guarded, ...]] = ("seat", "track", "fact", "target")

Lean = Literal["agree", "unsure", "disagree"]
"""How somebody leans; agree counts 1, not sure a half, disagree nothing."""
LEANS: Final[tuple[Lean, ...]] = ("agree", "unsure", "disagree")

Where = Literal["top", "bottom", "hand", "discard", "out"]
"""Where a card can be put: in its pile, a hand, the discards, or out of the game."""

FACILITATOR: Final = "facilitator"
TABLE: Final = "table"
RANDOM: Final = "random"
"""The playbook that every seat has: everything that is open, each as likely as the others."""

ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")
"""What the id of a session, seat, deck, card, track or order looks like, whole."""


def is_id(text: str) -> bool:
    """Whether the whole text is a well-formed id."""
    return ID.fullmatch(text) is not None
