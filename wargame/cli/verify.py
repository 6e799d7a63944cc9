"""`wargame verify SAVE`: whether a save is what was written, and all chance what was committed to."""

from __future__ import annotations

from argparse import Namespace

from wargame.cli.answers import DONE, PROBLEMS, say, say_json
from wargame.game.plain_text import counted
from wargame.game.seals import receipt
from wargame.reports.played_again import examine
from wargame.saves.shelf import Shelf
from wargame.saves.verify import Verdict
from wargame.settings import saves_folder

SEEDS = {
    "sealed": "still sealed (it is shown when the session closes)",
    "revealed": "revealed, and it is the one that was committed to",
    "wrong": "WRONG: it is not the one that was committed to",
}
"""What stands behind the verdict on the seed."""


def verify(arguments: Namespace) -> int:
    """Check the save and say what was found; exit 1 when anything is wrong."""
    path = Shelf(saves_folder(arguments.saves)).find(arguments.save)
    verdict = examine(path, arguments.head)
    if arguments.json:
        say_json(verdict.as_json())
    else:
        say("\n".join([f"{path}: {'sound' if verdict.ok else 'NOT SOUND'}", *in_words(verdict)]))
    return DONE if verdict.ok else PROBLEMS


def in_words(verdict: Verdict) -> list[str]:
    """The verdict, line by line."""
    lines = [
        f"  entries   {verdict.entries}",
        f"  head      {receipt(verdict.head)}",
        f"  checked   {_counted(verdict)}",
        f"  seed      {SEEDS.get(verdict.seed, verdict.seed)}",
    ]
    if verdict.simulated:
        lines.append("  simulated: no seals, and chance anyone can predict")
    if verdict.torn:
        lines.append("  torn      its last line was cut short; resume sets it aside and goes on")
    lines += [
        f"  damage    entry {one.entry}, byte {one.offset}: {one.what}" for one in verdict.damage
    ]
    if verdict.head_asked:
        found = verdict.head_entry
        lines.append(
            "  receipt   NOT HERE: this save does not hold the entry of that receipt"
            if found is None
            else f"  receipt   it is the head of entry {found}"
        )
    return lines


def _counted(verdict: Verdict) -> str:
    return (
        f"{counted(verdict.throws_checked, 'throw')}, {counted(verdict.draws_checked, 'draw')}, "
        f"{counted(verdict.shuffles_checked, 'shuffle')}, {counted(verdict.seals_checked, 'seal')}; "
        + ("every entry held against the rules" if verdict.played_again else "not the rules")
    )
