"""Steps about the screens themselves."""

from __future__ import annotations

from wargame.decks.acts import Act
from wargame.decks.fields import Line, Part
from wargame.game import commands
from wargame.game.names import FACILITATOR
from wargame.game.state import State

Asked = tuple[str, commands.Command]


class LockedScreen(Act):
    """The shared screen shows nothing."""

    seat: Line = FACILITATOR
    """Whose it was: a seat, `facilitator`, `public` or `observer:<id>`."""
    person: Line | None = None
    """Who of the seat sat there."""

    def asked(self, state: State) -> Asked:
        """The table notes it."""
        return FACILITATOR, commands.LockScreen(self.seat, self.person or "")


class UnlockedScreen(Act):
    """The shared screen shows again what it showed."""

    seat: Line | None = None
    """Whose phrase opened it; left out, none was set."""
    person: Line | None = None
    """Whose own phrase it was."""

    def asked(self, state: State) -> Asked:
        """The table notes it."""
        return FACILITATOR, commands.UnlockScreen(self.seat or "", self.person or "")


class Following(Act):
    """A public screen follows the game elsewhere, or does no more."""

    follows: bool = True
    """Whether it does."""

    def asked(self, state: State) -> Asked:
        """The facilitator says so."""
        return FACILITATOR, commands.FollowPublic(self.follows)


class ScreenSteps(Part):
    """The commands about the screens themselves."""

    lock_screen: LockedScreen | None = None
    """The shared screen is locked."""
    unlock_screen: UnlockedScreen | None = None
    """The shared screen is unlocked."""
    follow_public: Following | None = None
    """A public screen follows elsewhere (`wargame screen`): from then on an undo knows that the public was told."""
