"""Hands, leanings and reasons: numbers that people outside the proposer's seat give, and who is asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.game.scenes import order
from tests.game.sitting import Game, game, refused
from tests.game.test_estimates import ID, PEOPLE, estimating, estimators
from wargame.game.changes import Person
from wargame.game.commands import (
    CallThrow,
    ChooseMethod,
    CountHands,
    EnterDice,
    ExplainEstimate,
    HandSeat,
    SealEstimate,
    ShowEstimates,
    TakeLeanings,
)
from wargame.game.events import EstimateExplained, HandsCounted, LeaningsTaken, ResultProposed
from wargame.game.names import Method


def asked(method: Method, people: list[Person] | None = None, **more: Any) -> Game:
    """North's order is on the table, and people are asked in this way."""
    play = game(people=PEOPLE if people is None else people, **more).to("talks")
    play.seal("north")
    play.to("adjudicate").take_up()
    play.do(ChooseMethod(ID, method))
    return play


def percent(play: Game) -> int:
    table = play.view("public").adjudication
    assert table is not None
    assert table.odds == (table.needed * 100 if table.needed or table.odds >= 0 else -1)
    return table.odds // 100 if table.odds >= 0 else -1


@pytest.mark.parametrize(
    ("raised", "present", "wanted"),
    [(0, 3, 0), (3, 3, 100), (1, 3, 33), (2, 3, 67), (1, 8, 13), (5, 8, 63), (1, 200 // 2 - 1, 1)],
)
def test_the_share_of_hands_is_the_target_in_whole_per_cent_half_up(
    raised: int, present: int, wanted: int
) -> None:
    play = asked("hands")
    assert percent(play) == -1
    play.do(CountHands(ID, raised, present))
    assert percent(play) == wanted


def test_hands_are_counted_out_of_everybody_asked_where_no_number_is_given() -> None:
    play = asked("hands")
    play.do(CountHands(ID, 2))
    assert play.of(HandsCounted)[0].present == 3
    assert percent(play) == 67


def test_hands_may_be_named() -> None:
    play = asked("hands")
    play.do(CountHands(ID, people=["bob", "west", "bob"]))
    counted = play.of(HandsCounted)[0]
    assert (counted.raised, counted.present, counted.people) == (2, 3, ["bob", "west"])
    assert refused(play, CountHands(ID, people=["ann"])) == "not_asked"


@pytest.mark.parametrize(("raised", "present"), [(4, 3), (-1, 3), (1, 100), (1, -1)])
def test_a_count_of_hands_that_cannot_be_is_refused(raised: int, present: int) -> None:
    assert refused(asked("hands"), CountHands(ID, raised, present)) == "not_a_count"


@pytest.mark.parametrize(
    ("agree", "unsure", "disagree", "wanted"),
    [(1, 0, 0, 100), (0, 1, 0, 50), (0, 0, 1, 0), (1, 1, 1, 50), (2, 1, 0, 83), (0, 1, 3, 13)],
)
def test_the_mean_of_how_people_lean_is_the_target(
    agree: int, unsure: int, disagree: int, wanted: int
) -> None:
    play = asked("leaning")
    play.do(TakeLeanings(ID, agree=agree, unsure=unsure, disagree=disagree))
    assert percent(play) == wanted


def test_leanings_may_be_named() -> None:
    play = asked("leaning")
    play.do(TakeLeanings(ID, {"bob": "agree", "cem": "unsure", "west": "disagree"}))
    taken = play.of(LeaningsTaken)[0]
    assert (taken.agree, taken.unsure, taken.disagree, taken.percent) == (1, 1, 1, 50)
    assert refused(play, TakeLeanings(ID, {"ann": "agree"})) == "not_asked"
    assert refused(play, TakeLeanings(ID)) == "not_a_count"
    assert refused(play, TakeLeanings(ID, agree=-1, unsure=3)) == "not_a_count"


@pytest.mark.parametrize("method", ["hands", "leaning", "estimate"])
def test_without_a_number_nothing_is_thrown(method: Method) -> None:
    assert refused(asked(method), CallThrow(ID)) == "no_number"


def test_each_way_of_asking_belongs_to_its_method() -> None:
    assert refused(asked("leaning"), CountHands(ID, 1, 2)) == "no_hands_now"
    assert refused(asked("hands"), TakeLeanings(ID, agree=1)) == "no_leaning_now"
    assert refused(asked("hands"), SealEstimate(ID, "bob", 50)) == "no_estimates_now"


def test_a_number_once_given_is_kept_when_the_method_comes_back() -> None:
    play = asked("hands")
    play.do(CountHands(ID, 1, 4))
    play.do(ChooseMethod(ID, "leaning"))
    play.do(TakeLeanings(ID, agree=1, unsure=1))
    play.do(ChooseMethod(ID, "hands"))
    assert percent(play) == 25


def test_nothing_is_counted_any_more_once_the_throw_is_called() -> None:
    play = asked("hands")
    play.do(CountHands(ID, 0, 4))
    play.do(CallThrow(ID, entered=True))
    assert refused(play, CountHands(ID, 4, 4)) == "odds_fixed"
    play.do(EnterDice([1]))
    assert play.of(ResultProposed)[0].quality == "failure"


def test_a_seat_that_a_playbook_plays_is_not_asked() -> None:
    play = asked("estimate")
    assert estimators(play) == ["bob", "cem", "west"]
    play.do(HandSeat("west", "random"))
    assert estimators(play) == ["bob", "cem"]
    assert refused(play, SealEstimate(ID, "west", 50)) == "not_an_estimator"


def test_observers_are_asked_where_the_session_says_so() -> None:
    play = game(people=PEOPLE).to("talks")
    play.seal("north")
    play.to("adjudicate").take_up()
    play.do(ChooseMethod(ID, "estimate"))
    assert "dan" not in estimators(play)
    opening = play.state.opening
    assert opening is not None
    opening.observers_estimate = True
    assert estimators(play) == ["bob", "cem", "dan", "west"]
    play.do(SealEstimate(ID, "dan", 70), "observer:dan")
    assert refused(play, SealEstimate(ID, "bob", 70), "observer:dan") == "not_your_seat"


def test_who_may_not_know_of_a_covert_order_is_not_asked_about_it() -> None:
    play = game(people=PEOPLE, orders=[order("raid", covert="choice")]).to("talks")
    play.seal("north", "raid", covert=True)
    play.to("adjudicate").take_up()
    play.do(ChooseMethod(ID, "estimate"))
    table = play.view("facilitator").adjudication
    assert table is not None
    assert table.estimators == []
    assert refused(play, SealEstimate(ID, "bob", 50)) == "not_an_estimator"


def test_who_is_more_than_25_points_from_the_median_is_asked_why() -> None:
    play = estimating()
    for person, value in (("bob", 50), ("cem", 75), ("west", 24)):
        play.do(SealEstimate(ID, person, value))
    view = play.view("facilitator").adjudication
    assert view is not None
    assert view.far_off == []
    assert refused(play, ExplainEstimate(ID, "west", "Why not?")) == "not_shown_yet"
    play.do(ShowEstimates(ID))
    view = play.view("public").adjudication
    assert view is not None
    assert view.far_off == ["west"]
    assert refused(play, ExplainEstimate(ID, "west", "Mine."), "south") == "not_your_seat"
    assert refused(play, ExplainEstimate(ID, "west", " "), "west") == "no_text"
    assert refused(play, ExplainEstimate(ID, "ann", "Mine.")) == "not_an_estimator"
    play.do(ExplainEstimate(ID, "west", "They have no boats."), "west")
    assert play.of(EstimateExplained)[0].text == "They have no boats."
    view = play.view("public").adjudication
    assert view is not None
    assert view.whys == {"west": "They have no boats."}
