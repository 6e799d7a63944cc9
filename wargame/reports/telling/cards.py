"""Decks, dilemmas and what happens by itself, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.audience import sees
from wargame.game.events import (
    CardDrawn,
    CardPlaced,
    DeckShuffled,
    DilemmaAnswered,
    DilemmaPut,
    EffectsApplied,
    OrderDrawn,
)
from wargame.game.looking import happening_view
from wargame.game.names import FACILITATOR
from wargame.game.plain_text import counted
from wargame.game.state import Happening
from wargame.reports.words import PLACES, Words, changed

Cards = (
    DeckShuffled
    | OrderDrawn
    | CardDrawn
    | CardPlaced
    | DilemmaPut
    | DilemmaAnswered
    | EffectsApplied
)
"""What this module tells of."""


def knows_card(words: Words, card: str, seat: str) -> bool:
    """Whether the audience may know of a card: its seat's own, if it is one's, and those that it is for."""
    known = words.state.scenario.cards.get(card)
    return words.who in (seat, FACILITATOR) or (known is not None and sees(known.sees, words.who))


def cards_told(event: Cards, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    match event:
        case DeckShuffled():
            return f"{words.deck(event.deck)}: {counted(len(event.cards), 'card')} shuffled."
        case OrderDrawn():
            return f"Who goes first is drawn: {words.seats(words.state.first)}."
        case CardDrawn():
            to = f", to the hand of {words.seat(event.seat)}" if event.seat else ""
            return f"{words.deck(event.deck)}: “{words.card(event.card)}” is drawn{to}."
        case CardPlaced():
            whose = f" of {words.seat(event.seat)}" if event.seat else ""
            hand = " by the facilitator: it was drawn so on paper" if event.by_hand else ""
            return f"“{words.card(event.card)}” is put {PLACES[event.where]}{whose}{hand}."
        case DilemmaPut():
            return f"“{words.card(event.card)}” makes {words.seat(event.seat)} choose."
        case DilemmaAnswered():
            option = words.option(event.card, event.option)
            return f"{words.seat(event.seat)} answers “{words.card(event.card)}”: {option}"
        case EffectsApplied():
            return _applied(event, words)
        case _:
            assert_never(event)


def _applied(event: EffectsApplied, words: Words) -> str:
    """What a cause did, under the name that the audience knows it by."""
    if words.who == FACILITATOR:
        name, changes = words.cause(event.cause), words.changes(event.changes)
    else:
        what = Happening(event.cause, tuple(event.changes), event.fired)
        view = happening_view(words.state, what, words.who)
        if view is None:
            return ""
        name, changes = view.title or "Unseen cause", list(map(changed, view.changes))
    if not event.fired:
        return f"“{name}” comes to nothing."
    return f"{name}: {'; '.join(changes) or 'nothing changes'}."
