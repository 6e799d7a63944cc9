"""What a phase does by itself, as steps to be done one after the other."""

from __future__ import annotations

from wargame.game.changes import Cause
from wargame.game.passing import passed_to
from wargame.game.scenario import Scenario
from wargame.game.state import State, Step


def opening(scenario: Scenario, setup: str) -> list[Step]:
    """Before turn 1: every deck is shuffled, the setup's cards are placed, and who goes first is drawn."""
    steps = [Step("shuffle", deck=deck.id) for deck in scenario.decks if deck.cards]
    for placed in scenario.setups[setup].place:
        card = scenario.cards[placed.card]
        seat = scenario.deck(card.deck).seat or card.seat
        steps.append(Step("place", deck=card.deck, card=card.id, where=placed.where, seat=seat))
    return [*steps, Step("first")]


def agenda(state: State, phase: str) -> list[Step]:
    """What a phase does by itself, in order. Reads the state as it stands when the phase begins."""
    return [*_timer(state), *_agenda(state, phase)]


def _timer(state: State) -> list[Step]:
    """A session that keeps time starts its timer first, and ends a pause."""
    return [Step("timer")] if state.pace.minutes or state.clock.paused else []


def _passed(state: State) -> list[Step]:
    """After a jump: what has ended in the turns between, and the cards that were dated for them."""
    jump = passed_to(state)
    if jump is None:
        return []
    cards = jump.cards if jump.happen else []
    return [Step("lapse"), *(Step("cause", Cause("card", one)) for one in cards)]


def _agenda(state: State, phase: str) -> list[Step]:
    """What a phase does by itself, but for its timer."""
    turn, scenario = state.board.turn, state.scenario
    rules = [
        Step("cause", Cause("rule", rule.id)) for rule in scenario.rules if rule.phase == phase
    ]
    if phase == "event":
        left_out = set(scenario.setups[state.setup].without)
        dated = [
            Step("cause", Cause("card", card.id))
            for card in scenario.dated(turn)
            if card.id not in left_out
        ]
        due = [
            Step("cause", Cause("later", one.key, one.target, one.order))
            for one in state.scheduled
            if one.turn <= turn
        ]
        draws = [
            Step("draw", deck=deck.id, count=deck.draw) for deck in scenario.decks if deck.draw
        ]
        return [*_passed(state), *dated, *due, *draws, *rules]
    if phase == "reveal":
        return [Step("reveal"), *rules]
    if phase == "hotwash":
        return [Step("objectives")]
    if phase == "wrap":
        lasting = [Step("cause", Cause("lasting", card)) for card in state.lasting]
        return [*rules, *lasting, Step("expire"), Step("endings")]
    return []
