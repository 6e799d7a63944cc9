"""People, notes by research question, what was planned and what was parked, as blocks of a report."""

from __future__ import annotations

from wargame.game.events import (
    BannerChanged,
    NoteWritten,
    ObjectiveGiven,
    PersonLeft,
    SeatsMerged,
    SeatsParted,
    WordsStruck,
)
from wargame.game.names import FACILITATOR
from wargame.reports.markdown import code, escaped, joined, listed
from wargame.reports.record import Record
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.reports.words import Words

OF_THE_ROOM = (SeatsMerged, SeatsParted, PersonLeft, ObjectiveGiven, BannerChanged, WordsStruck)
"""The entries that say how the room changed; who sat down is told with the seats."""


def notes_told(record: Record, words: Words) -> str:
    """Every note, under the research question it is tagged with; the others after them."""
    if not record.notes and not words.state.questions:
        return ""
    questions = words.state.questions
    blocks = ["## Notes"]
    for question in questions:
        found = [
            _note(one, words, question.id) for one in record.notes if question.id in one[2].tags
        ]
        blocks.append(f"### {escaped(question.text)} ({code(question.id)})")
        blocks.append(listed(found) if found else "Nothing was noted on this.")
    ids = {one.id for one in questions}
    rest = [_note(one, words) for one in record.notes if not ids & set(one[2].tags)]
    if rest and questions:
        blocks.append("### Other notes")
    return joined([*blocks, listed(rest)])


def _note(noted: tuple[int, int, NoteWritten], words: Words, under: str = "") -> str:
    """A note: when, by whom, the words, what it is about, its other tags."""
    n, turn, note = noted
    by = "" if note.author == FACILITATOR else f", {escaped(words.author(note.author))}"
    about = f" (about entry {note.about})" if note.about >= 0 else ""
    about += f" (about {escaped(words.order(note.order_id))})" if note.order_id else ""
    tags = [tag for tag in note.tags if tag != under]
    tagged = f" *{escaped(', '.join(tags))}*" if tags else ""
    return f"Turn {turn}, entry {n}{by}: {escaped(note.text)}{about}{tagged}"


def beside_told(timeline: Timeline, words: Words) -> str:
    """How the room changed, what the facilitator planned, what was parked."""
    left = timeline.left()
    changed = [
        f"Entry {one.n}, turn {one.turn}: {escaped(told(timeline, one.n))}"
        for one in timeline.moments
        if isinstance(one.event, OF_THE_ROOM) and one.n not in left
    ]
    state = words.state
    plan = [
        f"{f'Turn {turn}' if turn else 'The session'}: {escaped(text)}"
        for turn, text in sorted(state.plan.items())
        if text
    ]
    parked = [
        f"{'[done]' if one.done else '**open**'} (turn {one.turn}) {escaped(one.text)}"
        for one in state.parked.values()
    ]
    return joined(
        [
            joined(["## How the room changed", listed(changed)]) if changed else "",
            joined(["## What the facilitator planned", listed(plan)]) if plan else "",
            joined(["## Parking lot", listed(parked)]) if parked else "",
        ]
    )
