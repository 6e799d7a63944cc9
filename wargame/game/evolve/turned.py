"""What becomes of a card that was drawn and waited for the facilitator."""

from __future__ import annotations

from wargame.game.changes import Cause
from wargame.game.events import CardHeld, CardLetAct, CardSkipped
from wargame.game.state import State, Step


def card_let_act(state: State, event: CardLetAct) -> None:
    """It is turned up next."""
    state.turned.pop(event.card, None)
    state.settled = False
    state.todo.insert(0, Step("cause", Cause("card", event.card)))


def card_held(state: State, event: CardHeld) -> None:
    """It waits for another moment."""
    state.turned[event.card] = "held"


def card_skipped(state: State, event: CardSkipped) -> None:
    """It is laid away."""
    card = state.scenario.cards[event.card]
    state.turned.pop(event.card, None)
    state.settled = False
    state.todo.insert(0, Step("place", deck=card.deck, card=card.id, where=card.put_away))
