"""What becomes of the screens is on the record; an undo knows that a public one follows; no seat is told."""

from __future__ import annotations

import pytest

from tests.game.sitting import Game, game, refused
from wargame.game.commands import (
    AdjustTrack,
    CloseSession,
    EndGame,
    FollowPublic,
    LockScreen,
    Rewind,
    Undo,
    UnlockScreen,
)
from wargame.game.events import ScreenLocked, ScreenUnlocked


def adjusted(play: Game, track: str = "gold") -> Game:
    """The same game, with a track set by hand."""
    play.do(AdjustTrack(track, 7, "Found."))
    return play


def test_a_lock_and_whose_phrase_opened_it_are_kept() -> None:
    play = game().to("talks")
    before = {who: play.view(who) for who in ("north", "south", "public")}
    play.do(LockScreen("north", "one"))
    play.do(UnlockScreen("facilitator"))
    assert play.of(ScreenLocked) == [ScreenLocked("north", "one")]
    assert play.of(ScreenUnlocked) == [ScreenUnlocked("facilitator")]
    assert {who: play.view(who) for who in before} == before
    assert refused(play, LockScreen("nobody")) == "no_such_seat"
    assert refused(play, LockScreen("north"), "north") == "facilitator_only"


def test_a_screen_can_be_locked_after_the_close() -> None:
    play = game().to("talks")
    play.do(EndGame())
    play.do(CloseSession())
    play.do(LockScreen("facilitator"))
    play.do(UnlockScreen())


def test_an_undo_goes_past_a_lock_to_the_step_before() -> None:
    play = adjusted(game().to("talks"))
    gold = play.value(0)
    play.do(LockScreen("facilitator"))
    play.do(UnlockScreen())
    play.do(Undo())
    assert (gold, play.value(0)) == (7, 5)


@pytest.mark.parametrize(("track", "told"), [("gold", True), ("depths", False)])
def test_what_a_public_screen_that_follows_has_shown_is_not_undone(track: str, told: bool) -> None:
    play = game().to("talks")
    play.do(FollowPublic())
    adjusted(play, track)
    if told:
        assert refused(play, Undo()) == "already_told"
    else:
        play.do(Undo())


def test_it_counts_as_told_when_the_screen_followed_at_any_time_since() -> None:
    play = adjusted(game().to("talks"))
    play.do(FollowPublic())
    play.do(FollowPublic(follows=False))
    assert refused(play, Undo()) == "already_told"
    adjusted(play, "fear").do(Undo())
    assert refused(play, FollowPublic(follows=False)) == "that_is_so"


def test_a_rewind_does_not_turn_it_back_and_no_seat_is_told() -> None:
    play = game().to("talks")
    to = play.state.entries
    before = {who: play.view(who) for who in ("north", "public")}
    play.do(FollowPublic())
    assert {who: play.view(who) for who in before} == before
    play.do(Rewind(to, "Again."))
    assert play.state.followed
    assert play.view("facilitator").followed
    adjusted(play)
    assert refused(play, Undo()) == "already_told"
