"""Names as a form has them, made into people and sessions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import count

from wargame.game.changes import Person

LONGEST_ID = 36


def slug(name: str, otherwise: str = "p") -> str:
    """An id that reads like the name; `otherwise` stands in where no Latin letter begins it."""
    letters = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not letters or not letters[0].isalpha():
        letters = f"{otherwise}-{letters}".strip("-")
    return letters[:LONGEST_ID].rstrip("-")


def numbered(first: str, fits: Callable[[str], bool]) -> str:
    """`first`, or `first-2`, `first-3` and so on until one fits (the last tried after 99)."""
    name, number = first, 1
    while not fits(name) and number < 99:
        number += 1
        name = f"{first}-{number}"
    return name


def free_name(scenario: str, free: Callable[[str], str]) -> str:
    """A session's name that is free, made from the scenario's; `free` says why one is not."""
    return numbered(
        slug(scenario.rstrip("/").rsplit("/", 1)[-1], "game"), lambda one: not free(one)
    )


def seated(names: Iterable[tuple[str, str]]) -> list[Person]:
    """People from pairs of a seat and the names written for it, with commas between.

    Their ids (`p1`, `p2`, ...) say nothing of their names: those stand in one place of the record only.
    """
    pairs = list(names)
    seats = {seat for seat, _ in pairs}
    ids = (f"p{number}" for number in count(1) if f"p{number}" not in seats)
    return [
        Person(next(ids), name, seat)
        for seat, written in pairs
        for name in (one.strip() for one in written.split(","))
        if name
    ]
