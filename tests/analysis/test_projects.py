"""A menu's project is the same in a simulation as at a table: it brings what it brings with its last stage."""

from __future__ import annotations

import copy

import pytest

from tests.analysis import both_ways
from tests.decks.folders import SMALL
from tests.players.books import with_books
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.prepared import prepare

NAMED = "projects"


@pytest.fixture(autouse=True)
def _projects(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = copy.deepcopy(load(SMALL))
    for place, one in enumerate(plain["orders"]):
        one["project"] = {"stages": 2 + place % 2}
        one["requires"] = None
    made = compile_scenario(with_books(plain))
    monkeypatch.setattr(both_ways, "scenario_of", lambda name: made)
    monkeypatch.setattr(both_ways, "ready_for", lambda name, setup: prepare(made, setup))


@pytest.mark.parametrize("number", range(40))
def test_a_game_ends_alike_both_ways(number: int) -> None:
    setup = ("standard", "1450")[number % 2]
    seed, books = both_ways.seed_of(NAMED, number), both_ways.books_of(NAMED, number)
    one = both_ways.straight(NAMED, setup, seed, books)
    other = both_ways.kept(NAMED, setup, seed, books)
    assert both_ways.end_of_straight(one) == both_ways.end_of_kept(other.state)


def test_stages_are_counted_in_some_of_them() -> None:
    counted = set()
    for number in range(20):
        seed, books = both_ways.seed_of(NAMED, number), both_ways.books_of(NAMED, number)
        game = both_ways.kept(NAMED, "1450", seed, books)
        counted |= {name for name in game.state.board.counts if name.startswith("count.project_")}
    assert len(counted) > 3
