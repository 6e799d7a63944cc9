"""Orders that come after the time is up, and who plays a seat at this moment."""

from __future__ import annotations

from wargame.game import timers
from wargame.game.events import OrderLate
from wargame.game.moments import between
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.state import State


def refuse_late(play: Play, playbook: bool) -> None:
    """Refuse what comes after the time is up, where the session does; what stands in is never late."""
    state = play.state
    if state.pace.late == "refuse" and not playbook and timers.time_is_up(state, play.at):
        raise Refused("too_late", "The time is up. The facilitator can give more.")


def note_late(play: Play, seat: str, order_id: str) -> None:
    """Keep that an order came late, where the session does."""
    state = play.state
    if state.pace.late == "note" and timers.time_is_up(state, play.at):
        seconds = between(state.clock.until, play.at) // 1000
        play.emit(OrderLate(seat, state.board.turn, order_id, seconds))


def playing(state: State) -> dict[str, str]:
    """The seats that a playbook plays now, for good or this once, with its name."""
    once = {seat: one.playbook for seat, one in state.standins.items() if one.playbook}
    return state.playbooks | once if state.phase == "orders" else state.playbooks
