"""The hot wash on paper: objectives and what the board says, answers, votes; after the close the seed."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from wargame.game.brier import SOURCE
from wargame.game.views import ObjectiveView, View
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.whose_move import TOGETHER, WHY, seat_name, voters
from wargame.tui.widgets.joining import HELD
from wargame.tui.widgets.ledger import ledger_lines
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.papers import grouped_hex
from wargame.tui.widgets.part import Part

BY_TABLE = "table says"
"""In place of what the board says, where an objective has no rule to read it by."""


class Washing(Part[View]):
    """Everything the hot wash has brought together so far."""

    def written(self, part: View, width: int) -> Content:
        """After the close the seed comes first."""
        lines = [*closing_lines(part, width)] if part.phase == "closed" else []
        lines += [
            *objective_lines(part, width),
            *answer_lines(part, width),
            *parking_lines(part, width),
            *vote_lines(part, width),
            *even_lines(part, width),
            *brier_lines(part, width),
        ]
        return stacked(lines)


def objective_line(one: ObjectiveView, width: int) -> list[Content]:
    """What the board says of an objective, and the objective."""
    kind = "private" if one.private else "main" if one.main else ""
    lead = plain(f"   {HELD[one.held] or BY_TABLE:<11} ", "bold")
    return hanging(joined(one.text, plain(f"  {kind}" if kind else "", "dim")), width, lead)


def objective_lines(view: View, width: int) -> Iterator[Content]:
    """Each seat's objectives, and why it says that it succeeded or failed."""
    yield heading("Objectives: what the board says")
    for seat in view.seats:
        yield plain(f" {seat.name}", "bold", lines=False)
        for one in view.objectives:
            if one.seat == seat.id:
                yield from objective_line(one, width)
        for who, question, text in view.answers:
            if who == seat.id and question == WHY:
                yield from hanging(text, width, "   says: ")
    yield Content("")


def answer_lines(view: View, width: int) -> Iterator[Content]:
    """The table's questions and what was answered."""
    for question in TOGETHER:
        yield heading(question)
        for who, asked, text in view.answers:
            if asked == question:
                yield from hanging(text, width, f" {seat_name(view, who)}: ")
    yield Content("")


def parking_lines(view: View, width: int) -> Iterator[Content]:
    """What was to be come back to; nothing where nothing was parked."""
    if not view.parked:
        return
    yield heading("Parked, to be come back to")
    for one in view.parked:
        box = "[x]" if one.done else "[ ]"
        lead = plain(f" {box} turn {one.turn}: ", "" if one.done else "bold")
        yield from hanging(one.text, width, lead)
    yield Content("")


def vote_lines(view: View, width: int) -> Iterator[Content]:
    """Who won, by votes."""
    yield heading(f"Who won?  {len(view.votes)} of {len(voters(view))} have voted")
    for seat in view.seats:
        given = [seat_name(view, one) for one, what in view.votes.items() if what == seat.id]
        if given:
            yield from hanging(f"{seat.name}: {len(given)}  ({', '.join(given)})", width, " ")
    yield Content("")


def even_lines(view: View, width: int) -> Iterator[Content]:
    """How even-handed it was; for everybody once the session is closed."""
    if view.ledger:
        yield heading("Even-handedness")
        yield from ledger_lines(view, width)


def brier_lines(view: View, width: int) -> Iterator[Content]:
    """How close each person's estimates were; the facilitator's until the close, then everyone's."""
    if not view.briers:
        return
    yield Content("")
    yield heading("Calibration")
    said = [
        f"{seat_name(view, one.person)} {one.thousandths // 1000}.{one.thousandths % 1000:03d}"
        f" ({one.estimates})"
        for one in view.briers
    ]
    note = (
        f"{', '.join(said)}. 0 is best, 0.250 who always says 50; estimates in brackets ({SOURCE})."
    )
    yield from hanging(note, width, " Brier scores: ")
    yield Content("")


def closing_lines(view: View, width: int, *, last: bool = False) -> Iterator[Content]:
    """The seed, the commitment, the receipts (or the `last` alone), and how anybody can check the record."""
    yield plain("The session is closed. The seed of the dice is known to everyone now:", "bold")
    yield from hanging(grouped_hex(view.seed), width, "  seed        ")
    yield from hanging(grouped_hex(view.commitment), width, "  committed   ")
    if view.seed_given:
        yield from hanging(
            "The seed was given at the start, so the dice could be known.", width, "  "
        )
    for one in view.heads[-1:] if last else view.heads:
        yield from hanging(grouped_hex(one.head), width, f"  {one.at}:  ")
    yield plain("Every throw, draw and seal can be checked:")
    yield plain(f"  wargame verify {view.session}", "bold")
    if view.heads:
        check = f"wargame verify {view.session} --head {view.heads[-1].head}"
        yield from hanging(plain(check, "bold"), width, "  ")
    yield Content("")
