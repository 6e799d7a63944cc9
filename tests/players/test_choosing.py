"""A playbook gives orders as likely as their weights say, and answers as it was told to."""

from __future__ import annotations

from collections import Counter as Tally
from typing import Any

from tests.analysis.both_ways import scenario_of, seed_of
from tests.decks.folders import SMALL
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.prepared import prepare
from wargame.game.scenario import Scenario
from wargame.game.straight import Choice, Straight, begin
from wargame.players.playbooks import book_for, in_simulation

CHOICES = 4000


def with_book(seat: str, **parts: Any) -> Scenario:
    """The small scenario with one playbook, `mine`, that says so much."""
    plain = load(SMALL)
    book = {"id": "mine", "seat": seat, "name": "Mine", "text": "A test's own."}
    return compile_scenario({**plain, "playbooks": [book | parts]})


def opened(scenario: Scenario, **tracks: int) -> Straight:
    """A game before its first turn, with tracks set."""
    ready = prepare(scenario)
    changed = {scenario.places[track]: value for track, value in tracks.items()}
    return begin(ready, {}, seed_of("choosing", 1), changed)


def chosen(game: Straight, seat: str, closed: list[int] | None = None) -> list[Choice | None]:
    """What the playbook `mine` of a seat would order, again and again."""
    player = in_simulation(game.ready.scenario, seat, "mine")
    return [player.order(game, seat, closed or [], []) for _ in range(CHOICES)]


def orders(choices: list[Choice | None]) -> Tally[str]:
    """How often each order was chosen; holding is empty."""
    return Tally(one.given.id if one else "" for one in choices)


def near(count: int, share: float) -> bool:
    """Whether a count out of all choices is what the share lets expect, five deviations wide."""
    spread: float = (CHOICES * share * (1 - share)) ** 0.5
    return abs(count - CHOICES * share) <= 5 * spread


def test_orders_are_given_as_likely_as_their_weights() -> None:
    lines = [{"order": "preach", "weight": "anger + 1"}, {"order": "watch", "weight": 1}]
    game = opened(with_book("abbey", orders=lines, hold=2), anger=4)
    tally = orders(chosen(game, "abbey"))
    assert near(tally["preach"], 5 / 8)
    assert near(tally["watch"], 1 / 8)
    assert near(tally[""], 2 / 8)


def test_the_first_line_that_holds_counts_and_otherwise_is_for_orders_without_one() -> None:
    lines = [
        {"order": "preach", "weight": 9, "when": "anger >= 9"},
        {"order": "preach", "weight": 3, "when": "anger >= 2"},
        {"order": "preach", "weight": 50},
    ]
    game = opened(with_book("abbey", orders=lines, otherwise=1), anger=4)
    tally = orders(chosen(game, "abbey"))
    assert near(tally["preach"], 3 / 4)
    assert near(tally["watch"], 1 / 4)


def test_an_order_none_of_whose_lines_holds_is_not_given_nor_one_that_is_closed() -> None:
    lines = [{"order": "preach", "weight": 9, "when": "anger >= 9"}]
    game = opened(with_book("abbey", orders=lines, otherwise=1), anger=4)
    assert orders(chosen(game, "abbey")) == {"watch": CHOICES}
    assert orders(chosen(game, "abbey", closed=[0])) == {"": CHOICES}


def test_weights_below_nothing_are_nothing_and_then_nothing_is_ordered_nor_any_chance_taken() -> (
    None
):
    game = opened(with_book("abbey", orders=[{"order": "watch", "weight": "0 - anger"}], hold=3))
    before = game.chance.used
    assert orders(chosen(game, "abbey")) == {"": CHOICES}
    assert game.chance.used == before


def test_a_condition_that_is_below_nothing_holds_as_in_any_other_place() -> None:
    line = {"order": "preach", "when": "0 - anger"}
    assert orders(chosen(opened(with_book("abbey", orders=[line]), anger=4), "abbey")) == {
        "preach": CHOICES
    }
    assert orders(chosen(opened(with_book("abbey", orders=[line]), anger=0), "abbey")) == {
        "": CHOICES
    }


def test_targets_are_chosen_as_likely_as_their_weights_and_may_speak_of_their_track() -> None:
    aims = {"to_millers": "3 - target", "to_farmers": 1}
    game = opened(with_book("town", orders=[{"order": "court", "targets": aims}]), millers=1)
    tally = Tally(one.target for one in chosen(game, "town") if one)
    assert near(tally[0], 2 / 3)
    assert near(tally[1], 1 / 3)


def test_targets_are_all_alike_when_nothing_is_said_of_them() -> None:
    game = opened(with_book("town", orders=[{"order": "court"}]))
    assert near(Tally(one.target for one in chosen(game, "town") if one)[0], 1 / 2)


def test_what_may_be_secret_is_so_as_often_as_the_playbook_says() -> None:
    for covert, share in ((0, 0.0), (100, 1.0), ("10 * anger", 0.3), (None, 0.5)):
        line = {"order": "toll"} | ({"covert": covert} if covert is not None else {})
        game = opened(with_book("guild", orders=[line]), anger=3)
        assert near(sum(one.covert for one in chosen(game, "guild") if one), share)


def test_a_secret_order_is_secret_and_an_open_one_open_whatever_the_playbook_says() -> None:
    game = opened(with_book("guild", orders=[{"order": "bribe", "covert": 0}]))
    assert all(one.covert for one in chosen(game, "guild") if one)
    game = opened(with_book("abbey", orders=[{"order": "watch", "covert": 100}]))
    assert not any(one.covert for one in chosen(game, "abbey") if one)


def test_an_asset_goes_with_an_order_that_it_suits_as_often_as_the_playbook_says() -> None:
    for lines, share in (([], 0.25), ([{"order": "toll", "assets": 100}], 1.0)):
        game = opened(with_book("guild", orders=lines, otherwise=1, assets=25))
        game.place("boatmen", "hand", "guild")
        toll = [one for one in chosen(game, "guild", closed=[0]) if one]
        assert {one.given.id for one in toll} == {"toll"}
        assert near(sum(one.assets == ("boatmen",) for one in toll), share)
    game = opened(with_book("abbey", otherwise=1, assets=100))
    game.hands["abbey"].append("boatmen")
    assert not any(one.assets for one in chosen(game, "abbey") if one)


def test_an_order_is_not_given_twice_in_a_turn_unless_the_playbook_says_so() -> None:
    for again, wanted in ((False, {"watch"}), (True, {"watch", "preach"})):
        line = {"order": "preach", "weight": 5, "again": again}
        scenario = with_book("abbey", orders=[line], otherwise=1)
        game = opened(scenario)
        player = in_simulation(scenario, "abbey", "mine")
        preach = [one for one in game.ready.menus["abbey"] if one.id == "preach"]
        first = [Choice(one) for one in preach]
        second = [player.order(game, "abbey", [], first) for _ in range(200)]
        assert {one.given.id for one in second if one} == wanted


def test_dilemmas_are_answered_as_likely_as_their_weights_among_the_ways_that_are_open() -> None:
    answers = [
        {"card": "beggars", "when": "anger >= 9", "options": {"send": 1}},
        {"card": "beggars", "options": {"take": 3, "abbey": 1}},
    ]
    scenario = with_book("town", dilemmas=answers)
    card = scenario.cards["beggars"]
    player = in_simulation(scenario, "town", "mine")
    for ways, anger, shares in (
        ([0, 1, 2], 4, (3 / 4, 0, 1 / 4)),
        ([1, 2], 4, (0, 0, 1)),
        ([0, 1], 9, (0, 1, 0)),
        ([0, 2], 9, (1 / 2, 0, 1 / 2)),
    ):
        game = opened(scenario, anger=anger)
        tally = Tally(player.option(game, card, ways) for _ in range(CHOICES))
        assert all(near(tally[way], share) for way, share in enumerate(shares))


def test_by_chance_everything_open_is_as_likely() -> None:
    scenario = scenario_of("small")
    game = opened(scenario)
    player = in_simulation(scenario, "town", "random")
    tally = orders([player.order(game, "town", [0], []) for _ in range(CHOICES)])
    assert near(tally["court"], 1 / 2)
    assert near(tally["feast"], 1 / 2)


def test_a_derived_track_is_read_as_it_stands_though_what_it_is_made_of_is_hidden() -> None:
    plain = load(SMALL)
    for track in plain["tracks"]:
        if track["id"] in ("millers", "farmers"):
            track["sees"] = ["town"]
    book = {"id": "mine", "seat": "abbey", "name": "Mine", "text": "A test's own."}
    book |= {"orders": [{"order": "watch", "weight": "backing"}]}  # type: ignore[dict-item]
    scenario = compile_scenario({**plain, "playbooks": [book]})
    game = opened(scenario, millers=2, farmers=-1)
    assert book_for(scenario, "abbey", "mine").weigh(game.board) == [3, 0]
