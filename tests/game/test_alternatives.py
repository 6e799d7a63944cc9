"""What each other method would give is shown before the throw, and kept with the result."""

from __future__ import annotations

import pytest

from tests.game.scenes import factor, order
from tests.game.sitting import Game, game
from tests.game.test_estimates import PEOPLE
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    CallThrow,
    ChooseMethod,
    CountHands,
    DeclareProject,
    EnterDice,
    Rule,
    SealEstimate,
    ShowEstimates,
    TakeLeanings,
)
from wargame.game.events import ResultProposed
from wargame.game.events.others import OtherMethod
from wargame.game.names import METHODS, SIX_SIDED, TWO_DICE, Method
from wargame.game.odds import basis_points, odds_opposed

ID = "t1-north-1"


def opened() -> Game:
    """North's raid, one factor against it, is on the table with one strong pro."""
    play = game(people=PEOPLE, orders=[order("raid", factors=(factor(-1),))]).to("talks")
    play.seal("north", "raid")
    play.to("adjudicate").take_up()
    play.do(AddArgument(ID, "pro", "It is dark.", "facilitator", "strong"))
    return play


def others(play: Game, who: str = "public") -> list[OtherMethod]:
    view = play.view(who).adjudication
    assert view is not None
    return view.others


def give_numbers(play: Game) -> None:
    """A number for each method that asks people for one; the estimate is sealed, and not shown."""
    play.do(ChooseMethod(ID, "consensus", 60))
    play.do(ChooseMethod(ID, "expert", 30))
    play.do(ChooseMethod(ID, "hands"))
    play.do(CountHands(ID, 1, 2))
    play.do(ChooseMethod(ID, "leaning"))
    play.do(TakeLeanings(ID, agree=1))
    play.do(ChooseMethod(ID, "estimate"))
    play.do(SealEstimate(ID, "bob", 45))


def test_before_the_throw_only_what_can_be_computed_is_told() -> None:
    assert others(opened()) == [OtherMethod("plain", 1, 7222)]


def test_numbers_that_were_given_for_other_methods_are_kept() -> None:
    play = opened()
    give_numbers(play)
    found = {one.method: one.odds for one in others(play)}
    assert found == {
        "weighted": 7222,
        "plain": 7222,
        "consensus": 6000,
        "expert": 3000,
        "hands": 5000,
        "leaning": 10000,
    }
    play.do(ShowEstimates(ID))
    play.do(ChooseMethod(ID, "weighted"))
    assert {one.method: one.odds for one in others(play)}["estimate"] == 4500


def test_estimates_that_are_not_shown_are_in_nobodys_view() -> None:
    play = opened()
    play.do(ChooseMethod(ID, "estimate"))
    play.do(SealEstimate(ID, "bob", 45))
    play.do(ChooseMethod(ID, "weighted"))
    for who in ("south", "west", "public", "facilitator"):
        assert "estimate" not in [one.method for one in others(play, who)]


def test_with_the_result_stands_how_others_would_have_read_the_same_dice() -> None:
    play = opened()
    play.do(ChooseMethod(ID, "consensus", 60))
    play.do(ChooseMethod(ID, "weighted"))
    play.do(CallThrow(ID, entered=True))
    play.do(EnterDice([2, 4]))
    kept = play.of(ResultProposed)[0].others
    assert kept == [OtherMethod("plain", 1, 7222, "success"), OtherMethod("consensus", 0, 6000)]
    assert others(play) == kept


def test_a_d100_is_read_against_every_other_number() -> None:
    play = opened()
    play.do(ChooseMethod(ID, "expert", 30))
    play.do(ChooseMethod(ID, "consensus", 60))
    play.do(CallThrow(ID, entered=True))
    play.do(EnterDice([50]))
    found = {one.method: one.quality for one in play.of(ResultProposed)[0].others}
    assert found == {"weighted": "", "plain": "", "expert": "failure"}


def test_an_opposed_throw_is_told_where_an_opponent_was_named() -> None:
    play = opened()
    play.do(ChooseMethod(ID, "opposed", opponent="south"))
    play.do(ChooseMethod(ID, "weighted"))
    [found] = [one for one in others(play) if one.method == "opposed"]
    assert (found.modifier, found.odds) == (1, basis_points(odds_opposed(6, 7)[0]))


def test_of_an_opposed_throw_the_others_read_the_proposers_first_dice() -> None:
    play = opened()
    play.do(ChooseMethod(ID, "opposed", opponent="south"))
    play.do(CallThrow(ID, entered=True))
    play.do(EnterDice([6, 5, 6, 5]))
    play.do(EnterDice([1, 1, 6, 6]))
    result = play.of(ResultProposed)[0]
    assert result.quality == "backfire"
    assert {one.method: one.quality for one in result.others} == {
        "weighted": "strong",
        "plain": "strong",
    }


def test_what_nothing_opposes_would_have_succeeded_by_itself() -> None:
    play = game(orders=[order("raid")]).to("talks")
    play.seal("north", "raid")
    play.to("adjudicate").take_up()
    assert others(play)[0] == OtherMethod("automatic", 0, 10000, "success")


def test_an_umpires_ruling_is_kept_with_the_odds_of_the_dice() -> None:
    play = opened()
    play.do(ChooseMethod(ID, "umpire"))
    play.do(Rule(ID, "failure", "It rains."))
    found = [one.method for one in play.of(ResultProposed)[0].others]
    assert found == ["weighted", "plain"]
    play.do(AcceptResult(ID))
    assert [one.method for one in play.view("public").judged[0].others] == found


def everything_said(project: bool = False) -> Game:
    """An order of north's for which every method has what it needs, and against which nothing speaks."""
    play = game(people=PEOPLE, orders=[order("raid")]).to("talks")
    play.seal("north", "" if project else "raid")
    play.to("adjudicate").take_up()
    if project:
        play.do(DeclareProject(ID, "canal", "A canal", 2))
    play.do(ChooseMethod(ID, "opposed", opponent="south"))
    give_numbers(play)
    play.do(ShowEstimates(ID))
    return play


def judged_by(play: Game, method: Method) -> ResultProposed:
    """The result by this method, thrown by hand where it throws."""
    given = {"consensus": 60, "expert": 30}.get(method, -1)
    play.do(ChooseMethod(ID, method, given, opponent="south" if method == "opposed" else ""))
    if method == "umpire":
        play.do(Rule(ID, "success", "So it is."))
    else:
        play.do(CallThrow(ID, entered=method != "automatic"))
        dice = {"opposed": [6, 5, 1, 1]}.get(method, [6, 5] if method in TWO_DICE else [50])
        if method != "automatic":
            play.do(EnterDice(dice))
    result: ResultProposed = play.of(ResultProposed)[-1]
    return result


@pytest.mark.parametrize("project", [False, True])
@pytest.mark.parametrize("method", METHODS)
def test_whatever_is_chosen_all_that_can_be_computed_is_kept(method: Method, project: bool) -> None:
    result = judged_by(everything_said(project), method)
    kept = {one.method: one for one in result.others}
    assert set(kept) == set(METHODS) - {method, "umpire"}
    odds = {"automatic": 10000, "consensus": 6000, "expert": 3000, "hands": 5000, "leaning": 10000}
    odds |= {"estimate": 4500, "weighted": 5833, "plain": 5833}
    odds["opposed"] = basis_points(odds_opposed(7, 7)[0])
    assert {name: one.odds for name, one in kept.items()} == {
        name: odds[name] for name in METHODS if name in kept
    }
    read = {"automatic", *(one for one in METHODS if _alike(one, method))} - {method}
    assert {name for name, one in kept.items() if one.quality} == read


def _alike(one: Method, other: Method) -> bool:
    """Whether one method can read the dice that another has thrown."""
    if other in SIX_SIDED:
        return one in TWO_DICE
    return other not in ("automatic", "umpire") and one not in ("automatic", "umpire", *SIX_SIDED)


def test_what_only_needs_asking_is_not_told_where_nobody_was_asked() -> None:
    play = game(orders=[order("raid", factors=(factor(-1),))]).to("talks")
    play.seal("north", "raid")
    play.to("adjudicate").take_up()
    assert {one.method for one in judged_by(play, "weighted").others} == {"plain"}


def test_consequences_count_in_what_the_others_would_have_read() -> None:
    play = everything_said()
    play.do(AddArgument(ID, "con", "It will cost us.", "facilitator", about="consequences"))
    result = judged_by(play, "weighted")
    assert (result.quality, result.lowered) == ("success", True)
    plain = next(one for one in result.others if one.method == "plain")
    assert plain.quality == "success"
