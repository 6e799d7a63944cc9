"""Orders: sealed against the menu, revised, withdrawn, paid for, shown together."""

import json
from collections import Counter
from typing import Any

import pytest

from tests.game.scenes import (
    DEPTHS,
    FARM,
    GOLD,
    MILL,
    at_least,
    effect,
    fixed,
    moves,
    order,
)
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game import seals
from wargame.game.changes import OrderText
from wargame.game.commands import SealOrder, WithdrawOrder
from wargame.game.events import OrderSealed, ResultAccepted
from wargame.game.orders import plain_order
from wargame.game.settling import OTHERS, TARGET

RAID = order("raid", cost=2, requires=at_least(GOLD, 4), why_not="The chest is empty.")


def table(**parts: Any) -> Game:
    """A game in the talks of turn 1 with a small menu for north."""
    menu = [RAID, order("rest"), order("sail", targets=(MILL, FARM)), order("trade", "south")]
    return game(orders=menu, **parts).to("talks")


def sealing(move: str = "", action: str = "", order_id: str = "", **more: Any) -> SealOrder:
    return SealOrder("north", OrderText(move, action, **more), order_id)


def test_a_sealed_order_can_be_checked_against_its_seal() -> None:
    play = table()
    play.seal("north", "rest", reasons=["We are tired."])
    (sealed,) = play.of(OrderSealed)
    obj = plain_order(sealed.order)
    assert sealed.seal == seals.seal("test", 1, "north", sealed.nonce, obj)
    assert json.loads(json.dumps(obj)) == obj
    (shown,) = play.view("north").sealed
    assert shown.receipt == seals.receipt(sealed.seal)


def test_a_seat_seals_as_many_orders_as_it_may_give() -> None:
    play = table(seat_orders={"north": 2})
    assert {play.seal("north"), play.seal("north")} == {"t1-north-1", "t1-north-2"}
    assert refused(play, sealing(action="More"), "north") == "too_many_orders"
    assert play.seal("south") == "t1-south-1"
    command = SealOrder("south", OrderText("", "More"))
    assert refused(play, command, "south") == "too_many_orders"


def test_only_the_seat_itself_or_the_facilitator_seals_for_it() -> None:
    play = table()
    assert refused(play, sealing("rest"), "south") == "not_your_seat"
    assert refused(play, SealOrder("east", OrderText("", "Act"))) == "no_such_seat"
    play.do(sealing("rest"), FACILITATOR)
    assert len(play.view("north").sealed) == 1


def test_a_revision_keeps_the_id_and_has_a_new_nonce_and_seal() -> None:
    play = table()
    first = play.seal("north", "rest")
    again = play.seal("north", "raid", first)
    one, other = play.of(OrderSealed)
    assert first == again == one.order_id == other.order_id
    assert one.nonce != other.nonce
    assert one.seal != other.seal
    assert [shown.move for shown in play.view("north").sealed] == ["raid"]


def test_an_order_of_another_seat_or_of_none_cannot_be_revised_or_withdrawn() -> None:
    play = table()
    play.seal("south")
    assert refused(play, sealing("rest", order_id="t1-south-1"), "north") == "no_such_order"
    assert refused(play, sealing("rest", order_id="t1-north-1"), "north") == "no_such_order"
    assert refused(play, WithdrawOrder("t1-south-1"), "north") == "no_such_order"
    assert refused(play, WithdrawOrder("t1-west-1"), "north") == "no_such_order"


def test_a_withdrawn_order_is_gone_and_its_id_is_free_again() -> None:
    play = table()
    play.do(WithdrawOrder(play.seal("north", "rest")), by="north")
    assert play.state.sealed == {}
    assert play.seal("north", "raid") == "t1-north-1"
    play.do(WithdrawOrder("t1-north-1"), by=FACILITATOR)
    assert play.view("north").sealed == []


def test_an_order_must_be_on_the_seats_own_menu() -> None:
    play = table()
    assert refused(play, sealing("trade"), "north") == "no_such_move"
    assert refused(play, sealing("fly"), "north") == "no_such_move"


def test_a_free_order_needs_words_and_has_no_target() -> None:
    play = table()
    assert refused(play, sealing(action=" \n "), "north") == "no_action"
    assert refused(play, sealing(action="Act", target="at3"), "north") == "no_such_target"
    play.seal("north", action="Act")


def test_an_order_with_targets_needs_one_of_them_and_others_have_none() -> None:
    play = table()
    for target in ("", "at9"):
        assert refused(play, sealing("sail", target=target), "north") == "no_such_target"
    assert refused(play, sealing("rest", target="at3"), "north") == "no_such_target"
    play.seal("north", "sail", target="at3")


def test_what_an_order_requires_must_be_there_and_the_reason_is_told() -> None:
    play = table()
    play.state.board.tracks[GOLD] = 3
    assert refused(play, sealing("raid"), "north") == "order_not_open"
    shown = {one.id: one.why_not for one in play.view("north").menu}
    assert shown == {"raid": "The chest is empty.", "rest": "", "sail": ""}


def test_what_an_order_requires_may_speak_of_its_target() -> None:
    first_only = order("sail", targets=(MILL, FARM), requires=lambda board, target: target == 0)
    play = game(orders=[first_only]).to("talks")
    (item,) = play.view("north").menu
    assert (item.why_not, [bool(one.why_not) for one in item.targets]) == ("", [False, True])
    assert refused(play, sealing("sail", target="at4"), "north") == "order_not_open"
    play.seal("north", "sail", target="at3")


def test_costs_count_over_all_of_a_seats_sealed_orders() -> None:
    play = table(seat_orders={"north": 3})
    play.seal("north", "raid")
    second = play.seal("north", "raid")
    assert refused(play, sealing("raid"), "north") == "order_not_open"
    assert play.view("north").menu[0].why_not == "It costs more than there is."
    play.seal("north", "raid", second)
    play.do(WithdrawOrder(second), by="north")
    play.seal("north", "raid")


def test_the_menu_of_a_seat_with_one_order_is_what_it_could_give_instead() -> None:
    dear = order("dear", cost=4)
    play = game(orders=[dear]).to("talks")
    play.seal("north", "dear")
    assert play.view("north").menu[0].why_not == ""
    play.seal("north", "dear", "t1-north-1")


def test_a_price_is_taken_when_the_order_is_adjudicated_whatever_comes_of_it() -> None:
    for dice in ([6, 6], [1, 1]):
        play = table()
        play.seal("north", "raid")
        assert play.to("adjudicate").value(GOLD) == 5
        play.judge(dice)
        assert play.value(GOLD) == 3
        (accepted,) = play.of(ResultAccepted)
        assert accepted.changes[0].why == "What the order costs"


def test_a_price_takes_no_more_than_there_is() -> None:
    play = table()
    play.seal("north", "raid")
    play.to("adjudicate").state.board.tracks[GOLD] = 1
    play.judge([6, 6])
    assert play.value(GOLD) == 0


def test_the_target_and_the_others_are_moved_each_by_its_own_effect() -> None:
    aimed = [moves(TARGET, 2), moves(OTHERS, -1)]
    sail = order("sail", targets=(MILL, FARM, GOLD), success=aimed)
    play = game(orders=[sail]).to("talks")
    play.seal("north", "sail", target=f"at{FARM}")
    play.to("adjudicate").judge([6, 5])
    assert [play.value(one) for one in (MILL, FARM, GOLD)] == [-1, 3, 4]


def test_an_amount_may_speak_of_the_target() -> None:
    double = effect("track", track=TARGET, by=lambda board, target: target + 1)
    sail = order("sail", targets=(MILL, FARM), success=[double])
    play = game(orders=[sail]).to("talks")
    play.seal("north", "sail", target=f"at{FARM}")
    play.to("adjudicate").judge([6, 5])
    assert (play.value(MILL), play.value(FARM)) == (0, 3)


def test_at_most_eight_reasons_and_empty_ones_do_not_count() -> None:
    play = table()
    many = [f"reason {number}" for number in range(9)]
    assert refused(play, sealing("rest", reasons=many), "north") == "too_many_reasons"
    play.seal("north", "rest", reasons=[*many[:8], "", "  "])
    assert play.view("north").sealed[0].reasons == many[:8]


def test_words_are_cleaned_and_cut() -> None:
    play = table()
    play.seal("north", action="A\x1b[31mct\u202e" + "x" * 900, reasons=["y\x07" * 400])
    (shown,) = play.view("north").sealed
    assert shown.action == "Act" + "x" * 597
    assert shown.reasons == ["y" * 300]


def test_an_order_of_the_menu_brings_its_own_words_where_the_seat_writes_none() -> None:
    play = table()
    play.seal("north", "rest")
    (shown,) = play.view("north").sealed
    assert (shown.action, shown.result) == ("The text of rest.", "The result of rest.")


def test_the_order_that_is_always_covert_is_so_without_being_asked() -> None:
    play = game(orders=[order("steal", covert="yes"), order("open")]).to("talks")
    play.seal("north", "steal", covert=False)
    assert play.state.sealed["t1-north-1"].order.covert
    assert refused(play, sealing("open", covert=True, order_id="t1-north-1"), "north") == (
        "not_covert"
    )


@pytest.mark.parametrize("count", [2, 3])
def test_a_seats_orders_are_adjudicated_in_the_order_it_gave_them(count: int) -> None:
    play = table(seat_orders={"north": count})
    given = [play.seal("north", action=f"Act {number}") for number in range(count)]
    play.seal("north", action="Act 0 again", order_id=given[0])
    play.to("reveal")
    assert play.state.queue == given


def test_the_number_of_an_order_is_chance_so_it_tells_nothing_of_other_orders() -> None:
    """With one order given, or the second of two, each number is as likely: nothing to deduce."""
    alone, second = Counter[str](), Counter[str]()
    for first in range(1000):
        play = table(seat_orders={"north": 2})
        play.fresh.taken = first * 7919
        alone[play.seal("north")] += 1
        second[play.seal("north")] += 1
    for counted in (alone, second):
        assert abs(counted["t1-north-1"] - 500) < 65


def test_a_label_that_is_not_a_playbooks_is_refused() -> None:
    play = table()
    command = SealOrder("north", OrderText("rest", ""), label="test/playbook:north/0")
    assert refused(play, command, "north") == "wrong_label"


def test_an_effect_that_moves_a_track_keeps_it_between_its_ends() -> None:
    rich = order("rich", success=[moves(GOLD, 20), moves(GOLD, -3), moves(DEPTHS, -30)])
    play = game(orders=[rich]).to("talks")
    play.seal("north", "rich")
    play.to("adjudicate").judge([6, 5])
    assert (play.value(GOLD), play.value(DEPTHS)) == (7, 0)


def test_counters_tell_how_often_an_order_was_tried_done_and_won_this_turn() -> None:
    play = table()
    for turn, dice in ((1, [6, 5]), (2, [1, 2])):
        play.turn(turn, "talks").seal("north", "rest")
        play.to("adjudicate").judge(dice)
        counts = play.state.board.counts
        won = turn == 1
        assert (counts["tried.rest"], counts["done.rest"]) == (turn, 1)
        assert (counts["now.rest"], counts.get("won.rest", 0)) == (1, int(won))
    counts = play.turn(3).state.board.counts
    assert (counts.get("now.rest", 0), counts.get("won.rest", 0)) == (0, 0)
    assert fixed(1)(play.state.board, -1)
