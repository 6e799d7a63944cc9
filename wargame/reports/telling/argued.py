"""An adjudication up to its throw, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import (
    AdjudicationOpened,
    ArgumentAdded,
    ArgumentWeighed,
    EstimateExplained,
    EstimateSealed,
    EstimatesShown,
    HandsCounted,
    LeaningsTaken,
    MethodChosen,
)
from wargame.game.names import About, Side
from wargame.game.plain_text import counted, listed
from wargame.reports.words import LEANS, METHODS, WEIGHTS, Words, signed

Argued = (
    AdjudicationOpened
    | ArgumentAdded
    | ArgumentWeighed
    | MethodChosen
    | EstimateSealed
    | EstimatesShown
    | EstimateExplained
    | HandsCounted
    | LeaningsTaken
)
"""What this module tells of."""


def argued_told(event: Argued, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    match event:
        case AdjudicationOpened():
            total = sum(one.by for one in event.factors)
            factors = f"{counted(len(event.factors), 'factor')}, together {signed(total)}"
            return (
                f"On the table: {words.order(event.order_id)} ({METHODS[event.method]}; {factors})."
            )
        case ArgumentAdded():
            said = f"argues {stance(event.about, event.side)} ({event.argument}): {event.text}"
            return f"{words.seat(event.author)} {said}"
        case ArgumentWeighed():
            return f"The argument {event.argument} is {WEIGHTS[event.weight]}."
        case MethodChosen():
            given = f", {event.given} %" if event.given >= 0 else ""
            reason = f" Why: {event.reason}" if event.reason else ""
            opponent = f" against {words.seat(event.opponent)}" if event.opponent else ""
            return f"Method: {METHODS[event.method]}{opponent}{given}.{reason}"
        case EstimateSealed():
            return f"{words.person(event.person)} seals an estimate: {event.estimate['percent']} %."
        case EstimatesShown():
            each = [f"{words.person(who)} {what} %" for who, what in event.estimates.items()]
            return f"The estimates are shown: {listed(each)}; median {event.median} %."
        case EstimateExplained():
            return f"{words.person(event.person)} says why: {event.text}"
        case HandsCounted() | LeaningsTaken():
            return poll_told(event, words)
        case _:
            assert_never(event)


def stance(about: About, side: Side) -> str:
    """What an argument is for or against."""
    match about:
        case "action":
            return "for it" if side == "pro" else "against it"
        case "opposing":
            return "for the opposing side" if side == "pro" else "against the opposing side"
        case "consequences":
            return "about its consequences"
        case _:
            assert_never(about)


def poll_told(event: HandsCounted | LeaningsTaken, words: Words) -> str:
    """Hands or leanings in a sentence, with who, where they were named."""
    if isinstance(event, HandsCounted):
        who = f": {listed([words.person(one) for one in event.people])}" if event.people else ""
        return f"Hands for success: {event.raised} of {event.present}{who}; {event.percent} %."
    named = [f"{words.person(one)} {LEANS[lean]}" for one, lean in event.leanings.items()]
    who = f" ({listed(named)})" if named else ""
    counts = f"{event.agree} agree, {event.unsure} not sure, {event.disagree} disagree"
    return f"Leanings: {counts}{who}; {event.percent} %."
