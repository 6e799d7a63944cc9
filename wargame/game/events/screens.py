"""Entries about the screens themselves: locked, unlocked, and the public one that follows elsewhere."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class ScreenLocked:
    """The shared screen shows nothing. `seat` (or `facilitator`, `public`, `observer:<id>`) is whose it was."""

    seat: str
    person: str = ""


@dataclass(slots=True)
class ScreenUnlocked:
    """It shows again what it showed: opened by the phrase of `seat`, or by anybody (empty) where none is set."""

    seat: str = ""
    person: str = ""


@dataclass(slots=True)
class PublicFollowed:
    """From here on everybody sees what is public as it happens, on a screen of its own; or no more."""

    follows: bool
