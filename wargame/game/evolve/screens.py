"""What entries about the screens do to the state."""

from __future__ import annotations

from wargame.game.events import PublicFollowed, ScreenLocked, ScreenUnlocked
from wargame.game.state import State


def screen_locked(state: State, event: ScreenLocked | ScreenUnlocked) -> None:
    """For the record alone."""


def public_followed(state: State, event: PublicFollowed) -> None:
    """Everybody sees what is public as it happens, or no more."""
    state.followed = event.follows
