"""What can go wrong with a save.

The text of each error is for a person: what is wrong, where, and what to do.
"""

from __future__ import annotations

from pathlib import Path


class SaveError(Exception):
    """Any trouble with a save; its text is meant to be shown as it is."""


class BadName(SaveError):
    """A session cannot have this name, or the name leads out of the folder of saves."""


class BadReceipt(SaveError, ValueError):
    """What was given as a head receipt is none."""


class BadFork(SaveError):
    """A game cannot be forked there: no such entry, or the session was over by then."""


class MissingSave(SaveError):
    """There is no such save."""


class NameTaken(SaveError):
    """A new save cannot have this name, because something has it already; nothing was written."""


class UnreadableSave(SaveError):
    """The file cannot be read or written at all: no permission, no file, an error of the disk."""


class UnknownFormat(SaveError):
    """The save was made by a later version, in a format that this one does not know."""


class ReadOnlySave(SaveError):
    """Somebody else is writing this save, or it may only be read."""


class SaveStopped(SaveError):
    """What was to be kept could not be kept. Nothing of it counts, and nothing more is accepted."""


class DamagedSave(SaveError):
    """An entry is not as it was written. The file is left as it is.

    `entry` counts from 0; `offset` is the byte at which its line begins; `what` says what is wrong.
    """

    def __init__(self, path: Path, entry: int, offset: int, what: str) -> None:
        self.path = path
        self.entry = entry
        self.offset = offset
        self.what = what
        before = "Nothing stands before it." if entry == 0 else f"Whole before it: {entry}."
        super().__init__(
            f"{path}: entry {entry} at byte {offset} is damaged: {what}. "
            f"{before} The file was left as it is; go on from a copy of it."
        )
