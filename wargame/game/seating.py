"""Who sits where, and who may speak for whom: seats, their people, observers, seats that are played together."""

from __future__ import annotations

from wargame.game.audience import PUBLIC
from wargame.game.names import FACILITATOR
from wargame.game.refusals import Refused
from wargame.game.state import State

OBSERVER = "observer"
"""Where observers sit."""
AS_OBSERVER = "observer:"
"""What the name under which an observer asks begins with; the person's id follows."""


def seats_of(state: State) -> list[str]:
    """The ids of the seats, in scenario order."""
    return [seat.id for seat in state.scenario.seats]


def observer(who: str) -> str:
    """The person behind `observer:<id>`; empty for anybody else."""
    return who.removeprefix(AS_OBSERVER) if who.startswith(AS_OBSERVER) else ""


def observes(state: State, who: str) -> bool:
    """Whether `who` is `observer:<id>` of somebody who observes now."""
    person = state.people.get(observer(who))
    return person is not None and person.seat == OBSERVER


def eyes(state: State, who: str) -> str:
    """Through whose eyes `who` looks: an observer's are everyone's, or the facilitator's where the session says so."""
    if not observer(who):
        return who
    return FACILITATOR if state.observers_see == "all" and observes(state, who) else PUBLIC


def together(state: State, seat: str) -> tuple[str, ...]:
    """The seats that are played by the same people as this one, itself among them."""
    return next((seats for seats in state.merged if seat in seats), (seat,))


def seated_in(state: State, seat: str) -> list[str]:
    """The ids of the people who play this seat, those of seats played together with it among them."""
    seats = together(state, seat)
    return [one.id for one in state.people.values() if one.seat in seats]


def speaks_for(state: State, by: str, person: str) -> bool:
    """Whether `by` may speak for a person: the facilitator, the observer, or a seat that the person plays.

    A seat's id in place of a person's stands for a seat in which nobody is named.
    """
    known = state.people.get(person)
    if by == FACILITATOR:
        return True
    if known is None:
        return by in together(state, person)
    return by == f"{AS_OBSERVER}{person}" or by in together(state, known.seat)


def insist_on_person(state: State, seat: str, person: str) -> None:
    """Refuse words of somebody who does not play this seat; nobody named is nobody refused."""
    if not person:
        return
    here = state.people.get(person)
    place = here.seat if here is not None else None
    if place is None or place not in together(state, seat):
        raise Refused("not_in_that_seat", "Nobody of that id sits in that seat.")
