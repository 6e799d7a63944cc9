"""P10: `wargame check` of a scenario of 1,000 cards.

`python -m tests.benchmarks.check [ROUNDS]` writes such a scenario (Tightrope, its cards told again
under other names), and runs, in turn, the command and a Python that does nothing. It prints
wall and processor seconds of the command, and what the check itself takes in a process that has
checked before.
"""

from __future__ import annotations

import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.simulate import environ
from wargame.decks.check import check
from wargame.decks.folders import find

CARDS = 1000
ROUNDS = 7
BAR = 0.5
"""Seconds for all of it."""
CARD = re.compile(r"^  - id: ", re.MULTILINE)
ID = re.compile(r"^([a-z0-9-]+)")


def written(folder: Path) -> Path:
    """A scenario of 1,000 cards in this folder."""
    home = Path(shutil.copytree(find("tightrope"), folder / "large"))
    files = sorted((home / "cards").iterdir())
    parts = {file: CARD.split(file.read_text(encoding="utf-8")) for file in files}
    left = CARDS - sum(len(part) - 1 for part in parts.values())
    number = 0
    while left > 0:
        number += 1
        for file, (head, *cards) in parts.items():
            told = [ID.sub(rf"\1-x{number}", card, count=1) for card in cards[:left]]
            left -= len(told)
            if told:
                body = head + "".join(f"  - id: {card.rstrip()}\n\n" for card in told)
                path = file.with_name(f"{file.stem}-{number}.yaml")
                path.write_text(body, encoding="utf-8")
    return home


def timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Wall and processor seconds of a command."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, env=environ(), check=True, capture_output=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def alone(home: Path) -> float:
    """Seconds of the check itself."""
    began = time.perf_counter()
    report = check(home)
    if report.errors:
        raise SystemExit(f"the scenario has errors: {report.errors[0]}")
    return time.perf_counter() - began


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        home = written(Path(name))
        ours, bare, inner = [], [], [alone(home)]
        for _ in range(rounds):
            ours.append(timed([sys.executable, "-m", "wargame", "check", str(home)], home))
            bare.append(timed([sys.executable, "-c", "pass"], home))
            inner.append(alone(home))
    wall, cpu = (statistics.median(column) for column in zip(*ours, strict=True))
    nothing = statistics.median(wall for wall, _ in bare)
    print(
        f"P10 check, {CARDS} cards: {wall:.2f} s wall, {cpu:.2f} s processor (bar {BAR}); a Python that "
        f"does nothing {nothing:.3f} s; the check alone {statistics.median(inner[1:]):.2f} s"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
