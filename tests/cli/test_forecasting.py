"""The odds of a live game are worked out elsewhere, and are those that `wargame odds` gives."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.cli.calls import SMALL
from wargame.analysis import workers
from wargame.analysis.odds import odds, question
from wargame.cli.forecasting import Forecaster, forecast_of
from wargame.cli.house import seating
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.commands import Advance, OpenSession
from wargame.table.table import Table

SEED = bytes(32)


@pytest.fixture
def table() -> Table:
    """A game of the small scenario in the event of turn 1."""
    opening = OpenSession("game", playbooks={"guild": "random"})
    made = Table.create(Path("game.jsonl"), compile_scenario(load(SMALL)), opening, SEED)
    made.ask("facilitator", Advance("setup"))
    return made


@pytest.mark.parametrize("who", ["facilitator", "public"])
@pytest.mark.parametrize("many", [1, 2])
def test_they_are_those_of_the_game_as_it_stands(
    table: Table, monkeypatch: pytest.MonkeyPatch, who: str, many: int
) -> None:
    monkeypatch.setattr(workers, "FEW", 10)
    running = Forecaster(table, 120, many).begin(who)
    running.thread.join()
    expected = odds(question(table.state, who, 0), 120, 1)
    found = running.so_far()
    assert (found.games, found.wanted, found.why_not) == (120, 120, "")
    assert found == forecast_of(table.state.scenario, expected, 120)
    assert sum(one.many for one in found.endings) == 120
    assert [seat for seat, _ in found.objectives] == ["The town", "The guild", "The abbey"]
    table.close()


def test_they_do_not_touch_the_game(table: Table) -> None:
    before = table.log.size, repr(table.state)
    Forecaster(table, 40, 1).begin("facilitator").thread.join()
    assert (table.log.size, repr(table.state)) == before
    table.close()


def test_once_stopped_nothing_more_is_played(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FEW", 10)
    running = Forecaster(table, 1_000_000, 2).begin("facilitator")
    running.stop()
    running.thread.join(60)
    assert not running.thread.is_alive()
    assert running.so_far().games == 0
    table.close()


def test_however_often_one_asks_only_the_last_is_played(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FEW", 10)
    forecaster = Forecaster(table, 60, 2)
    asked = [forecaster.begin("facilitator") for _ in range(5)]
    for one in asked[:-1]:
        one.stop()
    asked[-1].thread.join(60)
    assert [one.so_far().games for one in asked[1:]] == [0, 0, 0, 60]
    assert not any(one.thread.is_alive() for one in asked)
    table.close()


def test_what_cannot_be_played_on_is_said_and_no_thread_is_left() -> None:
    plain = {**load(SMALL), "orders": [], "playbooks": []}
    table = Table.create(Path("free.jsonl"), compile_scenario(plain), OpenSession("free"), SEED)
    running = Forecaster(table).begin("facilitator")
    running.thread.join(60)
    assert "nothing to simulate" in running.so_far().why_not
    assert running.thread not in threading.enumerate()
    table.close()


def test_every_seating_of_this_terminal_can_ask(table: Table) -> None:
    assert isinstance(seating(table).forecaster, Forecaster)
    table.close()
