"""A fork: another game that begins with the first entries of one, byte for byte, and has its own seed."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from pathlib import Path

from wargame.game import chance
from wargame.game.names import is_id
from wargame.game.plain_text import clean
from wargame.saves.entry import encode, stamp
from wargame.saves.errors import BadFork, BadName
from wargame.saves.log import SaveLog
from wargame.saves.reading import Reading


def fork(source: Reading, at: int, target: Path, now: datetime | None = None) -> SaveLog:
    """Make the save `target` of entries 0 to `at` and a `forked` entry; whoever asks holds it.

    What is damaged after `at` does not matter: whatever comes before it is rescued. BadFork when there
    is no such entry or the game was over by then; NameTaken, BadName, UnreadableSave as for any save.
    """
    _insist_on_entry(source, at)
    session = _new_name(source, at, target)
    seed = secrets.token_bytes(32)
    last = source.entries[at]
    data = {
        "session": session,
        "commitment": chance.commitment(seed),
        "secret": {"seed": seed.hex()},
        "parent": {"session": session_at(source, at), "n": at, "head": last.hash},
    }
    at_time = stamp(now or datetime.now(UTC))
    line = encode(last.hash, at + 1, at_time, "facilitator", "forked", data)
    return SaveLog.create(target, source.lines(at) + line)


def _new_name(source: Reading, at: int, target: Path) -> str:
    """The session's name by its file's; BadName when it cannot be that, or was one of the game before."""
    name = target.stem
    if not is_id(name):
        raise BadName(
            f"{clean(name, 60, lines=False)!r} cannot be a session's name: "
            "a letter a-z first, then a-z, 0-9, _ or -, 40 at most."
        )
    if name in [one.data["session"] for one in source.entries[: at + 1] if _names(one.kind)]:
        raise BadName(f"The fork is another session than {name!r}: give it a name of its own.")
    return name


def session_at(source: Reading, at: int) -> str:
    """The session that the entry belongs to: that of the last fork before it, or of the opening."""
    named = [one.data["session"] for one in source.entries[: at + 1] if _names(one.kind)]
    return str(named[-1])


def _names(kind: str) -> bool:
    return kind in ("session_opened", "forked")


def _insist_on_entry(source: Reading, at: int) -> None:
    """BadFork when the entry is not there, or the session was closed by then."""
    there = len(source.entries)
    if not there:
        source.whole()
    if not 0 <= at < there:
        damaged = f", where it is damaged ({source.damage.what})" if source.damage else ""
        raise BadFork(
            f"{source.path} has entries 0 to {there - 1}{damaged}; there is no entry {at} to fork at."
        )
    closed = next((one.n for one in source.entries if one.kind == "session_closed"), at + 1)
    if closed <= at:
        raise BadFork(
            f"{source.path}: the session was closed with entry {closed}; fork at an earlier entry."
        )
