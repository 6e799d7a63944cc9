"""Changes applied: to the board, to what is left to do, to where cards lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wargame.game.board import Board
from wargame.game.changes import (
    CardMove,
    Change,
    CountChange,
    Detected,
    DrawCards,
    EndingMade,
    FactEnded,
    FactMade,
    Scheduled,
    TrackChange,
)
from wargame.game.scenario import Scenario
from wargame.game.state import State, Step


def apply_changes(state: State, changes: Iterable[Change]) -> list[Step]:
    """Apply changes to the state; card moves and draws come back as steps to do next."""
    steps: list[Step] = []
    for change in changes:
        match change:
            case EndingMade():
                state.ending = state.ending or change.ending
                state.board.counts[f"ending.{change.ending}"] = 1
            case Detected():
                state.detected.add(change.order_id)
            case CardMove():
                steps.append(
                    Step(
                        "place",
                        deck=change.deck,
                        card=change.card,
                        where=change.where,
                        seat=change.seat,
                    )
                )
            case DrawCards():
                steps.append(Step("draw", deck=change.deck, count=change.count))
            case Scheduled():
                state.scheduled.append(change)
            case TrackChange() | FactMade() | FactEnded() | CountChange():
                change_board(state.scenario, state.board, change)
    return steps


def change_board(
    scenario: Scenario, board: Board, change: TrackChange | FactMade | FactEnded | CountChange
) -> None:
    """Apply one change of the board itself."""
    match change:
        case TrackChange():
            board.tracks[scenario.places[change.track]] = change.after
        case FactMade():
            board.facts[change.fact] = change
        case FactEnded():
            board.facts.pop(change.fact, None)
        case CountChange():
            board.counts[f"count.{change.name}"] = change.after


def reach(state: State, wanted: Callable[[Step], bool]) -> Step | None:
    """Take the first wanted step, and all before it, off the list of what is left to do."""
    for place, step in enumerate(state.todo):
        if wanted(step):
            del state.todo[: place + 1]
            return step
    return None


def take_card(state: State, card: str) -> None:
    """Remove a card from wherever it lies."""
    for places in (state.piles, state.discards, state.hands):
        for cards in places.values():
            if card in cards:
                cards.remove(card)
    if card in state.out:
        state.out.remove(card)
    state.lasting.pop(card, None)
    state.turned.pop(card, None)
