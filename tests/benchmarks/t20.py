"""P1 and P2: whole games of T-20 a second, on one core.

`python -m tests.benchmarks.t20 [--log] [SECONDS]` prints games a second: what `simulate` does, and with
`--log` the same games with their complete chained log in memory. Quote it beside other engines that
were timed in the same run (`peers.sh`), never alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from wargame.analysis.simulate import Plan, Simulation
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load

FOLDER = Path(__file__).parent / "t20_scenario"
BATCH = 20
"""Games between two looks at the clock."""


def rate(play: Callable[[int], object], seconds: float) -> float:
    """Games a second, over at least so many seconds, after a few to warm up."""
    for index in range(BATCH):
        play(index)
    games, began = 0, time.perf_counter()
    while (spent := time.perf_counter() - began) < seconds:
        for _ in range(BATCH):
            play(games)
            games += 1
    return games / spent


def simulation() -> Simulation:
    """The games that are timed."""
    return Simulation(Plan(compile_scenario(load(FOLDER))))


def main(arguments: list[str]) -> None:
    """Time it and print the rate."""
    seconds = [float(one) for one in arguments if one != "--log"]
    games = simulation()
    play = games.logged if "--log" in arguments else games.game
    print(f"{rate(play, seconds[0] if seconds else 2.0):.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
