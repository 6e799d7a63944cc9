"""Commands about the screens themselves: locked, unlocked, and the public one that follows elsewhere."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class LockScreen:
    """The shared screen shows nothing from here on. `seat` and `person` are whose it was."""

    seat: str
    person: str = ""


@dataclass(slots=True)
class UnlockScreen:
    """The screen was unlocked, by the phrase of `seat` or `person`, or by anybody (empty) where none is set."""

    seat: str = ""
    person: str = ""


@dataclass(slots=True)
class FollowPublic:
    """A public screen follows the game elsewhere, as on a projector, or does no more."""

    follows: bool = True
