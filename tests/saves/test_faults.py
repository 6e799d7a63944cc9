"""Nothing acknowledged is lost, whichever call of the disk fails, fills up or is the last one."""

import contextlib
import errno
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT
from tests.saves import pen
from tests.saves.faults import FaultyDisk, NoLinks, PowerLost
from wargame.saves.disk import Disk
from wargame.saves.errors import (
    MissingSave,
    NameTaken,
    SaveError,
    SaveStopped,
    UnreadableSave,
)
from wargame.saves.log import SaveLog
from wargame.saves.reading import read

LINES = pen.lines(pen.small(6))
TORN = LINES[4][:30]
STEPS = ([LINES[1]], LINES[2:4], [LINES[4]], LINES[5:])

ERRORS = [errno.EIO, errno.ENOSPC, "short"]
POWER = ["power", "late power"]


def insist(holds: bool, otherwise: str) -> None:
    assert holds, otherwise


def hold(path: Path, disk: Disk) -> SaveLog:
    """What a table does to begin: go on with the save, or make it."""
    try:
        return SaveLog.open(path, disk=disk)
    except MissingSave:
        return SaveLog.create(path, LINES[0], disk)


def play(path: Path, disk: FaultyDisk, acknowledged: list[int]) -> None:
    """A whole game: make the save, append, stop, find a torn tail, mend it, append, stop.

    An error of the disk is answered as a table answers it: once more from the place where it
    stopped. `acknowledged` ends with how many entries have been acknowledged.
    """
    torn = False
    while acknowledged[-1] < len(LINES):
        try:
            with hold(path, disk) as log:
                assert log.writable
                acknowledged.append(log.count)
                for step in STEPS:
                    if step[0] == LINES[log.count]:
                        answered(log, step)
                        acknowledged.append(log.count)
                    if log.count == 4 and not torn:
                        torn = True
                        break
                    if log.count == len(LINES):
                        return
        except SaveError as error:
            insist(str(path.parent) in str(error), f"it does not say where: {error}")
            continue
        with path.open("ab") as other:
            other.write(TORN)


def answered(log: SaveLog, step: list[bytes]) -> None:
    """Append; after an error, make sure that nothing is accepted until the log has recovered."""
    before = (log.count, log.head, log.size)
    try:
        log.append(step)
    except SaveStopped as error:
        insist(log.stopped == str(error), "the banner says something else")
        assert (log.count, log.head, log.size) == before
        with pytest.raises(SaveStopped):
            log.append(step)
        log.recover()
        assert log.stopped == ""
        assert log.path.read_bytes() == b"".join(LINES[: log.count])
        log.append(step)


def calls(disk: FaultyDisk, folder: Path) -> int:
    """How many calls the whole game makes of a disk that does not fail."""
    play(folder / "autumn.jsonl", disk, [0])
    shutil.rmtree(folder)
    return len(disk.made)


@pytest.mark.parametrize("kind", [FaultyDisk, NoLinks])
@pytest.mark.parametrize("fault", ERRORS)
def test_an_error_at_any_call_loses_nothing_and_play_goes_on(
    tmp_path: Path, fault: int | str, kind: type[FaultyDisk]
) -> None:
    folder = tmp_path / "saves"
    folder.mkdir()
    total = calls(kind(), folder)
    assert total > 40
    for at in range(total):
        folder.mkdir()
        disk = kind(at, fault)
        play(folder / "autumn.jsonl", disk, [0])
        assert (folder / "autumn.jsonl").read_bytes() == b"".join(LINES)
        assert disk.files == set()
        shutil.rmtree(folder)


@pytest.mark.parametrize("kind", [FaultyDisk, NoLinks])
@pytest.mark.parametrize("fault", POWER)
def test_an_end_at_any_call_loses_nothing_that_was_acknowledged(
    tmp_path: Path, fault: str, kind: type[FaultyDisk]
) -> None:
    folder = tmp_path / "saves"
    folder.mkdir()
    path = folder / "autumn.jsonl"
    for at in range(calls(kind(), folder)):
        folder.mkdir()
        disk = kind(at, fault)
        acknowledged = [0]
        with pytest.raises(PowerLost):
            play(path, disk, acknowledged)
        disk.power_off()
        after_the_end(path, acknowledged[-1], begins_whole=kind is FaultyDisk)
        shutil.rmtree(folder)


def after_the_end(path: Path, acknowledged: int, begins_whole: bool) -> None:
    """The next process finds every acknowledged entry, and plays the game to its end."""
    if path.exists() and acknowledged == 0 and not begins_whole:
        left = path.read_bytes()
        assert LINES[0].startswith(left)
        if left != LINES[0]:
            path.unlink()
    with hold(path, Disk()) as log:
        assert log.count >= acknowledged
        assert log.reading.raw == b"".join(LINES[: log.count])
        if log.count < len(LINES):
            log.append(LINES[log.count :])
    assert read(path).whole().raw == b"".join(LINES)
    left_over = {found.name for found in path.parent.iterdir()} - {"autumn.torn"}
    assert left_over == {"autumn.jsonl"}


def test_a_name_is_never_taken_by_half_a_save(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    for fault in (errno.EIO, errno.ENOSPC, "short"):
        disk = FaultyDisk(fault=fault)
        disk.at = 3
        with pytest.raises(UnreadableSave, match="Make room, or choose another place"):
            SaveLog.create(path, LINES[0], disk)
        assert list(tmp_path.iterdir()) == []


def test_a_full_disk_stops_the_save_until_there_is_room(tmp_path: Path) -> None:
    disk = FaultyDisk()
    log = SaveLog.create(tmp_path / "autumn.jsonl", LINES[0], disk)
    for _ in range(3):
        disk.at, disk.fault = len(disk.made), "short"
        with pytest.raises(SaveStopped, match=r"only \d+ of \d+ bytes could be written"):
            log.append([LINES[1]])
        disk.at, disk.fault = len(disk.made) + 2, errno.ENOSPC
        with pytest.raises(SaveStopped, match="could not be written"):
            log.recover()
        assert log.stopped
        log.recover()
        assert log.path.read_bytes() == LINES[0]
    log.append([LINES[1]])
    log.close()
    assert read(log.path).whole().raw == b"".join(LINES[:2])


def test_play_goes_on_in_memory_and_is_written_when_it_can_be(tmp_path: Path) -> None:
    disk = FaultyDisk()
    log = SaveLog.create(tmp_path / "autumn.jsonl", LINES[0], disk)
    log.go_on_in_memory()
    assert not log.in_memory
    disk.at = len(disk.made)
    with pytest.raises(SaveStopped):
        log.append([LINES[1]])
    log.go_on_in_memory()
    log.append([LINES[1]])
    log.append(LINES[2:4])
    assert (log.count, log.unsaved, log.in_memory) == (4, 3, True)
    assert log.size == len(b"".join(LINES[:4]))
    assert log.stopped
    disk.at = len(disk.made) + 5
    with pytest.raises(SaveStopped):
        log.recover()
    assert (log.unsaved, log.in_memory) == (3, True)
    log.append([LINES[4]])
    log.recover()
    assert (log.unsaved, log.in_memory, log.stopped) == (0, False, "")
    assert log.path.read_bytes() == b"".join(LINES[:5])
    log.append([LINES[5]])
    log.close()
    assert read(log.path).whole().raw == b"".join(LINES[:6])


def test_a_lost_folder_is_noticed_and_the_save_goes_on_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    folder.mkdir()
    log = SaveLog.create(folder / "autumn.jsonl", LINES[0])
    log.append([LINES[1]])
    shutil.rmtree(folder)
    with pytest.raises(SaveStopped, match="the file or its folder has gone"):
        log.append([LINES[2]])
    with pytest.raises(SaveStopped, match="save elsewhere"):
        log.recover()
    log.go_on_in_memory()
    log.append(LINES[2:4])
    pen.put(tmp_path, b"something else", "taken")
    with pytest.raises(NameTaken):
        log.save_elsewhere(tmp_path / "taken.jsonl")
    assert (log.count, log.unsaved) == (4, 2)
    log.save_elsewhere(tmp_path / "rescued.jsonl")
    assert (log.unsaved, log.stopped, log.path) == (0, "", tmp_path / "rescued.jsonl")
    log.append([LINES[4]])
    assert not SaveLog.open(tmp_path / "rescued.jsonl").writable
    log.close()
    assert read(tmp_path / "rescued.jsonl").whole().raw == b"".join(LINES[:5])
    assert not (tmp_path / "rescued.lock").exists()


def test_a_file_that_has_come_back_otherwise_is_not_written_to(tmp_path: Path) -> None:
    log = SaveLog.create(tmp_path / "autumn.jsonl", b"".join(LINES[:2]))
    log.path.unlink()
    for other in (b"", LINES[0], b"".join(LINES[:3]), b"".join(LINES[:2]).replace(b"J", b"T")):
        pen.put(tmp_path, other)
        with pytest.raises(SaveStopped):
            log.append([LINES[2]])
        with pytest.raises(SaveStopped, match="no longer what was written"):
            log.recover()
        assert log.path.read_bytes() == other
    held = pen.put(tmp_path, b"".join(LINES[:2]))
    with SaveLog.open(held), pytest.raises(SaveStopped, match="being written by process"):
        log.recover()
    log.recover()
    log.append([LINES[2]])
    log.close()
    assert read(held).whole().raw == b"".join(LINES[:3])


def test_bytes_that_somebody_else_wrote_are_noticed(tmp_path: Path) -> None:
    log = SaveLog.create(tmp_path / "autumn.jsonl", LINES[0])
    with log.path.open("ab") as other:
        other.write(b"something\n")
    with pytest.raises(SaveStopped, match="somebody else has written to it"):
        log.append([LINES[1]])
    log.recover()
    assert log.path.read_bytes() == LINES[0]
    log.close()


def test_an_interrupted_write_is_not_taken_for_a_kept_one(tmp_path: Path) -> None:
    disk = FaultyDisk()
    log = SaveLog.create(tmp_path / "autumn.jsonl", LINES[0], disk)
    disk.at, disk.fault = len(disk.made) + 1, "power"
    with pytest.raises(PowerLost):
        log.append([LINES[1]])
    disk.dead = False
    with pytest.raises(SaveStopped, match="interrupted"):
        log.append([LINES[1]])
    log.recover()
    log.append([LINES[1]])
    assert log.path.read_bytes() == b"".join(LINES[:2])
    log.close()


@pytest.fixture
def racers() -> Iterator[list[subprocess.Popen[str]]]:
    """Two processes that are ready to race."""
    command = [sys.executable, "-m", "tests.saves.racer"]
    with contextlib.ExitStack() as stack:
        yield [
            stack.enter_context(
                subprocess.Popen(
                    command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
                )
            )
            for _ in range(2)
        ]


def told(racers: list[subprocess.Popen[str]], line: str) -> list[str]:
    """Tell both racers something; return their answers."""
    for racer in racers:
        assert racer.stdin
        racer.stdin.write(line + "\n")
        racer.stdin.flush()
    return [racer.stdout.readline().strip() for racer in racers if racer.stdout]


@pytest.mark.parametrize("verb", ["make", "open"])
def test_of_two_openers_exactly_one_writes(
    tmp_path: Path, racers: list[subprocess.Popen[str]], verb: str
) -> None:
    for number in range(20):
        path = tmp_path / f"race-{number}.jsonl"
        if verb == "open":
            path.write_bytes(LINES[0])
        outcome = told(racers, f"{verb} {time.monotonic() + 0.005} {path}")
        assert sorted(outcome) == ["refused", "wrote"]
        assert told(racers, "let go") == ["let go", "let go"]
        assert read(path).whole().raw == b"".join(LINES[:2])
