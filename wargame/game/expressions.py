"""The short expressions of a scenario: `kurds >= 1 and not fact.siege`.

`parse` reads a text once, from a whitelist, into a tree of `wargame.game.nodes`; nothing in it is
ever executed. `wargame.game.amounts` makes plain functions of the tree, `wargame.game.intervals` says
between which numbers it can lie. Everything is a whole number; true is 1 and false is 0.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, assert_never

from wargame.game.nodes import (
    FAMILIES,
    LARGEST,
    RESERVED,
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
from wargame.game.tokens import INSTEAD, LONGEST, ExpressionError, Token, tokens

DEEPEST = 40
"""Levels an expression may be nested."""
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)


class _Parser:
    """Recursive descent over the tokens of one expression; `depth` holds it to `DEEPEST` levels."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.at = 0
        self.depth = 0

    def whole(self) -> Node:
        """The whole text as one expression."""
        node = self.choice()
        token = self.tokens[self.at]
        if token.kind != "end":
            do = INSTEAD.get(token.text, "put an operator between, or take it out")
            raise ExpressionError(f"{token.text!r} does not belong here", token.column, do)
        return node

    def take(self, *texts: str) -> Token | None:
        """The next token when it is one of these words or signs, else nothing."""
        token = self.tokens[self.at]
        if token.kind in {"name", "operator"} and token.text in texts:
            self.at += 1
            return token
        return None

    def need(self, text: str, do: str) -> None:
        """The next token must be this."""
        if self.take(text) is None:
            token = self.tokens[self.at]
            found = f"not {token.text!r}" if token.text else "and the text ends"
            raise ExpressionError(f"{text!r} is expected here, {found}", token.column, do)

    def deeper(self) -> None:
        """One level further in; too many are refused."""
        self.depth += 1
        if self.depth > DEEPEST:
            column = self.tokens[self.at].column
            do = "use several rules or a derived track instead"
            raise ExpressionError(f"nested more than {DEEPEST} levels", column, do)

    def choice(self) -> Node:
        """`A if C else B`, or what binds tighter."""
        self.deeper()
        node = self.either()
        if self.take("if"):
            test = self.either()
            self.need("else", "write: A if CONDITION else B")
            node = Choice(test, node, self.choice())
        self.depth -= 1
        return node

    def either(self) -> Node:
        """Parts joined by `or`."""
        parts = [self.both()]
        while self.take("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def both(self) -> Node:
        """Parts joined by `and`."""
        parts = [self.negation()]
        while self.take("and"):
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def negation(self) -> Node:
        """`not A`, or a comparison."""
        if self.take("not"):
            self.deeper()
            node = Not(self.negation())
            self.depth -= 1
            return node
        return self.comparison()

    def comparison(self) -> Node:
        """Sums compared, chained or not."""
        first = self.sum()
        steps: list[tuple[Literal["<", "<=", ">", ">=", "==", "!="], Node]] = []
        while token := self.take("<", "<=", ">", ">=", "==", "!="):
            steps.append((token.text, self.sum()))  # type: ignore[arg-type]
        return Comparison(first, tuple(steps)) if steps else first

    def sum(self) -> Node:
        """Products added and taken away."""
        terms: list[tuple[Literal[1, -1], Node]] = [(1, self.product())]
        while token := self.take("+", "-"):
            terms.append((1 if token.text == "+" else -1, self.product()))
        return terms[0][1] if len(terms) == 1 else Sum(tuple(terms))

    def product(self) -> Node:
        """Numbers multiplied, divided and reduced, from left to right."""
        node = self.signed()
        before = self.depth
        while token := self.take("*", "//", "%"):
            self.deeper()
            node = Product(token.text, node, self.signed())  # type: ignore[arg-type]
        self.depth = before
        return node

    def signed(self) -> Node:
        """A number with its sign, or an atom."""
        if token := self.take("-", "+"):
            self.deeper()
            node = self.signed()
            self.depth -= 1
            if token.text == "+":
                return node
            return Number(-node.value) if isinstance(node, Number) else Sum(((-1, node),))
        return self.atom()

    def atom(self) -> Node:
        """A number, a name, a call or something in parentheses."""
        token = self.tokens[self.at]
        if self.take("("):
            node = self.choice()
            self.need(")", "close the parenthesis")
            return node
        self.at += 1
        match token.kind:
            case "number":
                return _number(token)
            case "name" if self.take("("):
                return self.call(token)
            case "name":
                return _name(token)
            case "operator" | "end":
                found = f"not {token.text!r}" if token.text else "and the text ends"
                do = "write a number or a name" if token.text else "finish the expression"
                if self.at > 1 and self.tokens[self.at - 2].text == "%":
                    do = "if per cent are meant, leave the % out"
                message = f"a number or a name is expected here, {found}"
                raise ExpressionError(message, token.column, do)
            case _:
                assert_never(token.kind)

    def call(self, name: Token) -> Node:
        """`min(A, B)`, `max(A, B)` or `abs(A)`, after the opening parenthesis."""
        if name.text not in {"min", "max", "abs"}:
            do = "only min(), max() and abs() can be called"
            raise ExpressionError(f"{name.text!r} is not something to call", name.column, do)
        parts = [self.choice()]
        while self.take(","):
            parts.append(self.choice())
        self.need(")", "close the parenthesis")
        if (name.text == "abs") != (len(parts) == 1):
            do = "write abs(A), min(A, B) or max(A, B)"
            raise ExpressionError(f"{name.text}() with {len(parts)} inside", name.column, do)
        return Call(name.text, tuple(parts))  # type: ignore[arg-type]


def _number(token: Token) -> Number:
    """A number as written, when it is plain and not too large."""
    if len(token.text) > 1 and token.text.startswith("0"):
        do = f"write {token.text.lstrip('0') or '0'}"
        raise ExpressionError(f"{token.text!r} begins with 0", token.column, do)
    if len(token.text) > 10 or int(token.text) > LARGEST:
        do = f"the largest number is {LARGEST}"
        raise ExpressionError("a number too large", token.column, do)
    return Number(int(token.text))


def _name(token: Token) -> Name | Number:
    """A name looked up on the board, or true and false."""
    text, column = token.text, token.column
    if text in {"true", "false"}:
        return Number(int(text == "true"))
    if text in {"turn", "turns", "target"}:
        return Name(text, "", column)  # type: ignore[arg-type]
    family, dot, rest = text.partition(".")
    if dot:
        if family not in FAMILIES:
            do = f"write {rest}" if family == "track" else "before a dot: " + ", ".join(FAMILIES)
            raise ExpressionError(f"{text!r} is not a name", column, do)
        if not _ID.fullmatch(rest):
            do = "after the dot goes an id: small letters, digits and _"
            raise ExpressionError(f"{text!r} is not a name", column, do)
        return Name(family, rest, column)
    if text in RESERVED:
        do = f"write {text}.ID" if text in FAMILIES else "put a number or a name here"
        raise ExpressionError(f"{text!r} cannot stand here", column, do)
    if not _ID.fullmatch(text):
        do = "a name is made of small letters, digits and _"
        if _ID.fullmatch(text.lower()):
            do = f"small letters only: {text.lower()}"
        raise ExpressionError(f"{text!r} is not a name", column, do)
    return Name("track", text, column)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Node:
    """`parse` for a text; an error is not kept."""
    if len(text) > LONGEST:
        do = "use several rules or a derived track instead"
        raise ExpressionError(f"{len(text)} characters; {LONGEST} may be", LONGEST + 1, do)
    if not text.strip():
        raise ExpressionError("nothing is written here", 1, "write an expression, or leave it out")
    return _Parser(text).whole()


def parse(text: str | int) -> Node:
    """The tree of an expression; ExpressionError when it says anything outside the whitelist."""
    if isinstance(text, int):
        if abs(text) > LARGEST:
            raise ExpressionError("a number too large", 1, f"the largest number is {LARGEST}")
        return Number(int(text))
    return _parse(text)
