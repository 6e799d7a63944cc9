"""Seats that change places in the turn's order on request (p. 30 of the handbook): worth noting, so it is kept."""

from __future__ import annotations

from wargame.game.commands import SwapPlaces
from wargame.game.events import PlacesSwapped
from wargame.game.names import FACILITATOR
from wargame.game.orders import seat_of
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused

LONGEST = 600


def swap_places(play: Play, command: SwapPlaces) -> None:
    """Let two seats change places, with who asked for it and why."""
    state = play.state
    for seat in (command.one, command.other):
        seat_of(state, FACILITATOR, seat)
    if command.asked != FACILITATOR:
        seat_of(state, FACILITATOR, command.asked)
    if command.one == command.other:
        raise Refused("same_seat", "Name two different seats.")
    reason = clean(command.reason, LONGEST).strip()
    if not reason:
        raise Refused("no_reason", "A swap needs its reason: who asked, and why.")
    if state.phase in ("hotwash", "closed") or (command.for_good and not state.first):
        raise Refused("game_over", "There is no turn order to change any more.")
    if not command.for_good and (state.board.turn == 0 or state.phase == "wrap"):
        raise Refused(
            "no_orders_left", "No order of this turn waits any more: swap in a turn, or for good."
        )
    play.emit(
        PlacesSwapped(
            state.board.turn, command.one, command.other, command.asked, reason, command.for_good
        )
    )
