"""Draws, and everything that happens by itself: cards, standing rules, scheduled effects, endings."""

from __future__ import annotations

from typing import assert_never

from wargame.game import timers
from wargame.game.audience import sees
from wargame.game.changes import Cause, Change, FactEnded
from wargame.game.coming import come
from wargame.game.commands import ChooseOption
from wargame.game.dice import next_label
from wargame.game.effects import settle
from wargame.game.events import (
    CardDrawn,
    CardPlaced,
    DeckShuffled,
    DilemmaAnswered,
    DilemmaPut,
    EffectsApplied,
    EndingReached,
    ObjectivesRead,
    OrderDrawn,
    PhaseSettled,
)
from wargame.game.names import FACILITATOR
from wargame.game.orders import affordable, check_label, reveal, seat_name
from wargame.game.pieces import Card, Deck, Effect, Target
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.state import State, Step

MOST_DRAWS = 60
"""Draws that one command may lead to: cards that draw each other must come to an end."""


def drain(play: Play) -> None:
    """Do all that is left to do by itself, then say that the phase is settled."""
    state = play.state
    play.throw_table()
    while state.todo or (not state.settled and come(play)):
        if not state.todo:
            continue
        step = state.todo[0]
        before = len(play.events)
        do(play, step)
        if len(play.events) == before or (state.todo and state.todo[0] is step):
            state.todo.remove(step)
    if not state.settled:
        play.emit(PhaseSettled(state.phase, state.board.turn))


def look_again(play: Play) -> None:
    """After a change by hand: what was waiting for it comes at once."""
    while play.state.settled and come(play):
        drain(play)


def do(play: Play, step: Step) -> None:
    """Do one step; a step that comes to nothing leaves no entry."""
    state = play.state
    match step.kind:
        case "shuffle":
            deck = state.scenario.deck(step.deck)
            without = state.scenario.setups[state.setup].without
            shuffle(play, deck, [card for card in deck.cards if card not in without])
        case "first":
            seats = [seat.id for seat in state.scenario.seats]
            play.emit(OrderDrawn(next_label(state, "order"), seats))
        case "place":
            play.emit(CardPlaced(step.deck, step.card, step.where, step.seat))
        case "draw":
            draw(play, state.scenario.deck(step.deck))
        case "expire":
            _expire(play, state.board.turn)
        case "endings":
            _endings(play)
        case "reveal":
            reveal(play)
        case "timer":
            timers.begin(play)
        case "lapse":
            _expire(play, state.board.turn - 1)
        case "objectives":
            play.emit(ObjectivesRead(objectives_held(state)))
        case _:
            if step.cause is not None:
                _cause(play, step.cause)


def objectives_held(state: State) -> dict[str, dict[str, bool]]:
    """What the board says of every objective now, by seat."""
    return {
        seat.id: {one.id: bool(one.when(state.board, -1)) for one in seat.objectives}
        for seat in state.scenario.seats
    }


def shuffle(play: Play, deck: Deck, cards: list[str]) -> None:
    """Shuffle these cards into a deck's pile."""
    play.emit(DeckShuffled(deck.id, next_label(play.state, f"shuffle:{deck.id}"), cards))


def draw(play: Play, deck: Deck) -> None:
    """Draw one card: an empty pile takes the shuffled discards first; with none, nothing is drawn.

    Nothing is drawn to a full hand.
    """
    state = play.state
    if deck.seat and len(state.hands[deck.seat]) >= deck.hand:
        return
    if play.drawn >= MOST_DRAWS:
        return
    if not state.piles[deck.id]:
        if not state.discards[deck.id]:
            return
        shuffle(play, deck, state.discards[deck.id].copy())
    play.drawn += 1
    card = state.scenario.cards[state.piles[deck.id][0]]
    hand = (deck.seat or owner_of(state, card)) if card.kind == "asset" else ""
    play.emit(CardDrawn(deck.id, card.id, hand))


def owner_of(state: State, card: Card) -> str:
    """Whose hand an asset goes to: its own seat's, or else that of its deck; empty when nobody's."""
    return card.seat or state.scenario.deck(card.deck).seat


def _expire(play: Play, turn: int) -> None:
    """Put lasting cards away, and end the facts whose time is over at the end of a turn.

    Facts come last: their entry takes this step off the list of what is left to do.
    """
    state = play.state
    over: list[Change] = [
        FactEnded(fact.fact, "Its time is over.", text=fact.text, sees=fact.sees)
        for fact in state.board.facts.values()
        if fact.until and fact.until <= turn
    ]
    ended = [card for card, until in state.lasting.items() if until and until <= turn]
    for card in ended:
        rule = state.scenario.cards[card]
        play.emit(CardPlaced(rule.deck, card, rule.put_away))
    if over:
        play.emit(EffectsApplied(Cause("expiry", str(turn)), over))


def _endings(play: Play) -> None:
    """The first ending in scenario order whose condition holds, unless one was reached already."""
    state = play.state
    if state.ending:
        return
    last = state.board.turn >= state.board.turns
    for ending in state.scenario.endings:
        if ending.when is None or ending.id in state.past_endings or (ending.final and not last):
            continue
        if ending.when(state.board, -1):
            play.emit(EndingReached(ending.id))
            return


def _cause(play: Play, cause: Cause) -> None:
    """Let a cause do what it does."""
    match cause.kind:
        case "card":
            _card(play, cause, play.state.scenario.cards[cause.id])
        case "lasting":
            _effects(play, cause, play.state.scenario.cards[cause.id].effects)
        case "rule":
            _rule(play, cause)
        case "later":
            effect = play.state.scenario.later[cause.id]
            _effects(play, cause, effect.inner, play.state.scenario.targets_of(effect.key))
        case "option":
            card, option = cause.id.split("/")
            for one in play.state.scenario.cards[card].options:
                if one.id == option:
                    changes = settle(
                        play, [one.effects], cause, costs=one.cost, cost_why="The price"
                    )
                    play.emit(EffectsApplied(cause, changes))
        case "order" | "expiry":
            pass
        case _:
            assert_never(cause.kind)


def _effects(
    play: Play, cause: Cause, effects: tuple[Effect, ...], targets: tuple[Target, ...] = ()
) -> None:
    play.emit(EffectsApplied(cause, settle(play, [effects], cause, targets)))


def _card(play: Play, cause: Cause, card: Card) -> None:
    """A card is turned up: it fires, asks a seat, stays, goes to a hand, or does nothing."""
    state = play.state
    if card.when is not None and not card.when(state.board, -1):
        play.emit(EffectsApplied(cause, [], fired=False))
    elif card.kind == "dilemma":
        play.emit(DilemmaPut(card.id, card.seat))
    elif card.kind == "asset" and (seat := owner_of(state, card)):
        play.emit(CardPlaced(card.deck, card.id, "hand", seat))
    elif card.kind in ("asset", "lasting"):
        # A lasting card acts in every wrap; an asset that nobody can hold comes to nothing.
        play.emit(EffectsApplied(cause, [], fired=card.kind == "lasting"))
    else:
        _effects(play, cause, card.effects)


def _rule(play: Play, cause: Cause) -> None:
    """A standing rule fires when its condition holds and its chance comes off."""
    state = play.state
    for rule in state.scenario.rules:
        if rule.id != cause.id:
            continue
        if rule.once and rule.id in state.fired_once:
            return
        if rule.when is not None and not rule.when(state.board, -1):
            return
        if rule.chance is not None and not play.chance(cause, -1, rule.chance(state.board, -1)):
            return
        _effects(play, cause, rule.effects)


def refuse_waiting_choice(state: State) -> None:
    """Refuse to go on while a dilemma waits for its seat."""
    if state.dilemmas:
        names = ", ".join(seat_name(state, seat) for seat in state.dilemmas.values())
        raise Refused("choice_missing", f"A choice is waiting for {names}.")


def refuse_what_waits(state: State) -> None:
    """Refuse to go on to another phase or turn while a choice, a drawn card or a secret argument waits."""
    refuse_waiting_choice(state)
    if "drawn" in state.turned.values():
        raise Refused("card_waits", "A drawn card waits: let it act, hold it or skip it.")
    if state.phase != "adjudicate" and any(state.sealed[one].secret for one in state.queue):
        raise Refused("argument_waits", "A secret argument has come up: rule on it first.")


def closed_options(state: State, card: Card) -> dict[str, Refused]:
    """The ways out of a dilemma that cannot be taken now, each with the refusal that says why.

    There is always one to take: where no condition holds none is asked, and where nothing can
    be paid the price takes what there is.
    """
    held = [one for one in card.options if one.when is None or one.when(state.board, -1)]
    held = held or list(card.options)
    paid = [one for one in held if affordable(state, one.cost)] or held
    closed = {}
    for option in card.options:
        if option not in held:
            closed[option.id] = Refused("option_closed", "That way out is not open now.")
        elif option not in paid:
            closed[option.id] = Refused("too_dear", "That way out costs more than there is.")
    return closed


def choose_option(play: Play, by: str, command: ChooseOption) -> None:
    """A seat answers its dilemma (or the facilitator for it)."""
    state = play.state
    seat = state.dilemmas.get(command.card)
    card = state.scenario.cards.get(command.card)
    if seat is None or card is None or (by != seat and not sees(card.sees, by)):
        raise Refused("no_such_dilemma", "No choice is waiting on that card.")
    if by not in (seat, FACILITATOR):
        raise Refused("not_your_choice", "That choice is another seat's.")
    options = [option.id for option in card.options]
    if command.option not in options:
        raise Refused("no_such_option", f"Choose one of: {', '.join(options)}.")
    closed = closed_options(state, card)
    if command.option in closed:
        raise closed[command.option]
    check_label(state, seat, command.label)
    play.emit(DilemmaAnswered(command.card, seat, command.option, command.label, command.words))
    drain(play)
