"""Dilemmas: a card makes a seat choose, and there is always a way out."""

import pytest

from tests.game.scenes import (
    FEAR,
    GOLD,
    at_least,
    card,
    deck,
    effect,
    fixed,
    moves,
    option,
    rule,
)
from tests.game.sitting import Game, game, refused
from wargame.game.audience import EVERYONE
from wargame.game.commands import Advance, ChooseOption
from wargame.game.events import DiceThrown, DilemmaAnswered, EffectsApplied
from wargame.game.pieces import Option


def waiting(*ways: Option, sees: tuple[str, ...] = EVERYONE) -> Game:
    """A game in which south has to choose."""
    choice = card("choice", kind="dilemma", seat="south", options=ways, sees=sees)
    return game(cards=[choice]).to("event")


TWO = (option("pay", moves(FEAR, -1), cost=2), option("wait", moves(FEAR, 2)))


def test_a_dilemma_waits_for_its_seat_and_does_nothing_before() -> None:
    play = waiting(*TWO)
    assert play.state.dilemmas == {"choice": "south"}
    assert (play.value(GOLD), play.value(FEAR)) == (5, 3)


def test_the_seat_chooses_and_pays_and_the_card_is_discarded() -> None:
    play = waiting(*TWO)
    play.do(ChooseOption("choice", "pay"), by="south")
    assert (play.value(GOLD), play.value(FEAR)) == (3, 2)
    assert play.state.dilemmas == {}
    assert play.state.discards["events"] == ["choice"]
    (answered,) = play.of(DilemmaAnswered)
    assert (answered.seat, answered.option) == ("south", "pay")


def test_the_facilitator_may_choose_for_the_seat_and_nobody_else() -> None:
    play = waiting(*TWO)
    assert refused(play, ChooseOption("choice", "wait"), by="north") == "not_your_choice"
    play.do(ChooseOption("choice", "wait"))
    assert play.value(FEAR) == 5


def test_a_choice_is_made_once() -> None:
    play = waiting(*TWO)
    play.do(ChooseOption("choice", "wait"), by="south")
    assert refused(play, ChooseOption("choice", "wait"), by="south") == "no_such_dilemma"


def test_only_the_ways_on_the_card_can_be_chosen() -> None:
    play = waiting(*TWO)
    assert refused(play, ChooseOption("choice", "run"), by="south") == "no_such_option"
    assert refused(play, ChooseOption("other", "wait"), by="south") == "no_such_dilemma"


def test_a_way_whose_condition_fails_is_closed() -> None:
    play = waiting(option("rich", when=at_least(GOLD, 9)), option("poor"))
    assert refused(play, ChooseOption("choice", "rich"), by="south") == "option_closed"
    shown = play.view("south").dilemmas[0].options
    assert [bool(one.why_not) for one in shown] == [True, False]


def test_a_way_that_costs_too_much_is_closed_while_another_can_be_paid() -> None:
    play = waiting(option("dear", cost=9), option("cheap", cost=1))
    assert refused(play, ChooseOption("choice", "dear"), by="south") == "too_dear"
    shown = play.view("south").dilemmas[0].options
    assert [bool(one.why_not) for one in shown] == [True, False]


CORNERS = {
    "nothing can be paid": ([option("one", cost=8), option("two", cost=9)], ["one", "two"]),
    "the only open way is too dear": (
        [option("shut", when=fixed(0)), option("dear", cost=9)],
        ["dear"],
    ),
    "no condition holds": (
        [option("one", when=fixed(0)), option("two", when=fixed(0))],
        ["one", "two"],
    ),
    "no condition holds, and one is too dear": (
        [option("one", when=fixed(0), cost=9), option("two", when=fixed(0))],
        ["two"],
    ),
}


@pytest.mark.parametrize("corner", CORNERS)
def test_there_is_always_a_way_out(corner: str) -> None:
    ways, expected = CORNERS[corner]
    play = waiting(*ways)
    shown = play.view("south").dilemmas[0].options
    assert [one.id for one in shown if not one.why_not] == expected
    play.do(ChooseOption("choice", expected[0]), by="south")
    play.do(Advance("event"))
    assert play.value(GOLD) >= 0


def test_a_price_takes_what_there_is_when_nothing_else_is_open() -> None:
    play = waiting(option("dear", cost=9))
    play.do(ChooseOption("choice", "dear"), by="south")
    assert play.value(GOLD) == 0


def test_the_effects_of_a_choice_may_be_thrown_for() -> None:
    play = waiting(option("dare", moves(GOLD, 1, chance=fixed(50)), moves(FEAR, 1)))
    play.do(ChooseOption("choice", "dare"), by="south")
    (thrown,) = play.of(DiceThrown)
    assert play.value(GOLD) == 5 + (thrown.throw.dice[0] <= 50)
    assert play.value(FEAR) == 4


def test_others_see_that_a_seat_chooses_but_not_its_ways() -> None:
    play = waiting(*TWO)
    for who in ("north", "public"):
        (shown,) = play.view(who).dilemmas
        assert (shown.seat, shown.options) == ("south", [])
    assert len(play.view("facilitator").dilemmas[0].options) == 2


def test_a_secret_dilemma_is_the_seats_alone() -> None:
    play = waiting(*TWO, sees=("south",))
    assert play.view("north").dilemmas == play.view("public").dilemmas == []
    assert len(play.view("south").dilemmas) == 1
    command = ChooseOption("choice", "wait")
    assert refused(play, command, by="north") == refused(game(), command, by="north")


def test_two_dilemmas_wait_side_by_side() -> None:
    cards = [
        card(f"choice-{seat}", kind="dilemma", seat=seat, options=[option("nod", moves(GOLD, 1))])
        for seat in ("north", "south")
    ]
    play = game(cards=cards, decks=[deck("events", cards, draw=2)]).to("event")
    play.do(ChooseOption("choice-south", "nod"), by="south")
    assert refused(play, Advance("event")) == "choice_missing"
    play.do(ChooseOption("choice-north", "nod"), by="north")
    play.do(Advance("event"))
    assert play.value(GOLD) == 7


def test_a_choice_may_lead_to_the_next_one() -> None:
    more = effect("draw", deck="events")
    cards = [
        card(f"c{number}", kind="dilemma", seat="west", options=[option("on", more)])
        for number in range(3)
    ]
    play = game(cards=cards).to("event")
    for _ in range(3):
        (waits,) = play.state.dilemmas
        play.do(ChooseOption(waits, "on"), by="west")
    assert len(play.of(DilemmaAnswered)) == 3
    assert len(play.of(EffectsApplied)) == 3


def test_a_dilemma_drawn_in_wrap_may_be_answered_there() -> None:
    cards = [card("choice", kind="dilemma", seat="south", options=[option("nod", moves(GOLD, 1))])]
    bring = rule("bring", effect("draw", deck="events"), once=True)
    play = game(cards=cards, decks=[deck("events", cards, draw=0)], rules=[bring]).to("wrap")
    play.do(ChooseOption("choice", "nod"), by="south")
    assert (play.state.phase, play.state.settled, play.value(GOLD)) == ("wrap", True, 6)
