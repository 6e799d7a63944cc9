"""A seat may aim an order at a situation that goes on, each turn anew: its success ends it."""

from __future__ import annotations

import pytest

from tests.game.scenes import GOLD, moves, order
from tests.game.sitting import Game, game, refused
from wargame.game import seals
from wargame.game.changes import OrderText
from wargame.game.commands import AimAtSituation, NoteIntention, RecordFact, SealOrder, StandIn
from wargame.game.events import OrderSealed, StoodIn
from wargame.game.orders import plain_order
from wargame.game.position import position_of


def besieged(to: list[str] | None = None) -> Game:
    """A game in its first talks, in which a siege goes on."""
    play = game(orders=[order("march", success=[moves(GOLD)])]).to("talks")
    play.do(RecordFact("siege", "The town is besieged.", to=to or [], situation=True))
    return play


@pytest.mark.parametrize("move", ["", "march"])
@pytest.mark.parametrize(("dice", "ends"), [([6, 5], True), ([1, 2], False)])
def test_it_ends_when_the_order_succeeds(move: str, dice: list[int], ends: bool) -> None:
    play = besieged()
    play.seal("north", move, aimed="siege")
    play.to("adjudicate").take_up()
    table = play.view("public").adjudication
    assert table is not None
    assert (table.order.aimed, table.order.ends) == ("siege", "The town is besieged.")
    play.judge(dice)
    assert ("siege" in play.state.board.facts) != ends


def test_it_is_offered_again_each_turn_until_an_argument_ends_it() -> None:
    play = besieged()
    for turn, dice in ((1, [1, 2]), (2, [1, 2]), (3, [6, 6])):
        play.turn(turn, "talks")
        assert [one.id for one in play.view("north").facts if one.situation] == ["siege"]
        play.seal("north", aimed="siege")
        play.to("adjudicate").judge(dice)
    play.turn(4, "talks")
    text = OrderText("", "We march", aimed="siege")
    assert refused(play, SealOrder("north", text), "north") == "no_situation"


def test_its_seal_is_of_what_it_is_aimed_at_too() -> None:
    play = besieged()
    play.seal("north", aimed="siege")
    event: OrderSealed = play.of(OrderSealed)[-1]
    obj = plain_order(event.order)
    assert obj["aimed"] == "siege"
    assert event.seal == seals.seal("test", 1, "north", event.nonce, obj)
    assert "aimed" not in plain_order(OrderText("", "We wait"))


def test_a_seat_aims_at_nothing_that_it_does_not_know_of() -> None:
    play = besieged(to=["north"])
    text = OrderText("", "We march", aimed="siege")
    assert refused(play, SealOrder("south", text), "south") == "no_situation"
    play.seal("north", aimed="siege")
    play.to("adjudicate").take_up()
    for who, known in (("north", "siege"), ("south", ""), ("public", "")):
        table = play.view(who).adjudication
        assert table is not None
        assert table.order.aimed == known


def test_nobody_else_is_told_before_the_reveal() -> None:
    one, other = besieged(), besieged()
    one.seal("north", aimed="siege")
    other.seal("north")
    for who in ("south", "west", "public"):
        assert one.view(who) == other.view(who)


def test_the_facilitator_may_aim_it_elsewhere() -> None:
    play = besieged()
    play.do(RecordFact("strike", "The port is on strike.", situation=True))
    play.seal("north", aimed="siege")
    order_id = play.to("adjudicate").take_up()
    assert refused(play, AimAtSituation(order_id, "siege")) == "aimed_already"
    play.do(AimAtSituation(order_id, "strike"))
    play.judge([6, 5])
    assert list(play.state.board.facts) == ["siege"]


def test_an_intention_aimed_at_what_is_over_is_not_used() -> None:
    play = besieged()
    play.do(NoteIntention("north", OrderText("", "We march", aimed="siege")), "north")
    play.seal("south", aimed="siege")
    play.to("adjudicate").judge([6, 5])
    play.turn(2, "orders").do(StandIn("north", "intention"))
    assert "no situation" in play.of(StoodIn)[-1].reason


def test_who_plays_on_from_here_knows_what_it_is_aimed_at() -> None:
    play = besieged()
    play.seal("north", "march", aimed="siege")
    assert [one.aimed for one in position_of(play.state).orders] == ["siege"]
