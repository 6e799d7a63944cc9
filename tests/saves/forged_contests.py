"""Forgeries of opposed throws: a side that throws twice, odds that flatter, a winner who lost."""

from typing import Any

from tests.saves.forging import NotHere, forgery, places
from tests.saves.pen import Item


def fights(items: list[Item]) -> list[dict[str, Any]]:
    """The calls that begin an opposed throw."""
    calls = [items[n][2] for n in places(items, "throw_called")]
    found = [one for one in calls if one.get("contest")]
    if not found:
        raise NotHere
    return found


def results(items: list[Item]) -> list[dict[str, Any]]:
    """The results of opposed throws."""
    found = [items[n][2] for n in places(items, "result_proposed")]
    found = [one for one in found if one.get("method") == "opposed"]
    if not found:
        raise NotHere
    return found


@forgery
def odds_of_a_fight_that_flatter(items: list[Item]) -> None:
    fight = fights(items)[0]
    fight["contest"]["win"] -= 100
    fight["odds"] -= 100


@forgery
def odds_of_a_fight_that_differ_from_its_call(items: list[Item]) -> None:
    fights(items)[0]["odds"] += 1


@forgery
def a_fight_in_which_the_other_side_needs_more(items: list[Item]) -> None:
    fights(items)[0]["contest"]["against_needed"] += 1


@forgery
def a_throw_that_needs_what_the_other_side_needs(items: list[Item]) -> None:
    fights(items)
    for n in places(items, "throw_called"):
        call = items[n][2]
        if call["method"] == "opposed" and not call.get("contest"):
            call["needed"] -= 1
            return
    raise NotHere


@forgery
def a_fight_won_by_the_loser(items: list[Item]) -> None:
    won = results(items)[0]
    won["quality"] = "failure" if won["quality"] in ("strong", "success") else "success"


@forgery
def a_fight_of_more_rounds(items: list[Item]) -> None:
    results(items)[0]["rounds"] += 1


@forgery
def a_fight_cut_short(items: list[Item]) -> None:
    """The last round is left out, with its calls; the result stands."""
    results(items)
    end = next(
        n for n in places(items, "result_proposed") if items[n][2].get("method") == "opposed"
    )
    dice = [n for n in places(items, "dice_thrown") if n < end][-1:]
    call = [n for n in places(items, "throw_called") if n < dice[0]][-1:]
    for n in sorted(dice + call, reverse=True):
        del items[n]
