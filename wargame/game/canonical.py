"""JSON as a save writes it: compact, whole numbers only, and one spelling for each value.

Two programs that write the same value get the same bytes, so that what is hashed or sealed by
one can be checked by the other. The rules are those of the save format: no spaces, nothing
escaped that JSON does not require, no floats, no half of a surrogate pair.
"""

from __future__ import annotations

from json import JSONEncoder
from typing import Any

from wargame.game.chance import digest

_PLAIN = frozenset({str, int, bool, type(None)})
_COMPACT = JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SORTED = JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def compact(value: object) -> str:
    """Write a value as compact JSON, its keys in the order they have.

    Tuples are written as lists. ValueError names what has no place in a save: a float, a key
    that is not text, an object that is not JSON, a lone surrogate, nesting without end.
    """
    return _written(_COMPACT, value)


def canonical(value: object) -> bytes:
    """Write a value as canonical JSON: keys sorted by code point, in UTF-8. Errors as `compact`."""
    return _written(_SORTED, value).encode("utf-8")


def fingerprint(value: object) -> str:
    """SHA-256 of a value's canonical JSON, in hex."""
    return digest(canonical(value))


def _written(encoder: JSONEncoder, value: object) -> str:
    try:
        _insist(value)
        text = encoder.encode(value)
    except RecursionError:
        raise ValueError("nested too deeply to be written") from None
    if not text.isascii():
        _insist_on_whole_characters(text)
    return text


def _insist(value: Any) -> None:
    """Walk a value and refuse what the encoder would let pass: floats, keys that are not text."""
    kind = type(value)
    if kind in _PLAIN:
        return
    if kind is dict:
        for key, inner in value.items():
            if type(key) is not str:
                raise ValueError(f"a key must be text, not {key!r}")
            if type(inner) not in _PLAIN:
                _insist(inner)
    elif kind is list or kind is tuple:
        for inner in value:
            if type(inner) not in _PLAIN:
                _insist(inner)
    else:
        raise ValueError(f"a {kind.__name__} has no place in a save, where numbers are whole")


def _insist_on_whole_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        broken = text[error.start]
        raise ValueError(f"half a surrogate pair, {broken!r}, is not text") from None
