"""Who is in the room: seats with their people, observers, who left; questions, banner, phrases."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from wargame.game.views import SeatView, View
from wargame.tui.plain import plain, stacked
from wargame.tui.whose_move import names, sat_by, sitters
from wargame.tui.widgets.lines import fitted, hanging, heading
from wargame.tui.widgets.part import Part


class RoomPart(Part[View]):
    """The whole room on one paper."""

    def written(self, part: View, width: int) -> Content:
        """Seats first."""
        return stacked([*seat_rows(part, width), *others(part, width), *beside(part, width)])


def seat_rows(view: View, width: int) -> Iterator[Content]:
    """A line a seat: its key, its name, who plays it; below it what is special about it."""
    yield heading("Seats")
    for place, seat in enumerate(view.seats, 1):
        lead = lead_of(view, f"{place} {seat.name}")
        yield from hanging(played_by(view, seat), width, lead)
        for line in _special(view, seat):
            yield from hanging(plain(line, "dim"), width, " " * lead.cell_length)
    yield Content("")


def lead_of(view: View, name: str) -> Content:
    """What a line begins with: all of them have the same room."""
    room = max(11, *(2 + cell_len(one.name) for one in view.seats))
    return plain(f" {fitted(name, room)}  ", "bold")


def played_by(view: View, seat: SeatView) -> str:
    """Who plays a seat, in words."""
    if seat.playbook:
        return f"by itself: {seat.playbook}"
    who = sat_by(view, seat) or "nobody named"
    return f"{who}, together with {names(view, seat.together)}" if seat.together else who


def _special(view: View, seat: SeatView) -> Iterator[str]:
    """Phrases, objectives of one person, objectives that stay sealed."""
    if seat.locked:
        yield "a pass phrase opens its screen"
    for person in sitters(view, seat):
        name = view.people[person]
        if person in view.uninitiated:
            yield f"{name} does not see the objectives"
        if person in view.newcomers:
            yield f"{name} has not been shown anything yet"
        if person in view.locked:
            yield f"{name} has a pass phrase of their own"
    for one in view.objectives:
        if one.seat == seat.id and one.person:
            yield f"{view.people.get(one.person, one.person)} alone wants: {one.text}"


def others(view: View, width: int) -> Iterator[Content]:
    """Who runs the table, who watches, who left."""
    yield heading("Others")
    for title, people in (
        ("Facilitator", view.staff),
        ("Observers", view.observers),
        ("Left", view.away),
    ):
        if people or title != "Left":
            yield from hanging(names(view, people) or "nobody named", width, lead_of(view, title))
    if "facilitator" in view.locked:
        yield plain(" The facilitator's screen has a pass phrase.", "dim")
    yield Content("")


def beside(view: View, width: int) -> Iterator[Content]:
    """The banner and the research questions."""
    yield heading("Banner and research questions")
    yield from hanging(view.banner or "none: b sets one", width, lead_of(view, "Banner"))
    for one in view.questions:
        yield from hanging(one.text, width, lead_of(view, one.id))
    if view.phase != "closed":
        yield plain(" b changes the banner, which stands on every screen.", "dim")
    if not view.questions:
        yield plain(" No research question yet. q adds one; notes are tagged with it.", "dim")
