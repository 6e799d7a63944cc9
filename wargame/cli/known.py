"""Scenarios that opened before open sooner: their plain JSON, kept under a hash of all they are made of.

What is kept is data and nothing else: the JSON that a save of the scenario would carry. It is found by
the hash of every file of the scenario's folder and of this program, so whatever changes is read and
checked anew. It is used only when it belongs to this user, nobody else may write it, and its own hash
is right. A folder that cannot be kept in, or JSON that cannot be read, costs time and nothing else.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from wargame import __version__
from wargame.decks.compile import compile_known
from wargame.decks.problems import ScenarioError
from wargame.game.scenario import Scenario
from wargame.settings import cache_folder

READ = (".yaml", ".yml", ".md")
"""How the files end that a scenario is made of."""
MOST_FILES = 1000
"""A folder with more files is always read."""
HEAVIEST = 20_000_000
"""Bytes of a folder's files, and of what is kept; more is always read."""
KEPT = 20
"""How many scenarios are kept; those that were kept first go first."""
PACKAGE = Path(__file__).resolve().parent.parent
PROGRAM = ("decks", "game")
"""What turns files into a scenario."""


def fingerprint(folder: Path) -> str | None:
    """The hash of a scenario's files and of the program; None when they cannot all be told.

    A link may lead anywhere, so a folder that holds one is always read.
    """
    digest = sha256(__version__.encode())
    try:
        for part in PROGRAM:
            for one in sorted(os.scandir(PACKAGE / part), key=lambda entry: entry.name):
                if one.name.endswith(".py"):
                    found = one.stat()
                    digest.update(f"{one.name} {found.st_size} {found.st_mtime_ns}\n".encode())
        total = 0
        for number, path in enumerate(_files(str(folder))):
            total += os.stat(path).st_size
            if number >= MOST_FILES or total > HEAVIEST:
                return None
            data = Path(path).read_bytes()
            digest.update(f"{os.path.relpath(path, folder)}\0{len(data)}\0".encode())
            digest.update(data)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def _files(folder: str) -> Iterator[str]:
    """The files of a folder and of those in it, always in one order; ValueError for a link."""
    for one in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if one.is_symlink():
            raise ValueError("a link")
        if one.is_dir():
            yield from _files(one.path)
        elif one.name.endswith(READ):
            yield one.path


def place_of(folder: Path) -> Path | None:
    """Where a scenario is kept, as its folder is now; None when it cannot be."""
    home = cache_folder()
    digest = fingerprint(folder) if home is not None else None
    return home / "scenarios" / f"{digest}.json" if home is not None and digest else None


def remembered(place: Path | None, *, later: bool) -> Scenario | None:
    """The scenario that is kept there, if it can be trusted; `later` leaves what can wait."""
    data = _trusted(place) if place is not None else None
    if data is None:
        return None
    digest, _, text = data.partition(b"\n")
    if sha256(text).hexdigest().encode() != digest:
        return None
    with suppress(ValueError, RecursionError, ScenarioError):
        plain = json.loads(text)
        if isinstance(plain, dict):
            return compile_known(plain, same=later)
    return None


def remember(place: Path, plain: dict[str, Any]) -> None:
    """Keep a scenario without errors there."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    new = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _forget(place.parent)
        written = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(written, "wb") as stream:
            stream.write(sha256(text).hexdigest().encode() + b"\n" + text)
        new.replace(place)
    with suppress(OSError):
        new.unlink(missing_ok=True)


def _trusted(path: Path) -> bytes | None:
    """What a file holds that is this user's and nobody else may write, nor its folder."""
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as stream:
            if not (_own(os.fstat(stream.fileno())) and _own(os.stat(path.parent))):
                return None
            data = stream.read(HEAVIEST + 1)
    except OSError:
        return None
    return data if len(data) <= HEAVIEST else None


def _own(found: os.stat_result) -> bool:
    """Whether something is this user's, and nobody else may write it."""
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _forget(folder: Path) -> None:
    """Make room for one more."""
    known = sorted(folder.glob("*.json"), key=lambda one: one.stat().st_mtime)
    for one in known[: max(0, len(known) - KEPT + 1)]:
        one.unlink(missing_ok=True)
