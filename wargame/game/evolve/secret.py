"""What entries about secret arguments do to the state."""

from __future__ import annotations

from dataclasses import replace

from wargame.game.changes import OrderText
from wargame.game.events import (
    ArgumentSealed,
    ArgumentTriggered,
    ArgumentWithdrawn,
    SecretArgumentsAllowed,
)
from wargame.game.state import Sealed, Secret, State


def secret_arguments_allowed(state: State, event: SecretArgumentsAllowed) -> None:
    """Whether new ones may be sealed."""
    state.secret_arguments = event.allowed


def argument_sealed(state: State, event: ArgumentSealed) -> None:
    """One waits for its trigger."""
    state.secrets[event.argument_id] = Secret(
        event.argument_id, event.seat, event.turn, event.argument, event.seal, event.nonce
    )


def argument_withdrawn(state: State, event: ArgumentWithdrawn) -> None:
    """It waits no longer."""
    secret = state.secrets[event.argument_id]
    state.secrets[event.argument_id] = replace(secret, stands="withdrawn")


def argument_triggered(state: State, event: ArgumentTriggered) -> None:
    """It is shown as an order is, and is ruled on next."""
    secret = replace(state.secrets[event.argument_id], stands="triggered")
    state.secrets[event.argument_id] = secret
    state.sealed[secret.argument_id] = as_order(secret)
    state.revealed = (*state.revealed, secret.argument_id)
    state.queue.insert(0, secret.argument_id)


def as_order(secret: Secret) -> Sealed:
    """A secret argument as an order that can be argued and ruled on."""
    text = secret.argument
    order = OrderText(text.move, text.action, text.result, list(text.reasons), text.target)
    order.person = text.person
    return Sealed(secret.argument_id, secret.seat, order, secret.seal, secret.nonce, secret=True)
