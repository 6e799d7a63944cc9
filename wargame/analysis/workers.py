"""Games spread over processes. What comes out is the same whatever their number."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.context import BaseContext

from wargame.analysis.simulate import Plan, Simulation
from wargame.analysis.tally import Tally

FEW = 200
"""Up to so many games are played here: another process costs more than it brings."""
PARTS = 16
"""Into how many parts each worker's share is cut at least, so that progress can be seen."""
LARGEST_PART = 250

Progress = Callable[[int], None]
"""Told how many games have been played."""


def simulated(plan: Plan, games: int, workers: int = 0, progress: Progress | None = None) -> Tally:
    """The games 0 to `games` - 1 of a plan, on so many processes (0: as many as there are cores)."""
    many = min(workers or cores(), max(1, games // FEW))
    parts = _parts(games, many)
    tally = Tally()
    if many == 1:
        simulation = Simulation(plan)
        for part in parts:
            tally.merge(simulation.play(part))
            if progress is not None:
                progress(tally.games)
        return tally
    Simulation(plan)  # what cannot be simulated is refused here, not in the workers
    with _context().Pool(many, _settle_in, (plan,)) as pool:
        for done in pool.imap_unordered(_work, parts):
            tally.merge(done)
            if progress is not None:
                progress(tally.games)
    return tally


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _parts(games: int, workers: int) -> list[range]:
    """The games in parts of one size."""
    size = max(1, min(LARGEST_PART, games // (workers * PARTS)))
    return [range(first, min(games, first + size)) for first in range(0, games, size)]


def _context() -> BaseContext:
    """A copy of this process where that is quick and safe, else a fresh one."""
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if sys.platform == "linux" and alone else "spawn")


_here: list[Simulation] = []
"""The one simulation of a worker."""


def _settle_in(plan: Plan) -> None:
    """Make a worker ready; an interrupt is for the process that it works for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here[:] = [Simulation(plan)]


def _work(part: range) -> Tally:
    return _here[0].play(part)
