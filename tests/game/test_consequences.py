"""Arguments about consequences accept the action: they never change whether it succeeds."""

from __future__ import annotations

import pytest

from tests.game.scenes import order
from tests.game.sitting import Game, game, refused
from wargame.game.commands import (
    AddArgument,
    CallThrow,
    ChooseMethod,
    EnterDice,
    Rule,
    WeighArgument,
)
from wargame.game.events import ResultProposed
from wargame.game.odds import odds_2d6

ID = "t1-north-1"


def argued(weight: str = "counted", method: str = "weighted") -> Game:
    """North's order with an argument about its consequences."""
    play = game(orders=[order("raid")]).to("talks")
    play.seal("north", "raid")
    play.to("adjudicate").take_up()
    play.do(AddArgument(ID, "con", "The market burns.", "south", about="consequences"), "south")
    play.do(WeighArgument(ID, "a1", weight))  # type: ignore[arg-type]
    play.do(ChooseMethod(ID, method, given=60))  # type: ignore[arg-type]
    return play


def result(play: Game, dice: list[int]) -> ResultProposed:
    play.do(CallThrow(ID, entered=True))
    play.do(EnterDice(dice))
    found: ResultProposed = play.of(ResultProposed)[0]
    return found


@pytest.mark.parametrize("weight", ["counted", "strong", "set_aside"])
def test_they_count_for_nothing_in_the_odds(weight: str) -> None:
    view = argued(weight).view("public").adjudication
    assert view is not None
    assert (view.modifier, view.odds) == (0, odds_2d6(7))
    assert view.arguments[0].about == "consequences"


@pytest.mark.parametrize(
    ("weight", "quality"), [("counted", "success"), ("strong", "success"), ("set_aside", "strong")]
)
def test_one_that_is_counted_makes_a_strong_success_a_plain_one(weight: str, quality: str) -> None:
    found = result(argued(weight), [6, 6])
    assert (found.quality, found.lowered) == (quality, weight != "set_aside")


def test_a_success_stays_a_success_and_a_failure_a_failure() -> None:
    assert result(argued(), [4, 4]).quality == "success"
    assert result(argued(), [3, 3]).quality == "failure"
    assert result(argued(), [1, 1]).quality == "backfire"


def test_a_d100_is_lowered_too() -> None:
    found = result(argued(method="consensus"), [1])
    assert (found.quality, found.lowered, found.margin) == ("success", True, 59)


def test_an_umpire_has_heard_them_and_rules_as_he_does() -> None:
    play = argued(method="umpire")
    play.do(Rule(ID, "strong", "Nobody lives there."))
    assert play.of(ResultProposed)[0].quality == "strong"


def test_an_order_with_no_other_argument_against_it_succeeds_by_itself() -> None:
    play = argued(method="automatic")
    play.do(CallThrow(ID))
    assert play.of(ResultProposed)[0].quality == "success"


def test_they_are_arguments_against_the_order() -> None:
    play = argued()
    pro = AddArgument(ID, "pro", "The market grows.", "south", about="consequences")
    assert refused(play, pro, "south") == "not_a_con"
    other = AddArgument(ID, "con", "What of it?", "south", about="weather")  # type: ignore[arg-type]
    assert refused(play, other, "facilitator") in ("no_such_subject", "malformed")
