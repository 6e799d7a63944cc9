"""Rewinds, corrections and shuffles by hand: the facilitator's rights over the record. Nothing is erased."""

from __future__ import annotations

from wargame.game.cards import shuffle
from wargame.game.commands import Correct, PutOnTop, Rewind, Shuffle
from wargame.game.events import CardPlaced, Corrected, Rewound
from wargame.game.evolve.history import event_at
from wargame.game.names import is_id
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.rulings import finish
from wargame.game.texts import texts_of
from wargame.game.timers import begin_again

LONGEST = 2000


def rewind(play: Play, command: Rewind) -> None:
    """Let the game stand as it did after an entry; the line that is left keeps a name."""
    state = play.state
    if not 0 <= command.to < state.entries:
        raise Refused("no_such_entry", f"Go back to an entry from 0 to {state.entries - 1}.")
    reason = clean(command.reason, LONGEST).strip()
    if not reason:
        raise Refused("no_reason", "A rewind needs its reason.")
    branch = command.branch or f"line-{len(state.branches) + 1}"
    if not is_id(branch) or branch in [name for name, _ in state.branches]:
        raise Refused(
            "bad_id", "Give the line that is left a new name: a-z, then a-z, 0-9, _ or -."
        )
    play.emit(Rewound(command.to, reason, branch, room=True))
    begin_again(play)
    finish(play)


def correct(play: Play, command: Correct) -> None:
    """Let a text of an earlier entry read otherwise; both stay."""
    event = event_at(play.state, command.entry)
    known = texts_of(event) if event is not None else {}
    if not known:
        raise Refused("no_such_entry", "There is no such entry with a text to correct.")
    text = clean(command.text, LONGEST).strip()
    reason = clean(command.reason, LONGEST).strip()
    if command.field not in known:
        raise Refused("no_such_field", f"Its texts are: {', '.join(known)}.")
    if not text or not reason:
        raise Refused("no_text", "A correction needs the new text and a reason.")
    play.emit(Corrected(command.entry, command.field, text, reason))


def put_on_top(play: Play, command: PutOnTop) -> None:
    """Put cards on top of their piles, for a game that drew them on paper: each from its pile or its discards."""
    state = play.state
    if len(set(command.cards)) < len(command.cards) or not command.cards:
        raise Refused("no_such_card", "Name the cards that were drawn, each once.")
    found = []
    for card in command.cards:
        known = state.scenario.cards.get(card)
        deck = known.deck if known is not None else ""
        if not deck or card not in (*state.piles[deck], *state.discards[deck]):
            raise Refused("no_such_card", f"{clean(card, 40)!r} lies in no pile and no discards.")
        found.append((deck, card))
    for deck, card in reversed(found):
        play.emit(CardPlaced(deck, card, "top", by_hand=True))


def shuffle_pile(play: Play, command: Shuffle) -> None:
    """Shuffle what is left of a pile: after a rewind, so that the next card is another."""
    state = play.state
    pile = state.piles.get(command.deck)
    if not pile:
        raise Refused("no_such_deck", "There is no pile of that name with cards in it.")
    there = set(pile)
    deck = state.scenario.deck(command.deck)
    shuffle(play, deck, [card for card in deck.cards if card in there])
