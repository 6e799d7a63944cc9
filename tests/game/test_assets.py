"""Assets: cards of a hand that a seat argues with; they help once and are discarded."""

from dataclasses import asdict
from typing import Any

from tests.game.scenes import FEAR, GOLD, card, deck, effect, moves, order, setup
from tests.game.sitting import Game, game, refused
from wargame.game.changes import OrderText
from wargame.game.commands import SealOrder, WithdrawOrder
from wargame.game.events import AdjudicationOpened


def holding(**more: Any) -> Game:
    """North holds a letter (+2) and boats (+1, for raids only), in the talks of turn 1."""
    cards = [
        card("letter", "own", "asset", bonus=2, sees=("north",)),
        card("boats", "own", "asset", bonus=1, suits=("raid",), effects=[moves(FEAR, 1)]),
    ]
    placed = setup(place=[("letter", "hand"), ("boats", "hand")])
    decks = [deck("own", cards, seat="north", draw=0)]
    orders = [order("raid", success=[moves(GOLD, 1)]), order("rest")]
    parts: dict[str, Any] = {"cards": cards, "decks": decks, "orders": orders, "setup": placed}
    return game(**(parts | more)).to("talks")


def sealing(move: str, *assets: str, order_id: str = "") -> SealOrder:
    return SealOrder("north", OrderText(move, "", assets=list(assets)), order_id)


def test_an_asset_adds_its_bonus_as_a_factor_with_its_name() -> None:
    play = holding()
    play.seal("north", "raid", assets=["letter", "boats"])
    play.to("adjudicate").take_up()
    (opened,) = play.of(AdjudicationOpened)
    assert [(one.by, one.why) for one in opened.factors] == [(2, "Letter"), (1, "Boats")]
    assert play.view("public").adjudication.modifier == 3  # type: ignore[union-attr]


def test_an_asset_is_used_up_and_its_effects_happen_whatever_comes_of_the_order() -> None:
    play = holding()
    play.seal("north", "raid", assets=["boats"])
    play.to("adjudicate").judge([1, 2])
    assert (play.value(FEAR), play.value(GOLD)) == (4, 5)
    assert play.state.hands["north"] == ["letter"]
    assert play.state.discards["own"] == ["boats"]


def test_only_what_is_in_the_hand_can_be_attached_and_only_once() -> None:
    play = holding()
    assert refused(play, sealing("raid", "gold"), "north") == "no_such_asset"
    assert refused(play, sealing("raid", "letter", "letter"), "north") == "asset_twice"
    other = SealOrder("south", OrderText("", "Act", assets=["letter"]))
    assert refused(play, other, "south") == "no_such_asset"


def test_an_asset_suits_the_orders_it_names_or_all() -> None:
    play = holding()
    assert refused(play, sealing("rest", "boats"), "north") == "asset_does_not_suit"
    play.seal("north", "rest", assets=["letter"])
    free = holding()
    assert refused(free, SealOrder("north", OrderText("", "Act", assets=["boats"])), "north") == (
        "asset_does_not_suit"
    )
    free.seal("north", action="Act", assets=["letter"])


def test_an_asset_goes_with_one_order_at_a_time() -> None:
    play = holding(seat_orders={"north": 2})
    first = play.seal("north", "raid", assets=["letter"])
    assert refused(play, sealing("rest", "letter"), "north") == "no_such_asset"
    play.seal("north", "raid", first, assets=["letter", "boats"])
    play.do(WithdrawOrder(first), by="north")
    play.seal("north", "rest", assets=["letter"])


def test_others_do_not_see_a_hand_but_they_see_what_an_open_order_used() -> None:
    play = holding()
    play.seal("north", "raid", assets=["letter"])
    assert "letter" not in repr(play.view("south")).lower()
    play.to("reveal")
    assert play.view("south").revealed[0].assets == ["letter"]
    assert play.view("south").hand == []


def test_an_asset_that_has_left_the_hand_helps_no_more() -> None:
    play = holding()
    play.seal("north", "raid", assets=["letter", "boats"])
    play.to("adjudicate").state.hands["north"] = ["boats"]
    play.state.hands["south"] = ["letter"]
    play.judge([3, 3])
    (opened,) = play.of(AdjudicationOpened)
    assert [one.why for one in opened.factors] == ["Boats"]
    assert play.state.hands["south"] == ["letter"]
    assert play.state.discards["own"] == ["boats"]


def test_an_asset_that_puts_itself_back_stays_in_the_hand() -> None:
    back = effect("card", "horse", deck="own", where="hand", seat="north")
    cards = [card("horse", "own", "asset", bonus=1, effects=[back])]
    decks = [deck("own", cards, seat="north")]
    play = holding(cards=cards, decks=decks, setup=setup())
    play.seal("north", "raid", assets=["horse"])
    play.to("adjudicate").judge([6, 5])
    assert play.state.hands["north"] == ["horse"]


def test_a_facilitator_who_leaves_its_effect_out_still_sees_it_used() -> None:
    play = holding()
    play.seal("north", "raid", assets=["boats"])
    play.to("adjudicate").judge([1, 2], drop=[0], reason="They stayed at home.")
    assert play.value(FEAR) == 3
    assert play.state.discards["own"] == ["boats"]


def test_who_reads_an_order_reads_its_cards_by_their_titles() -> None:
    play = holding()
    play.seal("north", "raid", assets=["letter", "boats"])
    [seen] = play.view("north").sealed
    assert seen.with_cards == ["Letter", "Boats"]
    assert seen.assets == ["letter", "boats"]


def test_a_card_that_only_its_seat_knew_is_shown_by_laying_it_with_an_order_that_is() -> None:
    play = holding()
    play.seal("north", "raid", assets=["letter", "boats"])
    assert "Letter" not in repr(asdict(play.view("south")))
    play.to("adjudicate")
    for who in ("north", "south", "public"):
        assert play.view(who).revealed[0].with_cards == ["Letter", "Boats"]
