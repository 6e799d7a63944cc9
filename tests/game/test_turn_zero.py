"""Turn Zero: a rehearsal on the real screens before turn 1, of which nothing counts."""

from __future__ import annotations

from tests.game.scenes import GOLD, card, deck, moves, order
from tests.game.sitting import Game, game, refused
from tests.game.test_rewind import restored
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    Advance,
    BeginTurnZero,
    CallThrow,
    CloseSession,
    EndGame,
    EndTurnZero,
    Throw,
)
from wargame.game.events import CardDrawn, DiceThrown, Rewound


def opened() -> Game:
    cards = [card("omen"), card("sign")]
    raid = order("raid", "north", success=[moves(GOLD, 2)], failure=[moves(GOLD, -2)])
    return game(cards=cards, decks=[deck("events", cards)], orders=[raid])


def rehearsed() -> Game:
    """A rehearsal up to its last ruling: a pair of opposed arguments, and a throw."""
    play = opened()
    play.do(BeginTurnZero())
    play.seal("north", "raid", reasons=["Nobody watches."])
    play.to("adjudicate")
    order_id = play.take_up()
    play.do(AddArgument(order_id, "con", "Everybody does.", "south"), by="south")
    play.do(CallThrow(order_id))
    play.do(Throw("a word"))
    play.do(AcceptResult(order_id))
    return play


def test_a_rehearsal_draws_no_card_and_is_played_on_the_real_phases() -> None:
    play = rehearsed()
    assert play.view("south").rehearsal
    assert play.state.board.turn == 0
    assert play.value(GOLD) != 5
    assert not play.of(CardDrawn)


def test_after_it_the_game_stands_as_before_it_but_for_labels() -> None:
    fresh = opened().state
    for ending in (EndTurnZero(), Advance("adjudicate")):
        play = rehearsed()
        play.do(ending)
        assert restored(play.state) == restored(fresh)
        assert play.state.labels["throw"] == 1
        assert play.of(Rewound)[0].branch == "turn-zero"
        play.to("talks")
        play.seal("north", "raid")
        play.to("adjudicate")
        order_id = play.take_up()
        play.do(CallThrow(order_id))
        play.do(Throw("a word"))
        assert [one.throw.label for one in play.of(DiceThrown)] == ["test/throw/0", "test/throw/1"]


def test_it_can_be_had_again_under_another_name() -> None:
    play = rehearsed()
    play.do(EndTurnZero())
    play.do(BeginTurnZero())
    play.do(EndTurnZero())
    assert [one.branch for one in play.of(Rewound)] == ["turn-zero", "turn-zero-2"]


def test_a_game_neither_ends_nor_closes_in_a_rehearsal() -> None:
    play = rehearsed()
    assert refused(play, EndGame()) == "turn_zero"
    assert refused(play, CloseSession()) == "turn_zero"


def test_it_comes_before_turn_1_and_only_then() -> None:
    play = opened()
    assert refused(play, EndTurnZero()) == "no_turn_zero"
    play.do(Advance("setup"))
    assert refused(play, BeginTurnZero()) == "game_begun"
