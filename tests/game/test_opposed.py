"""Opposed throws: both sides roll until exactly one succeeds, at most ten rounds; then it has failed."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.game.scenes import FACTS, order, setup
from tests.game.sitting import Game, game, refused
from wargame.game.commands import (
    AddArgument,
    CallThrow,
    ChooseMethod,
    EnterDice,
    Proceed,
    Rewind,
    Throw,
)
from wargame.game.events import DiceThrown, ResultProposed, SessionOpened, ThrowCalled
from wargame.game.evolve import evolve, opened
from wargame.game.odds import ROUNDS, basis_points, odds_opposed

ID = "t1-north-1"
NEEDS = st.integers(min_value=-2, max_value=15)
ROLLS = [sum(dice) for dice in product(range(1, 7), repeat=2)]


def fought(**parts: Any) -> Game:
    """North's order is on the table, and south opposes it."""
    play = game(setup=setup(facts=("spy",)), orders=[order("raid")], **parts).to("talks")
    play.seal("north", "raid")
    play.to("adjudicate").take_up()
    play.do(ChooseMethod(ID, "opposed", opponent="south"))
    return play


def brute(needed: int, against: int) -> tuple[Fraction, Fraction, Fraction]:
    """Win, stalemate and lose by walking through every round, with all 1,296 throws of each counted."""
    won = sum(one >= needed > -99 and other < against for one, other in product(ROLLS, ROLLS))
    lost = sum(one < needed and other >= against for one, other in product(ROLLS, ROLLS))
    left, win, lose = Fraction(1), Fraction(0), Fraction(0)
    for _ in range(ROUNDS):
        win += left * Fraction(won, 36 * 36)
        lose += left * Fraction(lost, 36 * 36)
        left -= left * Fraction(won + lost, 36 * 36)
    return win, left, lose


@given(NEEDS, NEEDS)
def test_the_odds_are_those_of_walking_through_every_round(needed: int, against: int) -> None:
    assert odds_opposed(needed, against) == brute(needed, against)
    assert sum(odds_opposed(needed, against)) == 1


@given(NEEDS, NEEDS)
def test_what_one_side_wins_the_other_loses(needed: int, against: int) -> None:
    win, stalemate, lose = odds_opposed(needed, against)
    assert odds_opposed(against, needed) == (lose, stalemate, win)


def test_two_even_sides_end_undecided_once_in_some_eight_hundred_times() -> None:
    win, stalemate, lose = odds_opposed(7, 7)
    assert win == lose
    assert stalemate == Fraction(666, 1296) ** 10
    assert [basis_points(one) for one in (win, stalemate, lose)] == [4994, 13, 4994]


def test_who_cannot_miss_and_who_cannot_hit_are_sure_of_it() -> None:
    assert [*odds_opposed(2, 13)] == [1, 0, 0]
    assert [*odds_opposed(13, 13)] == [0, 1, 0]
    assert [*odds_opposed(2, 2)] == [0, 1, 0]


def test_both_sides_have_a_modifier_of_their_own() -> None:
    play = fought()
    play.do(AddArgument(ID, "pro", "We know the pass.", "north"))
    play.do(AddArgument(ID, "con", "It snows.", "west"))
    play.do(AddArgument(ID, "pro", "We hold the walls.", "south", "strong", "opposing"))
    play.do(AddArgument(ID, "con", "They have no bread.", "west", "counted", "opposing"))
    table = play.view("public").adjudication
    assert table is not None
    assert table.contest is not None
    assert (table.contest.modifier, table.contest.against) == (2, 1)
    assert (table.contest.needed, table.contest.against_needed) == (5, 6)
    assert table.odds == table.contest.win == basis_points(odds_opposed(5, 6)[0])


def test_the_facts_of_the_opposing_seat_count_for_it() -> None:
    play = game(setup=setup(facts=("wall", "spy")), orders=[order("raid", seat="south")])
    play.to("talks").seal("south", "raid")
    play.to("adjudicate").take_up()
    play.do(ChooseMethod("t1-south-1", "opposed", opponent="north"))
    table = play.view("west").adjudication
    assert table is not None
    assert table.contest is not None
    assert table.contest.against == sum(one.modifier for one in FACTS if one.owner == "north")
    assert [one.why for one in table.contest.factors] == [
        "A wall stands.",
        "For a reason that only some know",
    ]


def test_the_opposing_side_is_another_seat_or_none() -> None:
    play = fought()
    assert refused(play, ChooseMethod(ID, "opposed", opponent="north")) == "no_such_seat"
    play.do(ChooseMethod(ID, "opposed"))
    table = play.view("public").adjudication
    assert table is not None
    assert table.contest is not None
    assert table.contest.seat == ""


@pytest.mark.parametrize("number", range(40))
def test_the_table_throws_until_one_side_alone_succeeds(number: int) -> None:
    play = fought()
    play.fresh.taken = number * 1000
    play.do(CallThrow(ID))
    play.do(Throw("word"), "north")
    calls, thrown = play.of(ThrowCalled), play.of(DiceThrown)
    [result] = play.of(ResultProposed)
    assert [one.label for one in calls] == [f"test/throw/{k}" for k in range(len(calls))]
    assert [one.throw.label for one in thrown] == [one.label for one in calls]
    assert [one.party for one in calls] == ["order", "opposing"] * result.rounds
    assert [one.seat for one in thrown] == ["north", "south"] * result.rounds
    assert len({one.throw.nonce for one in thrown}) == len(thrown)
    sums = [sum(one.throw.dice) for one in thrown]
    won = [(ours >= 5, theirs >= 7) for ours, theirs in zip(sums[::2], sums[1::2], strict=True)]
    assert all(ours == theirs for ours, theirs in won[:-1])
    assert result.quality in (("strong", "success") if won[-1][0] else ("failure", "backfire"))
    assert result.margin == sums[-2] + 2 - 7


def by_hand(*rounds: list[int]) -> Game:
    play = fought()
    play.do(CallThrow(ID, entered=True))
    for one in rounds:
        play.do(EnterDice(one))
    return play


def test_dice_thrown_by_hand_are_entered_round_by_round() -> None:
    play = by_hand([3, 3, 4, 4], [1, 1, 2, 2])
    assert play.of(ResultProposed) == []
    assert refused(play, EnterDice([1, 2, 3])) == "not_dice"
    assert refused(play, EnterDice([1, 7])) == "not_dice"
    play.do(EnterDice([6, 6]))
    assert refused(play, EnterDice([1, 1, 1, 1])) == "not_dice"
    play.do(EnterDice([3, 3]))
    [result] = play.of(ResultProposed)
    assert (result.quality, result.rounds, result.margin) == ("strong", 3, 7)


def test_quality_is_that_of_the_proposers_last_dice() -> None:
    assert by_hand([3, 2, 1, 1]).of(ResultProposed)[0].quality == "success"
    assert by_hand([1, 1, 6, 6]).of(ResultProposed)[0].quality == "backfire"
    assert by_hand([1, 2, 6, 6]).of(ResultProposed)[0].quality == "failure"


@pytest.mark.parametrize(
    ("last", "quality"), [([6, 6, 6, 6], "failure"), ([1, 1, 1, 1], "backfire")]
)
def test_ten_rounds_without_a_winner_are_a_stalemate_which_is_a_failure(
    last: list[int], quality: str
) -> None:
    play = by_hand(*[[1, 1, 1, 1]] * 9, last)
    [result] = play.of(ResultProposed)
    assert (result.quality, result.rounds) == (quality, 10)


def test_every_prefix_of_a_contest_goes_on_to_its_end() -> None:
    play = fought()
    play.do(CallThrow(ID))
    before = len(play.events)
    play.fresh.taken = 3000
    play.do(Throw("word"))
    first = play.events[0]
    assert isinstance(first, SessionOpened)
    for end in range(before + 1, len(play.events)):
        state = opened(play.state.scenario, first)
        for event in play.events[1:end]:
            evolve(state, event)
        again = fought()
        again.state = state
        again.do(Proceed())
        assert again.state.adjudication is not None
        assert again.state.adjudication.quality is not None


def test_a_contest_gone_back_into_is_called_again_with_new_labels() -> None:
    play = fought()
    play.do(CallThrow(ID))
    called = play.state.entries
    play.do(Throw("one"))
    used = play.state.labels["throw"]
    play.do(Rewind(called, "A late objection.", "b1"))
    assert play.state.adjudication is not None
    assert play.state.adjudication.called is None
    play.do(CallThrow(ID))
    assert play.of(ThrowCalled)[-1].label == f"test/throw/{used}"
    play.do(Throw("two"))
    assert play.state.adjudication.quality is not None
