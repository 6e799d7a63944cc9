"""Games spread over processes. What comes out is the same whatever their number."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from wargame.analysis.elsewhere import played_elsewhere
from wargame.analysis.simulate import Plan, Simulation
from wargame.analysis.tally import Tally

FEW = 200
"""Up to so many games are played here: another process costs more than it brings."""
PARTS = 16
"""Into how many parts each worker's share is cut at least, so that progress can be seen."""
LARGEST_PART = 250

Progress = Callable[[int], None]
"""Told how many games have been played."""
Wanted = TypeVar("Wanted")
Part = TypeVar("Part")
Done = TypeVar("Done")
_P_contra = TypeVar("_P_contra", contravariant=True)
_D_co = TypeVar("_D_co", covariant=True)


class Player(Protocol[_P_contra, _D_co]):
    """Plays a part of the games."""

    def play(self, part: _P_contra, /) -> _D_co:
        """What the games of a part come to."""


def simulated(plan: Plan, games: int, workers: int = 0, progress: Progress | None = None) -> Tally:
    """The games 0 to `games` - 1 of a plan, on so many processes (0: as many as there are cores)."""
    many = processes(games, workers)
    tally = Tally()
    Simulation(plan)  # what cannot be simulated is refused here, not in the workers
    for done in spread_out(Simulation, plan, parts_of(games, many), many):
        tally.merge(done)
        if progress is not None:
            progress(tally.games)
    return tally


def spread_out(
    make: Callable[[Wanted], Player[Part, Done]],
    wanted: Wanted,
    parts: Sequence[Part],
    many: int,
) -> Iterator[Done]:
    """What `make(wanted).play` gives for each part, in any order, on so many processes."""
    if many == 1:
        yield from map(make(wanted).play, parts)
        return
    if not _can_be_copied():
        yield from played_elsewhere(make, wanted, parts, many)
        return
    with multiprocessing.get_context("fork").Pool(many, _settle_in, (make, wanted)) as pool:
        yield from pool.imap_unordered(_work, parts)


def processes(games: int, workers: int) -> int:
    """On how many processes so many games are played when so many are asked for (0: one a core)."""
    return min(workers or cores(), max(1, games // FEW))


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def parts_of(games: int, workers: int) -> list[range]:
    """The games in parts of one size."""
    size = max(1, min(LARGEST_PART, games // (workers * PARTS)))
    return [range(first, min(games, first + size)) for first in range(0, games, size)]


def _can_be_copied() -> bool:
    """Whether copies of this process are quick and safe; else fresh ones must do."""
    return sys.platform == "linux" and threading.active_count() == 1


_here: list[Player[Any, Any]] = []
"""The one player of a worker."""


def _settle_in(make: Callable[[Wanted], Player[Part, Done]], wanted: Wanted) -> None:
    """Make a worker ready; an interrupt is for the process that it works for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here[:] = [make(wanted)]


def _work(part: Any) -> Any:
    return _here[0].play(part)
