"""Who writes a save: one process, known by the lock on the file and named in a note beside it."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from wargame.saves.disk import ANEW, READ, WRITE, Disk
from wargame.saves.errors import SaveStopped, UnreadableSave
from wargame.saves.reading import opened


def beside(path: Path, ending: str) -> Path:
    """The file that goes with a save: `autumn.lock` or `autumn.torn` beside `autumn.jsonl`."""
    stem = path.stem if path.suffix == ".jsonl" else path.name
    return path.with_name(f"{stem}.{ending}")


def note_pid(path: Path, disk: Disk) -> None:
    """Write this process's number beside the save. It is for display only, so it may fail."""
    with contextlib.suppress(OSError):
        fd = disk.open(beside(path, "lock"), ANEW)
        try:
            disk.write(fd, b"%d\n" % os.getpid())
        finally:
            disk.release(fd)


def holder(path: Path, disk: Disk) -> int | None:
    """The process number noted beside a save; None when there is no telling."""
    try:
        fd = disk.open(beside(path, "lock"), READ | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        return int(disk.read(fd)[:20])
    except (OSError, ValueError):
        return None
    finally:
        disk.release(fd)


def hold(path: Path, write: bool, disk: Disk) -> tuple[int, str]:
    """Open a save and take its lock if that can be had; else say why it can only be read.

    Returns the descriptor and the reason, which is empty for the writer. MissingSave,
    UnreadableSave.
    """
    if not write:
        return opened(path, READ, disk), f"{path} was opened to be read only."
    try:
        fd = opened(path, WRITE, disk)
    except UnreadableSave as error:
        cause = error.__cause__
        if isinstance(cause, OSError) and cause.errno in {errno.EACCES, errno.EROFS, errno.EPERM}:
            return opened(path, READ, disk), f"{path} may only be read: {cause.strerror}."
        raise
    try:
        if not disk.lock(fd):
            pid = holder(path, disk)
            whose = "another process" if pid is None else f"process {pid}"
            return fd, f"{path} is being written by {whose}; it can only be read here."
        if same_file(fd, path, disk):
            return fd, ""
    except OSError as error:
        disk.release(fd)
        raise UnreadableSave(f"{path} cannot be locked: {error.strerror}.") from error
    disk.release(fd)
    raise UnreadableSave(f"{path} was replaced while it was being opened. Try again.")


def same_file(fd: int, path: Path, disk: Disk) -> bool:
    """Tell whether the path still leads to the open file; OSError when the disk cannot say."""
    here = disk.status(fd)
    try:
        there = disk.status(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)


def drafts(path: Path) -> str:
    """How the name of an unfinished save begins; it ends with `.new`."""
    return f".{path.stem}."


def sweep(path: Path, disk: Disk, held: int | None = None) -> None:
    """Take away what a crash has left of making this save: drafts that nobody is at work on.

    `held` is the save itself, if this process has it: a second name of it is swept too.
    """
    with contextlib.suppress(OSError):
        for name in disk.names(path.parent):
            if name.startswith(drafts(path)) and name.endswith(".new"):
                _sweep_one(path.with_name(name), disk, held)


def _sweep_one(draft: Path, disk: Disk, held: int | None) -> None:
    if held is not None and same_file(held, draft, disk):
        disk.forget(draft)
        return
    fd = disk.open(draft, WRITE | os.O_NOFOLLOW)
    try:
        if disk.lock(fd):
            disk.forget(draft)
    finally:
        disk.release(fd)


def keep_torn(path: Path, torn: bytes, disk: Disk) -> Path:
    """Keep the torn tail of a save beside it, after any that was kept before, and durably.

    SaveStopped when it cannot be kept: then nothing may be cut off either.
    """
    kept = beside(path, "torn")
    try:
        fd = disk.open(kept, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW)
        try:
            before = disk.read(fd)
            if not before.endswith(torn):
                _append(fd, torn, before, disk)
                disk.sync(fd)
        finally:
            disk.release(fd)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise SaveStopped(
            f"The last line of {path} is torn, and what is left of it cannot be kept in {kept}: "
            f"{error.strerror}. Nothing was changed. Make room and try again."
        ) from error
    return kept


def _append(fd: int, torn: bytes, before: bytes, disk: Disk) -> None:
    if disk.write(fd, torn) != len(torn):
        disk.truncate(fd, len(before))
        raise OSError(errno.ENOSPC, "it was written only in part, the disk may be full")
