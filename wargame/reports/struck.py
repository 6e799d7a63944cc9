"""Words that somebody asked to be left out of reports for others: which entries hold them."""

from __future__ import annotations

from wargame.game.events import (
    ArgumentSealed,
    ArgumentTriggered,
    Corrected,
    Event,
    IntentionSealed,
    OrderSealed,
)
from wargame.game.seating import AS_OBSERVER, seated_in
from wargame.game.state import State
from wargame.reports.timeline import Timeline

SPEAKERS = ("sender", "author", "seat", "voter")
"""The fields of an entry that say whose words it holds."""
WORDED = (
    "text",
    "private",
    "promised",
    "proposed",
    "agreed",
    "told",
    "reason",
    "order",
    "argument",
    "argument_id",
    "intention",
)
"""The fields that hold somebody's words."""


def struck_entries(timeline: Timeline) -> set[int]:
    """The entries whose words are struck by the end of the save, corrections of them too."""
    final = timeline.state(len(timeline) - 1).struck
    people = {person for person, _ in final if person}
    found = {entry for person, entry in final if not person}
    if people:
        for moment in timeline.moments:
            if speaker(moment.event, timeline.state(moment.n)) in people and _worded(moment.event):
                found.add(moment.n)
    for moment in timeline.moments:
        if isinstance(moment.event, Corrected) and moment.event.entry in found:
            found.add(moment.n)
    return found


def struck_orders(timeline: Timeline, struck: set[int]) -> set[str]:
    """The orders, secret arguments among them, whose words are struck."""
    found = set()
    for n in struck:
        event = timeline.moments[n].event if n < len(timeline) else None
        if isinstance(event, OrderSealed):
            found.add(event.order_id)
        elif isinstance(event, ArgumentSealed | ArgumentTriggered):
            found.add(event.argument_id)  # it is ruled on under its own id
    return found


def _worded(event: Event) -> bool:
    """Whether an entry holds words of a person."""
    return any(getattr(event, name, "") for name in WORDED)


def _author(event: Event, state: State) -> str:
    """Who wrote the order, intention or secret argument that an entry is about; empty where nobody is named."""
    match event:
        case OrderSealed() | IntentionSealed():
            return event.order.person if isinstance(event, OrderSealed) else event.intention.person
        case ArgumentSealed():
            return event.argument.person
        case ArgumentTriggered():
            return state.secrets[event.argument_id].argument.person
        case _:
            return ""


def speaker(event: Event, state: State) -> str:
    """Whose words an entry holds: the person it names, or the only one who sits there; empty when nobody is known."""
    named = _author(event, state) or getattr(event, "person", "")
    if named:
        return str(named)
    for field in SPEAKERS:
        who = getattr(event, field, "")
        if isinstance(who, str) and who.startswith(AS_OBSERVER):
            return who.removeprefix(AS_OBSERVER)
        if isinstance(who, str) and who:
            people = seated_in(state, who)
            return people[0] if len(people) == 1 else ""
    return ""
