"""A new save comes into being whole: under its name stands nothing, or all of its first lines."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from wargame.saves.disk import NEW, WRITE, Disk
from wargame.saves.errors import NameTaken, SaveError, UnreadableSave
from wargame.saves.holding import drafts, same_file, sweep

_NO_LINKS = frozenset(
    {
        errno.EPERM,
        errno.EACCES,
        errno.ENOSYS,
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        errno.EMLINK,
    }
)
"""What file systems answer that know no second name for a file."""


def create(path: Path, content: bytes, disk: Disk, tries: int = 3) -> int:
    """Make the file with this content, durable and locked; return its descriptor.

    The content is written and synced under another name, under a lock, and only then given this
    one. NameTaken or UnreadableSave: there is no such file, or not this one.
    """
    fds: list[int] = []
    names: list[Path] = []
    try:
        sweep(path, disk)
        draft = path.with_name(f"{drafts(path)}{os.getpid()}-{secrets.token_hex(4)}.new")
        fd = _put(draft, content, disk, fds, names)
        try:
            disk.link(draft, path)
            names.append(path)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            fd = _put(path, content, disk, fds, names)
        disk.unlink(draft)
        disk.sync_folder(path.parent)
    except BaseException as error:
        _undo(disk, fds, names)
        if isinstance(error, BlockingIOError) and tries > 1:
            return create(path, content, disk, tries - 1)
        if isinstance(error, OSError):
            raise _said(path, error) from error
        raise
    for other in fds:
        if other != fd:
            disk.release(other)
    return fd


def _put(path: Path, content: bytes, disk: Disk, fds: list[int], names: list[Path]) -> int:
    """Make, lock, write and sync a file; its descriptor and name are noted for undoing."""
    fd = disk.open(path, WRITE | NEW)
    fds.append(fd)
    names.append(path)
    if not disk.lock(fd) or not same_file(fd, path, disk):
        raise BlockingIOError(errno.EAGAIN, "somebody else has just opened it")
    if disk.write(fd, content) != len(content):
        raise OSError(errno.ENOSPC, "it was written only in part, the disk may be full")
    disk.sync(fd)
    return fd


def _undo(disk: Disk, fds: list[int], names: list[Path]) -> None:
    for name in names:
        disk.forget(name)
    for fd in fds:
        disk.release(fd)


def _said(path: Path, error: OSError) -> SaveError:
    if isinstance(error, FileExistsError):
        return NameTaken(f"There is a save {path} already. Choose another name.")
    return UnreadableSave(
        f"{path} cannot be made: {error.strerror}. Make room, or choose another place."
    )
