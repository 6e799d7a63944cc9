"""What entries about injects do to the state."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from wargame.game.amounts import Scope, amount
from wargame.game.board import Amount
from wargame.game.changes import Cause
from wargame.game.events import Event
from wargame.game.events.injects import InjectFired, InjectMarked, InjectWritten
from wargame.game.injected import OF_NO_DECK, as_fired, with_card
from wargame.game.nodes import Number
from wargame.game.pieces import Card, Effect, Inject
from wargame.game.scenario import Scenario
from wargame.game.state import Injected, State, Step


def inject_written(state: State, event: InjectWritten) -> None:
    """An inject is ready that the scenario knows nothing of."""
    state.written[event.inject] = Inject(written_card(state.scenario, event))


def written_card(scenario: Scenario, event: InjectWritten) -> Card:
    """The card that was written; its title is the reason of what it does."""
    effects = tuple(
        Effect(
            "track",
            f"{event.inject}/{place}",
            track=scenario.places[push.track],
            by=_fixed(push.by),
            why=event.title,
        )
        for place, push in enumerate(event.pushes)
    )
    return Card(
        id=event.inject,
        deck=OF_NO_DECK,
        title=event.title,
        text=event.text,
        kind=event.kind,
        when=None,
        turn=0,
        seat="",
        options=(),
        lasts=event.lasts,
        bonus=event.bonus,
        suits=(),
        effects=effects,
        sees=event.sees,
        source="",
        mechanism="",
    )


@cache
def _fixed(number: int) -> Amount:
    """A plain number as an amount."""
    return amount(Number(number), Scope({}, {}))


def inject_of(state: State, inject: str) -> Inject | None:
    """An inject, prepared or written; None when there is none of that name."""
    return state.written.get(inject) or state.scenario.injects.get(inject)


def injects_of(events: Iterable[Event]) -> tuple[InjectWritten | InjectFired, ...]:
    """Of a game's events, those that put cards into it that its scenario knows nothing of, or not so."""
    return tuple(one for one in events if isinstance(one, InjectWritten | InjectFired))


def as_played(scenario: Scenario, events: Iterable[InjectWritten | InjectFired]) -> Scenario:
    """A scenario with the injects of a game in it, as their entries put them there."""
    written: dict[str, Inject] = {}
    for event in events:
        if isinstance(event, InjectWritten):
            written[event.inject] = Inject(written_card(scenario, event))
        else:
            inject = written.get(event.inject) or scenario.injects[event.inject]
            card = as_fired(scenario, inject.card, event.sees, event.seat)
            scenario = with_card(scenario, card)
    return scenario


def inject_marked(state: State, event: InjectMarked) -> None:
    """Held, skipped, or ready again."""
    state.inject_marks[event.inject] = event.mark


def inject_fired(state: State, event: InjectFired) -> None:
    """Its card is in the game, and is turned up next."""
    inject = inject_of(state, event.inject)
    if inject is None:
        raise KeyError(event.inject)
    card = as_fired(state.scenario, inject.card, event.sees, event.seat)
    state.scenario = with_card(state.scenario, card)
    state.inject_marks[event.inject] = "fired"
    concerned = concerns(state.scenario, event)
    state.injected.append(Injected(event.inject, state.board.turn, concerned, event.how))
    state.settled = False
    state.todo.insert(0, Step("cause", Cause("card", card.id)))


def concerns(scenario: Scenario, event: InjectFired) -> tuple[str, ...]:
    """The seats an inject counts for: the one that chooses or holds it, else all that are told of it."""
    if event.seat:
        return (event.seat,)
    return tuple(one.id for one in scenario.seats if one.id in event.sees or "*" in event.sees)
