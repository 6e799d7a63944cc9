"""Steps of a script that are one command each, and the names by which a script means orders and people."""

from __future__ import annotations

from abc import abstractmethod

from wargame.decks.fields import Part
from wargame.game import orders
from wargame.game.commands import Command
from wargame.game.names import FACILITATOR
from wargame.game.refusals import Refused
from wargame.game.seating import AS_OBSERVER, OBSERVER, seats_of
from wargame.game.state import State

Asked = tuple[str, Command]
"""Who asks, and for what."""


class Act(Part):
    """A step that is one command."""

    @abstractmethod
    def asked(self, state: State) -> Asked:
        """Who asks, and for what; `Refused` when the game has nothing of the name that is given."""


def order_of(state: State, name: str) -> str:
    """The id of an order of this turn, named in full or by its seat: `tehran-2` is the second it gave."""
    if name in state.sealed:
        return name
    seat, number = name, ""
    if name not in [one.id for one in state.scenario.seats]:
        seat, _, number = name.rpartition("-")
    given = [one.order_id for one in orders.given(state) if one.seat == seat]
    place = int(number or 1) if number.isdecimal() or not number else 0
    return given[place - 1] if 0 < place <= len(given) else name


def on_table(state: State) -> str:
    """The id of the order being adjudicated; a refusal when there is none."""
    if state.adjudication is None:
        raise Refused("not_on_the_table", "No order is being adjudicated now; open one first.")
    return state.adjudication.order_id


def meant(state: State, name: str | None) -> str:
    """The id of the order that a step names, or of the one on the table; a refusal when there is none."""
    return order_of(state, name) if name else on_table(state)


def spokesman(state: State, person: str) -> str:
    """Who speaks for a person: their seat, they themselves where they observe; another name is a seat's."""
    known = state.people.get(person)
    if known is None:
        return person
    if known.seat == OBSERVER:
        return f"{AS_OBSERVER}{person}"
    return known.seat if known.seat in seats_of(state) else FACILITATOR
