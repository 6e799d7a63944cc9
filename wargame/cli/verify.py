"""`wargame verify SAVE`: whether a save is what was written, and all chance what was committed to."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from shlex import quote

from wargame.cli.answers import DONE, PROBLEMS, say, say_json
from wargame.game.plain_text import clean, counted
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
        say("\n".join([f"{path}: {_in_short(verdict)}", *in_words(verdict)]))
    return DONE if verdict.ok else PROBLEMS


def _in_short(verdict: Verdict) -> str:
    """The verdict in a word; a receipt that is not this save's does not make it unsound."""
    if verdict.ok:
        return "sound"
    missing = verdict.head_asked and verdict.head_entry is None and verdict.seal_entry is None
    if missing and replace(verdict, head_asked=False).ok:
        return "sound by itself, but NOT what that receipt was given for"
    return "NOT SOUND"


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
        lines += _receipt(verdict)
    return lines


def _receipt(verdict: Verdict) -> list[str]:
    """Of what the receipt that was asked for is, and how a seal is checked by hand."""
    if verdict.head_entry is not None:
        return [f"  receipt   it is the head of entry {verdict.head_entry}"]
    if verdict.seal_entry is None:
        return ["  receipt   NOT HERE: this save holds neither an entry nor a seal of that receipt"]
    lines = [f"  receipt   it is the seal of entry {verdict.seal_entry}, and fits what was sealed"]
    if not verdict.sealed:
        return [*lines, "  by hand   what it seals is shown here once the session is closed"]
    if clean(verdict.sealed, len(verdict.sealed)) != verdict.sealed:
        return lines
    return [*lines, f"  by hand   printf %s {quote(verdict.sealed)} | sha256sum"]


def _counted(verdict: Verdict) -> str:
    return (
        f"{counted(verdict.throws_checked, 'throw')}, {counted(verdict.draws_checked, 'draw')}, "
        f"{counted(verdict.shuffles_checked, 'shuffle')}, {counted(verdict.seals_checked, 'seal')}; "
        + ("every entry held against the rules" if verdict.played_again else "not the rules")
    )
