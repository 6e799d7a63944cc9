"""What comes by itself once a phase has done what it does: injects that are due.

Nothing comes in a simulated game: injects are the facilitator's, and nobody sits there.
"""

from __future__ import annotations

from wargame.game.chance import COUNTER_1
from wargame.game.events.injects import InjectFired
from wargame.game.injected import Inject
from wargame.game.play import Play
from wargame.game.state import State


def come(play: Play) -> bool:
    """Let the first of what is due come; whether anything did. Called until nothing does."""
    state = play.state
    if state.chance == COUNTER_1:
        return False
    for inject in state.scenario.injects.values():
        if inject.card.id not in state.inject_marks and _due(state, inject):
            how = "date" if inject.turn else "condition"
            card = inject.card
            play.emit(InjectFired(card.id, how, card.sees, card.seat))  # type: ignore[arg-type]
            return True
    return False


def _due(state: State, inject: Inject) -> bool:
    """A date falls due in the event phase of its turn; a condition is looked at there and in the wrap."""
    if inject.turn and (state.phase != "event" or inject.turn != state.board.turn):
        return False
    if inject.when is None:
        return bool(inject.turn)
    return state.phase in ("event", "wrap") and bool(inject.when(state.board, -1))
