"""Results, facts, endings and the hot wash, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.audience import sees
from wargame.game.events import (
    AnswerGiven,
    EndingReached,
    FactRecorded,
    ObjectivesRead,
    OrderJudged,
    PlayedOn,
    ResultAccepted,
    ResultProposed,
    Ruled,
    SessionClosed,
    TrackAdjusted,
    VoteCast,
)
from wargame.game.names import FACILITATOR
from wargame.reports.words import Words, dice_in_words, percent, signed

Resulted = (
    Ruled
    | ResultProposed
    | ResultAccepted
    | OrderJudged
    | FactRecorded
    | TrackAdjusted
    | EndingReached
    | PlayedOn
    | ObjectivesRead
    | AnswerGiven
    | VoteCast
    | SessionClosed
)
"""What this module tells of."""


def resulted_told(event: Resulted, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    match event:
        case Ruled():
            why = f" Why: {event.reason}" if event.reason else ""
            return f"Ruled without dice: {event.quality}.{why}"
        case ResultProposed():
            return _proposed(event, words)
        case ResultAccepted():
            changes = "; ".join(words.changes(event.changes)) or "no change"
            known = event.edited and words.who == FACILITATOR
            edited = f" Edited: {event.reason}" if known else ""
            return f"Accepted: {changes}.{edited} {event.narrative}".strip()
        case OrderJudged():
            return _judged_told(event, words)
        case FactRecorded() if not sees(event.fact.sees, words.who):
            return "Something that was established is so no longer."
        case FactRecorded():
            modifier = f" ({signed(event.fact.modifier)})" if event.fact.modifier else ""
            return f"Recorded as a fact{modifier}: {event.fact.text}"
        case TrackAdjusted():
            moved = f"{words.track(event.track)} {event.before} → {event.after}"
            why = f" Why: {event.reason}" if words.who == FACILITATOR else ""
            return f"Set by hand: {moved}.{why}"
        case EndingReached():
            endings = words.state.scenario.endings
            title = next((one.title for one in endings if one.id == event.ending), event.ending)
            return f"An ending is reached: {title}."
        case PlayedOn():
            return f"The table plays on, up to turn {event.turns}."
        case ObjectivesRead():
            return "The hot wash begins: each objective is read against the board."
        case AnswerGiven():
            return f"{words.seat(event.seat)} on “{event.question}”: {event.text}"
        case VoteCast():
            return f"{words.person(event.voter)} says {words.seat(event.seat)} won."
        case SessionClosed():
            return "The session is closed and the seed is open."
        case _:
            assert_never(event)


def _judged_told(event: OrderJudged, words: Words) -> str:
    """An order of a simulated game, from its odds to its result."""
    dice = dice_in_words(event.throw.dice, event.throw.sides)
    changes = "; ".join(words.changes(event.changes)) or "no change"
    return (
        f"{words.order(event.order_id)}: at least {event.needed} is needed (modifier "
        f"{signed(event.modifier)}), {percent(event.odds)}. Thrown: {dice}. "
        f"{event.quality.title()} (margin {signed(event.margin)}): {changes}."
    )


def _proposed(event: ResultProposed, words: Words) -> str:
    """A result, how clearly it came, and what it would bring."""
    changes = "; ".join(words.changes(event.changes)) or "no change"
    rounds = f", after {event.rounds} rounds" if event.rounds > 1 else ""
    lowered = "; strong but for its consequences" if event.lowered else ""
    margin = f"margin {signed(event.margin)}{rounds}{lowered}"
    return f"{event.quality.title()} ({margin}). Proposed: {changes}."
