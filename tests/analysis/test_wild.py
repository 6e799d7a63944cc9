"""Scenarios put together by chance are played the same way through the rules, straight, and written out."""

from __future__ import annotations

import pytest

from tests.analysis.both_ways import end_of_kept, end_of_straight, seed_of
from tests.analysis.wild import Wild
from wargame.analysis.kept import Kept
from wargame.analysis.odds import Futures, question
from wargame.decks.compile import compile_scenario
from wargame.decks.load import dumped
from wargame.decks.schema import Scenario as Form
from wargame.game import fused, straight
from wargame.game.events import SessionOpened
from wargame.game.evolve import evolve, opened
from wargame.game.prepared import prepare
from wargame.game.scenario import Scenario
from wargame.players.playbooks import in_simulation

FEW, MANY = 20, 400


def wild(number: int) -> Scenario:
    """A scenario put together by chance."""
    return compile_scenario(dumped(Form.model_validate(Wild(number).plain())))


def same_every_way(number: int) -> None:
    """Two games of a scenario, each played in three ways."""
    scenario = wild(number)
    for book in ("random", "wild"):
        seed = seed_of("wild", number)
        books = {seat.id: book for seat in scenario.seats}
        players = {seat: in_simulation(scenario, seat, book) for seat in books}
        rules = end_of_kept(Kept(scenario, "", seed, books).to_the_end().state)
        for way in (straight, fused):
            game = way.begin(prepare(scenario), players, seed, {}).play()
            assert end_of_straight(game) == rules, f"{way.__name__}, {book}"


@pytest.mark.parametrize("number", range(FEW))
def test_a_scenario_put_together_by_chance_goes_the_same_way_everywhere(number: int) -> None:
    same_every_way(number)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(FEW, MANY))
def test_many_scenarios_put_together_by_chance_go_the_same_way_everywhere(number: int) -> None:
    same_every_way(number)


@pytest.mark.parametrize("number", range(8))
def test_a_game_of_one_can_be_played_on_from_any_entry(number: int) -> None:
    scenario = wild(number)
    books = {seat.id: "wild" for seat in scenario.seats}
    whole = Kept(scenario, "", seed_of("wild", number), books).to_the_end()
    first = whole.happened[0][1]
    assert isinstance(first, SessionOpened)
    state = opened(scenario, first)
    for n, (_, event) in enumerate(whole.happened[1:]):
        evolve(state, event)
        if n % 5 == 0:
            for who in ("facilitator", "north", "public"):
                future = Futures(question(state, who, seed=n)).game(n)
                assert future.over
                assert future.board.turn >= state.board.turn
