"""Commands about secret arguments: sealed with a trigger, withdrawn, triggered."""

from __future__ import annotations

from wargame.game.changes import SecretText
from wargame.game.records import dataclass


@dataclass(slots=True)
class AllowSecretArguments:
    """Let seats seal secret arguments, or no new ones any more."""

    allowed: bool = True


@dataclass(slots=True)
class SealArgument:
    """Seal a secret argument for a seat: it waits for its trigger. A seat has one at a time."""

    seat: str
    argument: SecretText


@dataclass(slots=True)
class WithdrawArgument:
    """Take a seat's secret argument back; nobody else ever hears of it."""

    seat: str


@dataclass(slots=True)
class TriggerArgument:
    """The trigger of a seat's secret argument has come, the facilitator says; `words` is what it was."""

    seat: str
    words: str = ""
