"""The ledger of even-handedness: for the facilitator while it is played, for everybody once it is closed."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.game.names import FACILITATOR
from wargame.game.state import Judged, State
from wargame.game.views import LedgerView, View


def ledger(state: State, who: str) -> list[LedgerView]:
    """How each seat's orders were treated on the line that counts; nothing for whom it is not."""
    if who != FACILITATOR and not state.closed:
        return []
    return [
        _of(seat.id, [one for one in state.judged if one.sealed.seat == seat.id])
        for seat in state.scenario.seats
    ]


def timed(view: View, seconds: Mapping[str, int]) -> None:
    """Put into a view's ledger how long each seat's orders lay on the table."""
    for one in view.ledger:
        one.seconds = seconds.get(one.seat, 0)


def _of(seat: str, judged: list[Judged]) -> LedgerView:
    odds = [one.odds for one in judged if one.odds >= 0]
    arguments = [argument for one in judged for argument in one.arguments]
    return LedgerView(
        seat,
        len(judged),
        sum(one.quality in ("strong", "success") for one in judged),
        (2 * sum(odds) + len(odds)) // (2 * len(odds)) if odds else -1,
        sum(factor.by for one in judged for factor in one.factors),
        sum(one.side == "con" for one in arguments),
        sum(one.weight == "strong" for one in arguments),
        sum(one.weight == "set_aside" for one in arguments),
        sum(one.edited for one in judged),
    )
