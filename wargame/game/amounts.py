"""Expressions made into plain functions: `amount(parse("street - 2"), scope)` gives an `Amount`.

The function's text is put together from the nodes of `wargame.game.nodes` alone: whole
numbers, look-ups by a track's index, and look-ups by an id that matched the id pattern. Dividing by
zero gives 0, and a result that could pass `LARGEST` is held to it, so an `Amount` never raises.

The text stays with the function as its docstring, so that `wargame.game.weaving` can put several
of them together into one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import lru_cache
from types import CodeType, FunctionType
from typing import assert_never

from wargame.game.board import Amount, Board
from wargame.game.intervals import Ranges, bounds
from wargame.game.nodes import (
    LARGEST,
    Both,
    Call,
    Choice,
    Comparison,
    Either,
    Name,
    Node,
    Not,
    Number,
    Product,
    Sum,
)
from wargame.game.records import dataclass
from wargame.game.tokens import ExpressionError


@dataclass(slots=True, frozen=True)
class Scope:
    """What the names of one place mean.

    `tracks` gives a track's index, `derived` the function of a track that is computed from others,
    `ranges` the lowest and highest value of each. `targets` pairs the ids of an order's targets with
    the index of their track (-1: none); it is None outside an order.
    """

    tracks: Mapping[str, int]
    ranges: Ranges
    derived: Mapping[str, Amount] = field(default_factory=dict)
    targets: tuple[tuple[str, int], ...] | None = None


def over(number: int, divisor: int) -> int:
    """The quotient, rounded down; 0 when the divisor is 0."""
    return number // divisor if divisor else 0


def rest(number: int, divisor: int) -> int:
    """The remainder, with the divisor's sign; 0 when the divisor is 0."""
    return number % divisor if divisor else 0


_KNOWN = {"__builtins__": {}, "min": min, "max": max, "abs": abs, "over": over, "rest": rest}


def amount(node: Node, scope: Scope) -> Amount:
    """The tree as a function of (board, target index or -1); ExpressionError for an unknown name."""
    text = _number(node, scope)
    low, high = bounds(node, scope.ranges)
    if low < -LARGEST or high > LARGEST:
        text = f"max(-{LARGEST}, min({LARGEST}, {text}))"
    known: dict[str, object] = dict(_KNOWN)
    for name, function in scope.derived.items():
        known[f"derived{scope.tracks[name]}"] = function
    known["aims"] = tuple(track for _, track in scope.targets or ())
    return _made(text, known)


def held(function: Amount, low: int, high: int) -> Amount:
    """The same amount, never below `low` and never above `high`."""
    if not isinstance(function, FunctionType) or not function.__doc__:
        return lambda board, target: max(low, min(high, function(board, target)))
    text = f"max({low}, min({high}, {function.__doc__}))"
    return _made(text, function.__globals__)


class Waiting:
    """An amount that is made when it is first asked for: a game comes to few of those of its scenario."""

    __slots__ = ("_amount", "_make")

    def __init__(self, make: Callable[[], Amount]) -> None:
        """`make` is called once, or never; it does not raise."""
        self._make = make
        self._amount: Amount | None = None

    def __call__(self, board: Board, target: int) -> int:
        """What the amount gives."""
        return (self._amount or self.made())(board, target)

    def made(self) -> Amount:
        """The amount itself."""
        if self._amount is None:
            self._amount = self._make()
        return self._amount


def _made(text: str, known: dict[str, object]) -> Amount:
    """The function of a text, with the text as its docstring."""
    # The text holds nothing but what the functions below write: see the docstring of the module.
    made: Amount = eval(_code(text), known)  # noqa: S307
    made.__doc__ = text
    return made


@lru_cache(maxsize=4096)
def _code(text: str) -> CodeType:
    """The code of a text: a scenario says the same thing in many places."""
    return compile(f"lambda board, target: {text}", "<expression>", "eval")


def _number(node: Node, scope: Scope) -> str:
    """Python text whose value is the node's number."""
    match node:
        case Number(value):
            return f"({value})" if value < 0 else str(value)
        case Name():
            return _look_up(node, scope)
        case Sum(terms):
            signs = (" + " if sign > 0 else " - " for sign, _ in terms)
            parts = (_number(term, scope) for _, term in terms)
            return "(" + "".join(s + p for s, p in zip(signs, parts, strict=True)).strip(" +") + ")"
        case Product("*", left, right):
            return f"{_number(left, scope)} * {_number(right, scope)}"
        case Product(operator, left, Number(value)) if value:
            return f"({_number(left, scope)} {operator} {value})"
        case Product(operator, left, right):
            name = "over" if operator == "//" else "rest"
            return f"{name}({_number(left, scope)}, {_number(right, scope)})"
        case Comparison() | Both() | Either() | Not():
            return f"(1 if {_truth(node, scope)} else 0)"
        case Choice(test, yes, no):
            branches = f"{_number(yes, scope)} if {_truth(test, scope)} else {_number(no, scope)}"
            return f"({branches})"
        case Call(function, parts):
            return f"{function}({', '.join(_number(part, scope) for part in parts)})"
        case _:
            assert_never(node)


def _truth(node: Node, scope: Scope) -> str:
    """Python text that is true exactly when the node is not 0."""
    match node:
        case Comparison(first, steps):
            tail = "".join(f" {sign} {_number(step, scope)}" for sign, step in steps)
            return _number(first, scope) + tail
        case Both(parts):
            return "(" + " and ".join(_truth(part, scope) for part in parts) + ")"
        case Either(parts):
            return "(" + " or ".join(_truth(part, scope) for part in parts) + ")"
        case Not(part):
            return f"(not {_truth(part, scope)})"
        case Name("fact", id_, _):
            return f"{id_!r} in board.facts"
        case _:
            return _number(node, scope)


def _look_up(name: Name, scope: Scope) -> str:
    """Python text that looks a name up on the board."""
    match name.family:
        case "turn" | "turns":
            return f"board.{name.family}"
        case "track":
            return _track(name, scope)
        case "fact":
            return f"(1 if {name.id!r} in board.facts else 0)"
        case "count" | "done" | "tried" | "now" | "won" | "ending":
            return f"board.counts.get({name.family + '.' + name.id!r}, 0)"
        case "target":
            return _target(name, scope)
        case _:
            assert_never(name.family)


def _track(name: Name, scope: Scope) -> str:
    """A track's value: kept on the board, or computed."""
    if name.id not in scope.tracks:
        raise ExpressionError(f"no track {name.id!r}", name.column, "name a track of the scenario")
    index = scope.tracks[name.id]
    if name.id in scope.derived:
        return f"derived{index}(board, target)"
    return f"board.tracks[{index}]"


def _target(name: Name, scope: Scope) -> str:
    """Whether the order is aimed at this target, or the value of the target's track."""
    if scope.targets is None:
        raise ExpressionError("no target here", name.column, "only an order has a target")
    if not name.id:
        return "(board.tracks[aims[target]] if target >= 0 and aims[target] >= 0 else 0)"
    for index, (target, _) in enumerate(scope.targets):
        if target == name.id:
            return f"(1 if target == {index} else 0)"
    raise ExpressionError(f"no target {name.id!r}", name.column, "name a target of this order")
