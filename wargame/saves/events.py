"""Events to an entry's `kind` and `data`, and back.

What is read is validated by pydantic; it is loaded when the first entry is read, so that a new game,
which only writes, begins without it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from wargame.game.events import KINDS, Event, kind_of

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_PLAIN = frozenset({str, int, bool, type(None)})


@cache
def _adapter(event: type) -> TypeAdapter[Event]:
    from pydantic import TypeAdapter

    return TypeAdapter(event)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields."""
    return tuple(one.name for one in fields(kind))


@cache
def _added(kind: type) -> frozenset[str]:
    """The names of those of its fields that are left out while they are empty."""
    return frozenset(one.name for one in fields(kind) if one.metadata.get("added"))


_kind = cache(kind_of)
"""The entry kind of an event class, spelt once."""


def data_of(event: Event) -> tuple[str, dict[str, Any]]:
    """An event's entry kind and its fields as plain JSON."""
    kind: type = type(event)
    added = _added(kind)
    return _kind(kind), {
        name: _plain(value)
        for name in _names(kind)
        if (value := getattr(event, name)) or name not in added
    }


def _plain(value: Any) -> Any:
    """A field's value as plain JSON; TypeError for what an event cannot hold."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is dict:
        return {
            key: inner if type(inner) in _PLAIN else _plain(inner) for key, inner in value.items()
        }
    if kind is list or kind is tuple:
        return [inner if type(inner) in _PLAIN else _plain(inner) for inner in value]
    if is_dataclass(value) and not isinstance(value, type):
        added = _added(type(value))
        return {
            name: _plain(inner)
            for name in _names(type(value))
            if (inner := getattr(value, name)) or name not in added
        }
    raise TypeError(f"an event cannot hold a {type(value).__name__}")


def event_of(kind: str, data: dict[str, Any]) -> Event:
    """The event of an entry. ValueError, in one line, for an unknown kind or fields that do not fit."""
    from pydantic import ValidationError

    event: type | None = KINDS.get(kind)
    if event is None:
        raise ValueError(f"an entry of the unknown kind {kind!r}")
    try:
        return _adapter(event).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(one) for one in first["loc"])
        raise ValueError(f"{kind}: {where}: {first['msg']}") from None
