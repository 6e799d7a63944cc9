"""The writer of a save: whole lines, appended durably, and nothing acknowledged that is not kept."""

from __future__ import annotations

import contextlib
import errno
import os
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from wargame.saves import creation, following
from wargame.saves.disk import Disk
from wargame.saves.entry import Entry, chained
from wargame.saves.errors import ReadOnlySave, SaveError, SaveStopped, UnreadableSave
from wargame.saves.holding import beside, hold, keep_torn, note_pid, same_file, sweep
from wargame.saves.reading import Reading, scan

_INTERRUPTED = "The last write was interrupted, so nobody can say what of it is on the disk."


class SaveLog:
    """A save, open for as long as its table lives; made by `create` or `open`.

    `reading` is what stood in it then; `head`, `count` and `size` follow what is appended. Only
    one process holds the exclusive lock: for any other the log is not `writable`, `why` says so,
    and the reading is all it has. When something cannot be kept, `stopped` says why until
    `recover`, `save_elsewhere` or `go_on_in_memory`. `mended` names the file in which a torn
    tail was kept.
    """

    def __init__(self, path: Path, fd: int, reading: Reading, disk: Disk, why: str = "") -> None:
        self.path = path
        self.reading = reading
        self.head = reading.head
        self.count = len(reading.entries)
        self.stopped = ""
        self.in_memory = False
        self.mended: Path | None = None
        self.why = why
        self._bytes = bytearray(reading.raw)
        self._durable = reading.size
        self._unsaved = 0
        self._fd = fd
        self._disk = disk
        if not why:
            note_pid(path, disk)
        _OPEN.add(self)

    @classmethod
    def create(cls, path: Path, first: bytes, disk: Disk | None = None) -> SaveLog:
        """Make a new save with its first line, or first lines, and hold it.

        ValueError when the lines are not a save. NameTaken, UnreadableSave: nothing was made.
        """
        disk = disk or Disk()
        path = Path(os.path.abspath(path))
        reading = scan(path, first)
        if reading.damage or reading.torn is not None:
            raise ValueError(f"these are not the first lines of a save: {reading.damage}")
        return cls(path, creation.create(path, first, disk), reading, disk)

    @classmethod
    def open(cls, path: Path, write: bool = True, disk: Disk | None = None) -> SaveLog:
        """Open a save and check it from end to end; whoever gets the lock also mends a torn tail.

        MissingSave, UnreadableSave, UnknownFormat, DamagedSave; SaveStopped when a torn tail
        cannot be kept beside the save. In each case the file is left as it is.
        """
        disk = disk or Disk()
        path = Path(os.path.realpath(path))
        fd, why = hold(path, write, disk)
        try:
            raw = disk.read(fd)
            reading = scan(path, raw).whole()
            kept = None
            if reading.torn is not None and not why:
                kept = keep_torn(path, reading.torn, disk)
                disk.truncate(fd, reading.size)
                disk.sync(fd)
            if not why:
                sweep(path, disk, fd)
        except OSError as error:
            disk.release(fd)
            raise UnreadableSave(f"{path} cannot be read: {error.strerror}.") from error
        except BaseException:
            disk.release(fd)
            raise
        log = cls(path, fd, reading, disk, why)
        log.mended = kept
        return log

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def writable(self) -> bool:
        """Whether this is the one log that may append."""
        return not self.why

    @property
    def size(self) -> int:
        """How many bytes are acknowledged, those kept in memory included."""
        return len(self._bytes)

    def so_far(self) -> Reading:
        """Everything acknowledged, those entries included that are in memory only."""
        return scan(self.path, bytes(self._bytes))

    @property
    def unsaved(self) -> int:
        """How many acknowledged entries are in memory only."""
        return self._unsaved

    def append(self, lines: Sequence[bytes]) -> None:
        """Append whole lines with one write; return only when they are durable.

        ReadOnlySave when this is not the writer. ValueError when the lines do not follow on the
        head; nothing is written. SaveStopped when they cannot be kept: none of them counts.
        """
        if self.why:
            raise ReadOnlySave(self.why)
        if self.stopped and not self.in_memory:
            raise SaveStopped(self.stopped)
        head = self._follow(lines)
        data = b"".join(lines)
        if self.in_memory:
            self._unsaved += len(lines)
        else:
            self._put(data)
            self._durable += len(data)
        self._bytes += data
        self.head = head
        self.count += len(lines)

    def news(self) -> list[Entry] | None:
        """What another process has written since, for a log that only reads; see `following.news`."""
        if self._fd < 0 or self.writable:
            return []
        before, self._fd = self._fd, following.there(self._fd, self.path, self._disk)
        moved = before != self._fd
        return following.news(self.reading, self._fd, self._disk, moved=moved)

    def recover(self) -> None:
        """Cut the file back to the last acknowledged byte, verify it, and go on with it.

        What was kept in memory is written too. A file that has come back after its folder was
        lost is taken up if it is the same, byte for byte. SaveStopped when it cannot be done yet.
        """
        if self.why:
            raise ReadOnlySave(self.why)
        if not self.stopped:
            return
        kept = bytes(self._bytes[: self._durable])
        try:
            if not same_file(self._fd, self.path, self._disk):
                self._take_up_again(kept)
            self._disk.truncate(self._fd, self._durable)
            self._disk.sync(self._fd)
            if self._disk.read(self._fd) != kept:
                raise SaveStopped(_changed(self.path))
        except OSError as error:
            self.stopped = _sentence(self.path, error)
            raise SaveStopped(self.stopped) from error
        if self._unsaved:
            self._put(bytes(self._bytes[self._durable :]))
        self._goes_on()

    def go_on_in_memory(self) -> None:
        """Accept lines although they cannot be kept, in memory only, until one of the other two."""
        if self.stopped:
            self.in_memory = True

    def save_elsewhere(self, path: Path) -> None:
        """Write everything acknowledged to a new file, those in memory too, and go on there.

        NameTaken or UnreadableSave when that cannot be made; then nothing has changed.
        """
        if self.why:
            raise ReadOnlySave(self.why)
        path = Path(os.path.abspath(path))
        fd = creation.create(path, bytes(self._bytes), self._disk)
        self._disk.forget(beside(self.path, "lock"))
        self._disk.release(self._fd)
        self._fd = fd
        self.path = path
        note_pid(path, self._disk)
        self._goes_on()

    def close(self) -> None:
        """Let go of the save and its lock. Closing twice is no error.

        What a write that failed has left behind the last acknowledged byte is cut off, if the
        disk lets it be.
        """
        if self._fd < 0:
            return
        if not self.why:
            if self.stopped:
                with contextlib.suppress(OSError):
                    self._disk.truncate(self._fd, self._durable)
            self._disk.forget(beside(self.path, "lock"))
        self.abandon("The save is closed.")

    def abandon(self, why: str) -> None:
        """Close the file as the end of the process would, and accept nothing more, for `why`."""
        self._disk.release(self._fd)
        self._fd = -1
        self.why = why
        _OPEN.discard(self)

    def _follow(self, lines: Sequence[bytes]) -> str:
        """Check that each line is one line and chains on the one before; return the new head."""
        prev_hash = self.head.encode("ascii")
        for n, line in enumerate(lines, self.count):
            hash_there = line[-67:-3]
            fits = (
                line.startswith(b'{"n":%d,"at":"' % n)
                and line.find(b"\n") == len(line) - 1
                and line[-76:-67] == b',"hash":"'
                and hash_there == chained(prev_hash, line[:-76])
            )
            if not fits:
                raise ValueError(f"the line for entry {n} does not follow on the head of the save")
            prev_hash = hash_there
        return prev_hash.decode("ascii")

    def _put(self, data: bytes) -> None:
        """Write, sync, and make sure that it went where the path leads; SaveStopped if not."""
        self.stopped = f"{self.path}: {_INTERRUPTED}"
        disk = self._disk
        try:
            written = disk.write(self._fd, data)
            if written != len(data):
                said = f"only {written} of {len(data)} bytes could be written"
                raise OSError(errno.ENOSPC, said)
            disk.sync(self._fd)
            if not same_file(self._fd, self.path, disk):
                raise OSError(errno.ENOENT, "the file or its folder has gone")
            if disk.status(self._fd).st_size != self._durable + len(data):
                raise OSError(errno.EIO, "somebody else has written to it")
        except OSError as error:
            self.stopped = _sentence(self.path, error)
            raise SaveStopped(self.stopped) from error
        self.stopped = ""

    def _take_up_again(self, kept: bytes) -> None:
        """Hold the file that is now at the path, if it is what was written; SaveStopped if not."""
        try:
            fd, why = hold(self.path, write=True, disk=self._disk)
        except SaveError as error:
            raise SaveStopped(self.stopped) from error
        if why or self._disk.read(fd) != kept:
            self._disk.release(fd)
            raise SaveStopped(why or _changed(self.path))
        self._disk.release(self._fd)
        self._fd = fd

    def _goes_on(self) -> None:
        self._durable = len(self._bytes)
        self._unsaved = 0
        self.in_memory = False
        self.stopped = ""


_OPEN: weakref.WeakSet[SaveLog] = weakref.WeakSet()


def _sentence(path: Path, error: OSError) -> str:
    return (
        f"{path} could not be written: {error.strerror}. Nothing of the last step counts. "
        "Put that right and try again, or save elsewhere."
    )


def _changed(path: Path) -> str:
    return f"{path} is no longer what was written to it. It was left as it is: save elsewhere."


def _let_go() -> None:
    """In a forked worker: close what was open, so that no worker keeps a dead table's lock."""
    for log in list(_OPEN):
        log.abandon("This process is a copy of the one that writes the save.")


os.register_at_fork(after_in_child=_let_go)
