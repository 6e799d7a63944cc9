"""What the calendar holds for turns that are passed over."""

from __future__ import annotations

from wargame.game.events.timing import TurnsPassed
from wargame.game.state import State


def cards_between(state: State, to: int) -> list[str]:
    """The cards dated for the turns between this one and `to`, by their turns."""
    left_out = set(state.scenario.setups[state.setup].without)
    found = []
    for turn in range(state.board.turn + 1, to):
        found += [one.id for one in state.scenario.dated(turn) if one.id not in left_out]
    return found


def injects_between(state: State, to: int) -> list[str]:
    """The injects dated for the turns between that have neither come nor been put off."""
    return [
        one.card.id
        for one in state.scenario.injects.values()
        if state.board.turn < one.turn < to and one.card.id not in state.inject_marks
    ]


def effects_between(state: State, to: int) -> list[str]:
    """The effects that were set going earlier and are due in the turns between."""
    return [one.key for one in state.scheduled if one.turn < to]


def passed_to(state: State) -> TurnsPassed | None:
    """The jump by which the table came to this turn; None when the turn came by itself."""
    last = state.passed[-1] if state.passed else None
    return last if last is not None and last.to == state.board.turn else None


def falls_due(state: State, turn: int) -> bool:
    """Whether what is dated for a turn comes now: it is this one, or one that was passed over for it."""
    jump = passed_to(state)
    late = jump is not None and jump.happen and jump.turn < turn < jump.to
    return late or turn == state.board.turn
