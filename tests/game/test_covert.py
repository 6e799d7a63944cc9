"""Covert orders: nobody else knows of them until they are detected, nor by what they bring about."""

from dataclasses import asdict
from typing import Any

import pytest

from tests.game.scenes import FEAR, GOLD, card, deck, effect, fixed, later, moves, order
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    CallThrow,
    ChooseMethod,
    Command,
    EnterDice,
    SealEstimate,
    Throw,
)
from wargame.game.events import DiceThrown, ResultProposed, ThrowCalled

STEAL = order("steal", covert="yes", success=[moves(FEAR, 2, why="Theft in the night")])
OTHERS = ("south", "west", "public")


def theft(**more: Any) -> Game:
    """North has stolen in secret, south has rested in the open; both orders are shown."""
    orders = [order("steal", covert="yes", **({"success": STEAL.success.effects} | more))]
    play = game(orders=[*orders, order("rest", "south")]).to("talks")
    play.seal("north", "steal")
    play.seal("south", "rest")
    return play.to("adjudicate")


def text(play: Game, who: str) -> str:
    """A view in full, as text."""
    return repr(asdict(play.view(who)))


def test_a_covert_order_is_shown_to_its_seat_and_the_facilitator_only() -> None:
    play = theft()
    for who in ("north", FACILITATOR):
        assert "t1-north-1" in text(play, who)
    for who in OTHERS:
        view = play.view(who)
        assert [one.order_id for one in view.revealed] == ["t1-south-1"]
        assert view.waiting == ["t1-south-1"]
        assert "t1-north-1" not in text(play, who)


def test_while_it_is_on_the_table_others_see_an_empty_table() -> None:
    play = theft()
    play.throw([6, 5], "t1-north-1")
    for who in OTHERS:
        assert play.view(who).adjudication is None
        assert "t1-north-1" not in text(play, who)
    assert play.view("north").adjudication is not None


def test_what_it_changed_is_seen_but_not_why() -> None:
    play = theft()
    play.judge([6, 5], "t1-north-1", narrative="They climbed the wall.")
    for who in OTHERS:
        assert play.view(who).tracks[FEAR].value == 5
        for secret in ("Theft", "t1-north-1", "climbed", "It is a strong", "steal"):
            assert secret not in text(play, who)
    assert "Theft in the night" in text(play, "north")


@pytest.mark.parametrize("command", ["argue", "estimate", "throw", "dice"])
def test_refusals_tell_others_nothing_of_it(command: str) -> None:
    """What a seat is told on a covert order is what it is told when nothing is on the table."""
    play = theft()
    asks: dict[str, Command] = {
        "argue": AddArgument("t1-north-1", "con", "I guess.", "south"),
        "estimate": SealEstimate("t1-north-1", "south", 50),
        "throw": Throw(),
        "dice": EnterDice([3, 4]),
    }
    asked = asks[command]
    empty = refused(play, asked, by="south")
    play.take_up("t1-north-1")
    assert refused(play, asked, by="south") == empty
    play.do(ChooseMethod("t1-north-1", "estimate"))
    assert refused(play, asked, by="south") == empty
    play.do(ChooseMethod("t1-north-1", "weighted"))
    play.do(CallThrow("t1-north-1", entered=command == "dice"))
    assert refused(play, asked, by="south") == empty


def test_when_nobody_can_notice_it_it_stays_hidden() -> None:
    play = theft(noticed=fixed(0))
    play.judge([6, 5], "t1-north-1")
    assert play.of(ThrowCalled)[1:] == []
    assert "t1-north-1" not in text(play, "south")


def test_when_it_is_noticed_everybody_sees_it_from_then_on() -> None:
    play = theft(noticed=fixed(100))
    play.throw([6, 5], "t1-north-1")
    assert "t1-north-1" not in text(play, "south")
    play.do(AcceptResult("t1-north-1", narrative="They climbed the wall."))
    for who in OTHERS:
        (judged,) = play.view(who).judged
        assert (judged.order.order_id, judged.narrative) == ("t1-north-1", "They climbed the wall.")
        assert "Theft in the night" in text(play, who)


def test_whether_it_is_noticed_is_thrown_by_the_table() -> None:
    found = set()
    for first in range(40):
        play = theft(noticed=fixed(50))
        play.fresh.taken = first * 101
        play.throw([6, 5], "t1-north-1")
        die = play.of(DiceThrown)[-1].throw
        noticed = "Detected" in repr(play.of(ResultProposed)[-1].changes)
        assert (die.sides, noticed) == (100, die.dice[0] <= 50)
        found.add(noticed)
    assert found == {True, False}


def test_a_facilitator_who_leaves_the_detection_out_keeps_it_hidden() -> None:
    play = theft(noticed=fixed(100))
    play.throw([6, 5], "t1-north-1")
    play.do(AcceptResult("t1-north-1", drop=[1], reason="Nobody was looking."))
    assert "t1-north-1" not in text(play, "south")


def test_a_result_may_give_it_away_and_it_is_given_away_once() -> None:
    told = effect("detect", why="He tells everybody.")
    play = theft(success=[told], noticed=fixed(100))
    play.judge([6, 5], "t1-north-1")
    assert repr(play.of(ResultProposed)[-1].changes).count("Detected") == 1
    assert "He tells everybody." in text(play, "west")


def watching() -> Game:
    """North steals in secret; south keeps watch and may find all of north's covert orders."""
    watch = order("watch", "south", success=[effect("detect", seat="north", why="A guard saw it.")])
    play = game(orders=[STEAL, watch]).to("talks")
    play.seal("north", "steal")
    play.seal("south", "watch")
    return play.to("adjudicate")


def test_another_seats_order_may_detect_it_before_it_is_ruled_on() -> None:
    play = watching()
    play.judge([6, 5], "t1-south-1")
    for who in OTHERS:
        view = play.view(who)
        assert view.waiting == ["t1-north-1"]
        assert "A guard saw it." in text(play, who)
    play.take_up("t1-north-1")
    play.do(AddArgument("t1-north-1", "con", "We are ready.", "west"), by="west")


def test_what_would_be_detected_is_not_shown_before_the_result_is_accepted() -> None:
    play = watching()
    play.throw([6, 5], "t1-south-1")
    for who in OTHERS:
        assert "t1-north-1" not in text(play, who)
    play.do(AcceptResult("t1-south-1", drop=[0], reason="It was too dark."))
    for who in OTHERS:
        assert "t1-north-1" not in text(play, who)


def test_orders_in_the_open_are_not_detected() -> None:
    watch = order("watch", "south", success=[effect("detect", seat="north")])
    play = game(orders=[order("rest"), watch]).to("talks")
    play.seal("north", "rest")
    play.seal("south", "watch")
    play.to("adjudicate").throw([6, 5], "t1-south-1")
    assert play.of(ResultProposed)[-1].changes == []


def delayed(noticed: int) -> Game:
    """A theft whose consequences come a turn later."""
    inner = later(
        1, moves(FEAR, 1, why="The thief is paid"), key="steal/success/1", why="The theft"
    )
    twice = later(
        1, inner, moves(GOLD, -1, why="The loss is found"), key="steal/success/0", why="A"
    )
    play = theft(success=[twice], noticed=fixed(noticed))
    play.judge([6, 5], "t1-north-1")
    play.judge([3, 4])
    return play.turn(2)


@pytest.mark.parametrize("who", OTHERS)
def test_what_comes_of_it_later_is_seen_but_not_why(who: str) -> None:
    play = delayed(noticed=0)
    (shown,) = play.view(who).happenings
    assert (shown.kind, shown.title, shown.source) == ("hidden", "", "")
    (change,) = shown.changes
    assert (change.before, change.after, change.why) == (5, 4, "")
    play.turn(3)
    (shown,) = play.view(who).happenings
    assert (shown.title, shown.changes[0].why) == ("", "")
    assert "The theft" not in text(play, who)


def test_what_comes_later_of_an_order_that_was_noticed_is_told_in_full() -> None:
    play = delayed(noticed=100)
    for who in (*OTHERS, "north"):
        (shown,) = play.view(who).happenings
        assert (shown.kind, shown.changes[0].why) == ("later", "The loss is found")
        assert shown.title == "A"
    assert play.turn(3).view("west").happenings[0].title == "The theft"


def test_its_seat_is_told_why_even_when_it_was_not_noticed() -> None:
    assert delayed(noticed=0).view("north").happenings[0].title == "A"


def test_a_card_it_brings_into_play_is_a_card_like_any_other() -> None:
    cards = [card("rumour", effects=[moves(FEAR, 1)])]
    stir = order("stir", covert="yes", success=[effect("draw", deck="events", why="A bribe")])
    play = game(orders=[stir], cards=cards, decks=[deck("events", cards, draw=0)]).to("talks")
    play.seal("north", "stir")
    play.to("adjudicate").judge([6, 5])
    (shown,) = play.view("south").happenings
    assert shown.title == "Rumour"
    assert "A bribe" not in text(play, "south")


def test_the_turn_can_be_seen_to_wait_but_not_for_what() -> None:
    play = theft()
    play.judge([3, 4], "t1-south-1")
    for who in OTHERS:
        assert play.view(who).waiting == []
    assert play.view(FACILITATOR).waiting == ["t1-north-1"]
