"""How an order is adjudicated: arguments, factors, and every method with its odds."""

from typing import Any

import pytest

from tests.game.scenes import GOLD, card, deck, factor, fixed, moves, order, setup
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    CallThrow,
    ChooseMethod,
    EnterDice,
    OpenAdjudication,
    Rule,
    Throw,
    WeighArgument,
)
from wargame.game.events import (
    AdjudicationOpened,
    DiceThrown,
    ResultProposed,
    ThrowCalled,
)
from wargame.game.names import Method, Weight
from wargame.game.odds import quality_2d6, quality_d100
from wargame.game.pieces import Margins
from wargame.game.views import AdjudicationView

ID = "t1-north-1"


def on_table(reasons: int = 0, **parts: Any) -> Game:
    """North's order is on the table."""
    parts.setdefault("orders", [order("raid", success=[moves(GOLD, 1)])])
    play = game(**parts).to("talks")
    play.seal("north", "raid", reasons=[f"reason {number}" for number in range(reasons)])
    play.to("adjudicate").take_up()
    return play


def shown(play: Game, who: str = "public") -> AdjudicationView:
    view = play.view(who).adjudication
    assert view is not None
    return view


def argue(play: Game, side: Any, weight: Weight = "counted", by: str = "south") -> None:
    play.do(AddArgument(ID, side, f"A {side}.", by, weight), FACILITATOR)


def test_an_orders_reasons_are_its_first_arguments() -> None:
    play = on_table(reasons=2)
    kept = [(one.id, one.side, one.author, one.weight) for one in shown(play).arguments]
    assert kept == [("a1", "pro", "north", "counted"), ("a2", "pro", "north", "counted")]
    argue(play, "con")
    assert shown(play).arguments[-1].id == "a3"


def test_factors_are_counted_when_the_order_is_taken_up_and_fixed_then() -> None:
    two = [
        factor(1, lambda board, target: board.tracks[GOLD] >= 5, "The chest is full"),
        factor(-2, lambda board, target: board.tracks[GOLD] >= 9, "Envy"),
    ]
    play = on_table(orders=[order("raid", factors=tuple(two))])
    (opened,) = play.of(AdjudicationOpened)
    assert [(one.by, one.why, one.source, one.mechanism) for one in opened.factors] == [
        (1, "The chest is full", "3", "M1")
    ]
    play.state.board.tracks[GOLD] = 0
    assert shown(play).modifier == 1


def test_a_factor_of_nothing_is_left_out() -> None:
    assert shown(on_table(orders=[order("raid", factors=(factor(0),))])).factors == []


def test_weighted_counts_pros_less_cons_strong_ones_twice_and_factors() -> None:
    play = on_table(reasons=1, orders=[order("raid", factors=(factor(2), factor(-1)))])
    argue(play, "pro", "strong")
    argue(play, "con")
    argue(play, "con", "set_aside")
    view = shown(play)
    assert (view.method, view.modifier, view.needed, view.odds, view.sides) == (
        "weighted",
        3,
        4,
        9167,
        6,
    )


def test_plain_counts_each_argument_once_and_leaves_factors_out() -> None:
    play = on_table(reasons=1, orders=[order("raid", factors=(factor(2),))])
    argue(play, "pro", "strong")
    argue(play, "con")
    play.do(ChooseMethod(ID, "plain"))
    view = shown(play)
    assert (view.modifier, view.needed, view.odds) == (1, 6, 7222)


def test_an_argument_can_be_weighed_again_until_the_odds_are_fixed() -> None:
    play = on_table(reasons=1)
    weights: list[tuple[Weight, int]] = [("strong", 2), ("set_aside", 0), ("counted", 1)]
    for weight, modifier in weights:
        play.do(WeighArgument(ID, "a1", weight))
        assert shown(play).modifier == modifier
    assert refused(play, WeighArgument(ID, "a2", "strong")) == "no_such_argument"
    assert refused(play, WeighArgument(ID, "a1", "huge")) == "no_such_weight"  # type: ignore[arg-type]


def test_a_seat_argues_in_its_own_name_and_cannot_weigh() -> None:
    play = on_table()
    play.do(AddArgument(ID, "con", "No.", "south", "strong"), "south")
    assert shown(play).arguments[0].weight == "counted"
    assert refused(play, AddArgument(ID, "con", "No.", "west"), "south") == "not_your_seat"
    assert refused(play, WeighArgument(ID, "a1", "strong"), "south") == "facilitator_only"


def test_an_argument_needs_words_a_side_and_somebody_at_the_table() -> None:
    play = on_table()
    assert refused(play, AddArgument(ID, "con", " ", "south")) == "no_text"
    assert refused(play, AddArgument(ID, "con", "x", "east")) == "no_such_seat"
    assert refused(play, AddArgument(ID, "but", "x", "south")) == "no_such_side"  # type: ignore[arg-type]
    assert refused(play, AddArgument("t1-south-1", "con", "x", "south")) == "not_on_the_table"


def test_an_order_has_at_most_24_arguments() -> None:
    play = on_table(reasons=8)
    for _ in range(16):
        argue(play, "con")
    assert refused(play, AddArgument(ID, "con", "x", "south")) == "too_many_arguments"


def test_one_order_is_on_the_table_at_a_time_the_next_in_turn_unless_another_is_named() -> None:
    play = game().to("talks")
    for seat in ("north", "south", "west"):
        play.seal(seat)
    play.to("adjudicate")
    last = play.state.queue[-1]
    assert refused(play, OpenAdjudication("t1-east-1")) == "no_such_order"
    assert play.take_up(last) == last
    assert refused(play, OpenAdjudication()) == "adjudication_open"
    play.judge([3, 4])
    assert play.take_up() == play.state.queue[0]


def test_nothing_is_left_to_take_up_when_all_is_ruled_on() -> None:
    assert refused(game().to("adjudicate"), OpenAdjudication()) == "no_more_orders"


def test_automatic_succeeds_without_dice_when_nothing_speaks_against_it() -> None:
    play = on_table(orders=[order("raid", method="automatic", success=[moves(GOLD, 1)])])
    assert (shown(play).method, shown(play).odds) == ("automatic", 10000)
    play.do(CallThrow(ID))
    assert (shown(play).quality, play.of(ThrowCalled), play.of(DiceThrown)) == ("success", [], [])
    play.do(AcceptResult(ID))
    assert play.value(GOLD) == 6


def test_automatic_needs_that_no_counted_con_and_no_opposing_factor_stands_against_it() -> None:
    for opposing in (True, False):
        factors = (factor(-1),) if opposing else ()
        play = on_table(orders=[order("raid", method="automatic", factors=factors)])
        if not opposing:
            argue(play, "con")
        assert refused(play, CallThrow(ID)) == "not_unopposed"
    play.do(WeighArgument(ID, "a1", "set_aside"))
    play.do(CallThrow(ID))


def test_the_umpire_rules_with_a_reason_and_without_dice() -> None:
    play = on_table()
    assert refused(play, Rule(ID, "success", "Clear.")) == "not_umpire"
    play.do(ChooseMethod(ID, "umpire", reason="No precedent."))
    assert shown(play).odds == -1
    assert refused(play, CallThrow(ID)) == "umpire_rules"
    assert refused(play, Rule(ID, "success", " ")) == "no_reason"
    assert refused(play, Rule(ID, "great", "x")) == "no_such_quality"  # type: ignore[arg-type]
    play.do(Rule(ID, "backfire", "It was reckless."))
    (proposed,) = play.of(ResultProposed)
    assert (proposed.quality, proposed.reason, play.of(DiceThrown)) == (
        "backfire",
        "It was reckless.",
        [],
    )


@pytest.mark.parametrize("method", ["consensus", "expert"])
def test_a_given_probability_is_thrown_for_with_a_d100(method: Method) -> None:
    for given in (0, 35, 100):
        play = on_table()
        play.do(ChooseMethod(ID, method, given, "Agreed."))
        view = shown(play)
        assert (view.needed, view.odds, view.sides, view.modifier) == (given, given * 100, 100, 0)
        play.do(CallThrow(ID))
        play.do(Throw())
        die = play.of(DiceThrown)[-1].throw.dice[0]
        assert (shown(play).quality, shown(play).margin) == quality_d100(die, given)


@pytest.mark.parametrize("method", ["consensus", "expert"])
def test_a_given_probability_is_a_whole_number_from_0_to_100(method: Method) -> None:
    play = on_table()
    for wrong in (-1, 101):
        assert refused(play, ChooseMethod(ID, method, wrong)) == "no_number"


def test_a_method_without_its_number_cannot_be_thrown_for() -> None:
    play = on_table()
    play.do(ChooseMethod(ID, "estimate"))
    assert refused(play, CallThrow(ID)) == "no_number"


def test_a_method_is_one_of_seven() -> None:
    assert refused(on_table(), ChooseMethod(ID, "coin")) == "no_such_method"  # type: ignore[arg-type]


def test_a_number_given_for_one_method_is_not_taken_over_by_another() -> None:
    play = on_table()
    play.do(ChooseMethod(ID, "expert", 90))
    play.do(ChooseMethod(ID, "estimate"))
    assert refused(play, CallThrow(ID)) == "no_number"
    play.do(ChooseMethod(ID, "weighted", 90))
    assert shown(play).odds == 5833


def test_the_scenario_says_how_orders_are_adjudicated_and_an_order_may_differ() -> None:
    umpired = [order("raid", method="expert")]
    assert shown(on_table(orders=umpired, method="umpire")).method == "expert"
    assert shown(on_table(method="umpire")).method == "umpire"
    play = game(method="plain").to("talks")
    play.seal("north", action="Something else")
    play.to("adjudicate").take_up()
    assert shown(play).method == "plain"


@pytest.mark.parametrize("difficulty", [5, 9])
def test_an_order_may_be_harder_or_easier(difficulty: int) -> None:
    play = on_table(reasons=1, orders=[order("raid", difficulty=difficulty)])
    assert shown(play).needed == difficulty - 1
    play.throw([3, 3])
    assert (shown(play).quality, shown(play).margin) == quality_2d6(
        [3, 3], 1, difficulty, Margins()
    )


def test_a_scenarios_own_margins_hold_at_the_table() -> None:
    three = Margins(strong=0, success=-3, backfire=-4, naturals=False)
    play = on_table(margins=three)
    assert (shown(play).needed, shown(play).odds) == (4, 9167)
    play.throw([2, 3])
    assert (shown(play).quality, shown(play).margin) == ("success", -2)


def test_the_odds_are_fixed_once_the_throw_is_called() -> None:
    play = on_table(reasons=1)
    play.do(CallThrow(ID))
    for command in (
        AddArgument(ID, "con", "x", "south"),
        WeighArgument(ID, "a1", "strong"),
        ChooseMethod(ID, "plain"),
        CallThrow(ID),
        Rule(ID, "success", "x"),
    ):
        assert refused(play, command) == "odds_fixed"
    (called,) = play.of(ThrowCalled)
    assert (called.method, called.modifier, called.needed, called.odds) == ("weighted", 1, 6, 7222)
    play.do(EnterDice([3, 3]))
    assert refused(play, ChooseMethod(ID, "plain")) == "odds_fixed"


def test_an_attached_asset_and_an_owned_fact_count_beside_the_scenarios_factors() -> None:
    cards = [card("letter", "own", "asset", bonus=2)]
    play = game(
        cards=cards,
        decks=[deck("own", cards, seat="north", draw=0)],
        orders=[order("raid", factors=(factor(-1),))],
        setup=setup(place=[("letter", "hand")], facts=("wall",)),
    ).to("talks")
    play.seal("north", "raid", assets=["letter"])
    play.to("adjudicate").take_up()
    assert [one.by for one in shown(play).factors] == [-1, 1, 2]
    assert shown(play).modifier == 2


def test_every_quality_has_its_own_text_and_effects() -> None:
    results = {"strong": 3, "success": 2, "failure": -1, "backfire": -3}
    effects = {quality: [moves(GOLD, by)] for quality, by in results.items()}
    for dice, quality in (
        ([6, 5], "strong"),
        ([3, 4], "success"),
        ([2, 3], "failure"),
        ([1, 2], "backfire"),
    ):
        play = on_table(orders=[order("raid", **effects)])  # type: ignore[arg-type]
        play.judge(dice)
        assert play.value(GOLD) == 5 + results[quality]
        assert play.view("public").judged[0].text == f"It is a {quality}."


def test_a_free_order_changes_nothing_by_itself() -> None:
    play = game().to("talks")
    play.seal("north", action="Something else")
    play.to("adjudicate").throw([6, 6])
    (proposed,) = play.of(ResultProposed)
    assert (proposed.changes, proposed.text) == ([], "")
    assert fixed(2)(play.state.board, 0) == 2
