"""Whom the shared screen can be handed to: seats with their people, observers, the facilitator."""

from __future__ import annotations

from dataclasses import replace

from wargame.game.names import FACILITATOR
from wargame.game.records import dataclass
from wargame.game.views import SeatView, View
from wargame.tui.whose_move import sitters

AS_OBSERVER = "observer:"


@dataclass(slots=True, frozen=True)
class Way:
    """Somebody the screen can be handed to; `also` are the other seats that the same people play.

    `by_itself`: a playbook plays the seat, and nobody waits for the screen.
    """

    seat: str
    person: str
    words: str
    also: tuple[str, ...] = ()
    by_itself: bool = False

    def opened_at(self, seat: str) -> Way:
        """The same people with this one of their seats in front; as it is where it is none of theirs."""
        if seat not in self.also:
            return self
        also = tuple(one for one in (self.seat, *self.also) if one != seat)
        return replace(self, seat=seat, also=also)

    def same(self, other: Way) -> bool:
        """Whether it is the same people, whichever of their seats is in front."""
        return self.person == other.person and self.seat in (other.seat, *other.also)


def ways_on(view: View, front: str = "") -> list[Way]:
    """Everybody the screen can be handed to, in the table's order; who has ordered makes no difference.

    Seats that the same people play are handed over once, `front` before the others of its people.
    """
    ways: list[Way] = []
    for seat in view.seats:
        if not any(seat.id in one.also for one in ways):
            ways += _of_seat(view, seat)
    for one in view.observers:
        ways.append(Way(f"{AS_OBSERVER}{one}", one, f"Observer: {view.people[one]}"))
    return [one.opened_at(front) for one in ways]


def first_on(view: View) -> str:
    """The seat that comes first this turn, of those that people play."""
    played = [one.id for one in view.seats if not one.playbook]
    return next((seat for seat in [*view.first, *played] if seat in played), "")


def to_hand(view: View) -> tuple[list[tuple[str, str]], int]:
    """The seats to hand the screen to, and the place of the one that comes next.

    That is the first of the turn that people play and that has sealed nothing, as far as this view knows.
    """
    ways = [
        (one.id, f"{one.name} (plays by itself)" if one.playbook else one.name)
        for one in view.seats
    ]
    waiting = {one.id for one in view.seats if not one.playbook and not one.orders_in}
    first = next((one for one in view.first if one in waiting), "")
    first = first or next((one.id for one in view.seats if one.id in waiting), first_on(view))
    return ways, next((at for at, one in enumerate(view.seats) if one.id == first), 0)


def after(view: View, ways: list[Way], way: Way) -> int:
    """The place of whoever takes the screen after this one: people in the turn's order, then the facilitator."""
    turn = {seat: place for place, seat in enumerate(view.first)}
    order = sorted(range(len(ways)), key=lambda at: turn.get(ways[at].seat, len(turn)))
    here = next((place for place, at in enumerate(order) if way.same(ways[at])), -1)
    return next((at for at in order[here + 1 :] if not ways[at].by_itself), len(ways) - 1)


def digits_of(view: View, ways: list[Way]) -> dict[int, int]:
    """The place in the list that each digit stands for.

    The seats have their own, as on the table, then comes the facilitator; further people of a seat and
    observers have those that are left.
    """
    places = [*(one.id for one in view.seats), FACILITATOR]
    found = {}
    for number, seat in enumerate(places, 1):
        at = next((at for at, one in enumerate(ways) if seat in (one.seat, *one.also)), None)
        if at is not None:
            found[number] = at
    others = [at for at in range(len(ways)) if at not in found.values()]
    return found | dict(zip(range(len(places) + 1, 10), others, strict=False))


def _of_seat(view: View, seat: SeatView) -> list[Way]:
    if seat.playbook:
        return [Way(seat.id, "", f"{seat.name} (plays by itself)", by_itself=True)]
    names = [one.name for one in view.seats if one.id in (seat.id, *seat.together)]
    name, also = " + ".join(names), tuple(seat.together)
    people = sitters(view, seat)
    ways = [Way(seat.id, one, f"{name}: {view.people[one]}", also) for one in people]
    return ways or [Way(seat.id, "", name, also)]
