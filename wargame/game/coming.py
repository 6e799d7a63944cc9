"""What comes by itself once a phase has done what it does: secret arguments and injects that are due.

Nothing comes in a simulated game: injects are the facilitator's, and nobody sits there.
"""

from __future__ import annotations

from typing import Literal

from wargame.game.chance import COUNTER_1
from wargame.game.events.facts import SituationsPut
from wargame.game.events.injects import InjectFired
from wargame.game.events.secret import ArgumentTriggered
from wargame.game.expressions import parse
from wargame.game.names import TURN_PHASES
from wargame.game.passing import falls_due
from wargame.game.pieces import Inject
from wargame.game.play import Play
from wargame.game.state import Secret, State
from wargame.game.triggers import holds, why_not_now


def come(play: Play) -> bool:
    """Let the first of what is due come; whether anything did. Called until nothing does."""
    event = due(play.state)
    if event is not None:
        play.emit(event)
    return event is not None


def due(state: State) -> SituationsPut | ArgumentTriggered | InjectFired | None:
    """The first of what comes by itself as the game stands; None where nothing waits to."""
    if state.chance == COUNTER_1:
        return None
    if _to_be_put(state):
        return SituationsPut(state.board.turn, going_on(state))
    for secret in state.secrets.values():
        if secret.stands == "open" and secret.argument.when and _triggered(state, secret):
            return ArgumentTriggered(secret.seat, secret.argument_id, "condition")
    for inject in state.scenario.injects.values():
        if inject.card.id not in state.inject_marks and _due(state, inject):
            how: Literal["date", "condition"] = "date" if inject.turn else "condition"
            card = inject.card
            return InjectFired(card.id, how, card.sees, card.seat)
    return None


def going_on(state: State) -> list[str]:
    """The situations that hold."""
    return [fact.fact for fact in state.board.facts.values() if fact.situation]


def _to_be_put(state: State) -> bool:
    """Whether situations go on that were not put up in this turn."""
    if state.phase != "event" or state.situations_put == state.board.turn:
        return False
    return bool(going_on(state))


def _triggered(state: State, secret: Secret) -> bool:
    """Whether the condition of a secret argument holds, as its seat sees the board, and it can be done."""
    if state.phase not in TURN_PHASES or why_not_now(state, secret.argument):
        return False
    return holds(state, secret.seat, parse(secret.argument.when))


def _due(state: State, inject: Inject) -> bool:
    """A date falls due in the event phase of its turn; a condition is looked at there and in the wrap."""
    if inject.turn and (state.phase != "event" or not falls_due(state, inject.turn)):
        return False
    if inject.when is None:
        return bool(inject.turn)
    return state.phase in ("event", "wrap") and bool(inject.when(state.board, -1))
