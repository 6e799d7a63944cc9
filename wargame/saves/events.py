"""Events to an entry's `kind` and `data`, and back, by pydantic."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from wargame.game.events import KINDS, Event, kind_of


@cache
def _adapter(event: type) -> TypeAdapter[Event]:
    return TypeAdapter(event)


def data_of(event: Event) -> tuple[str, dict[str, Any]]:
    """An event's entry kind and its fields as plain JSON."""
    kind: type = type(event)
    return kind_of(kind), _adapter(kind).dump_python(event, mode="json")


def event_of(kind: str, data: dict[str, Any]) -> Event:
    """The event of an entry. ValueError, in one line, for an unknown kind or fields that do not fit."""
    event: type | None = KINDS.get(kind)
    if event is None:
        raise ValueError(f"an entry of the unknown kind {kind!r}")
    try:
        return _adapter(event).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(one) for one in first["loc"])
        raise ValueError(f"{kind}: {where}: {first['msg']}") from None
