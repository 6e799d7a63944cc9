"""Files that a verb writes: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from wargame.cli.answers import Unusable


def write_whole(output: Path, data: bytes) -> None:
    """Write a whole file or none: whatever was there stays until the new one is complete."""
    if output.is_dir():
        raise Unusable(f"{output} is a folder. Name a file in it.")
    if not output.parent.is_dir():
        raise Unusable(
            f"There is no folder {output.parent} to write {output.name} in. Make it first."
        )
    try:
        _replace(output, data)
    except OSError as error:
        raise Unusable(
            f"{output} cannot be written: {error.strerror}. What was there is still there; "
            "see to room and rights, or name another file."
        ) from error


def _replace(output: Path, data: bytes) -> None:
    fd, made = tempfile.mkstemp(prefix=f".{output.name}.", dir=output.parent)
    try:
        with os.fdopen(fd, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(made, 0o666 & ~_umask())
        os.replace(made, output)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What the process takes from the rights of new files."""
    now = os.umask(0)
    os.umask(now)
    return now
