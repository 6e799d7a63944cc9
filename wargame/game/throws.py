"""Throws for an order: called (method and odds fixed), then thrown by the table's chance or by hand."""

from __future__ import annotations

from wargame.game import contests, dice
from wargame.game.adjudication import on_table, unthrown
from wargame.game.changes import Cause, ThrowResult
from wargame.game.commands import CallThrow, EnterDice, Throw
from wargame.game.counting import anything_against, odds_of
from wargame.game.events import DiceThrown, Ruled, ThrowCalled
from wargame.game.names import FACILITATOR, TWO_DICE
from wargame.game.on_table import Adjudication
from wargame.game.orders import may_see_order
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.rulings import finish, judge
from wargame.game.state import State


def call_throw(play: Play, command: CallThrow) -> None:
    """Fix the method and the odds. An automatic success needs no dice and is proposed at once."""
    state = play.state
    if _called_otherwise(play, command):
        return
    table = unthrown(state, command.order_id)
    if table.method == "umpire":
        raise Refused("umpire_rules", "The umpire rules without dice: give a quality and a reason.")
    if table.method == "automatic":
        if anything_against(table):
            raise Refused("not_unopposed", "Something counts against it, so it is not automatic.")
        play.emit(Ruled(table.order_id, "success"))
        judge(play)
        return
    if table.method == "opposed":
        contests.call_contest(play, table, entered=command.entered)
        return
    odds = odds_of(state, table)
    if odds is None:
        raise Refused("no_number", "Nobody has given a number for this method yet.")
    sides = 6 if table.method in TWO_DICE else 100
    label = "" if command.entered else dice.next_label(state, "throw")
    cause = Cause("order", table.order_id)
    play.emit(ThrowCalled("order", cause, -1, table.method, sides, *odds, label, command.entered))


def _called_otherwise(play: Play, command: CallThrow) -> bool:
    """Call the same throw again, at the same odds, where others are to throw it than was called for."""
    table = on_table(play.state, command.order_id)
    call = table.called
    if call is None or table.throw is not None or table.rolls or call.entered == command.entered:
        return False
    label = "" if command.entered else dice.next_label(play.state, "throw")
    play.emit(
        ThrowCalled(
            *("order", call.cause, -1, table.method, call.sides, call.modifier, call.needed),
            *(call.odds, label, command.entered),
            contest=table.contest,
        )
    )
    return True


def throw(play: Play, by: str, command: Throw) -> None:
    """Throw the dice that were called; the thrower's word goes into the nonce."""
    state = play.state
    table = _called(state, by)
    call = table.called
    if call is None or call.entered:
        raise Refused("thrown_by_hand", "These dice are thrown by hand: enter what they show.")
    if table.contest is not None:
        contests.go_on(play, clean(command.word, 200))
        judge(play)
        return
    nonce = dice.nonce(state, play.fresh(), clean(command.word, 200))
    shown = dice.throw(state, call.label, nonce, call.sides)
    seat = state.sealed[table.order_id].seat
    play.emit(DiceThrown(ThrowResult(call.label, nonce, call.sides, shown, entered=False), seat))
    judge(play)


def enter_dice(play: Play, by: str, command: EnterDice) -> None:
    """Enter dice thrown by hand: the seat where that was called for, the facilitator at any time.

    Where a rule or an effect waits for its d100, it is that one.
    """
    state = play.state
    if state.called is not None and by == FACILITATOR:
        _enter_chance(play, command)
        return
    table = _called(state, by)
    call = table.called
    if call is not None and not call.entered and by != FACILITATOR:
        raise Refused("thrown_by_the_table", "These dice are thrown at the table: throw them.")
    if table.contest is not None:
        _enter_contest(play, table, command.dice)
        return
    many = 2 if call is not None and call.sides == 6 else 1
    most = 6 if many == 2 else 100
    if len(command.dice) != many or not all(1 <= die <= most for die in command.dice):
        raise Refused(
            "not_dice", "Enter two dice of 1 to 6." if many == 2 else "Enter one throw of 1 to 100."
        )
    seat = state.sealed[table.order_id].seat
    sides = 6 if many == 2 else 100
    play.emit(DiceThrown(ThrowResult("", "", sides, list(command.dice), entered=True), seat))
    judge(play)


def _enter_contest(play: Play, table: Adjudication, shown: list[int]) -> None:
    """Enter dice of an opposed throw: of the side whose turn it is, or of both sides, the proposer's first."""
    first = len(table.rolls) % 2 == 0
    if len(shown) not in ((2, 4) if first else (2,)) or not all(1 <= die <= 6 for die in shown):
        both = ", or four: the proposer's two, then the opposing side's" if first else ""
        raise Refused("not_dice", f"Enter two dice of 1 to 6{both}.")
    for place in range(0, len(shown), 2):
        if table.throw is not None:
            contests.call_next(play, table, entered=True)
        pair = ThrowResult("", "", 6, shown[place : place + 2], entered=True)
        play.emit(DiceThrown(pair, contests.thrower(play.state, table)))
    if contests.decided(table):
        judge(play)
    else:
        contests.call_next(play, table, entered=True)


def _enter_chance(play: Play, command: EnterDice) -> None:
    """Enter the d100 of a rule or an effect, and go on with what waited for it.

    It is the facilitator's to enter; a seat is answered as if none were called, because it may be hidden.
    """
    if len(command.dice) != 1 or not 1 <= command.dice[0] <= 100:
        raise Refused("not_dice", "Enter one throw of 1 to 100.")
    play.emit(DiceThrown(ThrowResult("", "", 100, list(command.dice), entered=True)))
    finish(play)


def _called(state: State, by: str) -> Adjudication:
    table = state.adjudication
    if table is None or table.called is None or table.throw is not None:
        raise Refused("no_throw_called", "No throw has been called.")
    sealed = state.sealed[table.order_id]
    if not may_see_order(state, sealed, by):
        raise Refused("no_throw_called", "No throw has been called.")
    if by not in (sealed.seat, FACILITATOR):
        raise Refused("not_your_throw", "The seat whose order it is throws.")
    return table
