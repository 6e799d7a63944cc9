"""Reading a save: its entries, checked from the first byte on, and what is wrong with it."""

from __future__ import annotations

import gc
import stat
from pathlib import Path

from wargame.game.records import dataclass
from wargame.saves.disk import READ, Disk
from wargame.saves.entry import ZERO, Entry, checked
from wargame.saves.errors import DamagedSave, MissingSave, UnknownFormat, UnreadableSave
from wargame.saves.tail import torn

FORMATS = (1,)
"""The formats of a save that this version reads; none is ever taken out."""


@dataclass(slots=True)
class Damage:
    """Where and how a save is not what was written: entry, byte offset of its line, and what."""

    entry: int
    offset: int
    what: str


@dataclass(slots=True)
class Reading:
    """What stands in a save, up to its end or to the first damage.

    `raw` are the bytes of the whole entries and `head` the hash of the last of them. `torn` is
    the torn tail that was passed over, None where there is none.
    """

    path: Path
    entries: list[Entry]
    raw: bytes
    torn: bytes | None = None
    damage: Damage | None = None

    @property
    def head(self) -> str:
        """The hash of the last whole entry; `ZERO` when there is none."""
        return self.entries[-1].hash if self.entries else ZERO

    @property
    def size(self) -> int:
        """How many bytes the whole entries take."""
        return len(self.raw)

    def whole(self) -> Reading:
        """The reading itself, if nothing is damaged; DamagedSave otherwise."""
        if self.damage is not None:
            damage = self.damage
            raise DamagedSave(self.path, damage.entry, damage.offset, damage.what)
        return self

    def offset(self, n: int) -> int:
        """The byte at which the line of entry `n` begins; the size for the entry after the last."""
        place = 0
        for _ in range(n):
            place = self.raw.index(b"\n", place) + 1
        return place

    def lines(self, n: int) -> bytes:
        """The lines of entries 0 to `n`, byte for byte."""
        return self.raw[: self.offset(n + 1)]


def read(path: Path, disk: Disk | None = None) -> Reading:
    """Read a save without touching it; a torn tail is passed over.

    Errors: MissingSave, UnreadableSave, UnknownFormat. Damage is no error here but stands in the
    reading, with the entries before it; `whole` makes it one.
    """
    disk = disk or Disk()
    fd = opened(path, READ, disk)
    try:
        raw = disk.read(fd)
        if len(raw) != disk.status(fd).st_size:
            raw = disk.read(fd)
    except OSError as error:
        raise UnreadableSave(f"{path} cannot be read: {error.strerror}.") from error
    finally:
        disk.release(fd)
    return scan(path, raw)


def opened(path: Path, flags: int, disk: Disk) -> int:
    """Open a file that is to be a save; MissingSave or UnreadableSave say why it cannot be."""
    try:
        fd = disk.open(path, flags)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingSave(f"There is no save {path}.") from error
    except OSError as error:
        raise UnreadableSave(f"{path} cannot be opened: {error.strerror}.") from error
    try:
        regular = stat.S_ISREG(disk.status(fd).st_mode)
    except OSError as error:
        disk.release(fd)
        raise UnreadableSave(f"{path} cannot be read: {error.strerror}.") from error
    if not regular:
        disk.release(fd)
        raise UnreadableSave(f"{path} is not a file, so it is no save.")
    return fd


def scan(path: Path, raw: bytes) -> Reading:
    """Check the bytes of a save line by line; `path` is for messages. Errors: UnknownFormat.

    Nothing that is read here can be part of a cycle, so the collector is kept from looking
    through it over and over.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _scan(path, raw)
    finally:
        if collecting:
            gc.enable()


def _scan(path: Path, raw: bytes) -> Reading:
    entries: list[Entry] = []
    prev_hash = ZERO.encode("ascii")
    place = 0
    what = "the file is empty" if not raw else ""
    while not what and place < len(raw):
        end = raw.find(b"\n", place)
        if end < 0:
            what = "its line does not end"
            break
        line = raw[place:end]
        try:
            entry = checked(prev_hash, len(entries), line)
            if not entries:
                _insist_on_opening(path, entry)
        except ValueError as error:
            what = str(error)
            break
        entries.append(entry)
        prev_hash = line[-66:-2]
        place = end + 1
    reading = Reading(path, entries, raw[:place])
    if not what:
        return reading
    rest = raw[place:]
    n = len(entries)
    if torn(rest, n, prev_hash):
        reading.torn = rest
    else:
        reading.damage = Damage(n, place, what)
    return reading


def _insist_on_opening(path: Path, entry: Entry) -> None:
    if entry.kind != "session_opened":
        raise ValueError("it does not open a session")
    made = entry.data.get("format")
    if type(made) is not int or made < 1:
        raise ValueError("it does not say which format the save has")
    if made not in FORMATS:
        known = max(FORMATS)
        raise UnknownFormat(
            f"{path} has format {made}; this version reads up to {known}. Update Wargame."
        )
