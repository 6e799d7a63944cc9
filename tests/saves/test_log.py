"""A save is written by one process, each line is on the disk before it counts, and a tear is mended."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT
from tests.saves import pen
from tests.saves.faults import FaultyDisk
from wargame.saves.entry import hash_of
from wargame.saves.errors import (
    DamagedSave,
    MissingSave,
    NameTaken,
    ReadOnlySave,
    SaveStopped,
    UnreadableSave,
)
from wargame.saves.log import SaveLog
from wargame.saves.reading import read

LINES = pen.lines(pen.small(8))


def whole(upto: int) -> bytes:
    return b"".join(LINES[:upto])


def test_what_is_appended_stands_in_the_file_when_append_returns(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    with SaveLog.create(path, LINES[0]) as log:
        assert path.read_bytes() == LINES[0]
        log.append([LINES[1]])
        assert path.read_bytes() == whole(2)
        log.append(LINES[2:5])
        assert path.read_bytes() == whole(5)
        assert (log.count, log.size, log.head) == (5, len(whole(5)), hash_of(LINES[4]))
        log.append([])
        assert log.count == 5
    assert read(path).whole().raw == whole(5)


def test_a_save_is_for_its_owner_alone_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    with SaveLog.create(path, LINES[0]):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE((tmp_path / "autumn.lock").stat().st_mode) == 0o600
        assert (tmp_path / "autumn.lock").read_text() == f"{os.getpid()}\n"
        assert path.stat().st_nlink == 1
    assert [found.name for found in tmp_path.iterdir()] == ["autumn.jsonl"]


def test_a_save_opened_again_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    SaveLog.create(path, whole(3)).close()
    for n in range(3, 9):
        with SaveLog.open(path) as log:
            assert [entry.n for entry in log.reading.entries] == list(range(n))
            assert log.mended is None
            log.append([LINES[n]])
    assert path.read_bytes() == whole(9)


@pytest.mark.parametrize(
    "wrong",
    [
        [LINES[2]],
        [LINES[1], LINES[3]],
        [LINES[1][:-1]],
        [LINES[1] + LINES[2]],
        [LINES[1].replace(b"Jour", b"Tour")],
        [b"\n"],
        [b""],
        [LINES[1], b""],
    ],
)
def test_lines_that_do_not_follow_are_refused_before_anything_is_written(
    tmp_path: Path, wrong: list[bytes]
) -> None:
    with SaveLog.create(tmp_path / "autumn.jsonl", LINES[0]) as log:
        with pytest.raises(ValueError, match="does not follow on the head"):
            log.append(wrong)
        assert (log.path.read_bytes(), log.stopped) == (LINES[0], "")
        log.append([LINES[1]])


@pytest.mark.parametrize("first", [b"", b"{}\n", LINES[0][:-1], LINES[1], whole(2) + b"x"])
def test_a_save_begins_with_whole_lines_or_not_at_all(tmp_path: Path, first: bytes) -> None:
    with pytest.raises(ValueError, match="not the first lines of a save"):
        SaveLog.create(tmp_path / "autumn.jsonl", first)
    assert list(tmp_path.iterdir()) == []


def test_a_taken_name_is_left_alone(tmp_path: Path) -> None:
    path = pen.put(tmp_path, whole(4))
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "nowhere.jsonl")
    for taken in (path, tmp_path / "link.jsonl"):
        with pytest.raises(NameTaken, match="Choose another name"):
            SaveLog.create(taken, LINES[0])
    assert path.read_bytes() == whole(4)
    assert sorted(found.name for found in tmp_path.iterdir()) == ["autumn.jsonl", "link.jsonl"]


def test_a_draft_left_by_a_crash_is_taken_away_but_not_one_at_work(tmp_path: Path) -> None:
    (tmp_path / ".autumn.4711-00000000.new").write_bytes(b"half a li")
    (tmp_path / ".winter.4711-00000000.new").write_bytes(b"another name")
    at_work = SaveLog.create(tmp_path / "other.jsonl", LINES[0])
    os.link(at_work.path, tmp_path / ".autumn.4712-00000000.new")
    SaveLog.create(tmp_path / "autumn.jsonl", LINES[0]).close()
    at_work.close()
    assert sorted(found.name for found in tmp_path.iterdir()) == [
        ".autumn.4712-00000000.new",
        ".winter.4711-00000000.new",
        "autumn.jsonl",
        "other.jsonl",
    ]


def test_without_a_folder_no_save_is_made(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSave, match="cannot be made: No such file"):
        SaveLog.create(tmp_path / "nowhere" / "autumn.jsonl", LINES[0])


def test_a_second_opener_reads_and_cannot_write(tmp_path: Path) -> None:
    first = SaveLog.create(tmp_path / "autumn.jsonl", whole(2))
    with SaveLog.open(first.path) as second:
        assert not second.writable
        assert f"being written by process {os.getpid()}" in second.why
        assert len(second.reading.entries) == 2
        with pytest.raises(ReadOnlySave, match="can only be read here"):
            second.append([LINES[2]])
        with pytest.raises(ReadOnlySave, match="can only be read here"):
            second.recover()
        with pytest.raises(ReadOnlySave, match="can only be read here"):
            second.save_elsewhere(tmp_path / "mine.jsonl")
    assert (tmp_path / "autumn.lock").exists()
    first.append([LINES[2]])
    first.close()
    with SaveLog.open(first.path) as third:
        assert third.writable


def test_a_lock_without_a_readable_note_still_locks(tmp_path: Path) -> None:
    first = SaveLog.create(tmp_path / "autumn.jsonl", whole(2))
    for note in (b"", b"not a number"):
        (tmp_path / "autumn.lock").write_bytes(note)
        with SaveLog.open(first.path) as second:
            assert "being written by another process" in second.why
    (tmp_path / "autumn.lock").unlink()
    with SaveLog.open(first.path) as second:
        assert not second.writable
    first.close()


def test_a_note_left_by_a_crash_locks_nobody_out(tmp_path: Path) -> None:
    path = pen.put(tmp_path, whole(2))
    (tmp_path / "autumn.lock").write_text("1\n")
    with SaveLog.open(path) as log:
        assert log.writable


def test_a_save_can_be_opened_for_reading_alone(tmp_path: Path) -> None:
    path = pen.put(tmp_path, whole(2) + b"torn")
    with SaveLog.open(path, write=False) as log:
        assert log.reading.torn == b"torn"
        assert not log.writable
    assert path.read_bytes() == whole(2) + b"torn"
    assert [found.name for found in tmp_path.iterdir()] == ["autumn.jsonl"]


def test_a_torn_tail_is_cut_off_and_kept_beside_the_save(tmp_path: Path) -> None:
    path = pen.put(tmp_path, whole(3) + LINES[3][:40])
    with SaveLog.open(path) as log:
        assert path.read_bytes() == whole(3)
        assert log.mended == tmp_path / "autumn.torn"
        assert log.mended.read_bytes() == LINES[3][:40]
        log.append([LINES[3]])
    assert path.read_bytes() == whole(4)


def test_a_tail_torn_at_any_byte_is_mended_and_play_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    for size in range(len(LINES[0]), len(whole(4))):
        path.write_bytes(whole(4)[:size])
        entries = whole(4)[:size].count(b"\n")
        with SaveLog.open(path) as log:
            assert log.count == entries
            assert log.reading.torn == (whole(4)[len(whole(entries)) : size] or None)
            log.append(LINES[entries:5])
        assert path.read_bytes() == whole(5)


def test_a_second_torn_tail_does_not_push_out_the_first(tmp_path: Path) -> None:
    path = pen.put(tmp_path, whole(3) + b"first")
    SaveLog.open(path).close()
    path.write_bytes(whole(3) + b"second")
    SaveLog.open(path).close()
    assert (tmp_path / "autumn.torn").read_bytes() == b"firstsecond"


def test_a_reader_leaves_a_torn_tail_to_the_writer(tmp_path: Path) -> None:
    first = SaveLog.create(tmp_path / "autumn.jsonl", whole(2))
    with first.path.open("ab") as half_written:
        half_written.write(LINES[2][:30])
    with SaveLog.open(first.path) as second:
        assert len(second.reading.entries) == 2
        assert second.mended is None
    assert first.path.read_bytes() == whole(2) + LINES[2][:30]
    first.close()


def test_a_damaged_save_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    spoilt = whole(4).replace(b"Jour", b"Tour")
    path = pen.put(tmp_path, spoilt)
    with pytest.raises(DamagedSave, match="entry 1 at byte"):
        SaveLog.open(path)
    assert path.read_bytes() == spoilt
    assert [found.name for found in tmp_path.iterdir()] == ["autumn.jsonl"]
    pen.put(tmp_path, whole(4))
    SaveLog.open(path).close()


def test_a_missing_save_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(MissingSave):
        SaveLog.open(tmp_path / "autumn.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_link_leads_to_the_save_and_what_goes_with_it_stands_beside_the_save(
    tmp_path: Path,
) -> None:
    (tmp_path / "saves").mkdir()
    path = pen.put(tmp_path / "saves", whole(3) + b"torn")
    (tmp_path / "link.jsonl").symlink_to(path)
    with SaveLog.open(tmp_path / "link.jsonl") as log:
        assert log.path == path
        assert not SaveLog.open(path).writable
    assert sorted(found.name for found in (tmp_path / "saves").iterdir()) == [
        "autumn.jsonl",
        "autumn.torn",
    ]


def test_a_closed_log_accepts_nothing_and_closes_twice(tmp_path: Path) -> None:
    log = SaveLog.create(tmp_path / "autumn.jsonl", LINES[0])
    log.close()
    log.close()
    with pytest.raises(ReadOnlySave, match="is closed"):
        log.append([LINES[1]])


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_save_that_may_not_be_written_can_still_be_read(tmp_path: Path, number: int) -> None:
    path = pen.put(tmp_path, whole(2) + b"torn")
    with SaveLog.open(path, disk=FaultyDisk(at=0, fault=number)) as log:
        assert "may only be read" in log.why
        assert (log.count, log.reading.torn) == (2, b"torn")


def test_a_forked_worker_neither_writes_nor_keeps_the_lock(tmp_path: Path) -> None:
    script = f"""
import os, sys, time
from pathlib import Path
from wargame.saves.log import SaveLog
from wargame.saves.errors import ReadOnlySave
log = SaveLog.open(Path({str(tmp_path / "autumn.jsonl")!r}))
assert log.writable
if os.fork() == 0:
    try:
        log.append([])
    except ReadOnlySave as error:
        print(error, flush=True)
    sys.stdin.read()
    os._exit(0)
os.wait() if len(sys.argv) > 1 else os._exit(0)
"""
    path = pen.put(tmp_path, whole(2))
    command = [sys.executable, "-c", script]
    table = subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with table:
        assert table.stdin
        assert table.stdout
        assert table.stdout.readline() == (
            "This process is a copy of the one that writes the save.\n"
        )
        assert os.waitid(os.P_PID, table.pid, os.WEXITED | os.WNOWAIT)
        with SaveLog.open(path) as log:
            assert log.writable
        table.stdin.close()


def test_a_file_that_is_replaced_while_it_is_open_is_noticed(tmp_path: Path) -> None:
    log = SaveLog.create(tmp_path / "autumn.jsonl", whole(2))
    log.path.rename(tmp_path / "moved.jsonl")
    pen.put(tmp_path, whole(2))
    with pytest.raises(SaveStopped, match="the file or its folder has gone"):
        log.append([LINES[2]])
    log.recover()
    log.append([LINES[2]])
    log.close()
    assert (tmp_path / "autumn.jsonl").read_bytes() == whole(3)
