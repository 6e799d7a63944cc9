"""P4: 2,000 futures of a game of Tightrope in its middle, as a live session asks for them.

`python -m tests.benchmarks.odds [ROUNDS]` measures what the facilitator's screen waits for: the games
played in two fresh processes, from the question to the last answer, while an event loop runs beside them
as the screen's does; the longest that the loop had to wait is printed. Beside it, in turn, one process.
"""

from __future__ import annotations

import asyncio
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from wargame.analysis.kept import Kept
from wargame.analysis.simulate import Plan, Simulation
from wargame.cli.forecasting import GAMES, Forecaster
from wargame.decks.compile import compile_scenario
from wargame.decks.folders import find
from wargame.decks.load import load
from wargame.saves.log import SaveLog
from wargame.table.table import Table

ROUNDS = 5
BAR = 2.0
"""Seconds for 2,000 futures."""
TICK = 0.01
"""Seconds between two looks of the loop at its clock."""
MIDDLE = 5
"""The turn in which the odds are asked for."""


def midgame(folder: Path) -> Table:
    """A game of Tightrope as it stands when turn 5 begins."""
    scenario = compile_scenario(load(find("tightrope")))
    simulation = Simulation(Plan(scenario))
    path = folder / "middle.jsonl"
    index = next(one for one in range(1000) if simulation.game(one).board.turn > MIDDLE)
    kept = Kept(
        scenario, scenario.default_setup, simulation.seed(index), simulation.cast(index), "middle"
    )
    lines = kept.to_the_end().lines()
    turn = f'"kind":"phase_begun","data":{{"phase":"event","turn":{MIDDLE}'.encode()
    upto = next(place for place, line in enumerate(lines) if turn in line)
    SaveLog.create(path, b"".join(lines[: upto + 1])).close()
    return Table.open(path)


def processor() -> float:
    """Processor seconds that this process and those it has waited for have used."""
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


async def asked(table: Table, workers: int) -> tuple[float, float, float]:
    """Seconds until all the futures were played, the longest that the loop had to wait, processor seconds."""
    began, used = time.perf_counter(), processor()
    running = Forecaster(table, GAMES, workers).begin("facilitator")
    longest = time.perf_counter() - began
    while running.thread.is_alive():
        before = time.perf_counter()
        await asyncio.sleep(TICK)
        longest = max(longest, time.perf_counter() - before - TICK)
    found = running.so_far()
    if found.games != GAMES:
        raise SystemExit(f"only {found.games} futures were played. {found.why_not}")
    return time.perf_counter() - began, longest, processor() - used


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        table = midgame(Path(name))
        found: dict[int, list[tuple[float, float, float]]] = {1: [], 2: []}
        for _ in range(rounds):
            for workers, times in found.items():
                times.append(asyncio.run(asked(table, workers)))
        table.close()
    for workers, times in found.items():
        whole, waited, cpu = (statistics.median(column) for column in zip(*times, strict=True))
        print(
            f"P4 odds, {GAMES} futures, {workers} process{'es' if workers > 1 else ''}: "
            f"{whole:.2f} s (bar {BAR:.0f} on two), {cpu:.2f} s processor; "
            f"the loop waited {1000 * waited:.0f} ms at most"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
