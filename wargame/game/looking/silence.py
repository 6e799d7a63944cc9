"""Silence, standing intentions and talks, as their audience may see them.

What a seat has noted for itself is its own and the facilitator's. The versions of a talk stand side by
side for the facilitator; those who took part see each other's in the hot wash, private reasons left out.
"""

from __future__ import annotations

from wargame.game.events import (
    ArgumentAdded,
    MessageSent,
    OrderSealed,
    PhaseBegun,
    TalkNoted,
)
from wargame.game.looking.orders import order_view
from wargame.game.names import FACILITATOR
from wargame.game.negotiating import talked
from wargame.game.orders import missing_seats
from wargame.game.seating import seats_of
from wargame.game.state import Sealed, State
from wargame.game.views import (
    DateView,
    SpokenView,
    StandInView,
    TalkNoteView,
    TalkView,
    View,
)

OVER = ("hotwash", "closed")


def silence_views(view: View, state: State, who: str) -> None:
    """Put into a view what it may hold of all this."""
    mine = [one for one in seats_of(state) if who in (one, FACILITATOR)]
    view.intentions = [
        order_view(
            state, Sealed(f"intention-{seat}", seat, one.intention, one.seal, one.nonce), who
        )
        for seat, one in state.intentions.items()
        if seat in mine
    ]
    view.standins = [
        StandInView(one.seat, one.way, one.playbook, one.reason)
        for one in state.standins.values()
        if one.seat in mine
    ]
    if state.warned and mine:
        missing = missing_seats(state) if state.phase in ("talks", "orders") else []
        view.warned = [one for one in missing if one in state.warned and one in mine]
    view.late = [
        one for one in sorted(state.late) if one in state.sealed and state.sealed[one].seat in mine
    ]
    view.talks = _talks(state, who)
    if who == FACILITATOR:
        view.spoken = spoken(state)
        view.calendar = calendar(state)


def _talks(state: State, who: str) -> list[TalkView]:
    """The talks that `who` knows of, turn by turn, with the versions that may be seen."""
    found = []
    for turn in range(1, state.board.turn + 1):
        opened = {tuple(one.seats): one for one in state.talks if one.turn == turn}
        for seats in talked(state, turn):
            if who != FACILITATOR and who not in seats:
                continue
            there = opened.get(seats)
            talk = TalkView(turn, list(seats))
            if there is not None:
                talk.opener, talk.until = there.opener, there.until
            talk.notes = [
                _note(one, who)
                for one in state.talk_notes.values()
                if one.turn == turn and one.others and {one.seat, *one.others} == {*seats}
                if _may_read(state, one, who)
            ]
            found.append(talk)
        lines = [
            _note(one, who)
            for one in state.talk_notes.values()
            if one.turn == turn and not one.others and _may_read(state, one, who)
        ]
        if lines:
            found.append(TalkView(turn, [], notes=lines))
    return found


def _may_read(state: State, note: TalkNoted, who: str) -> bool:
    """Whether `who` may read a version: its own, all for the facilitator, and once the game is over the seats."""
    over = state.phase in OVER and who in seats_of(state)
    return over or who in (note.seat, FACILITATOR)


def _note(one: TalkNoted, who: str) -> TalkNoteView:
    private = one.private if who in (one.seat, FACILITATOR) else ""
    return TalkNoteView(
        one.turn,
        one.seat,
        list(one.others),
        one.proposed,
        one.agreed,
        private,
        one.promised,
        one.told,
        one.person,
    )


def spoken(state: State) -> list[SpokenView]:
    """How often each seat, and each person of it, spoke up this turn."""
    people = [(one.seat, one.id) for one in state.people.values()]
    seats = seats_of(state)
    found = {("", seat): SpokenView(seat, "") for seat in seats}
    found |= {(one, seat): SpokenView(seat, one) for seat, one in people if seat in seats}
    line = state.line
    while line is not None and state.board.turn:
        line, event = line
        if isinstance(event, PhaseBegun) and event.phase == "event":
            break
        _hear(found, event)
    return list(found.values())


def _hear(found: dict[tuple[str, str], SpokenView], event: object) -> None:
    """Count one entry for its seat, and for its person where that is known."""
    match event:
        case MessageSent():
            keys, what = {("", event.sender), (event.person, event.sender)}, "messages"
        case OrderSealed():
            keys, what = {("", event.seat), (event.order.person, event.seat)}, "orders"
        case ArgumentAdded():
            keys, what = {("", event.author)}, "arguments"
        case _:
            return
    for key in keys & found.keys():
        setattr(found[key], what, getattr(found[key], what) + 1)


def calendar(state: State) -> list[DateView]:
    """The turns to come, with what is dated for them."""
    setup = state.scenario.setups[state.setup]
    days = []
    for turn in range(state.board.turn + 1, state.board.turns + 1):
        label = setup.calendar[turn - 1] if turn <= len(setup.calendar) else ""
        titles = [one.title for one in state.scenario.dated(turn) if one.id not in setup.without]
        titles += [
            one.card.title
            for one in state.scenario.injects.values()
            if one.turn == turn and one.card.id not in state.inject_marks
        ]
        titles += [
            state.scenario.later[one.key].why or "A later effect"
            for one in state.scheduled
            if one.turn == turn
        ]
        days.append(DateView(turn, label, titles))
    return days
