"""`wargame report SAVE -o FILE`: what happened, told turn by turn."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wargame.cli.answers import DONE, Unusable, say, tell
from wargame.cli.files import write_whole
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
    write_whole(output, text.encode())
    if timeline.trouble:
        tell(f"{path}: {timeline.trouble}")
    say(f"Wrote {output}: {len(timeline.turns()) - 1} turns, {len(timeline)} entries.")
    return DONE
