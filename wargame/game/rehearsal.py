"""Turn Zero: orders sealed, shown and argued on the real screens before turn 1, and undone after.

It is a stretch of the record that begins with an entry of its own and ends with a rewind to before
it. No card is drawn for it, decks and hands are as they were; labels of chance it used stay used.
Who sat down in it stays seated: what belongs to the room is no part of the rehearsal.
"""

from __future__ import annotations

from wargame.game.commands import BeginTurnZero, EndTurnZero
from wargame.game.events import Rewound, TurnZeroBegun
from wargame.game.evolve import evolve
from wargame.game.evolve.history import lines_of
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.rulings import finish
from wargame.game.state import State
from wargame.game.timers import begin_again

TURN_ZERO = "turn-zero"
"""What the line of a rehearsal is called; further ones have numbers."""
REASON = "Turn Zero is over."


def begin_turn_zero(play: Play, command: BeginTurnZero) -> None:
    """Begin a rehearsal; it can be had before turn 1 only."""
    if play.state.phase != "setup":
        raise Refused("game_begun", "Turn Zero comes before turn 1.")
    play.emit(TurnZeroBegun())


def end_turn_zero(play: Play, command: EndTurnZero) -> None:
    """End the rehearsal, and let the game stand as before it."""
    if not play.state.rehearsal:
        raise Refused("no_turn_zero", "There is no Turn Zero to end.")
    leave(play)


def leave(play: Play) -> None:
    """Go back to before the rehearsal."""
    state = play.state
    taken = {name for name, _ in state.branches}
    branch, number = TURN_ZERO, 2
    while branch in taken:
        branch, number = f"{TURN_ZERO}-{number}", number + 1
    play.emit(Rewound(_before(state), REASON, branch, room=True))
    begin_again(play)
    finish(play)


def played(state: State) -> State:
    """The game without its rehearsal: as it stood before one that goes on now."""
    if not state.rehearsal:
        return state
    return evolve(state.copy(), Rewound(_before(state), REASON, TURN_ZERO, room=True))


def _before(state: State) -> int:
    """The last entry before the rehearsal."""
    line = state.line
    while line is not None and not isinstance(line[1], TurnZeroBegun):
        line = line[0]
    before = line[0] if line is not None else None
    lines = lines_of(state)
    return next(n for n in range(len(lines) - 1, -1, -1) if lines[n] is before)


def refuse_in_rehearsal(state: State) -> None:
    """A refusal while a rehearsal goes on."""
    if state.rehearsal:
        raise Refused("turn_zero", "This is Turn Zero: end it first.")
