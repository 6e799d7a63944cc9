"""The screens themselves, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import PublicFollowed, ScreenLocked, ScreenUnlocked
from wargame.game.seating import observer
from wargame.reports.words import Words

Screens = ScreenLocked | ScreenUnlocked | PublicFollowed
"""What this module tells of."""


def screens_told(event: Screens, words: Words) -> str:
    """The entry as a sentence."""
    match event:
        case ScreenLocked():
            return f"The screen is locked; it was {_whose(event, words)}'s."
        case ScreenUnlocked() if not event.seat:
            return "The screen is unlocked, without a phrase: none was set."
        case ScreenUnlocked():
            return f"The screen is unlocked by the phrase of {_whose(event, words)}."
        case PublicFollowed():
            return (
                "A public screen follows elsewhere: what is public is told as it happens."
                if event.follows
                else "No public screen follows elsewhere any more."
            )
        case _:
            assert_never(event)


def _whose(event: ScreenLocked | ScreenUnlocked, words: Words) -> str:
    """Whose screen or phrase it was."""
    person = f" ({words.person(event.person)})" if event.person and not observer(event.seat) else ""
    return f"{words.author(event.seat)}{person}"
