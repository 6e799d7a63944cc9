"""The same game gives the same save, and the same save the same state, in every process and time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

PLAYED = """
import hashlib, sys
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from tests.table.games import BOOKS, FACILITATOR, SEATS, Counting, new, play
from wargame.table.table import Table

class Local:
    seconds = 1_700_000_000
    def __call__(self):
        self.seconds += 1
        return datetime.fromtimestamp(self.seconds).astimezone()

def told(part):
    if isinstance(part, (set, frozenset)):
        return repr(sorted(part))
    return repr(part)

def digest(table):
    views = [repr(table.view(who)) for who in (*SEATS, FACILITATOR, "public")]
    state = table.state
    left_out = ("scenario", "opening", "past", "line")
    held = [told(getattr(state, one.name)) for one in fields(state) if one.name not in left_out]
    return hashlib.sha256(repr((views, held)).encode()).hexdigest()

path = Path(sys.argv[1])
if not path.exists():
    table = new(path, playbooks=BOOKS)
    table.clock = Local()
    play(table, 60)
    print(digest(table))
    table.close()
table = Table.open(path)
print(digest(table))
print(hashlib.sha256(path.read_bytes()).hexdigest())
"""

PLACES = [
    ("0", "UTC"),
    ("1", "Pacific/Kiritimati"),
    ("12345", "America/St_Johns"),
    ("random", "Asia/Kathmandu"),
]


def run(path: Path, seed: str, zone: str) -> list[str]:
    """What a process of its own says of a game at this path: it plays it if it is not there."""
    environment = os.environ | {
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", PLAYED, str(path)],
        env=environment,
        capture_output=True,
        text=True,
        cwd=path.parent,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_a_game_is_the_same_whatever_the_hash_seed_and_the_time_zone(tmp_path: Path) -> None:
    said = []
    for number, (seed, zone) in enumerate(PLACES):
        folder = tmp_path / str(number)
        folder.mkdir()
        said.append(run(folder / "autumn.jsonl", seed, zone))
    live, opened, _ = said[0]
    assert live == opened
    assert len({tuple(one) for one in said}) == 1


@pytest.mark.parametrize(("seed", "zone"), PLACES[1:3])
def test_a_save_opens_to_the_same_state_elsewhere(tmp_path: Path, seed: str, zone: str) -> None:
    path = tmp_path / "autumn.jsonl"
    live, opened, raw = run(path, "0", "UTC")
    assert run(path, seed, zone) == [opened, raw]
    assert live == opened
