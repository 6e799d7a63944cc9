"""Reading on in a save that another process writes. Nothing is locked and nothing is written."""

from __future__ import annotations

from pathlib import Path

from wargame.saves.disk import READ, Disk
from wargame.saves.entry import Entry, checked
from wargame.saves.errors import DamagedSave
from wargame.saves.holding import same_file
from wargame.saves.reading import Reading, scan


def there(fd: int, path: Path, disk: Disk) -> int:
    """The open file if the path still leads to it; else the one to which it leads now (put back from a copy, say).

    The first is let go of then. OSError when nothing is there.
    """
    if same_file(fd, path, disk):
        return fd
    fresh = disk.open(path, READ)
    disk.release(fd)
    return fresh


def news(reading: Reading, fd: int, disk: Disk, *, moved: bool = False) -> list[Entry] | None:
    """The whole entries that were written since; `reading` holds them too.

    None when what stands there does not follow on what was read (its writer cut back a line that
    could not be kept, or the file is another one, `moved`): then `reading` holds the save anew, as far
    as it is sound. OSError when the file cannot be read; DamagedSave, with `reading` as it was, when
    it does not hold this game any more; UnknownFormat when it is another's.
    """
    size = disk.status(fd).st_size
    if size == reading.size and not moved:
        return []
    disk.sync(fd)  # what is shown is on the disk, whether or not its writer has been told so yet
    if size > reading.size and not moved:
        fresh = _followed(reading, disk.read(fd, reading.size))
        if fresh is not None:
            return fresh
    anew = scan(reading.path, disk.read(fd))
    if not anew.entries or anew.entries[0].hash != reading.entries[0].hash:
        what = "another game stands there now" if anew.entries else "it is empty now"
        raise DamagedSave(reading.path, 0, 0, what)
    reading.entries, reading.raw = anew.entries, anew.raw
    reading.torn, reading.damage = anew.torn, anew.damage
    return None


def _followed(reading: Reading, raw: bytes) -> list[Entry] | None:
    """The whole lines of these bytes as entries, when they follow on what was read; else None."""
    whole = raw[: raw.rfind(b"\n") + 1]
    fresh: list[Entry] = []
    head = reading.head.encode("ascii")
    for line in whole.split(b"\n")[:-1]:
        try:
            fresh.append(checked(head, len(reading.entries) + len(fresh), line))
        except ValueError:
            return None
        head = line[-66:-2]
    reading.entries += fresh
    reading.raw += whole
    return fresh
