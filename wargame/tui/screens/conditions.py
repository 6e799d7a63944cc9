"""A condition as people put it together: something on the board, a comparison and a number; or written with names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wargame.game.in_words import SIGNS
from wargame.game.nodes import RESERVED
from wargame.game.views import View
from wargame.tui.screens.asking import Filled, number

COMPARED = [
    (">=", "at least"),
    ("<=", "at most"),
    (">", "more than"),
    ("<", "less than"),
    ("==", "exactly"),
]
"""The comparisons, as an expression has them and in words."""
NONE = ("", "none: the facilitator says when it has come")
TURN = "turn"
GONE = "not fact."
"""What the value for a fact begins with: what can be waited for of one that holds is that it ends."""

ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
"""What an expression can name; a fact recorded by hand may be called otherwise."""


def things(view: View) -> list[tuple[str, str]]:
    """What a condition can look at: the tracks of the viewer's board, the turn, and the facts that hold."""
    tracks = [(one.id, f"{one.name} (now {one.value})") for one in view.tracks]
    turn = [(TURN, f"The turn (now {view.turn})")]
    named = [one for one in view.facts if ID.fullmatch(one.id)]
    facts = [(f"{GONE}{one.id}", f"no longer: {one.text}") for one in named]
    return [NONE, *tracks, *turn, *facts]


def example(view: View) -> str:
    """How a condition is written, with names of the viewer's own board."""
    named = [one.name for one in view.tracks][:1]
    return (
        f"several at once, as in: {' and '.join([*(f'{one} >= 7' for one in named), 'turn > 2'])}"
    )


def put_together(view: View, filled: Filled) -> tuple[str, str]:
    """The condition as an expression, and in words what was picked; ValueError with a sentence where it is none."""
    parts, said = [], ""
    thing, written = filled["thing"], filled["when"]
    if thing.startswith(GONE):
        parts, said = [thing], _called(view, thing)
    elif thing:
        amount = number(filled["amount"])
        if amount is None:
            raise ValueError(f"Write a whole number to compare {_called(view, thing)} with.")
        parts = [f"{thing} {filled['sign']} {amount}"]
        said = f"{_called(view, thing)} {SIGNS[filled['sign']]} {amount}"
    if written:
        written = with_ids(view, written)
        parts.append(f"({written})" if parts else written)
        said = ""
    return " and ".join(parts), said


def _called(view: View, thing: str) -> str:
    """What was picked, by its name."""
    if thing == TURN:
        return "the turn"
    if thing.startswith(GONE):
        text = next(one.text for one in view.facts if one.id == thing.removeprefix(GONE))
        return f"“{text.rstrip('.')}” does not hold"
    return next(one.name for one in view.tracks if one.id == thing)


def with_ids(view: View, written: str) -> str:
    """A written condition with the ids of the tracks in place of their names, whichever way these are spelled."""
    ids = dict(_names(view))
    if not ids:
        return written
    longest = sorted(map(re.escape, ids), key=len, reverse=True)
    found = re.compile(rf"(?<![\w.])(?:{'|'.join(longest)})(?![\w.])", re.IGNORECASE)
    return found.sub(lambda match: ids[match[0].lower()], written)


def _names(view: View) -> Iterator[tuple[str, str]]:
    """Names that stand for a track, in small letters; none that an expression reads as something else."""
    taken = {one.id for one in view.tracks} | RESERVED
    for one in view.tracks:
        name = one.name.lower()
        if name == one.id or name not in taken:
            yield name, one.id
