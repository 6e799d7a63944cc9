"""A save played again, entry by entry: whether each one fits the game before it."""

from __future__ import annotations

from pathlib import Path

from wargame.decks.compile import compile_scenario
from wargame.decks.problems import ScenarioError
from wargame.game.events import SessionOpened
from wargame.game.evolve import evolve, opened
from wargame.game.fitting import misfits
from wargame.game.state import State
from wargame.reports.timeline import UNFIT
from wargame.saves.events import event_of
from wargame.saves.reading import Damage, Reading, read
from wargame.saves.verify import Verdict, receipt_digits, verdict_on


def examine(path: Path, head: str | None = None) -> Verdict:
    """All that can be said of a save: `saves.verify`, and every entry held against the rules.

    A save whose scenario this version cannot use is not played again: what its chain, its dice and
    its seals say is checked without it. Errors as of `saves.verify.verify`.
    """
    wanted = None if head is None else receipt_digits(head)
    reading = read(path)
    verdict = verdict_on(reading, wanted)
    state = _opened(reading)
    if state is not None:
        verdict.played_again = len(reading.entries)
        found = [*verdict.damage, *_flaws(reading, state)]
        verdict.damage = sorted(found, key=lambda one: one.entry)
    return verdict


def _flaws(reading: Reading, state: State) -> list[Damage]:
    """What cannot follow on what is before it, up to the first entry with which nothing can be done."""
    found: list[Damage] = []
    offset = len(reading.raw.split(b"\n", 1)[0]) + 1
    for entry, line in zip(reading.entries[1:], reading.raw[offset:].split(b"\n"), strict=False):
        try:
            event = event_of(entry.kind, entry.data)
            found += [Damage(entry.n, offset, one) for one in misfits(state, event)]
            evolve(state, event)
        except UNFIT as error:
            what = f"it cannot follow what is before it ({entry.kind}: {error})"
            return [*found, Damage(entry.n, offset, what)]
        offset += len(line) + 1
    return found


def _opened(reading: Reading) -> State | None:
    """The game as it was opened; None where there is none, or its scenario cannot be used."""
    if not reading.entries:
        return None
    first = reading.entries[0]
    try:
        event = event_of(first.kind, first.data)
        return (
            opened(compile_scenario(event.scenario), event)
            if isinstance(event, SessionOpened)
            else None
        )
    except (*UNFIT, ScenarioError):
        return None
