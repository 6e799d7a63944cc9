"""P7: an acknowledged entry (decide, append, sync, evolve) beside a bare write and sync of the same bytes.

`python -m tests.benchmarks.entry [ROUNDS]` prints both medians in milliseconds and their ratio, from
one interleaved run in a folder of the file system that this is started on.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from wargame.decks.compile import compile_scenario
from wargame.decks.folders import find
from wargame.decks.load import load
from wargame.game.changes import OrderText
from wargame.game.commands import Advance, ChooseOption, OpenSession, SealOrder
from wargame.table.table import Table

FACILITATOR = "facilitator"


def table_in(folder: Path) -> Table:
    """A game of Tightrope in the talks of turn 1."""
    scenario = compile_scenario(load(find("tightrope")))
    table = Table.create(folder / "bench.jsonl", scenario, OpenSession("bench"))
    table.ask(FACILITATOR, Advance("setup"))
    for dilemma in table.view(FACILITATOR).dilemmas:
        way = next(one for one in dilemma.options if not one.why_not)
        table.ask(FACILITATOR, ChooseOption(dilemma.card, way.id))
    table.ask(FACILITATOR, Advance("event"))
    return table


def measure(rounds: int) -> tuple[float, float]:
    """The medians, in seconds, of an acknowledged entry and of a bare write and sync."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        table = table_in(folder)
        seat = table.state.scenario.seats[0].id
        plain = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        order_id = ""
        for number in range(rounds):
            order = OrderText("", f"Do the thing that is asked, number {number:05d}", "It is done")
            before = table.log.size
            began = time.perf_counter()
            table.ask(seat, SealOrder(seat, order, order_id))
            ours.append(time.perf_counter() - began)
            order_id = next(iter(table.state.sealed))
            same = bytes(table.log.size - before)
            began = time.perf_counter()
            os.write(plain, same)
            os.fdatasync(plain)
            bare.append(time.perf_counter() - began)
        os.close(plain)
        table.close()
    return statistics.median(ours), statistics.median(bare)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    ours, bare = measure(rounds)
    print(
        f"P7 entry: {ours * 1000:.3f} ms, bare {bare * 1000:.3f} ms, ratio {ours / bare:.2f} (bar 1.3)"
    )


if __name__ == "__main__":
    main()
