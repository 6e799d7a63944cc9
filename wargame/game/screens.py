"""What becomes of the screens themselves, for the record: no rule of the game hangs on it, but an undo does.

Whoever follows on a public screen of its own has been told whatever is public.
"""

from __future__ import annotations

from wargame.game.audience import PUBLIC
from wargame.game.commands import FollowPublic, LockScreen, UnlockScreen
from wargame.game.events import PublicFollowed, ScreenLocked, ScreenUnlocked
from wargame.game.names import FACILITATOR
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.seating import observes, seats_of
from wargame.game.state import State


def lock_screen(play: Play, command: LockScreen) -> None:
    """Keep that the screen was locked."""
    _insist_on_somebody(play.state, command.seat)
    play.emit(ScreenLocked(command.seat, clean(command.person, 40)))


def unlock_screen(play: Play, command: UnlockScreen) -> None:
    """Keep that it was unlocked; never with what."""
    if command.seat:
        _insist_on_somebody(play.state, command.seat)
    play.emit(ScreenUnlocked(command.seat, clean(command.person, 40)))


def _insist_on_somebody(state: State, who: str) -> None:
    if who not in (*seats_of(state), FACILITATOR, PUBLIC) and not observes(state, who):
        raise Refused("no_such_seat", "A screen is a seat's, an observer's, or the facilitator's.")


def follow_public(play: Play, command: FollowPublic) -> None:
    """Keep that a public screen follows, or does no more."""
    if play.state.followed == command.follows:
        raise Refused("that_is_so", "That is how it stands already.")
    play.emit(PublicFollowed(command.follows))
