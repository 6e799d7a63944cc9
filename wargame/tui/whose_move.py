"""Whose move it is, and what is still missing: the facilitator's screens always say so."""

from __future__ import annotations

from typing import assert_never

from wargame.game.audience import PUBLIC
from wargame.game.names import FACILITATOR
from wargame.game.records import dataclass
from wargame.game.views import OrderView, SeatView, View
from wargame.reports.words import free

WHY = "Why did you succeed or fail?"
"""Asked of each seat in the hot wash."""
TOGETHER = ("What went well?", "What went less well?", "What would we do better?")
"""Asked of the table in the hot wash."""


@dataclass(slots=True, frozen=True)
class Move:
    """Whose move it is, in a sentence; who is still missing; and what the key that moves on does now."""

    sentence: str
    missing: tuple[str, ...]
    onward: str


def called(order: OrderView) -> str:
    """An order by its name; one that is on no menu with its first words: `Free order “Dig a ditch ...”`."""
    return order.name if order.move or not order.action else f"{order.name} {free(order.action)}"


def seat_name(view: View, seat: str) -> str:
    """A seat's name as people know it; other ids (facilitator, a person's) by their own name."""
    for one in view.seats:
        if one.id == seat:
            return one.name
    if seat == "facilitator":
        return "Facilitator"
    if seat == "observer":
        return "An observer"
    return person_name(view, seat.removeprefix("observer:")) or seat


def person_name(view: View, person: str) -> str:
    """A person's name; with the seat where two bear it. Empty for an id that is nobody's."""
    name = view.people.get(person, "")
    if not name or list(view.people.values()).count(name) < 2:
        return name
    where = ", ".join(one.name for one in view.seats if person in one.people)
    return f"{name} ({where or 'no seat'})"


def names(view: View, seats: list[str]) -> str:
    """Several names with commas between."""
    return ", ".join(seat_name(view, one) for one in seats)


def sitters(view: View, seat: SeatView) -> list[str]:
    """The people of a seat; who is entered in several seats that are played together is one person."""
    if not seat.together:
        return list(seat.people)
    found: dict[str, str] = {}
    for one in seat.people:
        found.setdefault(view.people[one], one)
    return list(found.values())


def sat_by(view: View, seat: SeatView) -> str:
    """The names of the people of a seat, with commas; empty where nobody is named."""
    return ", ".join(view.people[one] for one in sitters(view, seat))


def came_in(view: View) -> list[str]:
    """Who wrote each message of this turn that came in for the viewer, in the order of coming."""
    return [one.sender for one in view.messages if one.turn == view.turn and one.sender != view.who]


def without_order(view: View) -> list[str]:
    """The seats that have sealed nothing this turn, as far as the viewer knows."""
    return [one.id for one in view.seats if one.orders_in == 0]


def late_seats(view: View) -> list[str]:
    """The seats that have given no order of their own this turn: they hold, or something stood in."""
    stood = {one.seat for one in view.standins}
    return [one.id for one in view.seats if one.orders_in == 0 or one.id in stood]


def voters(view: View) -> list[str]:
    """Who votes in the hot wash: every person, and every seat that has nobody named, unless it plays by itself."""
    people = [one for one in view.people if view.people[one] and one not in view.away]
    return people + [one.id for one in view.seats if not one.people and not one.playbook]


def last_turn(view: View) -> str:
    """`last turn` while it is played, and the warning before it starts; else empty."""
    if view.turns and view.turn == view.turns:
        return "last turn"
    if view.phase == "wrap" and view.turn + 1 == view.turns and not view.ending:
        return "last turn next"
    return ""


def whose_move(view: View) -> Move:
    """Whose move it is in this phase."""
    if view.throwing is not None:
        wanted = f"{view.throwing.needed} or less on d100"
        return Move(f"{view.throwing.what}: throw a die ({wanted}).", (), "Enter the die")
    if out_of_turn(view):
        return _adjudicate(view)
    match view.phase:
        case "setup":
            ready = "The table is set: begin when everyone has read the brief."
            nobody = "Nobody is named yet: l says who sits where. Or begin with empty seats."
            return Move(ready if view.people else nobody, (), "Begin turn 1")
        case "event":
            return _event(view)
        case "talks":
            return _talks(view)
        case "orders":
            return _orders(view)
        case "reveal":
            first = "" if view.who == PUBLIC else "Press j if others can see this screen, then r"
            return Move(f"{first or 'R'}ead the orders out.", (), "Results")
        case "adjudicate":
            return _adjudicate(view)
        case "wrap":
            return _wrap(view)
        case "hotwash":
            return _hot_wash(view)
        case "closed":
            return Move("The session is closed and the seed is known.", (), "")
        case _:
            assert_never(view.phase)


def out_of_turn(view: View) -> bool:
    """Whether a secret argument was shown in a phase in which no order is ruled on."""
    if view.phase in ("adjudicate", "hotwash", "closed"):
        return False
    return view.adjudication is not None or any(one.startswith("s-") for one in view.waiting)


def _event(view: View) -> Move:
    waiting = list(dict.fromkeys(one.seat for one in view.dilemmas))
    drawn = [one.title for one in view.turned if not one.held]
    if drawn:
        return Move(f"Drawn: {drawn[0]}. Let it act, hold it or skip it.", (), "The card")
    if waiting:
        return Move(f"{names(view, waiting)} must choose.", tuple(waiting), "Choose")
    return Move("Read the event out.", (), "Talks and orders")


def _talks(view: View) -> Move:
    waiting = without_order(view)
    return Move("Talk. Orders can be sealed already.", tuple(waiting), "Orders")


def _orders(view: View) -> Move:
    waiting = without_order(view)
    if any(one.orders_in < 0 for one in view.seats):
        return Move("Talk, and seal orders.", (), "Close orders")
    if waiting:
        sentence = f"Talk, and seal orders. None yet from {names(view, waiting)}."
        return Move(sentence, tuple(waiting), "Close orders")
    return Move("Every seat has sealed an order.", (), "Close orders")


def _adjudicate(view: View) -> Move:
    table = view.adjudication
    left = len(view.waiting)
    if table is None and not left and view.rehearsal:
        return Move("Turn Zero is over: the game begins where it was.", (), "End Turn Zero")
    if table is None and not left:
        return Move("Every order has been ruled on.", (), "Wrap up")
    if table is None:
        return Move(
            f"{left} of this turn's orders {'waits' if left == 1 else 'wait'} for a ruling.",
            (),
            "Next order",
        )
    seat = seat_name(view, table.order.seat)
    if table.quality is not None:
        accepts = " Space accepts it." if view.who == FACILITATOR else ""
        return Move(f"{seat}: {table.order.name} has its result.{accepts}", (), "")
    if table.method == "umpire":
        return Move(f"{seat}: {table.order.name}: the facilitator rules.", (), "Rule")
    if table.method == "estimate" and table.odds < 0:
        missing = [one for one in table.estimators if one not in table.estimated]
        return Move(f"Estimates: {names(view, missing)} to come.", tuple(missing), "Estimates")
    if table.method in ("hands", "leaning") and table.odds < 0:
        asked = "Who raises a hand for success?" if table.method == "hands" else "Who agrees?"
        return Move(f"{seat}: {table.order.name}. {asked}", (), "Count")
    if table.method == "automatic":
        return Move(f"{seat}: {table.order.name} needs no dice.", (), "Result")
    return Move(f"Throw for {seat}: {table.order.name}.", (), "Throw")


def _wrap(view: View) -> Move:
    if view.ending:
        return Move(f"{view.ending}: play on, or go to the hot wash.", (), "Hot wash")
    if view.turn >= view.turns:
        return Move("The last turn has been played.", (), "Hot wash")
    return Move("Read out what changed and why.", (), f"Turn {view.turn + 1}")


def silent_seats(view: View) -> list[str]:
    """The seats that have not said yet why they succeeded or failed."""
    said = {seat for seat, question, _ in view.answers if question == WHY}
    people = [one.id for one in view.seats if one.people or not one.playbook]
    return [one for one in people if one not in said]


def unasked(view: View) -> list[str]:
    """The questions to the table that nobody has answered yet."""
    return [one for one in TOGETHER if one not in {question for _, question, _ in view.answers}]


def unheard(view: View) -> list[str]:
    """Who has not voted yet."""
    return [one for one in voters(view) if one not in view.votes]


def _hot_wash(view: View) -> Move:
    silent, questions, voting = silent_seats(view), unasked(view), unheard(view)
    if silent:
        return Move(f"Why did you succeed or fail? {names(view, silent)}.", tuple(silent), "Why")
    if questions:
        return Move(f"The table: {questions[0]}", (), "Ask")
    if voting:
        return Move(f"Who won? {names(view, voting)} to vote.", tuple(voting), "Vote")
    parked = sum(not one.done for one in view.parked)
    if parked:
        return Move(f"{parked} parked to come back to: N ticks them off. Or close.", (), "Close")
    return Move("Everybody has answered and voted.", (), "Close")
