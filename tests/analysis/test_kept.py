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


@pytest.mark.slow
@pytest.mark.parametrize(("name", "setup", "games"), WHOLE)
def test_many_games_end_the_same_both_ways(name: str, setup: str, games: int) -> None:
    both(name, setup, games)


@pytest.mark.slow
@pytest.mark.parametrize("setup", SETUPS)
def test_many_games_of_tightrope_end_the_same_both_ways(setup: str) -> None:
    both("tightrope", setup, 500 if setup == "2020" else 80)
