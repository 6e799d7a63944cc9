"""Spotlights, factors by hand, appeals, protections and projects, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.audience import sees
from wargame.game.events import (
    AppealOpened,
    FactorGranted,
    ProjectDeclared,
    ProtectionSet,
    SpotlightSet,
)
from wargame.game.protections import key, known_to, things
from wargame.reports.words import Words, clock, signed

Undertakings = SpotlightSet | FactorGranted | AppealOpened | ProtectionSet | ProjectDeclared
"""What this module tells of."""


def undertakings_told(event: Undertakings, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    match event:
        case SpotlightSet():
            return f"In the spotlight: {words.order(event.order_id)}."
        case FactorGranted():
            return f"A factor is granted by hand: {signed(event.factor.by)}, {event.factor.why}"
        case AppealOpened():
            return f"Anybody may appeal until {clock(event.until)}:{event.until[17:19]}."
        case ProtectionSet():
            return protection_told(event, words)
        case ProjectDeclared():
            stages = f"a project of {event.stages} stages"
            return f"{words.seat(event.seat)}: {event.name} is {stages}."
        case _:
            assert_never(event)


def protection_told(event: ProtectionSet, words: Words) -> str:
    """A protection set or ended, with its reason; one that is hidden ends the one that was known of."""
    thing = things(words.state, event.kind).get(event.thing, event.thing)
    now = words.state.protected.get(key(event.kind, event.thing))
    if now is not None and not sees(known_to(words.state, now), words.who):
        return f"No longer protected: {thing}."
    if event.level == 0:
        said = f"No longer protected: {thing}."
    else:
        owner = f" by {words.seat(event.owner)}" if event.owner else ""
        said = f"Protected{owner}, level {event.level}: {thing}."
    return f"{said} Why: {event.reason}" if event.reason else said
