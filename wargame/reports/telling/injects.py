"""Injects, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.audience import sees
from wargame.game.events import InjectFired, InjectMarked, InjectWritten
from wargame.game.evolve.injects import inject_of
from wargame.game.names import FACILITATOR
from wargame.reports.words import Words, signed

Injects = InjectWritten | InjectMarked | InjectFired
"""What this module tells of."""

MARKS = {"ready": "is ready again", "held": "is held back", "skipped": "is skipped"}
HOW = {
    "hand": "fired by hand",
    "date": "fired on its date",
    "condition": "fired: its condition holds",
}


def injects_told(event: Injects, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    if not isinstance(event, InjectFired) and words.who != FACILITATOR:
        return ""
    match event:
        case InjectWritten():
            does = "; ".join(f"{words.track(one.track)} {signed(one.by)}" for one in event.pushes)
            to = audience(event.sees, words)
            return (
                f"An inject is written, for {to}: “{event.title}” {event.text} ({does or 'words'})"
            )
        case InjectMarked():
            why = f" Why: {event.reason}" if event.reason else ""
            return f"The inject “{_title(event.inject, words)}” {MARKS[event.mark]}.{why}"
        case InjectFired():
            return _fired(event, words)
        case _:
            assert_never(event)


def _fired(event: InjectFired, words: Words) -> str:
    """An inject that was fired: nothing of it is told to who is not told of it."""
    title = _title(event.inject, words)
    if words.who != FACILITATOR:
        return f"“{title}”." if sees(event.sees, words.who) else ""
    hand = f", to {words.seat(event.seat)}" if event.seat else ""
    why = f" Why over the cap: {event.reason}" if event.reason else ""
    to = audience(event.sees, words)
    return f"Inject “{title}”, {HOW[event.how]}{hand}; told to {to}.{why}"


def audience(sees_it: tuple[str, ...], words: Words) -> str:
    """Who is told, in words."""
    if "*" in sees_it:
        return "everyone"
    return words.seats(sees_it) if sees_it else "the facilitator"


def _title(inject: str, words: Words) -> str:
    found = inject_of(words.state, inject)
    return found.card.title if found else inject
