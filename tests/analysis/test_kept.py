"""The two ways of playing a simulated game end in the same state, and the kept one is a sound save."""

from __future__ import annotations

import pytest

from tests.analysis.both_ways import (
    books_of,
    end_of_kept,
    end_of_straight,
    kept,
    scenario_of,
    seed_of,
    straight,
)
from tests.decks.folders import SMALL
from wargame.analysis.kept import Kept
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.events import CardDrawn

QUICK = [("small", "standard", 60), ("small", "1450", 40), ("t20", "standard", 10)]
WHOLE = [("small", "standard", 600), ("small", "1450", 400), ("t20", "standard", 200)]
"""Scenario, setup and number of games: in every run, and in the whole run of 2,000 and more."""
SETUPS = list(scenario_of("tightrope").setups)


def both(name: str, setup: str, games: int) -> None:
    """Play games both ways and compare how each ends."""
    for number in range(games):
        seed = seed_of(f"{name} {setup}", number)
        books = books_of(name, number)
        ours = end_of_straight(straight(name, setup, seed, books))
        theirs = end_of_kept(kept(name, setup, seed, books).state)
        assert ours == theirs, f"game {number} of {name}, setup {setup}"


@pytest.mark.parametrize(("name", "setup", "games"), QUICK)
def test_a_game_ends_the_same_whether_it_is_kept_or_not(name: str, setup: str, games: int) -> None:
    both(name, setup, games)


@pytest.mark.parametrize("setup", SETUPS)
def test_tightrope_ends_the_same_whether_it_is_kept_or_not(setup: str) -> None:
    both("tightrope", setup, 10 if setup == "2020" else 3)


def test_a_kept_game_goes_on_drawing_however_long_it_is() -> None:
    plain = load(SMALL)
    endings = [{**one, "when": None} for one in plain["endings"]]
    scenario = compile_scenario({**plain, "turns": 60, "calendar": [], "endings": endings})
    books = {seat.id: "random" for seat in scenario.seats}
    played = Kept(scenario, "standard", seed_of("long", 0), books).to_the_end()
    drawn = [one.deck for _, one in played.happened if isinstance(one, CardDrawn)]
    assert drawn.count("river") >= 60


@pytest.mark.slow
@pytest.mark.parametrize(("name", "setup", "games"), WHOLE)
def test_many_games_end_the_same_both_ways(name: str, setup: str, games: int) -> None:
    both(name, setup, games)


@pytest.mark.slow
@pytest.mark.parametrize("setup", SETUPS)
def test_many_games_of_tightrope_end_the_same_both_ways(setup: str) -> None:
    both("tightrope", setup, 500 if setup == "2020" else 80)
