"""How the facilitator's view of injects is made; nobody else has one."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.game.audience import PUBLIC
from wargame.game.injects import cap, had, stalemate
from wargame.game.looking.conditions import condition_words
from wargame.game.names import FACILITATOR
from wargame.game.pieces import Effect, Inject
from wargame.game.state import State
from wargame.game.views.injects import InjectsView, InjectView


def injects_view(state: State) -> InjectsView:
    """All injects: prepared ones in scenario order, then those written on the spot."""
    prepared = [_view(state, one, written=False) for one in state.scenario.injects.values()]
    written = [_view(state, one, written=True) for one in state.written.values()]
    seats = {one.id: had(state, one.id) for one in state.scenario.seats}
    return InjectsView([*prepared, *written], seats, cap(state), stalemate(state))


def _view(state: State, inject: Inject, *, written: bool) -> InjectView:
    """One inject, as it was fired if it was."""
    mark = state.inject_marks.get(inject.card.id, "ready")
    card = state.scenario.cards[inject.card.id] if mark == "fired" else inject.card
    fired = next((one.turn for one in state.injected if one.inject == card.id), 0)
    does = [line for one in card.effects for line in _does(state, one)]
    for option in card.options:
        words = _joined(state, option.effects)
        does.append(f"{option.text} ({words})" if words else option.text)
    return InjectView(
        card.id,
        card.title,
        card.text,
        card.kind,
        mark,
        [PUBLIC] if "*" in card.sees else list(card.sees),
        card.seat,
        inject.turn,
        condition_words(state, FACILITATOR, inject.condition),
        inject.note,
        card.source,
        written,
        fired,
        does,
    )


def _joined(state: State, effects: tuple[Effect, ...]) -> str:
    """Effects in a few words, in one line."""
    return "; ".join(line.rstrip(".") for one in effects for line in _does(state, one))


def _does(state: State, effect: Effect) -> Iterator[str]:
    """An effect in a few words, with its chance, and whether it would happen as things stand."""
    tail = ""
    if effect.chance is not None:
        tail = f" at {max(0, min(100, effect.chance(state.board, -1)))} %"
    if effect.when is not None and not effect.when(state.board, -1):
        tail += ", but not as things stand"
    for line in _deeds(state, effect):
        yield f"{line.rstrip('.')}{tail}" if tail else line


def _deeds(state: State, effect: Effect) -> Iterator[str]:
    """What an effect does when it happens."""
    scenario = state.scenario
    match effect.kind:
        case "track":
            name = scenario.tracks[effect.track].name
            if effect.set_to is not None:
                yield f"{name} is set to {effect.set_to(state.board, -1)}"
            elif effect.by is not None:
                yield f"{name} {effect.by(state.board, -1):+d}"
        case "fact":
            yield effect.text or scenario.facts[effect.name].text
        case "end":
            yield f"no longer: {scenario.facts[effect.name].text}"
        case "card":
            yield f"“{scenario.cards[effect.name].title}” goes to {effect.where}"
        case "draw":
            yield f"draws {effect.count} of {scenario.deck(effect.deck).name}"
        case "later":
            turns = "the next turn" if effect.delay == 1 else f"{effect.delay} turns"
            yield f"in {turns}: {_joined(state, effect.inner)}"
        case "detect":
            yield f"covert orders of {scenario.seat(effect.seat).name} are detected"
        case "count":
            yield f"counts {effect.name}"
        case "ending":
            yield f"ends the game: {effect.name}"
