"""The condition of a secret argument: an expression over what its seat can see, and nothing else.

A seat must not be able to ask the table, through a trigger, for what is hidden from it. So a name
is looked up as the seat sees it: a hidden track cannot be named, a hidden fact does not hold, and of
orders only those count that the seat has seen.
"""

from __future__ import annotations

from typing import assert_never

from wargame.game.audience import sees
from wargame.game.board import Board
from wargame.game.changes import SecretText
from wargame.game.expressions import parse
from wargame.game.intervals import spelled, truth
from wargame.game.nodes import Name, Node, names_in
from wargame.game.orders import affordable, may_see_order
from wargame.game.refusals import Refused
from wargame.game.scenario import Scenario
from wargame.game.state import State, value_of
from wargame.game.tokens import ExpressionError

WON = ("strong", "success")


def condition_of(state: State, seat: str, text: str) -> Node:
    """The condition as a tree; `Refused` when it cannot be read, or names what the seat cannot see."""
    try:
        node = parse(text)
    except ExpressionError as error:
        raise Refused("bad_condition", f"The condition cannot be read: {error.message}.") from None
    for name in names_in(node):
        if not _may_name(state, seat, name):
            raise Refused(
                "hidden_name",
                f"{spelled(name)!r} is nothing that this seat can see: name tracks, facts, endings "
                "and orders that it knows, or turn.",
            )
    return node


def _may_name(state: State, seat: str, name: Name) -> bool:
    """Whether a seat's condition may speak of this. Whether it exists is told only where the seat knows."""
    scenario = state.scenario
    match name.family:
        case "turn" | "turns":
            return True
        case "track":
            index = scenario.places.get(name.id)
            return index is not None and sees(scenario.tracks[index].sees, seat)
        case "fact":
            known = (scenario.facts.get(name.id), state.board.facts.get(name.id))
            return any(one is not None and sees(one.sees, seat) for one in known)
        case "done" | "tried" | "now" | "won":
            rule = scenario.orders.get(name.id)
            return rule is not None and (rule.seat == seat or rule.covert == "no")
        case "ending":
            return any(one.id == name.id for one in scenario.endings)
        case "count" | "target":
            return False
        case _:
            assert_never(name.family)


def holds(state: State, seat: str, node: Node) -> bool:
    """Whether the condition holds, as the seat sees the board."""
    known = {
        spelled(name): (value, value)
        for name in names_in(node)
        for value in [_value(state, seat, name)]
    }
    return truth(node, known) == (1, 1)


def holds_on(scenario: Scenario, board: Board, seat: str, node: Node) -> bool:
    """The same on a board alone, where every order that the seat may name has been counted."""
    known = {
        spelled(name): (value, value)
        for name in names_in(node)
        for value in [_on_board(scenario, board, seat, name)]
    }
    return truth(node, known) == (1, 1)


def why_not_now(state: State, text: SecretText) -> str:
    """Why an order of the menu that is held back cannot be given now; empty when it can, and for any other.

    What it needs must be there, and what it costs; then it goes before the orders that wait.
    """
    rule = state.scenario.orders.get(text.move)
    if rule is None:
        return ""
    aim = next((at for at, one in enumerate(rule.targets) if one.id == text.target), -1)
    if rule.requires is not None and not rule.requires(state.board, aim):
        return rule.why_not or "What it needs is not there now."
    return "" if affordable(state, rule.cost) else "It costs more than there is."


def _value(state: State, seat: str, name: Name) -> int:
    """What a name stands for, as the seat sees it."""
    if name.family in ("done", "tried", "now", "won"):
        return _seen(state, seat, name)
    return _on_board(state.scenario, state.board, seat, name)


def _on_board(scenario: Scenario, board: Board, seat: str, name: Name) -> int:
    """What a name stands for on a board; of facts, those that the seat sees hold."""
    match name.family:
        case "turn":
            return board.turn
        case "turns":
            return board.turns
        case "track":
            return value_of(scenario.tracks[scenario.places[name.id]], board)
        case "fact":
            fact = board.facts.get(name.id)
            return int(fact is not None and sees(fact.sees, seat))
        case "ending":
            return int(f"ending.{name.id}" in board.counts)
        case "done" | "tried" | "now" | "won":
            return board.counts.get(f"{name.family}.{name.id}", 0)
        case "count" | "target":
            return 0
        case _:
            assert_never(name.family)


def _seen(state: State, seat: str, name: Name) -> int:
    """How often the seat has seen an order ruled on, or whether it did so this turn."""
    ruled = [
        one
        for one in state.judged
        if one.sealed.order.move == name.id and may_see_order(state, one.sealed, seat)
    ]
    if name.family in ("done", "won"):
        ruled = [one for one in ruled if one.quality in WON]
    if name.family in ("now", "won"):
        return int(any(one.turn == state.board.turn for one in ruled))
    return len(ruled)
