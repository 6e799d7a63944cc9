"""A drawn card that waits for the facilitator: it acts, is held back, or is skipped, on the record.

Where a session asks for it, cards do not act as they are drawn.
"""

from __future__ import annotations

from wargame.game.cards import drain
from wargame.game.commands import HoldCard, LetAct, SkipCard
from wargame.game.events import CardHeld, CardLetAct, CardSkipped
from wargame.game.names import TURN_PHASES
from wargame.game.pieces import Card
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.state import State

LONGEST = 2000


def _waiting(state: State, card: str) -> Card:
    """A card that waits or is held; else a refusal."""
    if card not in state.turned:
        raise Refused("no_such_card", "No card of that name waits for you.")
    if state.phase not in TURN_PHASES:
        raise Refused("not_in_play", "Cards act in the turns: there is none now.")
    return state.scenario.cards[card]


def _reason(text: str) -> str:
    reason = clean(text, LONGEST).strip()
    if not reason:
        raise Refused("no_reason", "To hold or to skip a card needs its reason.")
    return reason


def let_act(play: Play, command: LetAct) -> None:
    """Let it act; what it does by itself is done at once."""
    card = _waiting(play.state, command.card)
    play.emit(CardLetAct(card.id))
    drain(play)


def hold_card(play: Play, command: HoldCard) -> None:
    """Hold it back."""
    card = _waiting(play.state, command.card)
    if play.state.turned[card.id] == "held":
        raise Refused("held_already", f"{card.title} is held back already.")
    play.emit(CardHeld(card.id, _reason(command.reason)))


def skip_card(play: Play, command: SkipCard) -> None:
    """Lay it away."""
    card = _waiting(play.state, command.card)
    play.emit(CardSkipped(card.id, _reason(command.reason)))
    drain(play)
