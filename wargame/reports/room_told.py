"""People, notes by research question, what was planned and what was parked, as blocks of a report."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.game.events import (
    BannerChanged,
    Event,
    NoteWritten,
    ObjectiveGiven,
    PersonLeft,
    PersonSeated,
    SeatHanded,
    SeatsMerged,
    SeatsParted,
    WordsStruck,
)
from wargame.game.names import FACILITATOR
from wargame.game.seating import OBSERVER
from wargame.reports.markdown import code, escaped, joined, listed, table
from wargame.reports.record import Record
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.reports.words import Words

OF_THE_ROOM = (SeatsMerged, SeatsParted, PersonLeft, ObjectiveGiven, BannerChanged, WordsStruck)
"""The entries that say how the room changed; who sat down is told with the seats. No rewind turns them back."""


def seats_told(record: Record, timeline: Timeline, words: Words) -> str:
    """Who sat where, who came and left, and what a playbook played; no rewind turns that back."""
    opening, scenario = record.opening, record.scenario
    who: dict[str, list[str]] = {one.id: [] for one in scenario.seats}
    who |= {FACILITATOR: [], OBSERVER: []}
    for one in opening.people:
        who[one.seat].append(escaped(one.name))
    for seat, book in opening.playbooks.items():
        who[seat].append(f"the playbook {code(book)}")
    for moment in timeline.moments:
        for seat, what in _moved(moment.event, words):
            who[seat].append(f"{what} from entry {moment.n} on")
    names = {one.id: one.name for one in scenario.seats}
    names |= {FACILITATOR: "Facilitator", OBSERVER: "Observers"}
    rows = [
        [escaped(names[seat]), "; ".join(found) or "nobody named"]
        for seat, found in who.items()
        if found or seat not in (FACILITATOR, OBSERVER)
    ]
    return joined(["## Who sat where", table(["seat", "played by"], rows)])


def _moved(event: Event, words: Words) -> Iterator[tuple[str, str]]:
    """The seats that somebody else plays by this entry, and who."""
    match event:
        case PersonSeated():
            yield event.seat, escaped(event.name)
        case PersonLeft():
            yield event.seat, f"without {escaped(words.person(event.person))}"
        case SeatHanded():
            yield (
                event.seat,
                f"the playbook {code(event.playbook)}" if event.playbook else "its people",
            )
        case SeatsMerged() | SeatsParted():
            for seat in event.seats:
                others = [escaped(words.seat(one)) for one in event.seats if one != seat]
                how = "together with" if isinstance(event, SeatsMerged) else "apart from"
                yield seat, f"{how} {', '.join(others)}"
        case _:
            pass


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
    changed = [
        f"Entry {one.n}, turn {one.turn}: {escaped(told(timeline, one.n))}"
        for one in timeline.moments
        if isinstance(one.event, OF_THE_ROOM)
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
