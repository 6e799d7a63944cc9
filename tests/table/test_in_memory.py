"""A game that goes on in memory, because its save cannot be written, is played like any other."""

from pathlib import Path

import pytest

from tests.house.source import ROOT
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.commands import Advance, OpenSession
from wargame.game.refusals import Refused
from wargame.table.seats import LocalKeeper
from wargame.table.table import Table


def test_playbooks_go_on_playing_when_a_game_goes_on_in_memory(tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    folder.mkdir()
    scenario = compile_scenario(load(ROOT / "tests/decks/small"))
    books = {seat.id: "random" for seat in scenario.seats}
    opening = OpenSession("game", playbooks=books)
    table = Table.create(folder / "game.jsonl", scenario, opening, seed=bytes(range(32)))
    folder.rename(tmp_path / "away")
    with pytest.raises(Refused):
        table.ask("facilitator", Advance("setup"))
    keeper = LocalKeeper(table)
    keeper.in_memory()
    for leaving in ("setup", "event", "talks"):
        table.ask("facilitator", Advance(leaving))
    assert {one.seat for one in table.view("facilitator").sealed} == set(books)
    assert keeper.unsaved() > 0
    table.close()
