"""Who plays with whom, who left, and what is kept beside the game, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import (
    BannerChanged,
    ItemParked,
    ItemTicked,
    ObjectiveGiven,
    PersonLeft,
    PlanWritten,
    QuestionAdded,
    SeatsMerged,
    SeatsParted,
    WordsStruck,
)
from wargame.game.names import FACILITATOR
from wargame.reports.words import Words

Room = (
    SeatsMerged
    | SeatsParted
    | PersonLeft
    | ObjectiveGiven
    | BannerChanged
    | QuestionAdded
    | PlanWritten
    | ItemParked
    | ItemTicked
    | WordsStruck
)
"""What this module tells of."""


def room_told(event: Room, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    match event:
        case SeatsMerged():
            return f"{words.seats(event.seats)} are played together; each keeps its own view."
        case SeatsParted():
            return f"{words.seats(event.seats)} are played apart again."
        case PersonLeft():
            return f"{words.person(event.person)} leaves: {words.seat(event.seat)}."
        case ObjectiveGiven():
            return _given(event, words)
        case BannerChanged():
            return (
                f"The banner reads: {event.banner}" if event.banner else "The banner is taken down."
            )
        case QuestionAdded():
            return f"A research question ({event.question}): {event.text}"
        case PlanWritten():
            what = f"turn {event.turn}" if event.turn else "the session"
            return f"The plan for {what}: {event.text}" if event.text else f"No plan for {what}."
        case ItemParked():
            return f"Parked: {event.text}"
        case ItemTicked():
            text = words.state.parked[event.item].text
            return f"{'Ticked off' if event.done else 'To be come back to after all'}: {text}"
        case WordsStruck():
            return _struck(event, words)
        case _:
            assert_never(event)


def _given(event: ObjectiveGiven, words: Words) -> str:
    """Whose an objective is now; to others than the facilitator only that it is so, in words of the view."""
    seat = words.state.scenario.seat(event.seat)
    named = next((one.text for one in seat.objectives if one.id == event.objective), "")
    text = event.text or named
    if words.who != FACILITATOR:
        return "What this seat wants, as far as it is told to all of it, is not what it was."
    if not event.person:
        return f"{words.seat(event.seat)}: everyone of it wants: {text}"
    return f"{words.seat(event.seat)}: {words.person(event.person)} alone wants: {text}"


def _struck(event: WordsStruck, words: Words) -> str:
    """Whose words, or which, are left out of reports for others."""
    what = f"The words of {words.person(event.person)}" if event.person else f"Entry {event.entry}"
    are = "is" if not event.person else "are"
    if event.back:
        return f"{what} {are} let into every report again."
    return f"{what} {are} left out of reports for others; the save keeps everything."
