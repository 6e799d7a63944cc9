"""How an order is heard: one a turn in the spotlight, factors granted by hand, an appeal before the ruling."""

from __future__ import annotations

from wargame.game.adjudication import LONGEST, on_table, unthrown
from wargame.game.changes import FactorGiven
from wargame.game.commands import GrantFactor, OpenAppeal, SetSpotlight
from wargame.game.events import AppealOpened, FactorGranted, SpotlightSet
from wargame.game.moments import moved
from wargame.game.ordered import rule_of, target_of
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.state import Sealed, State

MOST_BY_HAND = 3
"""The most that a factor granted by hand adds or takes."""
LONGEST_APPEAL = 600
"""Seconds that an appeal can last."""


def set_spotlight(play: Play, command: SetSpotlight) -> None:
    """Put one order of this turn in the spotlight; another one may be chosen until it has been ruled on."""
    state = play.state
    open_now = [*state.queue, *([state.adjudication.order_id] if state.adjudication else [])]
    if state.phase not in ("reveal", "adjudicate") or command.order_id not in open_now:
        raise Refused("no_such_order", "That order is not waiting to be adjudicated.")
    if state.spotlight and state.spotlight not in open_now:
        raise Refused("spotlight_used", "This turn's order in the spotlight has been ruled on.")
    play.emit(SpotlightSet(command.order_id))


def grant_factor(play: Play, command: GrantFactor) -> None:
    """Grant a modifier by hand, while the odds are open."""
    unthrown(play.state, command.order_id)
    if command.by == 0 or abs(command.by) > MOST_BY_HAND:
        raise Refused("not_a_modifier", f"A factor is -{MOST_BY_HAND} to +{MOST_BY_HAND}, not 0.")
    why = clean(command.why, LONGEST).strip()
    if not why:
        raise Refused("no_reason", "A factor needs its reason.")
    factor = FactorGiven(command.by, why, clean(command.source, 100).strip())
    play.emit(FactorGranted(command.order_id, factor))


def open_appeal(play: Play, command: OpenAppeal) -> None:
    """Begin the time in which anybody may appeal before the ruling."""
    on_table(play.state, command.order_id)
    if not 1 <= command.seconds <= LONGEST_APPEAL:
        raise Refused("not_a_time", f"An appeal lasts 1 to {LONGEST_APPEAL} seconds.")
    if not play.at:
        raise Refused("no_clock", "There is no clock here by which an appeal could run out.")
    play.emit(AppealOpened(command.order_id, moved(play.at, command.seconds * 1000)))


def weightiest(state: State) -> str:
    """The order still to be ruled on whose success would move the board most; empty when none would.

    A track counts by the share of its range that it would move.
    """
    open_now = [*state.queue, *([state.adjudication.order_id] if state.adjudication else [])]
    weights = {one: _weight(state, state.sealed[one]) for one in open_now}
    best = max(weights, key=lambda one: weights[one], default="")
    return best if best and weights[best] > 0 else ""


def _weight(state: State, sealed: Sealed) -> int:
    """How far a success would move the board: thousandths of each track's range, added up."""
    rule = rule_of(state, sealed)
    if rule is None:
        return 0
    board, target = state.board.copy(), target_of(rule, sealed)
    ready = state.scenario.settling(rule.success.effects, rule.targets)
    ready.run(board, target, 0, state.first_turn(), _unnoted, _unacted)
    return sum(
        abs(board.tracks[one.index] - state.board.tracks[one.index])
        * 1000
        // max(1, one.high - one.low)
        for one in state.scenario.tracks
        if one.derived is None
    )


def _unnoted(place: int, index: int, before: int, after: int) -> None:
    """Changes are looked at on the board, not listed."""


def _unacted(effect: object, target: int) -> None:
    """What an effect does beyond the board does not count here."""
