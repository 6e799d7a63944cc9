"""`wargame report SAVE -o FILE`: what happened, told turn by turn."""

from __future__ import annotations

import os
import tempfile
from argparse import Namespace
from pathlib import Path

from wargame.cli.answers import DONE, Unusable, say, tell
from wargame.reports.after_action import after_action
from wargame.reports.timeline import Timeline
from wargame.saves.shelf import Shelf
from wargame.saves.verify import verify
from wargame.settings import saves_folder

ENDINGS = (".md",)
"""What a report's file may end in, which says how it is written."""


def report(arguments: Namespace) -> int:
    """Write the report of a save to a file."""
    output = Path(arguments.output)
    if output.suffix.lower() not in ENDINGS:
        raise Unusable(
            f"{output}: how a report is written goes by its file's ending. Possible: "
            f"{', '.join(ENDINGS)}."
        )
    path = Shelf(saves_folder(arguments.saves)).find(arguments.save)
    timeline = Timeline.read(path)
    text = after_action(timeline, verify(path))
    write(output, text)
    if timeline.trouble:
        tell(f"{path}: {timeline.trouble}")
    say(f"Wrote {output}: {len(timeline.turns()) - 1} turns, {len(timeline)} entries.")
    return DONE


def write(output: Path, text: str) -> None:
    """Write a whole file or none: whatever was there stays until the new one is complete."""
    if output.is_dir():
        raise Unusable(f"{output} is a folder. Name a file in it.")
    if not output.parent.is_dir():
        raise Unusable(
            f"There is no folder {output.parent} to write {output.name} in. Make it first."
        )
    try:
        _replace(output, text)
    except OSError as error:
        raise Unusable(
            f"{output} cannot be written: {error.strerror}. What was there is still there; "
            "see to room and rights, or name another file."
        ) from error


def _replace(output: Path, text: str) -> None:
    fd, made = tempfile.mkstemp(prefix=f".{output.name}.", dir=output.parent)
    try:
        with os.fdopen(fd, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
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
