"""What entries about decks, cards and causes do to the state."""

from __future__ import annotations

from dataclasses import replace

from wargame.game import dice
from wargame.game.changes import CardMove, Cause
from wargame.game.events import (
    CardDrawn,
    CardPlaced,
    DeckShuffled,
    DilemmaAnswered,
    DilemmaPut,
    EffectsApplied,
    OrderDrawn,
)
from wargame.game.evolve.board import apply_changes, reach, take_card
from wargame.game.state import Happening, State, Step


def deck_shuffled(state: State, event: DeckShuffled) -> None:
    """The cards named, shuffled, are the draw pile now."""
    if not event.deck:
        return
    shuffled = list(dice.shuffled(state, event.label, event.cards))
    dice.spend_shuffle(state, event.label, event.cards)
    moved = set(event.cards)
    state.discards[event.deck] = [card for card in state.discards[event.deck] if card not in moved]
    state.piles[event.deck] = shuffled
    reach(state, lambda step: step.kind == "shuffle" and step.deck == event.deck)


def order_drawn(state: State, event: OrderDrawn) -> None:
    """Who goes first is known."""
    state.first = dice.shuffled(state, event.label, event.seats)
    dice.spend_shuffle(state, event.label, event.seats)
    reach(state, lambda step: step.kind == "first")


def card_drawn(state: State, event: CardDrawn) -> None:
    """A card leaves its pile, for a hand or to be settled next."""
    take_card(state, event.card)
    step = reach(state, lambda one: one.kind == "draw" and one.deck == event.deck)
    if step is not None and step.count > 1:
        state.todo.insert(0, replace(step, count=step.count - 1))
    if event.seat:
        state.hands[event.seat].append(event.card)
    elif state.phase == "event" and state.read_cards:
        state.turned[event.card] = "drawn"
    else:
        state.todo.insert(0, Step("cause", Cause("card", event.card)))


def card_placed(state: State, event: CardPlaced) -> None:
    """A card lies where it was put, and nowhere else."""
    turned_up = Cause("card", event.card)
    reach(
        state,
        lambda step: (step.kind == "place" and step.card == event.card) or step.cause == turned_up,
    )
    take_card(state, event.card)
    match event.where:
        case "top":
            state.piles[event.deck].insert(0, event.card)
        case "bottom":
            state.piles[event.deck].append(event.card)
        case "hand":
            state.hands[event.seat].append(event.card)
        case "discard":
            state.discards[event.deck].append(event.card)
        case "out":
            state.out.append(event.card)


def dilemma_put(state: State, event: DilemmaPut) -> None:
    """A choice waits for a seat."""
    reach(state, lambda step: step.cause == Cause("card", event.card))
    state.dilemmas[event.card] = event.seat
    state.drawn.append(event.card)


def dilemma_answered(state: State, event: DilemmaAnswered) -> None:
    """The choice is made; what it brings is to be settled next."""
    state.dilemmas.pop(event.card, None)
    state.settled = False
    dice.spend_words(state, event.label, event.words)
    state.todo.insert(0, Step("cause", Cause("option", f"{event.card}/{event.option}")))


def effects_applied(state: State, event: EffectsApplied) -> None:
    """A cause did what it does; its card moves on, and what it drew follows."""
    cause = event.cause
    reach(state, lambda step: step.cause == cause)
    if cause.kind == "expiry":
        reach(state, lambda step: step.kind == "expire")
    steps = apply_changes(state, event.changes)
    moved = {change.card for change in event.changes if isinstance(change, CardMove)}
    steps += _after(state, cause, event.fired, moved)
    state.todo[:0] = steps
    state.happenings.append(Happening(cause, tuple(event.changes), event.fired))
    for key in [one for one in state.thrown if one[:2] == (cause.kind, cause.id)]:
        del state.thrown[key]


def _after(state: State, cause: Cause, fired: bool, moved: set[str]) -> list[Step]:
    """What follows a cause: where its card goes (unless it moved itself), and what it leaves behind."""
    scenario = state.scenario
    if cause.kind == "rule":
        state.fired_once.add(cause.id)
    elif cause.kind == "later":
        state.scheduled = [
            one
            for one in state.scheduled
            if one.turn > state.board.turn
            or (one.key, one.target, one.order) != (cause.id, cause.target, cause.order)
        ]
    elif cause.kind in ("card", "option"):
        card = scenario.cards[cause.id.split("/")[0]]
        if cause.kind == "card":
            state.drawn.append(card.id)
        if cause.kind == "card" and card.kind == "lasting" and fired:
            state.lasting[card.id] = state.first_turn() + card.lasts - 1 if card.lasts else 0
            return []
        if card.id in moved or not card.deck:
            return []
        return [Step("place", deck=card.deck, card=card.id, where=card.put_away)]
    return []
