"""The table of mechanisms that `wargame check` prints: what each says, and what carries it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from textwrap import wrap

from wargame.cli.answers import Unusable
from wargame.decks.board import Mechanism
from wargame.game.plain_text import clean

EVERY = "all"
"""The word that asks for every mechanism in full."""
NARROW, WIDE = 80, 120
"""Columns of the table: at least, and at most where a terminal has them."""
INDENT = 5
KINDS = (("order", "order"), ("standing", "rule"), ("card", "card"), ("inject", "inject"))
"""What can carry a mechanism, as the check names it and as the table does."""


def width() -> int:
    """The columns that there are for a table on stdout."""
    if not sys.stdout.isatty():
        return NARROW
    return max(NARROW, min(WIDE, shutil.get_terminal_size().columns))


def insist_on_known(wanted: Collection[str], declared: Sequence[Mechanism]) -> None:
    """Raise Unusable when a mechanism is asked for that is not declared."""
    known = [one.id for one in declared]
    for one in wanted:
        if one != EVERY and one not in known:
            listed = ", ".join([*known, EVERY]) if known else "none, the scenario declares none"
            asked = clean(one, 60, lines=False)
            raise Unusable(f'There is no mechanism "{asked}". Mechanisms: {listed}.')


def table(
    declared: Sequence[Mechanism],
    carried: Mapping[str, Sequence[str]],
    wanted: Collection[str],
    columns: int,
) -> Iterator[str]:
    """Two lines a mechanism, what does not fit cut off; those that are `wanted` in full."""
    if not declared:
        return
    empty = sum(not carried.get(one.id) for one in declared)
    yield f"{len(declared)} mechanisms" + (
        f", {empty} of them carried by nothing:" if empty else ":"
    )
    for one in declared:
        carriers = carried.get(one.id, ())
        if EVERY in wanted or one.id in wanted:
            yield from _in_full(one, carriers, columns)
        elif not wanted:
            yield from _in_short(one, carriers, columns)
    if not wanted:
        yield f"In full: --mechanism {declared[0].id}, or --mechanism {EVERY}."


def _in_short(one: Mechanism, carriers: Sequence[str], columns: int) -> Iterator[str]:
    """What it says, how many carry it, and the first of them."""
    yield _cut(f"{one.id:<{INDENT - 1}} {one.text}", columns)
    names = [carrier.partition(" ")[2] for kind, _ in KINDS for carrier in _of(kind, carriers)]
    counts = ", ".join(
        _count(len(_of(kind, carriers)), word) for kind, word in KINDS if _of(kind, carriers)
    )
    line = f"{counts}: {', '.join(names)}" if counts else "nothing carries it"
    yield _cut(" " * INDENT + line, columns)


def _in_full(one: Mechanism, carriers: Sequence[str], columns: int) -> Iterator[str]:
    """Everything, on as many lines as it takes."""
    first = f"{one.id:<{INDENT - 1}} "
    yield from wrap(first + one.text, columns, subsequent_indent=" " * INDENT)
    if not carriers:
        yield " " * INDENT + "nothing carries it"
    for kind, word in KINDS:
        mine = [carrier.partition(" ")[2] for carrier in _of(kind, carriers)]
        if mine:
            head = f"{' ' * INDENT}{_count(len(mine), word)}: "
            yield from wrap(
                head + ", ".join(mine),
                columns,
                subsequent_indent=" " * (INDENT + 2),
                break_on_hyphens=False,
            )


def _of(kind: str, carriers: Sequence[str]) -> list[str]:
    """The carriers of one kind."""
    return [one for one in carriers if one.startswith(f"{kind} ")]


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _cut(line: str, columns: int) -> str:
    """A line that fits, cut at a word."""
    if len(line) <= columns:
        return line
    return f"{line[: columns - 1].rpartition(' ')[0].rstrip(',;:')} …"
