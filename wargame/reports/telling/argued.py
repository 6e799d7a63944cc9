"""An adjudication up to its throw, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import (
    AdjudicationOpened,
    ArgumentAdded,
    ArgumentWeighed,
    EstimateSealed,
    EstimatesShown,
    MethodChosen,
)
from wargame.reports.words import METHODS, WEIGHTS, Words, listed, signed

Argued = (
    AdjudicationOpened
    | ArgumentAdded
    | ArgumentWeighed
    | MethodChosen
    | EstimateSealed
    | EstimatesShown
)
"""What this module tells of."""


def argued_told(event: Argued, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    match event:
        case AdjudicationOpened():
            total = sum(one.by for one in event.factors)
            factors = f"{len(event.factors)} factors, together {signed(total)}"
            return (
                f"On the table: {words.order(event.order_id)} ({METHODS[event.method]}; {factors})."
            )
        case ArgumentAdded():
            side = "for it" if event.side == "pro" else "against it"
            return f"{words.seat(event.author)} argues {side} ({event.argument}): {event.text}"
        case ArgumentWeighed():
            return f"The argument {event.argument} is {WEIGHTS[event.weight]}."
        case MethodChosen():
            given = f", {event.given} %" if event.given >= 0 else ""
            reason = f" Why: {event.reason}" if event.reason else ""
            return f"Method: {METHODS[event.method]}{given}.{reason}"
        case EstimateSealed():
            return f"{words.person(event.person)} seals an estimate: {event.estimate['percent']} %."
        case EstimatesShown():
            each = [f"{words.person(who)} {what} %" for who, what in event.estimates.items()]
            return f"The estimates are shown: {listed(each)}; median {event.median} %."
        case _:
            assert_never(event)
