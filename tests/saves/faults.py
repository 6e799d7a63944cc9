"""A disk that fails, fills up, writes half or loses power, at whichever call a test names."""

import contextlib
import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wargame.saves.disk import Disk


class PowerLost(BaseException):
    """The machine has stopped: nothing after this happens."""


CALLS = (
    "open",
    "close",
    "lock",
    "read",
    "write",
    "sync",
    "sync_folder",
    "truncate",
    "link",
    "unlink",
    "status",
    "names",
)


class FaultyDisk(Disk):
    """Counts its calls, and does something else than asked at call number `at` (from 0).

    `fault` is an error number, "short" (a write takes half; other calls fail with EIO), or
    "power" (the call is not made, nor any after it), or "late power" (it is made, then none).
    A close that fails has closed all the same, as the system has it.
    """

    def __init__(self, at: int = -1, fault: int | str = errno.EIO) -> None:
        self.at = at
        self.fault = fault
        self.made: list[str] = []
        self.dead = False
        self.files: set[int] = set()

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        return self._faulty(name, found) if name in CALLS else found

    def _faulty(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any) -> Any:
            if self.dead:
                raise PowerLost
            number = len(self.made)
            self.made.append(name)
            if number != self.at:
                return self._noted(name, call, arguments)
            return self._fail(name, call, arguments)

        return wrapped

    def _fail(self, name: str, call: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        if self.fault in {"power", "late power"}:
            if self.fault == "late power":
                with contextlib.suppress(OSError):
                    self._noted(name, call, arguments)
            elif name == "write":
                call(arguments[0], arguments[1][: len(arguments[1]) // 2])
            self.dead = True
            raise PowerLost
        if self.fault == "short" and name == "write":
            return call(arguments[0], arguments[1][: len(arguments[1]) // 2])
        if name == "close":
            self._noted(name, call, arguments)
        number = self.fault if isinstance(self.fault, int) else errno.EIO
        raise OSError(number, f"{name} failed")

    def _noted(self, name: str, call: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        given = call(*arguments)
        if name == "open":
            self.files.add(given)
        elif name == "close":
            self.files.discard(arguments[0])
        return given

    def power_off(self) -> None:
        """Close every file that is still open, as the end of a process does."""
        self.dead = False
        self.at = -1
        for fd in list(self.files):
            Disk.close(self, fd)
        self.files.clear()


class NoLinks(FaultyDisk):
    """A file system that gives no file a second name."""

    def link(self, old: Path, new: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")
