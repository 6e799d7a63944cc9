"""Whether a command holds what its fields say: whoever asks over a link may send anything."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

_PLAIN = frozenset({str, int, bool})


def flaw_of(command: object) -> str:
    """The first field that does not hold what it should, such as `order.reasons`; empty when all do.

    Which of several words stands in a field is for the rules to say: here every word will do.
    """
    made: type = type(command)
    for name, kind in _kinds(made):
        value = getattr(command, name)
        if type(value) is kind and kind in _PLAIN:
            continue  # most fields are; every command is looked at before it is answered
        if flaw := _flaw(value, kind, name):
            return flaw
    return ""


@cache
def _kinds(command: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a command with their types."""
    hints = get_type_hints(command)
    return tuple((one.name, hints[one.name]) for one in fields(command))


def _flaw(value: object, kind: Any, name: str) -> str:
    """What is wrong with a value, as the path of its field; empty when it is of this kind."""
    origin = get_origin(kind)
    if origin is Literal:
        return "" if type(value) is str else name
    if origin is UnionType:
        return "" if any(not _flaw(value, one, name) for one in get_args(kind)) else name
    if kind is Any:
        return ""
    if origin in (list, tuple):
        inner = get_args(kind)[0]
        if not isinstance(value, list | tuple):
            return name
        return next((name for one in value if _flaw(one, inner, name)), "")
    if origin is dict:
        of_key, of_value = get_args(kind)
        if not isinstance(value, dict):
            return name
        pairs = value.items()
        return next(
            (name for key, one in pairs if _flaw(key, of_key, name) or _flaw(one, of_value, name)),
            "",
        )
    if is_dataclass(kind) and isinstance(kind, type):
        flaw = flaw_of(value) if type(value) is kind else "?"
        return f"{name}.{flaw}".removesuffix(".?") if flaw else ""
    return "" if type(value) is kind or (kind in (None, NoneType) and value is None) else name
