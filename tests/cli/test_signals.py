"""A signal to end leaves the terminal as it was, the save sound and its lock free."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import termios
from pathlib import Path

import pytest

from wargame.saves.verify import verify


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_a_game_as_leaving_does(number: signal.Signals) -> None:
    here = Path.cwd()
    pid, fd = pty.fork()
    if pid == 0:
        os.execve(  # noqa: S606 - a list, no shell
            sys.executable,
            [sys.executable, "-m", "wargame", "play", "tightrope", "--session", "cut"],
            {**os.environ, "TERM": "xterm-256color", "LINES": "30", "COLUMNS": "100"},
        )
    termios.tcsetwinsize(fd, (30, 100))
    seen = b""
    while b"Authority" not in seen:
        assert select.select([fd], [], [], 60)[0], seen[-500:]
        seen += os.read(fd, 65536)
    os.kill(pid, number)
    while select.select([fd], [], [], 60)[0]:
        try:
            piece = os.read(fd, 65536)
        except OSError:  # the program has let go of its terminal
            break
        if not piece:
            break
        seen += piece
    _, status = os.waitpid(pid, 0)
    os.close(fd)
    assert os.waitstatus_to_exitcode(status) == 128 + number
    assert b"\x1b[?1049l" in seen
    assert not (here / "saves" / "cut.lock").exists()
    assert verify(here / "saves" / "cut.jsonl").ok
