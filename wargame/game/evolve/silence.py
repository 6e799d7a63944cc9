"""What entries about silence, late orders, talks and turns passed over do to the state."""

from __future__ import annotations

from wargame.game.events import (
    IntentionSealed,
    IntentionWithdrawn,
    OrderLate,
    SilenceWarned,
    StoodIn,
    TalkNoted,
    TalkOpened,
    TurnsPassed,
)
from wargame.game.state import State


def silence_warned(state: State, event: SilenceWarned) -> None:
    """Some seats know that their orders are missing."""
    state.warned = {*state.warned, *event.seats}


def stood_in(state: State, event: StoodIn) -> None:
    """Something stands in for a seat's order this turn."""
    state.standins[event.seat] = event


def order_late(state: State, event: OrderLate) -> None:
    """An order came late."""
    state.late.add(event.order_id)


def intention_sealed(state: State, event: IntentionSealed) -> None:
    """A seat has a standing intention."""
    state.intentions[event.seat] = event


def intention_withdrawn(state: State, event: IntentionWithdrawn) -> None:
    """A seat has none any more."""
    state.intentions.pop(event.seat, None)


def talk_opened(state: State, event: TalkOpened) -> None:
    """Seats talk."""
    state.talks.append(event)


def talk_noted(state: State, event: TalkNoted) -> None:
    """A side's version; a later one takes the place of the one before."""
    state.talk_notes[event.turn, event.seat, tuple(event.others)] = event


def turns_passed(state: State, event: TurnsPassed) -> None:
    """What was to come in the turns between comes late, or not at all."""
    state.passed.append(event)
    if not event.happen:
        state.scheduled = [one for one in state.scheduled if one.turn >= event.to]


def new_turn(state: State) -> None:
    """What belongs to one turn is gone with it."""
    state.standins.clear()
    state.late.clear()
    state.warned = set()
