"""A scenario's conditions and amounts in words, for whoever reads them on a screen or works them out on paper.

`kurds >= 1 and not fact.siege` reads `Kurdish parties ≥ 1 and “The town is besieged” does not hold`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, assert_never

from wargame.game.expressions import parse
from wargame.game.nodes import (
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
from wargame.game.plain_text import listed

SIGNS: Final = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}
"""The signs of comparison as people write them."""
OWN: Final = "the target’s own track"
"""What `target` alone stands for."""


class Conditions:
    """Says expressions with the names of one scenario's things; `names` holds them by family and id."""

    def __init__(self, names: Mapping[str, Mapping[str, str]]) -> None:
        """Families as in an expression: `track`, `fact`, `order`, `ending`, `target`."""
        self._names = names

    def words(self, expression: str) -> str:
        """The expression in words: a condition as a statement, a number as a sum."""
        node = parse(expression)
        return self._truth(node) if _is_truth(node) else self._number(node)

    def _truth(self, node: Node) -> str:
        """A node as a statement."""
        match node:
            case Name():
                return self._stated(node, holds=True)
            case Not(Name() as name):
                return self._stated(name, holds=False)
            case Not(part):
                return f"not {self._inside(part)}"
            case Both(parts):
                return " and ".join(self._inside(one, also=Both) for one in parts)
            case Either(parts):
                return " or ".join(self._inside(one, also=Either) for one in parts)
            case Comparison(first, steps):
                compared = "".join(f" {SIGNS[sign]} {self._number(one)}" for sign, one in steps)
                return self._number(first) + compared
            case _:
                return f"{self._number(node)} ≠ 0"

    def _inside(self, node: Node, also: type | None = None) -> str:
        """A statement as a part of another: in brackets where it might be read otherwise."""
        said = self._truth(node)
        loose = isinstance(node, Both | Either) and type(node) is not also
        return f"({said})" if loose else said

    def _stated(self, name: Name, *, holds: bool) -> str:
        """A name as a statement, or its contrary."""
        called = self._called(name)
        match name.family:
            case "fact":
                return f"{called} {'holds' if holds else 'does not hold'}"
            case "ending":
                return f"the game has {'' if holds else 'not '}reached {called}"
            case "target" if name.id:
                return f"it is {'' if holds else 'not '}aimed at {called}"
            case "done" | "won":
                now = " this turn" if name.family == "won" else ""
                return f"{called} has {'' if holds else 'not '}succeeded{now}"
            case "tried" | "now":
                now = " this turn" if name.family == "now" else ""
                return f"{called} has {'' if holds else 'not '}been tried{now}"
            case _:
                return f"{self._number(name)} {'≠' if holds else '='} 0"

    def _number(self, node: Node) -> str:
        """A node as a number."""
        match node:
            case Number(value):
                return str(value).replace("-", "−")
            case Name():
                return self._counted(node)
            case Sum(terms):
                return self._sum(terms)
            case Product():
                return self._product(node)
            case Choice(test, yes, no):
                return f"({self._number(yes)} if {self._truth(test)}, else {self._number(no)})"
            case Call(function, parts):
                each = listed([self._number(one) for one in parts])
                which = {"min": "the lowest of", "max": "the highest of", "abs": "the size of"}
                return f"({which[function]} {each})"
            case Comparison() | Both() | Either() | Not():
                return f"(1 if {self._truth(node)})"
            case _:
                assert_never(node)

    def _sum(self, terms: tuple[tuple[int, Node], ...]) -> str:
        said = ""
        for sign, term in terms:
            minus = "−" if sign < 0 else ""
            said += f" {minus or '+'} " if said else minus
            said += self._number(term)
        return said

    def _product(self, node: Product) -> str:
        """A product; so many points for something that is or is not so are said like that."""
        pairs = ((node.left, node.right), (node.right, node.left))
        if node.operator == "*":
            for points, other in pairs:
                if _is_truth(other):
                    return f"({self._number(points)} if {self._truth(other)})"
        left, right = self._factor(node.left), self._factor(node.right)
        match node.operator:
            case "*":
                return f"{left} × {right}"
            case "//":
                return f"({left} ÷ {right}, rounded down)"
            case "%":
                return f"(what {left} ÷ {right} leaves over)"
            case _:
                assert_never(node.operator)

    def _factor(self, node: Node) -> str:
        return f"({self._number(node)})" if isinstance(node, Sum) else self._number(node)

    def _counted(self, name: Name) -> str:
        """A name as a number."""
        called = self._called(name)
        match name.family:
            case "track":
                return called
            case "count":
                return f"tally {called}"
            case "done" | "won":
                return f"successes of {called}{' this turn' if name.family == 'won' else ''}"
            case "tried" | "now":
                return f"tries of {called}{' this turn' if name.family == 'now' else ''}"
            case "turn":
                return "the turn"
            case "turns":
                return "the number of turns"
            case "target" if not name.id:
                return OWN
            case "fact" | "ending" | "target":
                return f"(1 if {self._stated(name, holds=True)})"
            case _:
                assert_never(name.family)

    def _called(self, name: Name) -> str:
        """What the thing is called, in quotes unless it is a track; a counter by its own words."""
        family = "order" if name.family in ("done", "tried", "won", "now") else name.family
        known = self._names.get(family, {}).get(name.id, name.id.replace("_", " "))
        return known if family == "track" else f"“{known.rstrip('.')}”"


def _is_truth(node: Node) -> bool:
    """Whether a node is 1 or 0 and nothing else: something that is so, or not."""
    match node:
        case Comparison() | Both() | Either() | Not():
            return True
        case Name():
            aimed = node.family == "target" and bool(node.id)
            return aimed or node.family in ("fact", "ending")
        case _:
            return False
