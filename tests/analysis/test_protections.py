"""Protections are the same in a simulation as at a table: both ways, the same games end alike."""

from __future__ import annotations

import pytest

from tests.analysis.both_ways import (
    books_of,
    end_of_kept,
    end_of_straight,
    kept,
    ready_for,
    scenario_of,
    seed_of,
)
from wargame.analysis.kept import Kept
from wargame.game.commands import Protect
from wargame.game.continued import continued
from wargame.game.fused import begin as begin_fused
from wargame.game.names import GUARDED
from wargame.game.protections import things
from wargame.game.straight import begin as begin_straight
from wargame.players.playbooks import in_simulation

NAMED = "protections"


def guarded(name: str, number: int) -> Kept:
    """A game at a table, with a protection on every third thing there is: whose and how strong in turn."""
    seed, books = seed_of(NAMED, number), books_of(name, number)
    game = Kept(scenario_of(name), "", seed, books)
    owners = ["", *books]
    for kind in GUARDED:
        for place, thing in enumerate(things(game.state, kind)):
            if place % 3 == number % 3:
                owner = owners[(place + number) % len(owners)]
                game._ask("facilitator", Protect(kind, thing, 1 + place % 3, owner, "Guards."))
    return game


@pytest.mark.parametrize("begin", [begin_fused, begin_straight])
@pytest.mark.parametrize("number", range(12))
@pytest.mark.parametrize("name", ["small", "tightrope"])
def test_a_game_with_protections_ends_alike_both_ways(name: str, number: int, begin) -> None:  # type: ignore[no-untyped-def]
    table = guarded(name, number)
    protected = tuple(table.state.protected.values())
    assert protected
    ready = continued(ready_for(name, ""), (), protected)
    books = books_of(name, number)
    players = {seat: in_simulation(ready.scenario, seat, book) for seat, book in books.items()}
    game = begin(ready, players, seed_of(NAMED, number), {}).play()
    assert end_of_straight(game) == end_of_kept(table.to_the_end().state)


def test_protections_change_how_some_of_these_games_end() -> None:
    changed = 0
    for number in range(12):
        free = kept("small", "", seed_of(NAMED, number), books_of("small", number))
        with_guards = guarded("small", number).to_the_end()
        changed += end_of_kept(free.state) != end_of_kept(with_guards.state)
    assert changed > 3


def test_a_game_to_which_nothing_was_added_is_played_by_what_its_scenario_says() -> None:
    ready = ready_for("small", "")
    assert continued(ready, ()) is ready
    assert continued(ready, ready.helped) is ready
