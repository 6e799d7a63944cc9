"""The condition of a secret argument: an expression over what its seat can see, and nothing else.

A seat must not be able to ask the table, through a trigger, for what is hidden from it. So a name
is looked up as the seat sees it: a hidden track cannot be named, a hidden fact does not hold, and of
orders only those count that the seat has seen.
"""

from __future__ import annotations

from typing import assert_never

from wargame.game.audience import sees
from wargame.game.expressions import parse
from wargame.game.intervals import spelled, truth
from wargame.game.nodes import Name, Node, names_in
from wargame.game.orders import may_see_order
from wargame.game.refusals import Refused
from wargame.game.state import State
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
            return name.id in scenario.facts and sees(scenario.facts[name.id].sees, seat)
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


def _value(state: State, seat: str, name: Name) -> int:
    """What a name stands for, as the seat sees it."""
    board = state.board
    match name.family:
        case "turn":
            return board.turn
        case "turns":
            return board.turns
        case "track":
            return state.value(state.scenario.places[name.id])
        case "fact":
            fact = board.facts.get(name.id)
            return int(fact is not None and sees(fact.sees, seat))
        case "ending":
            return int(f"ending.{name.id}" in board.counts)
        case "done" | "tried" | "now" | "won":
            return _seen(state, seat, name)
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
