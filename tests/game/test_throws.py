"""Throws: called, then thrown by the seat with a word of its own, or by hand and entered."""

import re

import pytest

from tests.game.scenes import GOLD, fixed, moves, order
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game import chance
from wargame.game.commands import AcceptResult, CallThrow, ChooseMethod, EnterDice, Throw
from wargame.game.events import DiceThrown, ThrowCalled
from wargame.game.names import Method

ID = "t1-north-1"


def called(method: Method = "weighted", entered: bool = False) -> Game:
    """North's throw has been called."""
    play = game(orders=[order("raid", success=[moves(GOLD, 1)])]).to("talks")
    play.seal("north", "raid")
    play.seal("south")
    play.to("adjudicate").take_up(ID)
    play.do(ChooseMethod(ID, method, 50))
    play.do(CallThrow(ID, entered))
    return play


def test_a_throw_is_what_seed_label_and_nonce_give() -> None:
    play = called()
    play.do(Throw("banana"), by="north")
    (thrown,) = play.of(DiceThrown)
    result = thrown.throw
    assert result.label == play.of(ThrowCalled)[0].label == "test/throw/0"
    assert result.dice == list(chance.throw_2d6(play.state.seed, result.label, result.nonce))
    assert (result.sides, result.entered, thrown.seat) == (6, False, "north")


def test_the_throwers_word_goes_into_the_nonce() -> None:
    salt = 0
    nonces = set()
    for word in ("", "one", "two", "two"):
        play = called()
        salt = play.fresh.taken + 1
        play.do(Throw(word), by="north")
        nonce = play.of(DiceThrown)[0].throw.nonce
        assert nonce == chance.nonce_of(word, bytes.fromhex(f"{salt:032x}"))
        assert re.fullmatch(r"[0-9a-f]{32}", nonce)
        nonces.add(nonce)
    assert len(nonces) == 3


def test_a_word_is_cleaned_first_and_any_word_will_do() -> None:
    play, other = called(), called()
    play.do(Throw("\x1b[2Jgood\u202e"), by="north")
    other.do(Throw("good"), by="north")
    assert play.of(DiceThrown) == other.of(DiceThrown)
    for word in ("x" * 5000, "\ud800", "Ḥ", " "):
        called().do(Throw(word), by="north")


def test_the_seat_whose_order_it_is_throws_or_the_facilitator_for_it() -> None:
    play = called()
    assert refused(play, Throw(), by="south") == "not_your_throw"
    assert refused(play, EnterDice([1, 1]), by="south") == "not_your_throw"
    play.do(Throw(), by=FACILITATOR)
    assert play.of(DiceThrown)[0].seat == "north"


def test_nothing_is_thrown_before_it_is_called_and_nothing_twice() -> None:
    play = game().to("talks")
    play.seal("north")
    play.to("adjudicate")
    assert refused(play, Throw(), by="north") == "no_throw_called"
    play.take_up()
    assert refused(play, Throw(), by="north") == "no_throw_called"
    play.do(CallThrow(ID))
    play.do(Throw(), by="north")
    assert refused(play, Throw(), by="north") == "no_throw_called"
    assert refused(play, EnterDice([1, 1])) == "no_throw_called"


def test_dice_thrown_by_hand_are_entered_and_marked() -> None:
    play = called(entered=True)
    (call,) = play.of(ThrowCalled)
    assert (call.label, call.entered) == ("", True)
    assert refused(play, Throw(), by="north") == "thrown_by_hand"
    play.do(EnterDice([2, 6]), by="north")
    result = play.of(DiceThrown)[0].throw
    assert (result.dice, result.entered, result.label, result.nonce) == ([2, 6], True, "", "")
    assert play.view("public").adjudication.quality == "success"  # type: ignore[union-attr]


def test_a_seat_cannot_enter_dice_where_the_table_is_to_throw_but_the_facilitator_can() -> None:
    play = called()
    assert refused(play, EnterDice([6, 6]), by="north") == "thrown_by_the_table"
    play.do(EnterDice([6, 6]), by=FACILITATOR)
    assert play.of(DiceThrown)[0].throw.entered


@pytest.mark.parametrize("dice", [[], [3], [3, 4, 5], [0, 3], [3, 7], [-1, 9]])
def test_two_dice_show_1_to_6(dice: list[int]) -> None:
    assert refused(called(entered=True), EnterDice(dice)) == "not_dice"


@pytest.mark.parametrize("dice", [[], [0], [101], [50, 50]])
def test_a_d100_shows_1_to_100(dice: list[int]) -> None:
    assert refused(called("expert", entered=True), EnterDice(dice)) == "not_dice"


@pytest.mark.parametrize("die", [1, 50, 51, 100])
def test_a_d100_thrown_by_hand_is_read_as_any_other(die: int) -> None:
    play = called("expert", entered=True)
    play.do(EnterDice([die]), by="north")
    assert play.state.adjudication is not None
    succeeded = play.state.adjudication.quality in ("strong", "success")
    assert (succeeded, play.state.adjudication.margin) == (die <= 50, 50 - die)


def test_only_computed_throws_use_up_a_label() -> None:
    play = called(entered=True)
    play.do(EnterDice([3, 4]))
    play.do(AcceptResult(ID))
    second = play.take_up()
    play.do(CallThrow(second))
    assert play.of(ThrowCalled)[-1].label == "test/throw/0"
    play.do(EnterDice([3, 4]))
    play.do(AcceptResult(second))
    play.turn(2, "talks").seal("west")
    third = play.to("adjudicate").take_up()
    play.do(CallThrow(third))
    play.do(Throw())
    assert play.of(DiceThrown)[-1].throw.label == "test/throw/0"


def test_the_chances_of_a_result_are_thrown_after_its_dice_each_under_its_own_label() -> None:
    lucky = [moves(GOLD, 1, chance=fixed(50)), moves(GOLD, 2, chance=fixed(50))]
    play = game(orders=[order("raid", success=lucky)]).to("talks")
    play.seal("north", "raid")
    play.to("adjudicate").take_up()
    play.do(ChooseMethod(ID, "expert", 100))
    play.do(CallThrow(ID))
    play.do(Throw())
    thrown = [one.throw for one in play.of(DiceThrown)]
    assert [one.label for one in thrown] == [f"test/throw/{number}" for number in range(3)]
    expected = 5 + (thrown[1].dice[0] <= 50) + 2 * (thrown[2].dice[0] <= 50)
    play.do(AcceptResult(ID))
    assert play.value(GOLD) == expected


def test_no_view_shows_a_label_or_a_nonce_of_a_throw() -> None:
    play = called()
    play.do(Throw("word"), by="north")
    result = play.of(DiceThrown)[0].throw
    for who in ("north", "public", FACILITATOR):
        assert result.nonce not in repr(play.view(who))
        assert result.label not in repr(play.view(who))
