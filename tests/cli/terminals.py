"""A terminal to run the command in: what it draws, keys pressed, how it ends."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 60.0
"""Seconds without a sign of life after which a test gives up."""


class Terminal:
    """The `wargame` command in a terminal of its own, of a given size."""

    def __init__(self, *arguments: str | Path, columns: int = 80, rows: int = 24) -> None:
        """Start it in the current folder."""
        self._master, slave = pty.openpty()
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
        environ = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        for name in ("COLUMNS", "LINES"):
            environ.pop(name, None)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wargame", *map(str, arguments)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environ,
            start_new_session=True,
        )
        os.close(slave)
        self.drawn = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)

    def wait_for(self, text: str) -> None:
        """Read what is drawn until this text has been; AssertionError when it never is."""
        end = time.monotonic() + 2 * PATIENCE  # a clock on the screen draws for ever
        while text not in self.drawn:
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"{text!r} was never drawn, but: {self.drawn[-3000:]!r}")

    def press(self, keys: str) -> None:
        """Press keys, as the terminal sends them."""
        self.drawn = ""
        os.write(self._master, keys.encode())

    def end(self) -> int:
        """Wait for its end; the exit code."""
        while self._read():
            pass
        return self.process.wait(PATIENCE)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], PATIENCE)
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.drawn += data.decode("utf-8", "replace")
        return bool(data)
