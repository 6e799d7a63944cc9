"""What many games say about a scenario's balance: counted right, told where a bar is missed, met by Tightrope."""

from __future__ import annotations

import json
import pickle
from functools import cache

import pytest

from tests.analysis.both_ways import scenario_of
from wargame.analysis import workers
from wargame.analysis.balance import Balance, Balancing, main_of, measured
from wargame.analysis.climbing import Climb, Search, replies
from wargame.analysis.findings import Bars, findings
from wargame.analysis.simulate import Plan
from wargame.decks.compile import compile_scenario

GAMES = 2000
SEATS = ("baghdad", "washington", "tehran", "militias")


@cache
def small() -> Balance:
    return measured(Plan(scenario_of("small")), 240, 1)


@cache
def tightrope() -> Balance:
    return measured(Plan(scenario_of("tightrope")), GAMES)


# ------------------------------------------------------------------------- how it is measured


def test_every_game_has_one_ending_and_every_seat_a_playbook() -> None:
    drawn = small().drawn
    assert drawn.tally.games == drawn.tally.endings.total() == 240
    for seat in small().plan.scenario.seats:
        assert sum(many for (one, _), many in drawn.drawn.items() if one == seat.id) == 240


def test_a_seat_that_holds_gives_no_order_and_the_others_do() -> None:
    for seat, held in small().holding.items():
        given = {scenario_of("small").orders[one].seat for one in held.tally.orders}
        assert seat not in given
        assert given == {one.id for one in scenario_of("small").seats} - {seat}


def test_the_answer_is_the_same_whatever_the_number_of_workers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "FEW", 10)
    again = measured(Plan(scenario_of("small")), 240, 2)
    assert again.report() == small().report()


def test_a_seat_in_other_hands_leaves_the_other_seats_their_playbooks() -> None:
    playing = Balancing(Plan(scenario_of("small")))
    (_, free), (_, held) = playing.play(("", range(40))), playing.play(("guild", range(40)))
    others = {one: many for one, many in free.drawn.items() if one[0] != "guild"}
    assert held.drawn == others


def test_progress_counts_every_game_that_is_played() -> None:
    told: list[tuple[int, int]] = []
    measured(Plan(scenario_of("small")), 60, 1, lambda done, of: told.append((done, of)))
    assert told[-1] == (told[-1][1], 60 + 3 * 60)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_plan_that_went_to_another_process_says_the_same() -> None:
    plan = pickle.loads(pickle.dumps(Plan(scenario_of("small"))))  # noqa: S301 - it was made here
    piece = ("", range(30))
    assert Balancing(plan).play(piece) == Balancing(Plan(scenario_of("small"))).play(piece)


# ------------------------------------------------------------------------------ what is told


def test_what_is_outside_its_bar_is_told_with_its_figure_and_what_to_do() -> None:
    tight = Bars(1.01, -0.01, -0.01, 1.01, order=-0.01, crowding=-1, early=-0.01, gap=-0.01)
    told = findings(small(), bars=tight)
    about = {one.about for one in told}
    assert {"objective bridge of town", "ending riot", "endings", "seats"} <= about
    assert {f"order {one}" for one in scenario_of("small").orders} <= about
    assert all("%" in one.what and one.do for one in told)


def test_a_seat_with_few_orders_may_give_each_of_them_more_often() -> None:
    alike = Bars(order=0.35, crowding=1.5)
    told = {one.about for one in findings(small(), bars=alike)}
    given = {seat.id: small().of_turns(seat.id) for seat in small().plan.scenario.seats}
    for menu in given.values():
        for order, part in menu.items():
            assert (f"order {order}" in told) == (part > max(0.35, min(1, 1.5 / len(menu))))
    assert any(part > 0.35 for menu in given.values() for part in menu.values())


def test_a_seat_without_a_main_objective_is_told_so() -> None:
    plain = json.loads(json.dumps(scenario_of("small").plain))
    for one in plain["seats"][0]["objectives"]:
        one["main"] = False
    told = findings(measured(Plan(compile_scenario(plain)), 20, 1))
    assert [one.at for one in told if "marked main" in one.what] == [("seats", "town")]


def test_within_wide_bars_only_what_nobody_uses_is_told() -> None:
    wide = Bars(least=0, most=1, holding=1, ending=0, order=1, early=1, gap=1)
    told = {one.about for one in findings(small(), bars=wide)}
    assert told == {f"{kind} {one}" for kind, one in small().unused()}


def test_what_never_does_anything_is_named() -> None:
    small_one = scenario_of("small")
    nobody = Balance(Plan(small_one), measured(Plan(small_one), 0, 1).drawn, small().holding)
    assert {one for kind, one in nobody.unused() if kind == "order"} == set(small_one.orders)


# ----------------------------------------------------------------------------- the best reply


def test_a_climb_never_ends_below_where_it_began_in_the_games_that_it_saw() -> None:
    reply = Climb(Plan(scenario_of("small")), "town", 30).from_book("random", 12)
    assert reply.seen >= reply.began
    assert {one.order for one in reply.book.orders} == {
        one.id for one in scenario_of("small").orders.values() if one.seat == "town"
    }


def test_the_same_plan_gives_the_same_climb_and_a_finding_when_it_gets_too_far() -> None:
    climb = Climb(Plan(scenario_of("small")), "guild", 20)
    one, other = climb.from_book("random", 8), climb.from_book("random", 8)
    assert one == other
    told = findings(small(), {"guild": one}, Bars(reply=-0.01))
    assert any(finding.about == "seat guild" for finding in told)


def test_every_seat_with_a_main_objective_gets_a_reply_whatever_the_workers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "FEW", 10)
    search = Search(Plan(scenario_of("small")), games=20, steps=5, last=40)
    told: list[tuple[int, int]] = []
    found = replies(small(), search, 1, lambda done, of: told.append((done, of)))
    assert found == replies(small(), search, 2)
    assert list(found) == ["town", "guild", "abbey"]
    assert told == [(1, 3), (2, 3), (3, 3)]
    for seat, reply in found.items():
        menu = {one.id for one in scenario_of("small").orders.values() if one.seat == seat}
        assert set(reply.orders) == menu
        assert 0 <= sum(reply.orders.values()) <= 1.01


# --------------------------------------------------------------------------------- Tightrope


def test_every_main_objective_of_tightrope_is_reached_neither_seldom_nor_mostly() -> None:
    for seat in SEATS:
        main = main_of(scenario_of("tightrope"), seat)
        assert main is not None
        assert 0.20 <= tightrope().drawn.reached(seat, main.id) <= 0.65, seat


def test_a_seat_of_tightrope_that_always_holds_gets_it_in_a_quarter_of_the_games_at_most() -> None:
    for seat, held in tightrope().holding.items():
        main = main_of(scenario_of("tightrope"), seat)
        assert main is not None
        assert held.reached(seat, main.id) <= 0.25, seat


def test_every_ending_order_card_and_standing_rule_of_tightrope_comes_up() -> None:
    shares = tightrope().endings()
    shares.pop("none")
    assert min(shares.values()) >= 0.02, shares
    assert list(tightrope().unused()) == []


def test_no_order_of_tightrope_fills_a_seats_turns_and_hardly_a_game_ends_at_once() -> None:
    for seat in SEATS:
        assert max(tightrope().of_turns(seat).values()) <= 0.35, seat
    assert tightrope().report()["early"] <= 0.05


def test_an_author_of_tightrope_is_told_nothing() -> None:
    assert [str(one) for one in findings(tightrope())] == []


@pytest.mark.slow
def test_no_seat_of_tightrope_finds_weights_that_reach_its_main_objective_in_most_games() -> None:
    search = Search(Plan(scenario_of("tightrope")), 100, 150, 1500)
    found = replies(tightrope(), search)
    assert set(found) == set(SEATS)
    for seat, reply in found.items():
        assert reply.share <= 0.70, seat
    assert [str(one) for one in findings(tightrope(), found)] == []
