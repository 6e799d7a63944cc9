"""What entries about facts do to the state."""

from __future__ import annotations

from wargame.game.events import FactChanged, FactEndedByHand, SituationAimedAt, SituationsPut
from wargame.game.state import State


def fact_changed(state: State, event: FactChanged) -> None:
    """It reads otherwise."""
    state.board.facts[event.after.fact] = event.after


def fact_ended_by_hand(state: State, event: FactEndedByHand) -> None:
    """It holds no longer."""
    state.board.facts.pop(event.fact.fact, None)


def situations_put(state: State, event: SituationsPut) -> None:
    """They were put up in this turn."""
    state.situations_put = event.turn


def situation_aimed_at(state: State, event: SituationAimedAt) -> None:
    """The order on the table will end it, if it succeeds."""
    if state.adjudication is not None:
        state.adjudication.aimed = event.fact
