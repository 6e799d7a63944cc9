"""The operating system as the save layer sees it: every call that touches a disk goes through here.

Kept small and without decisions, so that a test can stand in for a disk that is full, fails,
writes half, or loses its power between any two calls.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import sys
from pathlib import Path

READ = os.O_RDONLY | os.O_NONBLOCK
"""Open for reading; never wait, not even for a pipe that somebody named like a save."""

WRITE = os.O_RDWR | os.O_APPEND | os.O_NONBLOCK
"""Open for reading and for writing at the end."""

NEW = os.O_CREAT | os.O_EXCL
"""Together with `WRITE`: make the file, and fail when the name is taken."""

ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
"""Make the file or replace what stands in it, but not through a link."""

_CHUNK = 1 << 20


class Disk:
    """Files by descriptor and path. Every method raises OSError as the system gives it."""

    def open(self, path: Path, flags: int) -> int:
        """Open a file, new ones with mode 0600; the descriptor does not reach other programs."""
        return os.open(path, flags | os.O_CLOEXEC, 0o600)

    def close(self, fd: int) -> None:
        """Close a descriptor, and with the last one of a file its lock."""
        os.close(fd)

    def lock(self, fd: int) -> bool:
        """Take the exclusive lock of a file without waiting; False when somebody else has it."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def read(self, fd: int, place: int = 0) -> bytes:
        """Read a file to its end, from the byte at `place`."""
        parts: list[bytes] = []
        while part := os.pread(fd, _CHUNK, place):
            parts.append(part)
            place += len(part)
        return b"".join(parts)

    def write(self, fd: int, data: bytes) -> int:
        """Write once, at the end; return how many bytes were taken."""
        return os.write(fd, data)

    def sync(self, fd: int) -> None:
        """Return when what was written, and the file's length, are on the disk itself."""
        if sys.platform == "darwin":
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
        else:
            os.fdatasync(fd)

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in a folder are on the disk itself."""
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)

    def truncate(self, fd: int, size: int) -> None:
        """Cut a file to `size` bytes."""
        os.ftruncate(fd, size)

    def link(self, old: Path, new: Path) -> None:
        """Give a file a second name; FileExistsError when something has that name."""
        os.link(old, new, follow_symlinks=False)

    def unlink(self, path: Path) -> None:
        """Take a name away."""
        os.unlink(path)

    def status(self, place: int | Path) -> os.stat_result:
        """What the system knows of a file, by descriptor or by path."""
        return os.stat(place)

    def names(self, folder: Path) -> list[str]:
        """The names in a folder."""
        return os.listdir(folder)

    def forget(self, path: Path) -> None:
        """Take a name away if that can be done; no error when it cannot."""
        with contextlib.suppress(OSError):
            self.unlink(path)

    def release(self, fd: int) -> None:
        """Close a descriptor; no error when the system has one to report."""
        with contextlib.suppress(OSError):
            self.close(fd)
