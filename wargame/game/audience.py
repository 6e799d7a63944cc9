"""Who belongs to an audience."""

from __future__ import annotations

from wargame.game.names import FACILITATOR

EVERYONE: tuple[str, ...] = ("*",)
"""The audience that means all seats, observers and the public screen. An empty audience is the facilitator alone."""

PUBLIC = "public"
"""Who looks at the public screen."""


def sees(audience: tuple[str, ...], who: str) -> bool:
    """Whether `who` belongs to an audience; the facilitator belongs to every one."""
    return who == FACILITATOR or audience == EVERYONE or "*" in audience or who in audience


def both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Those who belong to two audiences."""
    if "*" in one:
        return other
    return one if "*" in other else tuple(who for who in one if who in other)
