"""Whom the shared screen can be handed to: seats with their people, observers, the facilitator."""

from __future__ import annotations

from wargame.game.names import FACILITATOR
from wargame.game.records import dataclass
from wargame.game.views import SeatView, View

AS_OBSERVER = "observer:"


@dataclass(slots=True, frozen=True)
class Way:
    """Somebody the screen can be handed to; `also` are the other seats that the same people play."""

    seat: str
    person: str
    words: str
    also: tuple[str, ...] = ()


def ways_on(view: View) -> list[Way]:
    """Everybody the screen can be handed to, in the table's order; who has ordered makes no difference.

    Seats that the same people play are handed over once.
    """
    ways: list[Way] = []
    for seat in view.seats:
        if not any(seat.id in one.also for one in ways):
            ways += _of_seat(view, seat)
    for one in view.observers:
        ways.append(Way(f"{AS_OBSERVER}{one}", one, f"Observer: {view.people[one]}"))
    return ways


def first_on(view: View) -> str:
    """The seat that comes first this turn, of those that people play."""
    played = [one.id for one in view.seats if not one.playbook]
    return next((seat for seat in [*view.first, *played] if seat in played), "")


def digits_of(view: View, ways: list[Way]) -> dict[int, int]:
    """The place in the list that each digit stands for: the seats' own, as on the table, then the facilitator's."""
    places = [*(one.id for one in view.seats), FACILITATOR]
    found = {}
    for number, seat in enumerate(places, 1):
        at = next((at for at, one in enumerate(ways) if seat in (one.seat, *one.also)), None)
        if at is not None:
            found[number] = at
    return found


def _of_seat(view: View, seat: SeatView) -> list[Way]:
    if seat.playbook:
        return [Way(seat.id, "", f"{seat.name} (plays by itself)")]
    names = [one.name for one in view.seats if one.id in (seat.id, *seat.together)]
    name, also = " + ".join(names), tuple(seat.together)
    people = [Way(seat.id, one, f"{name}: {view.people[one]}", also) for one in seat.people]
    return people or [Way(seat.id, "", name, also)]
