"""Games played in fresh processes: the same as here, ended when nobody wants them, told when they fail."""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import closing, suppress

import pytest

from tests.analysis.both_ways import scenario_of
from wargame.analysis import workers
from wargame.analysis.elsewhere import Lost, played_elsewhere
from wargame.analysis.simulate import Plan, Simulation
from wargame.analysis.tally import Tally
from wargame.analysis.workers import simulated


class Echo:
    """Gives back what it is asked, and its process."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted

    def play(self, part: int) -> tuple[str, int, int]:
        if part < 0:
            raise ValueError("a part below nothing")
        print("this must not reach the pipe", flush=True)
        return self.wanted, part, os.getpid()


class Slow:
    """Tells its process and takes its time."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted

    def play(self, part: int) -> int:
        if part:
            time.sleep(60)
        return os.getpid()


def alive(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


def test_every_part_is_played_once_in_as_many_processes_as_were_asked_for() -> None:
    found = list(played_elsewhere(Echo, "wanted", range(20), 2))
    assert sorted(part for _, part, _ in found) == list(range(20))
    assert {wanted for wanted, _, _ in found} == {"wanted"}
    assert os.getpid() not in {process for _, _, process in found}
    assert not any(alive(process) for _, _, process in found)


def test_games_are_the_same_as_played_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FEW", 10)
    plan = Plan(scenario_of("small"))
    here = Simulation(plan).play(range(60))
    waiting = threading.Event()
    beside = threading.Thread(target=waiting.wait)
    beside.start()
    try:
        there = simulated(plan, 60, 2)
    finally:
        waiting.set()
        beside.join()
    assert there == here
    assert isinstance(there, Tally)


def test_no_part_no_process() -> None:
    assert list(played_elsewhere(Echo, "", [], 2)) == []


def test_when_it_is_closed_the_processes_end() -> None:
    running = played_elsewhere(Slow, "", [0, 1, 1], 1)
    with closing(running):
        process = next(running)
        assert alive(process)
    assert not alive(process)


def test_what_goes_wrong_there_is_told_here() -> None:
    with pytest.raises(Lost, match="ValueError: a part below nothing"):
        list(played_elsewhere(Echo, "", [1, -1], 1))


def test_a_process_that_ends_by_itself_is_told() -> None:
    running = played_elsewhere(Slow, "", [0, 1], 1)
    process = next(running)
    os.kill(process, signal.SIGKILL)
    with pytest.raises(Lost, match="has ended"):
        next(running)


def test_a_screen_that_has_taken_the_standard_streams_is_no_hindrance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Taken:
        """A stream without a file, as a terminal application has it."""

        def fileno(self) -> int:
            return -1

    monkeypatch.setattr("sys.stderr", Taken())
    monkeypatch.setattr("sys.stdout", Taken())
    assert len(list(played_elsewhere(Echo, "", range(3), 2))) == 3
