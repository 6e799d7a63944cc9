"""What an expression is made of once it is read: a tree of nodes, each a whole number on a board."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, assert_never

from wargame.game.records import dataclass

LARGEST = 10**9
"""No number in an expression, and no result of one, is further from 0 than this."""

Family = Literal[
    "track",
    "fact",
    "count",
    "done",
    "tried",
    "now",
    "won",
    "ending",
    "target",
    "turn",
    "turns",
]
FAMILIES: tuple[Family, ...] = (
    "fact",
    "count",
    "done",
    "tried",
    "now",
    "won",
    "ending",
    "target",
)
"""What may stand before a dot."""
RESERVED = frozenset(FAMILIES).union(
    ("and", "or", "not", "if", "else", "min", "max", "abs"),
    ("true", "false", "turn", "turns", "target", "others"),
)
"""Words an expression already uses: no track may be called one of them."""


@dataclass(slots=True, frozen=True)
class Number:
    """A whole number as written."""

    value: int


@dataclass(slots=True, frozen=True)
class Name:
    """Something looked up on the board; `id` is empty for `turn`, `turns` and the value of `target`."""

    family: Family
    id: str
    column: int


@dataclass(slots=True, frozen=True)
class Sum:
    """Terms added up; a term with sign -1 is taken away."""

    terms: tuple[tuple[Literal[1, -1], Node], ...]


@dataclass(slots=True, frozen=True)
class Product:
    """Two numbers multiplied, divided downwards or reduced; division by zero gives 0."""

    operator: Literal["*", "//", "%"]
    left: Node
    right: Node


@dataclass(slots=True, frozen=True)
class Comparison:
    """Numbers compared, one after the other; it holds when every step holds."""

    first: Node
    steps: tuple[tuple[Literal["<", "<=", ">", ">=", "==", "!="], Node], ...]


@dataclass(slots=True, frozen=True)
class Both:
    """True when all parts are."""

    parts: tuple[Node, ...]


@dataclass(slots=True, frozen=True)
class Either:
    """True when a part is."""

    parts: tuple[Node, ...]


@dataclass(slots=True, frozen=True)
class Not:
    """True when the part is not."""

    part: Node


@dataclass(slots=True, frozen=True)
class Choice:
    """`yes` when the test holds, else `no`."""

    test: Node
    yes: Node
    no: Node


@dataclass(slots=True, frozen=True)
class Call:
    """The least, the greatest, or the size without its sign."""

    function: Literal["min", "max", "abs"]
    parts: tuple[Node, ...]


Node = Number | Name | Sum | Product | Comparison | Both | Either | Not | Choice | Call


def names_in(node: Node) -> Iterator[Name]:
    """Every name in the tree, from left to right, as often as it is written."""
    match node:
        case Number():
            return
        case Name():
            yield node
        case Sum(terms):
            for _, term in terms:
                yield from names_in(term)
        case Product(_, left, right):
            yield from names_in(left)
            yield from names_in(right)
        case Comparison(first, steps):
            yield from names_in(first)
            for _, step in steps:
                yield from names_in(step)
        case Both(parts) | Either(parts) | Call(_, parts):
            for part in parts:
                yield from names_in(part)
        case Not(part):
            yield from names_in(part)
        case Choice(test, yes, no):
            yield from names_in(yes)
            yield from names_in(test)
            yield from names_in(no)
        case _:
            assert_never(node)
