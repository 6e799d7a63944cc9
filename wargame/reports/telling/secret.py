"""Secret arguments, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.changes import SecretText
from wargame.game.events import (
    ArgumentSealed,
    ArgumentTriggered,
    ArgumentWithdrawn,
    SecretArgumentsAllowed,
)
from wargame.game.looking.conditions import condition_words, waits_for
from wargame.game.names import FACILITATOR
from wargame.game.seals import receipt
from wargame.reports.words import Words

Secret = SecretArgumentsAllowed | ArgumentSealed | ArgumentWithdrawn | ArgumentTriggered
"""What this module tells of."""


def secret_told(event: Secret, words: Words) -> str:
    """The entry as a sentence; of what is sealed, its own seat and the facilitator alone are told."""
    mine = isinstance(event, SecretArgumentsAllowed) or words.who in (event.seat, FACILITATOR)
    match event:
        case SecretArgumentsAllowed():
            may = "may seal" if event.allowed else "seal no more"
            return f"Seats {may} secret arguments."
        case ArgumentSealed():
            if not mine:
                return ""
            text = event.argument
            said = condition_words(words.state, words.who, text.when)
            waits = waits_for(words.state, words.who, text)
            when = f" (when {said})" if said and said != waits else ""
            return (
                f"{words.seat(event.seat)} seals a secret argument, receipt {receipt(event.seal)}. "
                f"It waits for: {waits}{when}. Then: {held_back(text, words)}"
            )
        case ArgumentWithdrawn():
            return f"{words.seat(event.seat)} withdraws its secret argument." if mine else ""
        case ArgumentTriggered():
            return _triggered(event, words)
        case _:
            assert_never(event)


def _triggered(event: ArgumentTriggered, words: Words) -> str:
    """A secret argument that is secret no longer."""
    secret = words.state.secrets[event.argument_id]
    came = "its condition holds" if event.how == "condition" else "its trigger has come"
    what = f" ({event.words})" if event.words else ""
    return (
        f"A secret argument of {words.seat(event.seat)} is shown, for {came}{what}: "
        f"{held_back(secret.argument, words)}"
    )


def held_back(text: SecretText, words: Words) -> str:
    """What a secret argument holds back: an order of the menu by name, with its target, and the seat's words."""
    rule = words.state.scenario.orders.get(text.move)
    if rule is None:
        return text.action
    aim = next((f" ({one.name})" for one in rule.targets if one.id == text.target), "")
    return f"{rule.name}{aim}: {text.action}"
