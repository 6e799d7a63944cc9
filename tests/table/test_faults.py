"""A disk that fails at any call: nothing acknowledged is lost, the table says no, and the game goes on."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.saves.faults import FaultyDisk, PowerLost
from tests.table.games import BOOKS, FACILITATOR, Counting, entries, goes_on, new, play
from wargame.game.commands import Advance
from wargame.game.refusals import Refused
from wargame.saves.errors import SaveError
from wargame.saves.events import data_of
from wargame.saves.reading import read
from wargame.table.seats import LocalKeeper
from wargame.table.table import Table


class Disk(FaultyDisk):
    """The same without waiting for the real one: no power fails here but in play."""

    def sync(self, fd: int) -> None:
        """Take it as done."""

    def sync_folder(self, folder: Path) -> None:
        """Take it as done."""


Kept = list[tuple[str, dict[str, object]]]
"""Entries that somebody was told of: kind and data."""
Use = Callable[[Disk], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Let every save that is opened from now on use this disk."""

    def using(disk: Disk) -> None:
        monkeypatch.setattr("wargame.saves.log.Disk", lambda: disk)

    return using


def told(table: Table) -> Kept:
    """Note every entry of which the table told somebody, at the moment it does."""
    kept: Kept = []

    def look() -> None:
        state, line, events = table.state, table.state.line, []
        while line is not None:
            line, event = line
            events.append(data_of(event))
        assert len(events) == state.entries
        kept[:] = reversed(events)

    look()
    table.on_change(look)
    return kept


def on_disk(path: Path) -> Kept:
    """The entries after the opening, as they stand in the file; a torn tail does not count."""
    return [(one.kind, one.data) for one in read(path).whole().entries[1:]]


def short(path: Path) -> Table:
    """A game of two turns that playbooks play."""
    return new(path, setup="1450", playbooks=BOOKS)


def calls(folder: Path, use: Use) -> list[str]:
    """Every call of the disk in such a game, in order."""
    disk = Disk()
    use(disk)
    play(short(folder / "counted.jsonl")).close()
    return disk.made


def answer(table: Table) -> str:
    """Take the next step; the refusal if it was refused."""
    try:
        table.ask(FACILITATOR, goes_on(table))
    except Refused as refused:
        return f"{refused.code}: {refused.sentence}"
    return ""


def stubborn(table: Table) -> int:
    """Play to the close, trying again after every stop; how often the table stopped."""
    stops = 0
    keeper = LocalKeeper(table)
    for _ in range(500):
        if table.state.closed:
            return stops
        said = answer(table)
        assert said in ("", f"save_stopped: {table.trouble()}")
        if table.trouble():
            stops += 1
            assert keeper.retry() == ""
    raise AssertionError("the game does not come to its end")


def fails(path: Path, use: Use, at: int, fault: int | str) -> None:
    """Play a game in which one call of the disk fails."""
    disk = Disk(at, fault)
    use(disk)
    try:
        table = short(path)
    except SaveError:
        assert not path.exists() or read(path).whole().entries
        path.unlink(missing_ok=True)
        return
    kept = told(table)
    stubborn(table)
    assert kept == on_disk(path)
    table.close()
    disk.power_off()


def dies(path: Path, use: Use, at: int, fault: str) -> None:
    """Play a game in which the power fails at one call, and go on with what stands on the disk."""
    disk = Disk(at, fault)
    use(disk)
    kept: Kept = []
    try:
        table = short(path)
        kept = told(table)
        play(table)
        table.close()
    except PowerLost:
        disk.power_off()
    use(Disk())
    if not path.exists():
        assert kept == []
        return
    again = Table.open(path)
    again.fresh = Counting()
    assert on_disk(path)[: len(kept)] == kept
    play(again)
    assert again.state.closed
    again.close()


EVERY = 9
"""In the quick run every ninth call fails, in the slow one each."""


@pytest.mark.parametrize("fault", [errno.EIO, errno.ENOSPC, "short"])
def test_when_a_call_fails_the_table_stops_and_goes_on_when_it_can(
    tmp_path: Path, use: Use, fault: int | str
) -> None:
    for at in range(0, len(calls(tmp_path, use)), EVERY):
        fails(tmp_path / f"at{at}.jsonl", use, at, fault)


@pytest.mark.parametrize("fault", ["power", "late power"])
def test_when_the_power_fails_nothing_acknowledged_is_lost(
    tmp_path: Path, use: Use, fault: str
) -> None:
    for at in range(3, len(calls(tmp_path, use)), EVERY):
        dies(tmp_path / f"at{at}.jsonl", use, at, fault)


@pytest.mark.slow
@pytest.mark.parametrize("fault", [errno.EIO, "short"])
def test_whichever_call_fails_the_table_stops_and_goes_on(
    tmp_path: Path, use: Use, fault: int | str
) -> None:
    for at in range(len(calls(tmp_path, use))):
        fails(tmp_path / f"at{at}.jsonl", use, at, fault)


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["power", "late power"])
def test_at_whichever_call_the_power_fails_nothing_acknowledged_is_lost(
    tmp_path: Path, use: Use, fault: str
) -> None:
    for at in range(len(calls(tmp_path, use))):
        dies(tmp_path / f"at{at}.jsonl", use, at, fault)


def test_while_nothing_can_be_kept_nothing_is_taken_and_everybody_can_be_told_why(
    tmp_path: Path, use: Use
) -> None:
    disk = Disk()
    use(disk)
    table = new(tmp_path / "autumn.jsonl")
    before, views = entries(table), table.view("town")
    said: list[str] = []
    table.on_change(lambda: said.append(table.trouble()))
    disk.at, disk.fault = len(disk.made), errno.ENOSPC
    for _ in range(3):
        with pytest.raises(Refused) as refused:
            table.ask(FACILITATOR, Advance("setup"))
        assert refused.value.code == "save_stopped"
    assert "ENOSPC" not in said[0]
    assert "could not be written" in said[0]
    assert table.view("town") == views
    assert LocalKeeper(table).retry() == ""
    assert entries(table) == before
    table.ask(FACILITATOR, Advance("setup"))
    assert said[-1] == ""


def test_a_playbook_that_was_stopped_plays_when_the_table_goes_on(tmp_path: Path, use: Use) -> None:
    disk = Disk()
    use(disk)
    table = new(tmp_path / "autumn.jsonl", playbooks=BOOKS)
    play(table, 2)
    assert table.state.phase == "talks"
    last_write = len(disk.made) - 1 - disk.made[::-1].index("write")
    calls_a_write = len(disk.made) - last_write
    disk.at, disk.fault = len(disk.made) + calls_a_write, errno.EIO
    table.ask(FACILITATOR, Advance("talks"))
    assert table.trouble() != ""
    assert len(table.state.sealed) < 3
    assert LocalKeeper(table).retry() == ""
    assert len(table.state.sealed) == 3


def test_a_save_that_cannot_be_finished_opens_and_says_so(tmp_path: Path, use: Use) -> None:
    path = tmp_path / "autumn.jsonl"
    table = new(path)
    table.ask(FACILITATOR, Advance("setup"))
    table.close()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    disk = Disk()
    use(disk)
    Table.open(
        path,
    ).close()
    path.write_bytes(b"".join(lines[:-1]))
    opening = Disk()
    use(opening)
    at = disk.made.index("write", disk.made.index("write") + 1)
    opening.at, opening.fault = at, errno.EIO
    again = Table.open(path)
    assert not again.state.settled
    assert again.trouble() != ""
    assert LocalKeeper(again).retry() == ""
    assert again.state.settled
    play(again)
