"""A note from any screen: what it says, what it is about, which research question it helps, whose it is."""

from __future__ import annotations

from dataclasses import replace

from wargame.game.commands import Command, WriteNote
from wargame.game.names import FACILITATOR
from wargame.game.views import View
from wargame.tui.screens.asking import Filled, Question
from wargame.tui.screens.form import Asked, Line, OneOf
from wargame.tui.whose_move import seat_name

AS_OBSERVER = "observer:"


def note_lines(view: View) -> list[Asked]:
    """What a note asks for; what there is nothing of to choose from is not asked."""
    lines: list[Asked] = [Line("text", "Note", needed=True, limit=2000)]
    if orders := order_choices(view):
        lines.append(OneOf("order", "About", [("", "nothing in particular"), *orders]))
    if view.questions:
        asked = [(one.id, one.text) for one in view.questions]
        lines.append(OneOf("question", "Helps answer", [("", "no research question"), *asked]))
    lines.append(Line("tags", "Tags", hint="words with blanks between, or nothing"))
    if recorders := recorder_choices(view):
        lines.append(OneOf("author", "Noted by", recorders))
    return lines


def order_choices(view: View) -> list[tuple[str, str]]:
    """The orders of this turn that are known here, the one on the table first."""
    shown = {one.order_id: one for one in [*view.sealed, *view.revealed]}
    if view.adjudication is not None:
        first = view.adjudication.order
        shown = {first.order_id: first} | shown
    return [(key, f"{seat_name(view, one.seat)}: {one.name}") for key, one in shown.items()]


def recorder_choices(view: View) -> list[tuple[str, str]]:
    """Whose the note may be: whose screen it is, or a recorder's, who types beside; nothing where nobody observes."""
    if view.who.startswith(AS_OBSERVER) or not view.observers:
        return []
    beside = [(f"{AS_OBSERVER}{one}", view.people[one]) for one in view.observers]
    return [("", seat_name(view, view.who)), *beside]


def noted(view: View, filled: Filled) -> Command:
    """The note as a command."""
    question = filled.get("question", "")
    tags = [*([question] if question else []), *filled["tags"].split()]
    author = filled.get("author", "")
    return WriteNote(filled["text"], tags, author=author, order_id=filled.get("order", ""))


NOTE = Question("A note for the record", note_lines, noted)
"""A note: the facilitator's, a seat's own, or a recorder's."""


def a_note(view: View) -> Question:
    """A note that says who will read it."""
    return replace(NOTE, about=who_sees(view))


def who_sees(view: View) -> str:
    """Who will read a note that is written here."""
    if view.who == FACILITATOR:
        return "You alone see your notes; the report for analysts has them."
    return "The facilitator sees it, and you."
