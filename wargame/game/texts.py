"""Texts of people's in entries: which ones can be corrected, and an entry with one of them corrected."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from wargame.game.events import (
    Corrected,
    Event,
    Forked,
    PlanWritten,
    Rewound,
    SessionOpened,
)

WORDS: Final = frozenset(
    {"action", "agreed", "narrative", "private", "proposed", "reason", "reasons", "result", "text"}
)
"""The fields that hold words of people's, whatever the entry; no rule reads them."""
UNTOUCHED: Final = (SessionOpened, Rewound, Forked, Corrected, PlanWritten)
"""Entries about the record itself, whose words stay as they are, and the plan, which is written anew."""
SIGN: Final = " (corrected)"
"""Stands behind every text that reads otherwise than it was written."""

Shape = TypeVar("Shape")


def texts_of(event: Event) -> dict[str, str]:
    """The texts of an event that can be corrected, by their path (`text`, `order.reasons.0`), empty ones left out."""
    if isinstance(event, UNTOUCHED):
        return {}
    return {path: text for path, text in _texts(event, "", words=False).items() if text}


def _texts(value: Any, path: str, *, words: bool) -> dict[str, str]:
    """The texts in a value, by path; `words` says whether its own field holds people's words."""
    if isinstance(value, str):
        return {path: value} if words else {}
    found: dict[str, str] = {}
    for name, inner in _inside(value):
        its_own = words if isinstance(value, list) else name in WORDS
        found |= _texts(inner, f"{path}.{name}" if path else name, words=its_own)
    return found


def _inside(value: Any) -> list[tuple[str, Any]]:
    """What is in a value, by name or place."""
    if is_dataclass(value):
        return [(one.name, getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, list):
        return [(str(place), one) for place, one in enumerate(value)]
    return []


def amended(event: Event, path: str, text: str) -> Event:
    """The event with one of its texts as it was corrected; the event itself where it has no such text."""
    if path not in texts_of(event):
        return event
    return _with(event, path.split("."), f"{text}{SIGN}")


def _with(value: Shape, steps: list[str], text: str) -> Shape:
    """A copy of the value with another text at the end of the path."""
    made: Any = text
    step, rest = steps[0], steps[1:]
    if isinstance(value, list):
        place = int(step)
        inner = _with(value[place], rest, text) if rest else made
        made = [*value[:place], inner, *value[place + 1 :]]
    elif isinstance(value, dict):
        made = value | {step: _with(value[step], rest, text) if rest else made}
    else:
        shape: Any = value
        inner = _with(getattr(shape, step), rest, text) if rest else made
        made = replace(shape, **{step: inner})
    return made  # type: ignore[no-any-return]
