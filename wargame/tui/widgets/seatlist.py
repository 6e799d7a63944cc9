"""The seats, who plays them, and how far they are. What is sealed is the facilitator's alone to know."""

from __future__ import annotations

from textual.content import Content

from wargame.game.records import dataclass
from wargame.game.views import SeatView, View
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.whose_move import sat_by
from wargame.tui.widgets.lines import fitted, hanging, heading
from wargame.tui.widgets.part import Part

PEOPLE = 16
"""The least room in which people's names are wrapped beside their seat."""
ITSELF = "by itself"
"""What is said of a seat that a playbook plays."""
ASKED = ("waiting", "warned", "must choose")
"""What a seat is that the table waits for."""


@dataclass(slots=True)
class SeatLine:
    """A seat as the list shows it: the key that hands it the screen, its name, its people, its status."""

    key: str
    name: str
    who: str
    status: str


def seat_status(view: View, seat: SeatView) -> str:
    """How far a seat is: choosing, sealed (late), holding, warned, waiting; nothing where nothing is asked of it."""
    if seat.id in [one.seat for one in view.dilemmas]:
        return "must choose"
    if view.phase not in ("talks", "orders") or seat.orders_in < 0:
        return ""
    stands = next((one.way for one in view.standins if one.seat == seat.id), "")
    if stands == "holds":
        return "holds"
    if seat.orders_in >= seat.orders:
        late = any(one.seat == seat.id and one.order_id in view.late for one in view.sealed)
        return "sealed late" if late else "sealed"
    if seat.orders_in:
        return f"{seat.orders_in} of {seat.orders} sealed"
    return "warned" if seat.id in view.warned else "waiting"


def seat_lines(view: View) -> list[SeatLine]:
    """The seats in scenario order."""
    lines = []
    for place, seat in enumerate(view.seats, 1):
        who = f"{ITSELF}: {seat.playbook}" if seat.playbook else sat_by(view, seat)
        lines.append(SeatLine(str(place), seat.name, who or "nobody", seat_status(view, seat)))
    return lines


class SeatList(Part[list[SeatLine]]):
    """One line a seat: its key, its name, its status in words, and who plays it."""

    def written(self, part: list[SeatLine], width: int) -> Content:
        """The seats one below the other."""
        longest = max((plain(one.name, lines=False).cell_length for one in part), default=0)
        room = min(longest, max(8, width // 2))
        status_room = max((len(one.status) for one in part), default=0)
        lines = [heading("Seats")]
        for one in part:
            name = fitted(one.name, room)
            style = "bold" if one.status in ASKED else ""
            status = plain(fitted(one.status, status_room) if status_room else "", style)
            left = joined(plain(f" {one.key} ", "bold"), name, "  " if status_room else "", status)
            lines += self._with_people(left, one, width)
        return stacked(lines)

    def _with_people(self, left: Content, one: SeatLine, width: int) -> list[Content]:
        """Who plays the seat, behind the rest; where there is hardly any room, below it, if it matters now."""
        people = plain(one.who, "dim", lines=False)
        lead = joined(left, "  ")
        room = width - lead.cell_length
        if people.cell_length <= room or room >= PEOPLE:
            return hanging(people, width, lead)
        told = one.status in ASKED or one.who.startswith(ITSELF)
        return [left, *(hanging(people, width, "   ") if told else ())]
