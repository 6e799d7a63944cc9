"""Entries as patterns: what is the same in every game is text, the rest are places to be filled."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from wargame.game.canonical import compact
from wargame.game.events import Event
from wargame.game.weaving import Weave
from wargame.saves.events import data_of

_PLACES = re.compile(r'"\\u0000#([^\\]+)\\u0000"|\\u0000([^\\]+)\\u0000')
"""A place as JSON writes it. No text of a scenario or of people holds that sign."""


def whole(what: str) -> str:
    """A place for a whole value: `what` gives its JSON when the place is filled."""
    return f"\0#{what}\0"


def inside(what: str) -> str:
    """A place within a text: `what` gives a part of that text, which needs no escape."""
    return f"\0{what}\0"


def pieces(json: str) -> list[str]:
    """JSON with places in it, taken apart: text, what fills a place, text, and so on to a last text."""
    return _PLACES.sub(lambda found: f"\0{found[1] or found[2]}\0", json).split("\0")


def entry(by: str, event: Event, **places: Any) -> list[str]:
    """The pieces of an entry, from whose it is to its data, of which some fields are or hold places."""
    kind, data = data_of(event)
    return pieces(f'"{by}","kind":"{kind}","data":{compact(data | places)}')


def expression(weave: Weave, parts: list[str]) -> str:
    """The text of an expression, in a woven function, that fills the places by what they name."""
    filled = (
        f"{{{one if place % 2 else weave.name(one)}}}" for place, one in enumerate(parts) if one
    )
    return f"f'{''.join(filled)}'"


def template(by: str, event: Event, parameters: str, **places: Any) -> Callable[..., str]:
    """A function of these parameters that gives an entry's text."""
    weave = Weave()
    return weave.function(parameters, [f"return {expression(weave, entry(by, event, **places))}"])
