"""P3: `wargame simulate --games 10000` of Tightrope from a cold start, on one process and on two.

`python -m tests.benchmarks.simulate [GAMES [ROUNDS]]` runs both in turn, each as a command of its own,
and prints wall and processor seconds, and how much faster two processes are than one.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GAMES = 10_000
ROUNDS = 3
BAR = 10.0
"""Seconds for 10,000 games on two cores."""


def timed(games: int, workers: int, folder: Path) -> tuple[float, float]:
    """Wall seconds and processor seconds of a simulation from a cold start."""
    command = [sys.executable, "-m", "wargame", "simulate", "tightrope", "--json"]
    command += ["--games", str(games), "--workers", str(workers)]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, env=environ(), check=True, capture_output=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def environ() -> dict[str, str]:
    """This process's environment, where the program is found, and nothing is kept between runs."""
    root = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": root, "WARGAME_CACHE": ""}


def main(arguments: list[str]) -> None:
    """Measure and print."""
    games = int(arguments[0]) if arguments else GAMES
    rounds = int(arguments[1]) if len(arguments) > 1 else ROUNDS
    found: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as name:
        for _ in range(rounds):
            for workers, times in found.items():
                times.append(timed(games, workers, Path(name)))
    for workers, times in found.items():
        wall, cpu = (statistics.median(column) for column in zip(*times, strict=True))
        print(
            f"P3 simulate, {games} games, {workers} process{'es' if workers > 1 else ''}: "
            f"{wall:.1f} s wall, {cpu:.1f} s processor, {games / wall:.0f} games/s"
        )
    faster = statistics.median(one[0] / two[0] for one, two in zip(found[1], found[2], strict=True))
    print(f"P3 two processes are {faster:.2f} x as fast as one (bar: {GAMES} games in {BAR:.0f} s)")


if __name__ == "__main__":
    main(sys.argv[1:])
