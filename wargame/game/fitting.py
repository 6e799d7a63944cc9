"""Whether an entry fits the game before it: what follows by arithmetic is computed again.

Somebody who rewrites a save can make its chain anew, and only a head receipt tells. What the rules of
a seminar game compute from what stands in the save, they cannot change unseen all the same: odds, how
dice are read, medians and shares, what an effect moved. Choices that people make are not judged here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from wargame.game.alternatives import others_of
from wargame.game.board import Board
from wargame.game.cards import objectives_held
from wargame.game.changes import Change, CountChange, FactEnded, FactMade, TrackChange
from wargame.game.contests import rounds_of
from wargame.game.counting import contest_of, costly, odds_of
from wargame.game.events import (
    AdjudicationOpened,
    ArgumentAdded,
    ArgumentWeighed,
    EffectsApplied,
    EstimateExplained,
    EstimateSealed,
    EstimatesShown,
    Event,
    HandsCounted,
    LeaningsTaken,
    MethodChosen,
    ObjectivesRead,
    OrderJudged,
    OrdersRevealed,
    ProtectionSet,
    ResultAccepted,
    ResultProposed,
    Rewound,
    Ruled,
    ThrowCalled,
    TrackAdjusted,
)
from wargame.game.events.judged import unfolded
from wargame.game.events.others import OtherMethod
from wargame.game.evolve import evolve
from wargame.game.evolve.board import change_board
from wargame.game.names import POLLED, TWO_DICE
from wargame.game.odds import median, odds_2d6, whole_percent
from wargame.game.on_table import Adjudication
from wargame.game.orders import given
from wargame.game.polls import counted
from wargame.game.protections import MOST_LEVELS
from wargame.game.rulings import reading_of, rebased
from wargame.game.state import State

Misfits = Iterator[str]


def misfits(state: State, event: Event) -> list[str]:
    """A sentence for everything in an event that cannot follow on this state; the state stays as it is.

    KeyError and the like when it names what is not there at all, as `evolve` raises them.
    """
    check = _CHECKS.get(type(event))
    return [] if check is None else list(check(state, event))


def _table(state: State, event: Any) -> Adjudication | None:
    """The adjudication of the order that an event is about, None when another one is on the table."""
    table = state.adjudication
    return table if table is not None and table.order_id == event.order_id else None


def _on_table(state: State, event: Any) -> Misfits:
    if _table(state, event) is None:
        yield "that order is not the one being adjudicated"


def _taken_up(state: State, event: AdjudicationOpened) -> Misfits:
    if event.order_id not in state.queue or state.adjudication is not None:
        yield "that order does not wait to be adjudicated"


def _revealed(state: State, event: OrdersRevealed) -> Misfits:
    if sorted(event.orders) != sorted(one.order_id for one in given(state)):
        yield "the orders revealed are not those that were given"


def _called(state: State, event: ThrowCalled) -> Misfits:
    """Odds follow from what counts, and from nothing else."""
    table = state.adjudication
    if event.purpose != "order":
        if event.sides != 100 or event.odds != event.needed * 100:
            yield "its odds are not those of its dice"
        return
    if table is None or table.order_id != event.cause.id or table.method != event.method:
        yield "no order on the table is adjudicated so"
    elif event.method == "opposed":
        yield from _contest_called(state, table, event)
    else:
        sides = 6 if event.method in TWO_DICE else 100
        told = (event.modifier, event.needed, event.odds)
        if event.sides != sides or told != odds_of(state, table):
            yield "its odds are not those of what counts for and against the order"


def _contest_called(state: State, table: Adjudication, event: ThrowCalled) -> Misfits:
    if event.contest is not None and event.contest != contest_of(state, table):
        yield "its two sides are not those of what counts for and against the order"
    elif event.contest is None and event.odds != odds_2d6(event.needed):
        yield "its odds are not those of its dice"


def _estimated(state: State, event: EstimateSealed) -> Misfits:
    yield from _on_table(state, event)
    sealed = event.estimate
    person = state.people.get(event.person)
    if (person.seat if person is not None else event.person) != event.seat:
        yield "that person does not sit there"
    if (
        sealed.get("order_id") != event.order_id
        or sealed.get("person", event.person) != event.person
    ):
        yield "it was sealed by another person, or for another order"


def _estimates(state: State, event: EstimatesShown) -> Misfits:
    table = _table(state, event)
    if table is None or event.estimates != counted(state, table):
        yield "the estimates shown are not those that were sealed"
    elif event.median != median(list(event.estimates.values())):
        yield "it is not their median"


def _hands(state: State, event: HandsCounted) -> Misfits:
    yield from _on_table(state, event)
    if not 0 <= event.raised <= event.present or event.present < 1:
        yield "so many hands cannot be raised"
    elif event.percent != whole_percent(event.raised, event.present):
        yield "it is not the share of the hands raised"


def _leanings(state: State, event: LeaningsTaken) -> Misfits:
    yield from _on_table(state, event)
    said = (event.agree, event.unsure, event.disagree)
    if min(said) < 0 or sum(said) < 1:
        yield "so many people cannot lean so"
    elif event.percent != whole_percent(2 * event.agree + event.unsure, 2 * sum(said)):
        yield "it is not the mean of how people lean"


def _chosen(state: State, event: MethodChosen) -> Misfits:
    table = _table(state, event)
    if table is None:
        yield "that order is not the one being adjudicated"
    elif event.method in POLLED and event.given != table.numbers.get(event.method, -1):
        yield "nobody gave that number"


def _proposed(state: State, event: ResultProposed) -> Misfits:
    """The dice, or the ruling, give the quality; and so they would by every other method."""
    table = _table(state, event)
    read = None if table is None else reading_of(state, table)
    if table is None or read is None:
        yield "nothing was thrown or ruled for that order"
        return
    if (event.method, event.rounds) != (table.method, rounds_of(table.rolls)):
        yield "it was adjudicated otherwise"
    if (event.quality, event.margin, event.lowered) != read:
        yield "its quality is not what the dice show, or what was ruled"
    if any(one not in _others(state, table) for one in event.others):
        yield "another method would not have given that"


def _others(state: State, table: Adjudication) -> list[OtherMethod]:
    """What other methods would give; earlier records took no account of consequences in it."""
    found = others_of(state, table)
    if costly(table):
        plain = [one for one in found if one.quality == "success"]
        found += [OtherMethod(one.method, one.modifier, one.odds, "strong") for one in plain]
    return found


def _accepted(state: State, event: ResultAccepted) -> Misfits:
    table = _table(state, event)
    if table is None or table.quality != event.quality:
        yield "no such result was proposed for that order"
        return
    yield from _moved(state, event.changes)
    if not event.edited and event.changes != rebased(state, table.proposed, []):
        yield "it is not the result that was proposed, and does not say that it was edited"


def _applied(state: State, event: EffectsApplied) -> Misfits:
    yield from _moved(state, event.changes)


def _adjusted(state: State, event: TrackAdjusted) -> Misfits:
    yield from _moved(state, [TrackChange(event.track, event.before, event.after)])


def _moved(state: State, changes: Sequence[Change]) -> Misfits:
    """Each track went from where it stood to somewhere within its bounds."""
    scenario, board = state.scenario, state.board.copy()
    for change in changes:
        if isinstance(change, TrackChange):
            yield from _step(state, board, change)
        if isinstance(change, TrackChange | FactMade | FactEnded | CountChange):
            change_board(scenario, board, change)


def _step(state: State, board: Board, change: TrackChange) -> Misfits:
    track = state.scenario.track(change.track)
    if track.derived is not None:
        yield f"{track.id!r} follows from other tracks"
    elif board.tracks[track.index] != change.before:
        yield f"{track.id!r} stood at {board.tracks[track.index]}, not at {change.before}"
    elif not track.low <= change.after <= track.high:
        yield f"{track.id!r} goes from {track.low} to {track.high}"


def _judged(state: State, event: OrderJudged) -> Misfits:
    """Each of the five entries that it stands for."""
    state = state.copy()
    for one in unfolded(event):
        yield from misfits(state, one)
        evolve(state, one)


def _protected(state: State, event: ProtectionSet) -> Misfits:
    if not 0 <= event.level <= MOST_LEVELS:
        yield f"a protection has 0 to {MOST_LEVELS} levels"


def _read(state: State, event: ObjectivesRead) -> Misfits:
    if event.held != objectives_held(state):
        yield "it is not what the board says of the objectives"


def _rewound(state: State, event: Rewound) -> Misfits:
    if not 0 <= event.to < state.entries:
        yield "it goes back to what is not before it"
    if event.branch in [name for name, _ in state.branches]:
        yield f"a line {event.branch!r} was left before"


_CHECKS: Final[dict[type, Callable[[State, Any], Misfits]]] = {
    AdjudicationOpened: _taken_up,
    ArgumentAdded: _on_table,
    ArgumentWeighed: _on_table,
    EffectsApplied: _applied,
    EstimateExplained: _on_table,
    EstimateSealed: _estimated,
    EstimatesShown: _estimates,
    HandsCounted: _hands,
    LeaningsTaken: _leanings,
    MethodChosen: _chosen,
    ObjectivesRead: _read,
    OrderJudged: _judged,
    OrdersRevealed: _revealed,
    ProtectionSet: _protected,
    ResultAccepted: _accepted,
    ResultProposed: _proposed,
    Rewound: _rewound,
    Ruled: _on_table,
    ThrowCalled: _called,
    TrackAdjusted: _adjusted,
}
"""What is computed again, by the kind of event."""
