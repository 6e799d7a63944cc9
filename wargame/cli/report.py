"""`wargame report SAVE -o FILE`: what happened, told turn by turn."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wargame.cli.answers import DONE, Unusable, say, tell
from wargame.cli.files import write_whole
from wargame.game.audience import PUBLIC
from wargame.game.plain_text import clean, counted
from wargame.reports.after_action import after_action
from wargame.reports.audience import audience_report
from wargame.reports.played_again import examine
from wargame.reports.pseudonyms import Names, names_of, pseudonymous, without_names
from wargame.reports.timeline import Timeline
from wargame.saves.reading import read
from wargame.saves.shelf import Shelf
from wargame.saves.verify import Verdict
from wargame.settings import saves_folder

ANALYST = "analyst"
"""Who is told everything, secrets included."""
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
    reading = read(path)
    names = names_of(reading) if arguments.pseudonyms else Names()
    timeline = Timeline(pseudonymous(reading) if arguments.pseudonyms else reading)
    text = _told(timeline, examine(path), arguments.audience)
    text, left = without_names(text, names)
    if left:
        lines = ", ".join(str(one) for one in left)
        tell(f"{output}: look before you pass it on: a name may be left in line {lines}.")
    write_whole(output, text.encode())
    if timeline.trouble:
        tell(f"{path}: {timeline.trouble}")
    turns = counted(len(dict(timeline.turns())) - 1, "turn")
    say(f"Wrote {output}: {turns}, {counted(len(timeline), 'entry', 'entries')}.")
    return DONE


def _told(timeline: Timeline, verdict: Verdict, audience: str) -> str:
    """The report for an audience; Unusable when there is none of that name."""
    if audience == ANALYST:
        return after_action(timeline, verdict)
    seats = [seat.id for seat in timeline.state(0).scenario.seats]
    if audience not in (*seats, PUBLIC):
        known = ", ".join([ANALYST, PUBLIC, *seats])
        raise Unusable(f'A report cannot be for "{clean(audience, 40)}". It can be for: {known}.')
    return audience_report(timeline, verdict, audience)
