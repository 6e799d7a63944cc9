"""One order a turn may stand in the spotlight; before a ruling there may be an appeal."""

from __future__ import annotations

from typing import Any

from tests.game.scenes import GOLD, WEIGHT, moves, order
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game.commands import AcceptResult, OpenAppeal, SetSpotlight
from wargame.game.events import AppealOpened

ORDERS = [
    order("raid", success=[moves(GOLD, -4)]),
    order("court", seat="south", success=[moves(GOLD, 1)]),
    order("rest", seat="west"),
]


def revealed(**more: Any) -> Game:
    play = game(orders=ORDERS).to("talks")
    play.seal("north", "raid", **more)
    play.seal("south", "court")
    play.seal("west", "rest")
    return play.to("reveal")


def test_the_order_that_would_move_the_board_most_is_offered_to_the_facilitator_alone() -> None:
    play = revealed()
    assert WEIGHT
    assert play.view(FACILITATOR).weightiest == "t1-north-1"
    for who in ("north", "south", "public"):
        assert play.view(who).weightiest == ""
    play.to("adjudicate")
    play.judge([4, 4], "t1-north-1")
    assert play.view(FACILITATOR).weightiest == "t1-south-1"
    play.judge([4, 4], "t1-south-1")
    assert play.view(FACILITATOR).weightiest == ""


def test_the_facilitator_chooses_one_and_may_choose_another_until_it_is_ruled_on() -> None:
    play = revealed()
    play.do(SetSpotlight("t1-south-1"))
    play.do(SetSpotlight("t1-north-1"))
    assert play.view("public").spotlight == "t1-north-1"
    play.to("adjudicate").judge([4, 4], "t1-north-1")
    assert refused(play, SetSpotlight("t1-south-1")) == "spotlight_used"
    assert refused(play, SetSpotlight("t1-north-1")) == "no_such_order"
    play.judge([4, 4])
    play.judge([4, 4])
    play.turn(2)
    assert play.view("public").spotlight == ""


def test_a_covert_order_in_the_spotlight_is_shown_to_nobody_else() -> None:
    play = game(orders=[order("raid", covert="choice")]).to("talks")
    play.seal("north", "raid", covert=True)
    play.to("reveal", holds=True)
    play.do(SetSpotlight("t1-north-1"))
    assert play.view("south").spotlight == play.view("public").spotlight == ""
    assert play.view("north").spotlight == "t1-north-1"


def test_an_appeal_has_a_deadline_which_everyone_is_shown() -> None:
    play = revealed().to("adjudicate")
    order_id = play.take_up("t1-south-1")
    play.at = "2026-11-22T10:00:00.000Z"
    assert refused(play, OpenAppeal(order_id, 0)) == "not_a_time"
    assert refused(play, OpenAppeal("t1-north-1")) == "not_on_the_table"
    play.do(OpenAppeal(order_id))
    assert play.of(AppealOpened)[0].until == "2026-11-22T10:01:00.000Z"
    view = play.view("west").adjudication
    assert view is not None
    assert view.appeal == "2026-11-22T10:01:00.000Z"
    play.throw([4, 4], order_id)
    play.do(AcceptResult(order_id))


def test_without_a_clock_there_is_no_appeal() -> None:
    play = revealed().to("adjudicate")
    order_id = play.take_up()
    play.at = ""
    assert refused(play, OpenAppeal(order_id)) == "no_clock"
