"""What each other method would give, as far as what has been said lets it be computed."""

from __future__ import annotations

from wargame.game.counting import anything_against, difficulty_of, lowered, odds_of
from wargame.game.events.others import OtherMethod
from wargame.game.names import METHODS, SIX_SIDED, TWO_DICE, Method, Quality
from wargame.game.odds import quality_2d6, quality_d100
from wargame.game.on_table import Adjudication
from wargame.game.state import State


def others_of(state: State, table: Adjudication) -> list[OtherMethod]:
    """Every method but the one chosen that can be computed: the dice where they lie and fit, else odds alone.

    Automatic success is one where nothing counts against the order, an opposed throw where somebody
    was named to oppose it, the d100 where a number was given for it (estimates once they are shown). An
    umpire is never one, and a project's stage is judged by one of these as any order is.
    """
    return [
        one
        for method in METHODS
        if method != table.method and (one := _other(state, table, method)) is not None
    ]


def _other(state: State, table: Adjudication, method: Method) -> OtherMethod | None:
    """What one method would give; None where it cannot be known."""
    if method == "automatic":
        return None if anything_against(table) else OtherMethod(method, 0, 10000, "success")
    if method == "opposed" and not table.faced:
        return None
    odds = odds_of(state, table, method)
    if odds is None:
        return None
    modifier, needed, chance = odds
    return OtherMethod(
        method, modifier, chance, _by_these_dice(state, table, method, modifier, needed) or ""
    )


def _by_these_dice(
    state: State, table: Adjudication, method: Method, modifier: int, needed: int
) -> Quality | None:
    """How this method would have read the dice, the proposer's first two or the d100, consequences counted."""
    shown = _shown(state, table, method, modifier, needed)
    return lowered(shown, table) if shown is not None else None


def _shown(
    state: State, table: Adjudication, method: Method, modifier: int, needed: int
) -> Quality | None:
    throw = table.rolls[0].throw if table.rolls else table.throw
    if throw is None or table.called is None:
        return None
    if throw.sides == 6 and method in TWO_DICE:
        difficulty = difficulty_of(state, table)
        return quality_2d6(throw.dice, modifier, difficulty, state.scenario.margins)[0]
    if throw.sides == 100 and method not in SIX_SIDED:
        return quality_d100(throw.dice[0], needed)[0]
    return None
