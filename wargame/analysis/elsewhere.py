"""Games played in fresh processes, where this one cannot be copied: it has threads, or draws a screen.

Each process is a Python of its own that reads what to do from its input and writes what came of it to
its output, in pickles: both ends are this program. Nothing of the terminal is handed on to it.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any

BEGIN = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from wargame.analysis.elsewhere import work; work()"
)
"""What a fresh process runs: with this one's path, so that it finds the same program."""


class Lost(Exception):
    """A process that plays games ended before it was done; the text says what it said."""


def played_elsewhere(
    make: Callable[[Any], Any], wanted: object, parts: Sequence[Any], many: int
) -> Generator[Any, None, None]:
    """What `make(wanted).play` gives for each part, in any order, on `many` processes.

    Closing this ends the processes. Lost when one of them ends by itself.
    """
    todo, lock = iter(list(parts)), threading.Lock()
    done: SimpleQueue[tuple[bool, Any]] = SimpleQueue()
    task = pickle.dumps((make, wanted))

    def following() -> Any:
        with lock:
            return next(todo, None)

    crew = [_Hand(task, following, done.put) for _ in range(min(many, len(parts)))]
    try:
        for _ in parts:
            good, result = done.get()
            if not good:
                raise Lost(result)
            yield result
    finally:
        for hand in crew:
            hand.end()


class _Hand:
    """One process, and the thread that hands it part after part."""

    def __init__(
        self,
        task: bytes,
        following: Callable[[], Any],
        done: Callable[[tuple[bool, Any]], None],
    ) -> None:
        """Begin at once. `following` gives the next part or None, `done` is told what came of each."""
        self._task, self._following, self._done = task, following, done
        self._process = subprocess.Popen(
            [sys.executable, "-c", BEGIN, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._drive, name="hand", daemon=True)
        self._thread.start()

    def _drive(self) -> None:
        orders, results = self._pipes()
        try:
            orders.write(self._task)
            while (part := self._following()) is not None:
                pickle.dump(part, orders)
                orders.flush()
                self._done(pickle.load(results))  # noqa: S301 - it comes from this program
        except (OSError, EOFError, ValueError, pickle.PickleError):
            self._done((False, "A process that played games has ended."))

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        """What the process reads, and what it writes."""
        orders, results = self._process.stdin, self._process.stdout
        if orders is None or results is None:
            raise ValueError("a process without pipes")
        return orders, results

    def end(self) -> None:
        """End the process, whatever it is doing; it has nothing to save."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        for pipe in self._pipes():
            with suppress(OSError):  # what was not read yet is for nobody
                pipe.close()


def work() -> None:
    """What a fresh process does until its input ends. An interrupt is for the process that it works for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing but results may reach the pipe
    _serve(sys.stdin.buffer, out)


def _serve(orders: IO[bytes], results: IO[bytes]) -> None:
    """Read what to make and from what, then part after part."""
    try:
        make, wanted = pickle.load(orders)  # noqa: S301 - it comes from this program
        player = make(wanted)
        while True:
            part = pickle.load(orders)  # noqa: S301
            pickle.dump((True, player.play(part)), results)
            results.flush()
    except EOFError:
        return
    except Exception as error:  # noqa: BLE001 - whoever waits is told
        pickle.dump((False, f"{type(error).__name__}: {error}"), results)
        results.flush()
