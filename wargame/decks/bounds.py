"""Between what a track lies when its file does not say."""

from __future__ import annotations


def lowest(least: int | None, kind: str) -> int:
    """The lowest value of a track: as written, else 0, or -3 for a bloc."""
    return least if least is not None else (-3 if kind == "bloc" else 0)


def highest(most: int | None, kind: str) -> int:
    """The highest value of a track: as written, else 10, or 3 for a bloc."""
    return most if most is not None else (3 if kind == "bloc" else 10)
