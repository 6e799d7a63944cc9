"""Silence, late orders, standing intentions, talks and turns passed over, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

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
from wargame.game.names import FACILITATOR
from wargame.game.seals import receipt
from wargame.reports.words import Words, clock

Silence = (
    SilenceWarned
    | StoodIn
    | OrderLate
    | IntentionSealed
    | IntentionWithdrawn
    | TalkOpened
    | TalkNoted
    | TurnsPassed
)
"""What this module tells of."""


def silence_told(event: Silence, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    mine = words.who == FACILITATOR
    match event:
        case SilenceWarned():
            seats = words.seats(event.seats) if mine else words.seat(words.who)
            return f"A warning that an order is missing: {seats}, until {clock(event.until)}."
        case StoodIn():
            return stood_in_told(event, words)
        case OrderLate():
            return f"{words.seat(event.seat)}: the order came {event.seconds} seconds late."
        case IntentionSealed():
            seal = f", receipt {receipt(event.seal)}" if event.seal else ""
            what = event.intention.action
            return f"{words.seat(event.seat)} notes a standing intention: {what}{seal}."
        case IntentionWithdrawn():
            return f"{words.seat(event.seat)} has no standing intention any more."
        case TalkOpened():
            until = f", until {clock(event.until)}" if event.until else ""
            return f"A talk is opened: {words.seats(event.seats)}{until}."
        case TalkNoted():
            return talk_told(event, words)
        case TurnsPassed():
            return passed_told(event, words)
        case _:
            assert_never(event)


def stood_in_told(event: StoodIn, words: Words) -> str:
    """What stands in for an order, and why."""
    what = {
        "holds": "it holds",
        "intention": "its standing intention is used",
        "playbook": f"the playbook {event.playbook} plays this once",
    }[event.way]
    why = f" Why: {event.reason}" if event.reason and words.who == FACILITATOR else ""
    return f"{words.seat(event.seat)} gave no order: {what}.{why}"


def talk_told(event: TalkNoted, words: Words) -> str:
    """A side's version of a talk."""
    private = event.private if words.who in (FACILITATOR, event.seat) else ""
    parts = [
        f"{name}: {text}"
        for name, text in (
            ("proposed", event.proposed),
            ("agreed", event.agreed),
            ("promised", event.promised),
            ("was told", event.told),
            ("for itself", private),
        )
        if text
    ]
    of = f" of the talk with {words.seats(event.others)}" if event.others else ""
    return f"{words.seat(event.seat)} notes{of}: {'; '.join(parts)}."


def passed_told(event: TurnsPassed, words: Words) -> str:
    """A jump: which turns were passed over, and for the facilitator what was dated for them."""
    first, last = event.turn + 1, event.to - 1
    turns = f"Turn {first} is" if first == last else f"Turns {first} to {last} are"
    if words.who != FACILITATOR:
        return f"{turns} passed over: the game goes on with turn {event.to}."
    dated = [words.card(one) for one in [*event.cards, *event.injects]]
    count = len(event.effects)
    dated += [f"{count} effects set going earlier"] if count else []
    how = "happens late" if event.happen else "does not happen"
    what = f" What was dated for them {how}: {', '.join(dated)}." if dated else ""
    return f"{turns} passed over: the game goes on with turn {event.to}.{what} Why: {event.reason}"
