"""P8 and P9: how soon `wargame play` shows its table, and how soon a key is painted.

`python -m tests.benchmarks.screen [ROUNDS]` builds the wheel, installs it into an empty environment,
and drives it and a Textual application with one Static, in turn, each in a terminal of its own.
The very first start, which reads and checks the scenario and keeps what it read, is told apart.
Quote the ratios; the raw figures are this machine's.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
ONE_STATIC = """
from textual.app import App
from textual.widgets import Static

class One(App):
    def compose(self):
        yield Static("one static stands here")

    def on_key(self, event):
        if event.key in ("pagedown", "pageup"):
            self.query_one(Static).update(f"painted {event.key} as asked")

One().run()
"""
QUIET = 0.05
"""Seconds without output after which a frame counts as painted."""


class Terminal:
    """A program in a terminal of 80x24."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        """Start it in a folder, as a person would: with byte code cached."""
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            kept = {key: one for key, one in os.environ.items() if not key.startswith("PYTHON")}
            kept |= {"TERM": "xterm-256color", "WARGAME_CACHE": str(folder / "cache")}
            os.execvpe(command[0], list(command), kept)  # noqa: S606 - a list, no shell
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, words: bytes, limit: float = 30) -> float:
        """Seconds from the start until the words have been painted."""
        seen = b""
        while words not in seen:
            ready, _, _ = select.select([self.fd], [], [], limit)
            if not ready:
                raise TimeoutError(f"{words!r} was not painted in {limit} seconds")
            seen += os.read(self.fd, 65536)
        return time.perf_counter() - self.began

    def settle(self) -> float | None:
        """When the last byte came before the terminal fell quiet; None when nothing came."""
        last = None
        while select.select([self.fd], [], [], QUIET)[0]:
            os.read(self.fd, 65536)
            last = time.perf_counter()
        return last

    def press(self, key: bytes) -> float:
        """Seconds from a key to the last byte that it painted."""
        began = time.perf_counter()
        os.write(self.fd, key)
        select.select([self.fd], [], [], 5)
        last = self.settle()
        return (last if last is not None else time.perf_counter()) - began

    def end(self) -> None:
        """Stop it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def installed(folder: Path) -> Path:
    """An environment with the wheel of this checkout; its bin folder."""
    home = folder / "env"
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, str(ROOT)], check=True)
    return home / "bin"


def starts(command: Sequence[str], words: bytes, folder: Path) -> float:
    """Seconds to the first useful frame."""
    terminal = Terminal(command, folder)
    try:
        return terminal.until(words)
    finally:
        terminal.end()


def keys(command: Sequence[str], words: bytes, folder: Path, presses: int) -> float:
    """The 95th percentile of a key's way to the screen, in seconds."""
    terminal = Terminal(command, folder)
    try:
        terminal.until(words)
        time.sleep(1)
        terminal.settle()
        times = [
            terminal.press(b"\x1b[6~" if number % 2 == 0 else b"\x1b[5~")
            for number in range(presses)
        ]
        return statistics.quantiles(times, n=20)[-1]
    finally:
        terminal.end()


def long_save(bin_folder: Path, folder: Path, entries: int) -> None:
    """A game in turn 1 with that many entries."""
    code = (
        "from pathlib import Path\n"
        "from wargame.decks.compile import compile_scenario\n"
        "from wargame.decks.folders import find\n"
        "from wargame.decks.load import load\n"
        "from wargame.game.commands import Advance, OpenSession, WriteNote\n"
        "from wargame.table.table import Table\n"
        "Path('saves').mkdir(exist_ok=True)\n"
        "scenario = compile_scenario(load(find('tightrope')))\n"
        "table = Table.create(Path('saves/long.jsonl'), scenario, OpenSession('long'))\n"
        "table.ask('facilitator', Advance('setup'))\n"
        f"for number in range({entries}):\n"
        "    table.ask('facilitator', WriteNote(f'note {number}'))\n"
        "table.close()\n"
    )
    subprocess.run([bin_folder / "python", "-c", code], cwd=folder, check=True)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = installed(folder)
        (folder / "one.py").write_text(ONE_STATIC)
        one = [str(home / "python"), str(folder / "one.py")]
        here, static = b"Authority", b"one static stands here"
        ours, bare = [], []
        for number in range(rounds + 1):
            game = [str(home / "wargame"), "play", "tightrope", "--session", f"s{number}"]
            ours.append(starts(game, here, folder))
            bare.append(starts(one, static, folder))
        first, other = statistics.median(ours[1:]), statistics.median(bare[1:])
        print(
            f"P8 start: {first:.2f} s, one Static {other:.2f} s, ratio {first / other:.2f} (bar 1.6); "
            f"the very first {ours[0]:.2f} s"
        )
        long_save(home, folder, 10_000)
        presses = 20 * rounds
        base = keys(one, static, folder, presses)
        short = keys([str(home / "wargame"), "resume", "s1"], here, folder, presses)
        long = keys([str(home / "wargame"), "resume", "long"], here, folder, presses)
        print(
            f"P9 key, p95: {short * 1000:.0f} ms, at 10,000 entries {long * 1000:.0f} ms, "
            f"one Static {base * 1000:.0f} ms, ratio {short / base:.2f} and {long / base:.2f} (bar 4)"
        )


if __name__ == "__main__":
    main()
