"""Between which numbers an expression can lie, given the ranges of what it names.

`wargame check` uses it to say that a condition can never hold; `wargame.game.amounts` to see that a
result cannot grow without end. An interval is never too narrow; it may be too wide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

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

Range = tuple[int, int]
"""The lowest and the highest number, both included."""
Ranges = Mapping[str, Range]
"""Ranges by what is written: `street`, `turn`, `target`, `count.raids`."""

_SWAPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def bounds(node: Node, ranges: Ranges) -> Range:
    """The range of the node; a truth is within 0..1."""
    return _bounds(node, ranges, narrow=True)


def truth(node: Node, ranges: Ranges) -> Range:
    """(0, 0): the node never holds. (1, 1): it always does. (0, 1): it depends."""
    return truth_of(bounds(node, ranges))


def _bounds(node: Node, ranges: Ranges, *, narrow: bool) -> Range:
    """The range of the node, each part of it looked at a few times at most.

    `narrow` is false inside a conjunction that is being looked at already: looking at the inner ones
    as closely would take time that doubles with each level.
    """
    match node:
        case Number(value):
            return value, value
        case Name():
            return _name(node, ranges)
        case Sum(terms):
            parts = [_signed(sign, _bounds(term, ranges, narrow=narrow)) for sign, term in terms]
            return sum(low for low, _ in parts), sum(high for _, high in parts)
        case Product(operator, left, right):
            sides = [_bounds(side, ranges, narrow=narrow) for side in (left, right)]
            return _product(operator, sides[0], sides[1])
        case Comparison() | Both():
            return _together(node, ranges, narrow=narrow)
        case Either(parts_):
            truths = [truth_of(_bounds(part, ranges, narrow=narrow)) for part in parts_]
            return max(low for low, _ in truths), max(high for _, high in truths)
        case Not(part):
            low, high = truth_of(_bounds(part, ranges, narrow=narrow))
            return 1 - high, 1 - low
        case Choice(test, yes, no):
            branches = [_bounds(one, ranges, narrow=narrow) for one in (test, yes, no)]
            return _choice(truth_of(branches[0]), branches[1], branches[2])
        case Call(function, parts_):
            return _call(function, [_bounds(part, ranges, narrow=narrow) for part in parts_])
        case _:
            assert_never(node)


def truth_of(given: Range) -> Range:
    """Whether a number in this range is, and can be, other than 0."""
    low, high = given
    return int(low > 0 or high < 0), int(low != 0 or high != 0)


def spelled(name: Name) -> str:
    """A name as an author writes it."""
    if name.family == "track":
        return name.id
    return f"{name.family}.{name.id}" if name.id else name.family


def _name(name: Name, ranges: Ranges) -> Range:
    """The range given for a name, or all its family may be."""
    given = ranges.get(spelled(name))
    if given is not None:
        return given
    match name.family:
        case "fact" | "now" | "won" | "ending":
            return 0, 1
        case "target":
            return (0, 1) if name.id else (-LARGEST, LARGEST)
        case "count" | "done" | "tried":
            return 0, LARGEST
        case "turn" | "turns" | "track":
            return -LARGEST, LARGEST
        case _:
            assert_never(name.family)


def _signed(sign: int, given: Range) -> Range:
    """The range, or its mirror image."""
    low, high = given
    return (low, high) if sign > 0 else (-high, -low)


def _product(operator: str, left: Range, right: Range) -> Range:
    """The range of a product, a quotient or a remainder."""
    if operator == "*":
        corners = [a * b for a in left for b in right]
        return min(corners), max(corners)
    low, high = right
    divisors = {d for d in (low, high, -1, 1) if d and low <= d <= high}
    zero = low <= 0 <= high
    if operator == "//":
        corners = [a // d for a in left for d in divisors] + [0] * zero
        return min(corners), max(corners)
    if low == high and low and left[0] // low == left[1] // low:
        return left[0] % low, left[1] % low
    return min(0, low + 1), max(0, high - 1)


def _together(node: Comparison | Both, ranges: Ranges, *, narrow: bool) -> Range:
    """Whether everything that is said at once must, and can, hold."""
    least, most = _apart(node, ranges)
    if not narrow or not most:
        return least, most
    narrowed: dict[str, Range] = {}
    for name, (low, high) in _limits(node, ranges, narrowed):
        if low > high:
            return 0, 0
        narrowed[name] = low, high
    return least, _apart(node, {**ranges, **narrowed})[1]


def _apart(node: Comparison | Both, ranges: Ranges) -> Range:
    """Whether each part must, and can, hold by itself."""
    if isinstance(node, Both):
        truths = [truth_of(_bounds(part, ranges, narrow=False)) for part in node.parts]
        return min(low for low, _ in truths), min(high for _, high in truths)
    least, most = 1, 1
    left = _bounds(node.first, ranges, narrow=False)
    for sign, operand in node.steps:
        right = _bounds(operand, ranges, narrow=False)
        low, high = _step(sign, left, right)
        least, most = min(least, low), min(most, high)
        left = right
    return least, most


def _step(sign: str, left: Range, right: Range) -> Range:
    """Whether one comparison must, and can, hold."""
    match sign:
        case "<":
            return int(left[1] < right[0]), int(left[0] < right[1])
        case "<=":
            return int(left[1] <= right[0]), int(left[0] <= right[1])
        case ">" | ">=":
            return _step(_SWAPPED[sign], right, left)
        case "==":
            same = left == right and left[0] == left[1]
            return int(same), int(left[0] <= right[1] and right[0] <= left[1])
        case _:
            low, high = _step("==", left, right)
            return 1 - high, 1 - low


def _limits(
    part: Node, ranges: Ranges, narrowed: Mapping[str, Range]
) -> Iterator[tuple[str, Range]]:
    """What a part, when it holds, says of the names in it, given what others said of them."""

    def known(node: Node) -> Range:
        if isinstance(node, Name) and spelled(node) in narrowed:
            return narrowed[spelled(node)]
        return _bounds(node, ranges, narrow=False)

    match part:
        case Name() if known(part) == (0, 1):
            yield spelled(part), (1, 1)
        case Not(Name() as name):
            low, high = known(name)
            yield spelled(name), (max(low, 0), min(high, 0))
        case Comparison(left, steps):
            for sign, right in steps:
                for one, how, other in ((left, sign, right), (right, _SWAPPED[sign], left)):
                    if isinstance(one, Name):
                        yield spelled(one), _narrow(how, known(one), known(other))
                left = right
        case Both(parts):
            for inner in parts:
                yield from _limits(inner, ranges, narrowed)
        case _:
            return


def _narrow(sign: str, left: Range, right: Range) -> Range:
    """What is left of the first range when it stands so to the second; low above high when nothing."""
    low, high = left
    match sign:
        case "<":
            return low, min(high, right[1] - 1)
        case "<=":
            return low, min(high, right[1])
        case ">":
            return max(low, right[0] + 1), high
        case ">=":
            return max(low, right[0]), high
        case "==":
            return max(low, right[0]), min(high, right[1])
        case _ if right[0] == right[1]:
            return low + (low == right[0]), high - (high == right[0])
        case _:
            return left


def _choice(test: Range, yes: Range, no: Range) -> Range:
    """The range of the branches that can be taken."""
    if test == (1, 1):
        return yes
    if test == (0, 0):
        return no
    return min(yes[0], no[0]), max(yes[1], no[1])


def _call(function: str, parts: list[Range]) -> Range:
    """The range of a least, a greatest or a size."""
    lows = [low for low, _ in parts]
    highs = [high for _, high in parts]
    if function == "min":
        return min(lows), min(highs)
    if function == "max":
        return max(lows), max(highs)
    low, high = parts[0]
    least = 0 if low <= 0 <= high else min(abs(low), abs(high))
    return least, max(abs(low), abs(high))
