"""People and the room, as far as `who` may see them."""

from __future__ import annotations

from wargame.game.audience import sees
from wargame.game.names import FACILITATOR
from wargame.game.pieces import Seat
from wargame.game.room import knows_order
from wargame.game.seating import OBSERVER, observer, seated_in
from wargame.game.state import State
from wargame.game.views import EarlierView, NoteView, ObjectiveView, ParkedView, QuestionView, View


def room_views(view: View, state: State, who: str, looking: str) -> None:
    """Who is there, and what `who` has written. `looking` says through whose eyes the game is seen."""
    people = state.people.values()
    view.observers = [one.id for one in people if one.seat == OBSERVER]
    view.staff = [one.id for one in people if one.seat == FACILITATOR]
    view.away = [one.id for one in people if not one.seat]
    view.newcomers = sorted(state.newcomers)
    view.notes = _notes(state, who)
    view.earlier = [
        EarlierView(turn, card.title)
        for turn, card in ((turn, state.scenario.cards[one]) for turn, one in state.earlier)
        if sees(card.sees, looking)
    ]
    if who == FACILITATOR or observer(who):
        view.questions = [QuestionView(one.id, one.text) for one in state.questions]
    if who == FACILITATOR:
        view.plan = dict(state.plan)
        view.struck = sorted(state.struck)
        view.uninitiated = sorted(state.uninitiated)
        view.locked = list(state.phrases)
    if who == FACILITATOR or state.phase in ("hotwash", "closed"):
        view.parked = [
            ParkedView(one.id, one.turn, one.text, one.done) for one in state.parked.values()
        ]


def _notes(state: State, who: str) -> list[NoteView]:
    """One's own notes, and all of them for the facilitator, who alone is told their entries.

    After a rewind a note may be about an order that is hidden again: then it is about none.
    """
    return [
        NoteView(
            one.entry if who == FACILITATOR else -1,
            one.turn,
            one.author,
            one.person,
            one.text,
            list(one.tags),
            one.order_id if one.order_id and knows_order(state, one.order_id, who) else "",
        )
        for one in state.notes
        if who in (one.author, FACILITATOR)
    ]


def objective_views(state: State, seat: Seat, who: str, person: str) -> list[ObjectiveView]:
    """A seat's objectives: everyone's in the hot wash, else its own people's, as far as each may know them.

    One that was given to a person is that person's alone. A seat in which somebody plays for who left
    shows none, unless it is one of the others who looks.
    """
    over = state.phase in ("hotwash", "closed")
    if not over and who not in (seat.id, FACILITATOR):
        return []
    every = over or who == FACILITATOR
    if not every and _sealed(state, seat.id, person):
        return []
    held = state.held.get(seat.id, {})
    owned = {objective: to for (of, objective), (to, _) in state.given.items() if of == seat.id}
    views = [
        ObjectiveView(
            seat.id,
            one.id,
            one.text,
            one.private,
            one.main,
            held.get(one.id),
            owned.get(one.id, ""),
        )
        for one in seat.objectives
    ]
    views += [
        ObjectiveView(seat.id, objective, text, private=True, main=False, held=None, person=to)
        for (of, objective), (to, text) in state.given.items()
        if of == seat.id and text
    ]
    return [one for one in views if every or not one.person or one.person == person]


def _sealed(state: State, seat: str, person: str) -> bool:
    """Whether a seat's objectives stay sealed to a person, or to whoever sits there when nobody is named."""
    if person:
        return person in state.uninitiated
    return any(one in state.uninitiated for one in seated_in(state, seat))
