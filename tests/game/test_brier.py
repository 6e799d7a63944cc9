"""Brier scores: the mean of (p - outcome) squared, exactly, by person."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.game.sitting import FACILITATOR, Game, game
from tests.game.test_estimates import PEOPLE
from wargame.game.brier import Brier, scores
from wargame.game.commands import (
    AcceptResult,
    CallThrow,
    ChooseMethod,
    CloseSession,
    EndGame,
    EnterDice,
    SealEstimate,
    ShowEstimates,
)
from wargame.game.views import BrierView


def estimated(play: Game, given_now: dict[str, int], d100: int) -> None:
    """North's order of this turn is estimated, thrown for and ruled on."""
    play.to("talks").seal("north")
    order_id = play.to("adjudicate", holds=True).take_up()
    play.do(ChooseMethod(order_id, "estimate"))
    for person, percent in given_now.items():
        play.do(SealEstimate(order_id, person, percent))
    play.do(ShowEstimates(order_id))
    play.do(CallThrow(order_id, entered=True))
    play.do(EnterDice([d100]))
    play.do(AcceptResult(order_id))
    play.to("wrap")


def played() -> Game:
    """Two orders: one succeeds, one fails."""
    play = game(people=PEOPLE)
    estimated(play, {"bob": 80, "cem": 50, "west": 100}, 1)
    play.turn(2)
    estimated(play, {"bob": 30, "cem": 50}, 100)
    return play


def test_each_persons_score_is_the_mean_over_its_own_estimates() -> None:
    assert scores(played().state.judged) == [
        Brier("bob", (Fraction(4, 100) + Fraction(9, 100)) / 2, 2),
        Brier("cem", Fraction(1, 4), 2),
        Brier("west", Fraction(0), 1),
    ]


def test_it_is_told_in_thousandths_half_up() -> None:
    assert Brier("bob", Fraction(13, 200), 2).thousandths == 65
    assert Brier("bob", Fraction(1, 2000), 2).thousandths == 1
    assert Brier("bob", Fraction(1, 3), 3).thousandths == 333


@given(st.fractions(0, 1))
def test_thousandths_are_rounded_half_up(score: Fraction) -> None:
    assert Brier("x", score, 1).thousandths == int(score * 1000 + Fraction(1, 2))


def test_the_facilitator_has_them_in_the_hot_wash_and_everyone_after_the_close() -> None:
    play = played()
    assert play.view(FACILITATOR).briers == []
    play.do(EndGame())
    assert play.view(FACILITATOR).briers[0] == BrierView("bob", 65, 2)
    assert play.view("south").briers == play.view("public").briers == []
    play.do(CloseSession())
    assert play.view("public").briers == play.view(FACILITATOR).briers


def test_estimates_that_were_never_shown_do_not_count() -> None:
    play = game(people=PEOPLE).to("talks")
    play.seal("north")
    order_id = play.to("adjudicate", holds=True).take_up()
    play.do(ChooseMethod(order_id, "estimate"))
    play.do(SealEstimate(order_id, "bob", 90))
    play.do(ChooseMethod(order_id, "weighted"))
    play.throw([6, 6], order_id)
    play.do(AcceptResult(order_id))
    assert scores(play.state.judged) == []
