"""A jump to a later turn: the turns between are not played.

What was dated for them (cards, effects set going earlier, injects) is listed, and happens late, in
the turn jumped to, or not at all. What would have ended in them has ended. Standing rules, draws and
lasting cards are not worked through for turns that nobody played.
"""

from __future__ import annotations

from wargame.game.cards import drain, refuse_what_waits
from wargame.game.commands import JumpTo
from wargame.game.events import PhaseBegun, TurnsPassed
from wargame.game.passing import cards_between, effects_between, injects_between
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused

LONGEST = 300


def jump_to(play: Play, command: JumpTo) -> None:
    """Begin a later turn than the next."""
    state = play.state
    turn = state.board.turn
    if state.phase not in ("setup", "wrap"):
        raise Refused(
            "turn_not_over", "A jump begins before turn 1, or when a turn has been wrapped up."
        )
    refuse_what_waits(state)
    if state.ending:
        raise Refused("game_over", "An ending has been reached; play on first.")
    if not turn + 2 <= command.turn <= state.board.turns:
        raise Refused(
            "no_such_turn",
            f"Jump to a turn from {turn + 2} to {state.board.turns}; the next one comes by itself.",
        )
    reason = clean(command.reason, LONGEST).strip()
    if not reason:
        raise Refused("no_reason", "A jump needs its reason.")
    cards, effects = cards_between(state, command.turn), effects_between(state, command.turn)
    injects = injects_between(state, command.turn)
    play.emit(TurnsPassed(turn, command.turn, reason, command.happen, cards, effects, injects))
    play.emit(PhaseBegun("event", command.turn))
    drain(play)
