"""What the board says of its past before anything has happened."""

from pathlib import Path

from tests.house.source import ROOT
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.commands import OpenSession
from wargame.table.table import Table


def test_before_turn_1_no_track_has_changed_the_derived_ones_included(tmp_path: Path) -> None:
    scenario = compile_scenario(load(ROOT / "tests/decks/small"))
    table = Table.create(tmp_path / "game.jsonl", scenario, OpenSession("game"), seed=bytes(32))
    tracks = table.view("facilitator").tracks
    assert [one.id for one in tracks if one.value != one.before] == []
    assert any(track.derived is not None for track in scenario.tracks)
    table.close()
