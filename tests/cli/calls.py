"""Calling the `wargame` command: in a process of its own, or here where that is enough."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from wargame.cli import main

SMALL = Path(__file__).parents[1] / "decks" / "small"
"""A small scenario: seats town, guild and abbey."""

OPENING = f"""\
scenario: {SMALL}
session: bridge
setup: "1450"
seed: "2a"
people:
  - {{id: one, name: Player one, seat: town}}
  - {{id: two, name: Player two, seat: guild}}
  - {{id: three, name: Player three, seat: abbey}}
play:
"""
"""The keys with which a script of a small game begins; the steps follow."""

BEGUN = OPENING + "  - next: event\n"
"""A script that does as little as can be."""

FIRST_TURN = """\
  - next: event
  - next: talks
  - next: orders
  - seal_order: {seat: town, move: court, target: to_farmers, reasons: [They are many.]}
  - next: reveal
    holds: true
  - next: adjudicate
  - judge: {order: town, dice: [5, 4], narrative: The farmers nod.}
  - next: wrap
"""
"""A turn of it. The setup puts the flood on top of the pile."""


def wargame(*arguments: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, in the current folder."""
    return subprocess.run(
        [sys.executable, "-m", "wargame", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **environ},
    )


def with_room_for(kilobytes: int, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command where no file can grow beyond this size, as on a full disk."""
    words = " ".join(shlex.quote(str(one)) for one in (sys.executable, "-m", "wargame", *arguments))
    return subprocess.run(
        ["bash", "-c", f"ulimit -f {kilobytes}; exec {words}"],
        capture_output=True,
        text=True,
        timeout=120,
    )


class Called:
    """What a verb answered: exit code, stdout, stderr."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> None:
        """Run the verb in this process."""
        self.code = main([str(one) for one in arguments])
        self.out, self.err = capsys.readouterr()


def script(text: str, name: str = "script.yaml") -> Path:
    """A script in the current folder."""
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path
