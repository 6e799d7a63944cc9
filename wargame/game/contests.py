"""Opposed throws: both sides roll until exactly one succeeds, at most ten rounds; then nobody has."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.game import dice
from wargame.game.changes import Cause, ThrowResult
from wargame.game.counting import contest_of, difficulty_of
from wargame.game.events import DiceThrown, ThrowCalled
from wargame.game.events.contest import Contest, Party
from wargame.game.names import Quality
from wargame.game.odds import ROUNDS, odds_2d6, quality_2d6
from wargame.game.on_table import Adjudication, Roll
from wargame.game.pieces import Margins
from wargame.game.play import Play
from wargame.game.state import State


def call_contest(play: Play, table: Adjudication, *, entered: bool) -> None:
    """Fix both sides' modifiers and the odds, and call the proposer's first throw."""
    contest = contest_of(play.state, table)
    play.emit(_call(play.state, table, "order", contest.win, entered=entered, first=contest))


def _call(
    state: State,
    table: Adjudication,
    party: Party,
    odds: int,
    *,
    entered: bool,
    first: Contest | None = None,
) -> ThrowCalled:
    """One side's throw, called."""
    contest = first or table.contest
    if contest is None:
        raise ValueError("the contest has not been called")
    ours = party == "order"
    modifier = contest.modifier if ours else contest.against
    needed = contest.needed if ours else contest.against_needed
    label = "" if entered else dice.next_label(state, "throw")
    cause = Cause("order", table.order_id)
    return ThrowCalled(
        *("order", cause, -1, "opposed", 6, modifier, needed, odds, label, entered),
        party=party,
        contest=first,
    )


def succeeded(contest: Contest, roll: Roll) -> bool:
    """Whether one side's dice showed what it needed."""
    needed = contest.needed if roll.party == "order" else contest.against_needed
    return sum(roll.throw.dice) >= needed


def winner(contest: Contest, rolls: Sequence[Roll]) -> Party | None:
    """Who has succeeded alone in the last full round; None while nobody has."""
    last = rolls[-2:] if len(rolls) % 2 == 0 else ()
    won = [one.party for one in last if succeeded(contest, one)]
    return won[0] if len(won) == 1 else None


def rounds_of(rolls: Sequence[Roll]) -> int:
    """How many rounds were played, which is how hard the thing was fought over."""
    return len(rolls) // 2


def decided(table: Adjudication) -> bool:
    """Whether the contest on the table is over."""
    if table.contest is None:
        return False
    full = len(table.rolls) % 2 == 0
    over = full and rounds_of(table.rolls) >= ROUNDS
    return over or winner(table.contest, table.rolls) is not None


def outcome(state: State, table: Adjudication) -> tuple[Quality, int]:
    """Quality and margin of a contest that is over, by the proposer's last dice.

    Who has not won has failed, though its last dice may show a success: a stalemate is a failure.
    """
    contest = table.contest
    if contest is None or not decided(table):
        raise ValueError("the contest is not over")
    won = winner(contest, table.rolls) == "order"
    difficulty, margins = difficulty_of(state, table), state.scenario.margins
    return read(table.rolls[-2].throw.dice, contest.modifier, difficulty, margins, won=won)


def read(
    shown: Sequence[int], modifier: int, difficulty: int, margins: Margins, *, won: bool
) -> tuple[Quality, int]:
    """Quality and margin of a contest by the proposer's last dice; it fails unless it has won."""
    quality, margin = quality_2d6(shown, modifier, difficulty, margins)
    if not won and quality in ("strong", "success"):
        return "failure", margin
    return quality, margin


def go_on(play: Play, word: str | None = None) -> None:
    """Throw what was called, and on until the contest is over or a die is to be thrown by hand.

    The word goes into every nonce; None where nobody is asked for one.
    """
    while (table := play.state.adjudication) is not None and not decided(table):
        call = table.called
        if call is None or table.contest is None:
            return
        if table.throw is not None:
            call_next(play, table, entered=call.entered)
        elif call.entered:
            return
        else:
            nonce = dice.nonce(play.state, play.fresh(), word)
            shown = dice.throw(play.state, call.label, nonce, 6)
            throw = ThrowResult(call.label, nonce, 6, shown, entered=False)
            play.emit(DiceThrown(throw, thrower(play.state, table)))


def call_next(play: Play, table: Adjudication, *, entered: bool) -> None:
    """Call the throw of the side whose turn it is."""
    contest = table.contest
    if contest is not None:
        party: Party = "opposing" if len(table.rolls) % 2 else "order"
        needed = contest.against_needed if party == "opposing" else contest.needed
        play.emit(_call(play.state, table, party, odds_2d6(needed), entered=entered))


def thrower(state: State, table: Adjudication) -> str:
    """The seat whose dice are called; empty where no seat stands behind the opposing side."""
    if table.called is not None and table.called.party == "opposing":
        return table.opponent
    return state.sealed[table.order_id].seat
