"""A run of the rules: a state of its own, the events so far, and the chance that feeds both.

`decide` works on a copy of the state, so a refusal in the middle changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import field

from wargame.game import dice
from wargame.game.changes import Cause, ThrowResult
from wargame.game.events import DiceThrown, Event, ThrowCalled
from wargame.game.evolve import evolve
from wargame.game.records import dataclass
from wargame.game.state import State

Fresh = Callable[[], str]
"""Gives 32 random hex digits, new at each call: the table's, because the rules have no chance of their own."""


class Waiting(Exception):
    """What happens by itself waits for a die that is thrown by hand; what happened so far stands."""


@dataclass(slots=True)
class Play:
    """The events that a command leads to.

    `fresh` gives nonces; `drawn` counts draws, against endless ones; `at` is the moment, as a stamp
    (empty where there is no clock).
    """

    state: State
    fresh: Fresh
    events: list[Event] = field(default_factory=list)
    drawn: int = 0
    at: str = ""

    def emit(self, event: Event) -> None:
        """Let something happen: apply it and keep it."""
        evolve(self.state, event)
        self.events.append(event)

    def unused(self, prefix: str, taken: Container[str]) -> str:
        """An id of fresh digits that nothing has yet. A number would tell how many there were."""
        digits = self.fresh()
        ids = (f"{prefix}-{digits[place : place + 8]}" for place in range(len(digits) - 7))
        return next(one for one in ids if one not in taken)

    def chance(self, cause: Cause, index: int, percent: int) -> bool:
        """Whether a chance of `percent` comes off, by a d100 that the table throws.

        0 or less never does and 100 or more always does, without a throw. A chance of this
        cause that was thrown already is not thrown again.
        """
        if percent <= 0:
            return False
        if percent >= 100:
            return True
        state = self.state
        key = (cause.kind, cause.id, index)
        if key not in state.thrown:
            if state.called is None:
                hand = state.hand_dice
                label = "" if hand else dice.next_label(state, "throw")
                odds = percent * 100
                self.emit(
                    ThrowCalled(
                        "chance", cause, index, "chance", 100, 0, percent, odds, label, hand
                    )
                )
            self.throw_table()
        return state.thrown.get(key, 101) <= percent

    def throw_table(self) -> None:
        """Throw the d100 that the table itself called; `Waiting` when it is thrown by hand."""
        call = self.state.called
        if call is None:
            return
        if call.entered:
            raise Waiting
        nonce = dice.nonce(self.state, self.fresh())
        shown = dice.throw(self.state, call.label, nonce, 100)
        self.emit(DiceThrown(ThrowResult(call.label, nonce, 100, shown, entered=False)))
