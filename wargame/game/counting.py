"""What counts for and against the order on the table, and the odds that follow from it."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.game.events.contest import Contest
from wargame.game.names import TWO_DICE, About, Method, Quality
from wargame.game.odds import basis_points, needed_2d6, odds_2d6, odds_opposed
from wargame.game.on_table import Adjudication, Argument
from wargame.game.ordered import rule_of
from wargame.game.state import State


def weigh(arguments: Iterable[Argument], strong: int, about: About = "action") -> int:
    """Counted pros less counted cons about one thing; a strong one counts `strong`."""
    value = {"counted": 1, "strong": strong, "set_aside": 0}
    return sum(
        value[one.weight] * (1 if one.side == "pro" else -1)
        for one in arguments
        if one.about == about
    )


def modifier_of(table: Adjudication, method: Method | None = None) -> int:
    """What is added to the dice: arguments, and the factors too unless the method is plain."""
    if (method or table.method) == "plain":
        return weigh(table.arguments, strong=1)
    return weigh(table.arguments, strong=2) + sum(factor.by for factor in table.factors)


def against_of(table: Adjudication) -> int:
    """What is added to the opposing side's dice: the arguments of its own case, and its own factors."""
    own = weigh(table.arguments, strong=2, about="opposing")
    return own + sum(factor.by for factor in table.opposing)


def difficulty_of(state: State, table: Adjudication) -> int:
    """What 2d6 plus the modifier must reach: 7 unless the order says otherwise."""
    rule = rule_of(state, state.sealed[table.order_id])
    return rule.difficulty if rule else 7


OPPOSING_DIFFICULTY = 7
"""What the opposing side's 2d6 plus its modifier must reach."""


def contest_of(state: State, table: Adjudication) -> Contest:
    """Both sides of an opposed throw as things stand, with the odds of each outcome."""
    modifier, against = modifier_of(table, "opposed"), against_of(table)
    margins = state.scenario.margins
    needed = needed_2d6(modifier, difficulty_of(state, table), margins)
    against_needed = needed_2d6(against, OPPOSING_DIFFICULTY, margins)
    chances = [basis_points(one) for one in odds_opposed(needed, against_needed)]
    return Contest(table.opponent, modifier, needed, against, against_needed, *chances)


def odds_of(
    state: State, table: Adjudication, method: Method | None = None
) -> tuple[int, int, int] | None:
    """(modifier, what must be shown, odds in basis points) as things stand; None when nobody has given a number yet.

    By the table's method, or by another. What must be shown: at least so much on 2d6, at most so
    much on d100. An automatic success is certain; an umpire's ruling has no odds.
    """
    by = method or table.method
    if by in TWO_DICE:
        modifier = modifier_of(table, by)
        needed = needed_2d6(modifier, difficulty_of(state, table), state.scenario.margins)
        return modifier, needed, odds_2d6(needed)
    if by == "opposed":
        contest = contest_of(state, table)
        return contest.modifier, contest.needed, contest.win
    if by == "automatic":
        return 0, 0, 10000
    given = table.given if by == table.method else table.numbers.get(by, -1)
    if by == "umpire" or given < 0:
        return None
    return 0, given, given * 100


def anything_against(table: Adjudication) -> bool:
    """Whether anything speaks against the order: a counted con or an opposing factor.

    A con about consequences accepts the action, and does not.
    """
    return any(
        one.about == "action" and one.side == "con" and one.weight != "set_aside"
        for one in table.arguments
    ) or any(factor.by < 0 for factor in table.factors)


def costly(table: Adjudication) -> bool:
    """Whether a counted argument about consequences makes a strong success a plain one."""
    return any(one.about == "consequences" and one.weight != "set_aside" for one in table.arguments)


def lowered(quality: Quality, table: Adjudication) -> Quality:
    """What dice came to, as the arguments about consequences leave it.

    They never make a success a failure: the odds stay exact.
    """
    return "success" if quality == "strong" and costly(table) else quality
