"""A late objection (p. 35 of the handbook): the ruling is made again, with the objection as an argument.

The old ruling stays on the record. The game goes back to just before its throw, so what it brought,
and all that came after it, is taken back with it; the new throw has a label of its own. Estimates, hands
and leanings were given without knowing of the objection: they are asked for again, unless they are kept.
"""

from __future__ import annotations

from wargame.game.commands import RaiseObjection
from wargame.game.events import (
    AdjudicationOpened,
    ArgumentAdded,
    EstimateSealed,
    EstimatesShown,
    Event,
    HandsCounted,
    LeaningsTaken,
    ObjectionRaised,
    Rewound,
    Ruled,
    ThrowCalled,
)
from wargame.game.evolve.history import lines_of
from wargame.game.names import FACILITATOR, SIDES
from wargame.game.orders import may_see_order, seat_of
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.state import State
from wargame.game.timers import begin_again

LONGEST = 600
POLLS = (EstimateSealed, EstimatesShown, HandsCounted, LeaningsTaken)
"""How people give numbers."""
OBJECTION = "objection"
"""How the lines are named that an objection leaves."""


def raise_objection(play: Play, command: RaiseObjection) -> None:
    """Object to a throw or ruling of this turn; going back and arguing follow at once."""
    state = play.state
    sealed = state.sealed.get(command.order_id)
    if sealed is None or state.phase not in ("adjudicate", "wrap"):
        raise Refused(
            "too_late_to_object", "Object to a ruling of this turn; for an earlier one, rewind."
        )
    if command.author != FACILITATOR:
        seat_of(state, FACILITATOR, command.author)
    if not may_see_order(state, sealed, command.author):
        raise Refused("not_seen", "That seat does not know of this order.")
    if command.numbers not in ("again", "kept"):
        raise Refused("no_such_choice", "Numbers given before are asked for again, or kept.")
    if command.side not in SIDES:
        raise Refused("no_such_side", f"An argument is one of: {', '.join(SIDES)}.")
    text = clean(command.text, LONGEST).strip()
    if not text:
        raise Refused("no_text", "Write the objection.")
    to = before_throw(state, command.order_id)
    if to < 0:
        raise Refused("not_ruled_yet", "Nothing has been thrown for it yet: add an argument.")
    numbers = command.numbers if _polled(state, command.order_id) else ""
    said = (command.order_id, command.side, text, command.author)
    play.emit(ObjectionRaised(*said, to, numbers))
    settle_objection(play)


def before_throw(state: State, order_id: str) -> int:
    """The entry after which the odds of an order were open for the last time; -1 where nothing was thrown or ruled."""
    line, first = state.line, None
    while line is not None and not _opens(line[1], order_id):
        first = line if _decides(line[1], order_id) else first
        line = line[0]
    if line is None or first is None:
        return -1
    lines = lines_of(state)
    return next(n for n in range(len(lines) - 1, -1, -1) if lines[n] is first[0])


def _opens(event: Event, order_id: str) -> bool:
    """Whether an event puts this order on the table."""
    return isinstance(event, AdjudicationOpened) and event.order_id == order_id


def _polled(state: State, order_id: str) -> bool:
    """Whether people gave numbers for this order since it lies on the table."""
    line = state.line
    while line is not None and not _opens(line[1], order_id):
        if isinstance(line[1], POLLS) and line[1].order_id == order_id:
            return True
        line = line[0]
    return False


def _decides(event: Event, order_id: str) -> bool:
    """Whether an event fixes the odds of this order, or rules on it without any."""
    if isinstance(event, ThrowCalled):
        return event.purpose == "order" and event.cause.id == order_id
    return isinstance(event, Ruled) and event.order_id == order_id


def settle_objection(play: Play) -> None:
    """Go back to before the throw, and add the objection there; as far as that is not done yet."""
    state = play.state
    raised = state.objection
    if raised is None:
        return
    if not raised.back:
        author = "the facilitator"
        if raised.author != FACILITATOR:
            author = state.scenario.seat(raised.author).name
        number = 1 + sum(name.startswith(f"{OBJECTION}-") for name, _ in state.branches)
        taken = {name for name, _ in state.branches}
        while f"{OBJECTION}-{number}" in taken:
            number += 1
        reason = f"A late objection by {author}: {raised.text}"
        play.emit(Rewound(raised.to, reason, f"{OBJECTION}-{number}", room=True))
    table = state.adjudication
    argument = f"a{len(table.arguments) + 1 if table is not None else 1}"
    said = (raised.side, raised.text, raised.author)
    play.emit(ArgumentAdded(raised.order_id, argument, *said, numbers=raised.numbers))
    begin_again(play)
