"""What a throw or a ruling comes to: results proposed, edited with a reason, accepted."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.game import contests
from wargame.game.adjudication import LONGEST, on_table, unthrown
from wargame.game.alternatives import others_of
from wargame.game.board import Board
from wargame.game.cards import drain, look_again
from wargame.game.chance import COUNTER_1
from wargame.game.changes import (
    Cause,
    Change,
    CountChange,
    Detected,
    FactEnded,
    FactMade,
    TrackChange,
)
from wargame.game.coming import due
from wargame.game.commands import AcceptResult, Edit, Rule
from wargame.game.counting import difficulty_of, lowered
from wargame.game.effects import settle
from wargame.game.events import ResultAccepted, ResultProposed, Ruled
from wargame.game.evolve.board import change_board
from wargame.game.facts import situation_ended
from wargame.game.names import QUALITIES, Quality
from wargame.game.objections import settle_objection
from wargame.game.odds import quality_2d6, quality_d100
from wargame.game.on_table import Adjudication
from wargame.game.ordered import rule_of, target_of
from wargame.game.orders import assets_of
from wargame.game.pieces import OrderRule, Result
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.projects import stage_changes, stage_text
from wargame.game.refusals import Refused
from wargame.game.state import Sealed, State

NOTICED = -2
"""The index under which the chance of being detected is thrown."""


def judge(play: Play) -> None:
    """Read the dice that lie on the table, or the quality that was ruled."""
    state = play.state
    table = state.adjudication
    if table is None or table.quality is not None:
        return
    if table.contest is not None and table.ruled is None and table.throw is not None:
        contests.go_on(play)  # one that was cut short is thrown on
    read = reading_of(state, table)
    if read is not None:
        quality, margin, less = read
        propose(play, quality, margin, table.reason if table.ruled else "", lowered=less)


def reading_of(state: State, table: Adjudication) -> tuple[Quality, int, bool] | None:
    """Quality and margin of what lies on the table or was ruled; None while there is neither.

    The third says that it is lowered: a counted argument about consequences makes a strong success a
    plain one. It never makes a success a failure: the odds stay exact.
    """
    if table.ruled is not None:
        return table.ruled, 0, False
    if table.throw is None or table.called is None:
        return None
    if table.contest is not None:
        if not contests.decided(table):
            return None
        quality, margin = contests.outcome(state, table)
    elif table.called.sides == 6:
        quality, margin = quality_2d6(
            table.throw.dice,
            table.called.modifier,
            difficulty_of(state, table),
            state.scenario.margins,
        )
    else:
        quality, margin = quality_d100(table.throw.dice[0], table.called.needed)
    left = lowered(quality, table)
    return left, margin, left != quality


def rule_on(play: Play, command: Rule) -> None:
    """The umpire rules, with a reason."""
    table = unthrown(play.state, command.order_id)
    if table.method != "umpire":
        raise Refused("not_umpire", "Choose the method `umpire` to rule without dice.")
    reason = clean(command.reason, LONGEST).strip()
    if not reason:
        raise Refused("no_reason", "An umpire's ruling needs its reason.")
    if command.quality not in QUALITIES:
        raise Refused("no_such_quality", f"Rule one of: {', '.join(QUALITIES)}.")
    play.emit(Ruled(table.order_id, command.quality, reason))
    judge(play)


def propose(
    play: Play, quality: Quality, margin: int, reason: str = "", *, lowered: bool = False
) -> None:
    """What the scenario makes of this result: the price first, then the effects of the quality."""
    state = play.state
    table = state.adjudication
    if table is None:
        return
    sealed = state.sealed[table.order_id]
    rule = rule_of(state, sealed)
    target = target_of(rule, sealed)
    cause = Cause("order", table.order_id, target)
    changes: list[Change] = []
    text = ""
    if rule is not None:
        result = result_of(rule, quality)
        text = result.text
        assets = [state.scenario.cards[asset].effects for asset in assets_of(state, sealed)]
        changes = settle(
            play, [result.effects, *assets], cause, rule.targets, rule.cost, "What the order costs"
        )
        known = {one.order_id for one in changes if isinstance(one, Detected)}
        changes += [one for one in _noticed(play, rule, sealed, cause) if one.order_id not in known]
    changes += stage_changes(state, sealed, quality)
    changes += situation_ended(state, quality)
    text = stage_text(state, sealed, quality, text)
    proposed = ResultProposed(table.order_id, table.method, quality, margin, changes, text, reason)
    proposed.rounds, proposed.lowered = contests.rounds_of(table.rolls), lowered
    if state.chance != COUNTER_1:
        proposed.others = others_of(state, table)
    play.emit(proposed)


def _noticed(play: Play, rule: OrderRule, sealed: Sealed, cause: Cause) -> list[Detected]:
    """Whether a covert order is detected."""
    if not sealed.order.covert or rule.noticed is None or sealed.order_id in play.state.detected:
        return []
    percent = rule.noticed(play.state.board, cause.target)
    if not play.chance(cause, NOTICED, percent):
        return []
    return [Detected(sealed.order_id, "It was noticed.")]


def result_of(rule: OrderRule, quality: Quality) -> Result:
    """An order's result at this quality."""
    results = {
        "strong": rule.strong,
        "success": rule.success,
        "failure": rule.failure,
        "backfire": rule.backfire,
    }
    return results[quality]


def accept_result(play: Play, command: AcceptResult) -> None:
    """Accept what was proposed, or edit it with a reason; what follows by itself is done at once."""
    state = play.state
    table = on_table(state, command.order_id)
    if table.quality is None:
        raise Refused("no_result_yet", "There is no result yet: throw or rule first.")
    edited = bool(command.drop or command.add)
    reason = clean(command.reason, LONGEST).strip()
    if edited and not reason:
        raise Refused("no_reason", "An edited result needs its reason.")
    if any(not 0 <= place < len(table.proposed) for place in command.drop):
        raise Refused("no_such_effect", "There is no such effect to leave out.")
    dropped = set(command.drop)
    kept = [change for place, change in enumerate(table.proposed) if place not in dropped]
    changes = rebased(state, kept, command.add)
    narrative = clean(command.narrative, 2000).strip()
    play.emit(ResultAccepted(command.order_id, table.quality, changes, edited, reason, narrative))
    drain(play)


def rebased(state: State, kept: Iterable[Change], add: Iterable[Edit]) -> list[Change]:
    """The changes as they fall on the board as it stands now, with the facilitator's own at the end."""
    board = state.board.copy()
    changes: list[Change] = []
    for proposed in kept:
        change = moved(state, board, proposed) if isinstance(proposed, TrackChange) else proposed
        if change is None:
            continue
        changes.append(change)
        if isinstance(change, TrackChange | FactMade | FactEnded | CountChange):
            change_board(state.scenario, board, change)
    for edit in add:
        changed = set_track(state, board, edit.track, edit.to, edit.why)
        changes.append(changed)
        change_board(state.scenario, board, changed)
    return changes


def moved(state: State, board: Board, change: TrackChange) -> TrackChange | None:
    """The same step from where the track stands on this board; None when it moves nothing."""
    track = state.scenario.track(change.track)
    now = board.tracks[track.index]
    after = max(track.low, min(track.high, now + change.after - change.before))
    if after == now:
        return None
    return TrackChange(track.id, now, after, change.why, change.mechanism, change.sees)


def set_track(state: State, board: Board, track_id: str, to: int, why: str) -> TrackChange:
    """A track set by hand: refused when it does not exist, follows from others, or the value is out of bounds."""
    index = state.scenario.places.get(track_id)
    if index is None:
        raise Refused("no_such_track", f"There is no track {clean(track_id, 40)!r}.")
    track = state.scenario.tracks[index]
    if track.derived is not None:
        raise Refused("derived_track", f"{track.name} follows from other tracks; set those.")
    if not track.low <= to <= track.high:
        raise Refused("out_of_bounds", f"{track.name} goes from {track.low} to {track.high}.")
    return TrackChange(track_id, board.tracks[index], to, clean(why, LONGEST))


def unfinished(state: State) -> bool:
    """Whether something that happens by itself was cut short (`finish` does the rest)."""
    if state.closed or (state.called is not None and state.called.entered):
        return False  # a die thrown by hand is a person's to enter
    if state.objection is not None:
        return True
    table = state.adjudication
    thrown = table is not None and (
        table.throw is not None or table.ruled is not None or _cut_short(table)
    )
    judged = table is None or table.quality is not None
    if not state.settled or state.called is not None or (thrown and not judged):
        return True
    return due(state) is not None


def _cut_short(table: Adjudication) -> bool:
    """Whether an opposed throw stopped between two of its throws, and nobody has to throw by hand."""
    call = table.called
    return bool(table.rolls) and call is not None and not call.entered


def finish(play: Play) -> None:
    """Finish what happens by itself and was cut short."""
    if not unfinished(play.state):
        return
    settle_objection(play)
    play.throw_table()
    if not play.state.settled:
        drain(play)
    look_again(play)
    table = play.state.adjudication
    if table is not None and table.quality is None and _cut_short(table):
        contests.go_on(play)
    judge(play)
