"""Notes as they are read back, by research question; what is planned, and what is parked."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from wargame.game.records import dataclass
from wargame.game.views import NoteView, ParkedView, QuestionView, View
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.part import Part


@dataclass(slots=True, frozen=True)
class Noted:
    """Notes and the research questions they are tagged with; `names` are their authors, by author."""

    notes: tuple[NoteView, ...]
    questions: tuple[QuestionView, ...]
    names: tuple[tuple[str, str], ...]


def notes_of(view: View) -> Noted:
    """The notes that are known here, the last first."""
    authors = {one.author: author_name(view, one) for one in view.notes}
    return Noted(tuple(reversed(view.notes)), tuple(view.questions), tuple(authors.items()))


def author_name(view: View, note: NoteView) -> str:
    """Who wrote a note; nothing where it is one's own."""
    if note.author == view.who:
        return ""
    return view.people.get(note.person, "") or seat_name(view, note.author)


def note_lines(noted: Noted, width: int) -> Iterator[Content]:
    """Each note under its research question, or after them."""
    names = dict(noted.names)
    for question in noted.questions:
        mine = [one for one in noted.notes if question.id in one.tags]
        yield from hanging(plain(question.text, "bold"), width, plain(f" {question.id}: ", "dim"))
        for one in mine:
            yield from _note(one, names, (question.id,), width)
        if not mine:
            yield plain("   nothing noted yet", "dim")
    ids = {one.id for one in noted.questions}
    rest = [one for one in noted.notes if not ids & set(one.tags)]
    if rest and noted.questions:
        yield plain(" Other notes", "bold")
    for one in rest:
        yield from _note(one, names, (), width)


def _note(
    one: NoteView, names: dict[str, str], under: tuple[str, ...], width: int
) -> list[Content]:
    """One note: the turn, who, the words, its other tags."""
    tags = " ".join(f"#{tag}" for tag in one.tags if tag not in under)
    who = f"{names[one.author]}: " if names.get(one.author) else ""
    lead = plain(f"   t{one.turn} ", "dim")
    return hanging(
        joined(plain(who, "bold"), one.text, plain(f" {tags}" if tags else "", "dim")), width, lead
    )


class Notes(Part[Noted]):
    """The notes, by research question."""

    def written(self, part: Noted, width: int) -> Content:
        """A heading, and the notes below it."""
        lines = list(note_lines(part, width))
        if not lines:
            lines = [plain(" None yet. n writes one.", "dim")]
        return stacked([heading("Notes"), *lines])


@dataclass(slots=True, frozen=True)
class Planned:
    """The facilitator's plan, by turn, and which turn is played."""

    plan: tuple[tuple[int, str], ...]
    turn: int


class Plan(Part[Planned]):
    """What the facilitator plans."""

    def written(self, part: Planned, width: int) -> Content:
        """The session's plan, then a turn's after the other; the one that is played is marked."""
        lines = [heading("Plan (yours alone)")]
        for turn, text in part.plan:
            now = ">" if turn == part.turn and turn else " "
            name = f"{now}turn {turn} " if turn else " session "
            lines += hanging(text, width, plain(name, "bold"))
        if not part.plan:
            lines.append(plain(" Nothing planned. p writes it.", "dim"))
        return stacked(lines)


class ParkingLot(Part[tuple[ParkedView, ...]]):
    """What is to be come back to, and what of it is done."""

    def written(self, part: tuple[ParkedView, ...], width: int) -> Content:
        """A box before each; ticked or not."""
        lines = [heading("Parking lot")]
        for one in part:
            box = "[x]" if one.done else "[ ]"
            lines += hanging(
                one.text, width, plain(f" {box} t{one.turn} ", "" if one.done else "bold")
            )
        if not part:
            lines.append(plain(" Empty. k parks what should be come back to.", "dim"))
        return stacked(lines)


def planned_of(view: View) -> Planned:
    """The plan as it stands."""
    plan = tuple((turn, view.plan[turn]) for turn in sorted(view.plan) if view.plan[turn])
    return Planned(plan, view.turn)


def struck_words(view: View) -> list[str]:
    """Whose words, or which entries, are left out of reports for others."""
    people = [view.people.get(person, person) for person, _ in view.struck if person]
    return people + [f"entry {entry}" for person, entry in view.struck if not person]
