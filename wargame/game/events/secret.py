"""Entries about secret arguments: allowed, sealed, withdrawn, triggered."""

from __future__ import annotations

from typing import Literal

from wargame.game.changes import SecretText
from wargame.game.records import dataclass


@dataclass(slots=True)
class SecretArgumentsAllowed:
    """Whether seats may seal secret arguments from here on."""

    allowed: bool


@dataclass(slots=True)
class ArgumentSealed:
    """A seat sealed an argument that waits for its trigger; the seal is over `argument`."""

    seat: str
    turn: int
    argument_id: str
    seal: str
    nonce: str
    argument: SecretText


@dataclass(slots=True)
class ArgumentWithdrawn:
    """A seat took its secret argument back."""

    seat: str
    argument_id: str


@dataclass(slots=True)
class ArgumentTriggered:
    """A secret argument is shown, and waits for its ruling.

    The facilitator said that its trigger has come (`words` is what it was), or its condition holds.
    """

    seat: str
    argument_id: str
    how: Literal["said", "condition"]
    words: str = ""
