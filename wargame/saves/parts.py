"""Parts of an entry's data, taken with care: a save that is being verified may say anything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_HEX = re.compile(r"[0-9a-f]*", re.ASCII)


class Flaw(Exception):
    """Something in an entry is not as the format or the game before it demands; says what."""


def text(data: Mapping[str, Any], key: str) -> str:
    """A text of the data; Flaw when there is none."""
    found = data.get(key)
    if not isinstance(found, str):
        raise Flaw(f"its {key!r} is not a text")
    return found


def number(data: Mapping[str, Any], key: str) -> int:
    """A whole number of the data; Flaw when there is none."""
    found = data.get(key)
    if type(found) is not int:
        raise Flaw(f"its {key!r} is not a whole number")
    return found


def texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of texts of the data; Flaw when there is none."""
    found = data.get(key)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise Flaw(f"its {key!r} is not a list of texts")
    return tuple(found)


def part(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A map of the data; Flaw when there is none."""
    found = data.get(key)
    if not isinstance(found, dict):
        raise Flaw(f"its {key!r} is not a map")
    return found


def hex_digits(data: Mapping[str, Any], key: str, many: int) -> str:
    """So many lower-case hex digits of the data; Flaw when it has something else."""
    found = text(data, key)
    if len(found) != many or not _HEX.fullmatch(found):
        raise Flaw(f"its {key!r} is not {many} hex digits")
    return found


def maps(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """The maps in a list of the data; none when there is no such list."""
    found = data.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
