"""`wargame fork` and `wargame compare`: branches of a save, and plays side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import FIRST_TURN, OPENING, Called
from tests.house.source import ROOT
from wargame.saves.reading import read


@pytest.fixture
def saves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with one game of a turn, `bridge`."""
    script = tmp_path / "bridge.yaml"
    script.write_text(OPENING + FIRST_TURN)
    folder = tmp_path / "saves"
    assert Called(capsys, "run", script, "--saves", folder).code == 0
    return folder


def test_a_fork_says_where_it_comes_from_and_how_it_is_played(
    saves: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "fork", "bridge", "--at", "20", "-o", "other", "--saves", saves)
    assert called.code == 0
    assert "Go on with: wargame resume other" in called.out
    assert Called(capsys, "verify", "other", "--saves", saves).code == 0
    told = Called(
        capsys,
        "fork",
        "other",
        "--at",
        "21",
        "-o",
        saves / "third.jsonl",
        "--saves",
        saves,
        "--json",
    )
    answer = json.loads(told.out)
    assert answer["parent"]["session"] == "other"
    assert answer["parent"]["head"] == read(saves / "other.jsonl").entries[21].hash
    assert answer["entries"] == 23


def test_a_fork_of_a_damaged_save_rescues_what_is_before_the_damage(
    saves: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saves / "bridge.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[30] = lines[30].replace(b"e", b"E", 1)
    path.write_bytes(b"\n".join(lines))
    called = Called(capsys, "fork", "bridge", "--at", "29", "-o", "rescued", "--saves", saves)
    assert called.code == 0
    assert "is damaged at entry 30" in called.err
    assert Called(capsys, "verify", "rescued", "--saves", saves).code == 0
    late = Called(capsys, "fork", "bridge", "--at", "30", "-o", "late", "--saves", saves)
    assert late.code == 2
    assert "there is no entry 30" in late.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("bridge", "--at", "9999", "-o", "other"), "there is no entry 9999"),
        (("bridge", "--at", "5", "-o", "bridge"), "already|name of its own"),
        (("bridge", "--at", "5", "-o", "No Name"), "name the new session"),
        (("nobody", "--at", "5", "-o", "other"), "nobody"),
        (("bridge", "--at", "-1", "-o", "other"), "whole number"),
    ],
)
def test_a_fork_that_cannot_be_says_why(
    saves: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    import re

    called = Called(capsys, "fork", *arguments, "--saves", saves)
    assert called.code == 2
    assert re.search(words, called.err)
    assert "Traceback" not in called.err


def test_plays_of_one_scenario_stand_side_by_side(
    saves: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Called(capsys, "fork", "bridge", "--at", "20", "-o", "other", "--saves", saves).code == 0
    called = Called(capsys, "compare", "bridge", "other", "--saves", saves)
    assert called.code == 0
    for part in ("forked from", "bridge at 20", "Tracks, turn by turn", "Objectives", "Court"):
        assert part in called.out
    told = Called(capsys, "compare", "bridge", "other", "bridge", "--saves", saves, "--json")
    answer = json.loads(told.out)
    assert [one["session"] for one in answer["plays"]] == ["bridge", "other", "bridge"]
    first, second, third = answer["plays"]
    assert first == third
    assert second["parent"] == {"session": "bridge", "n": 20}
    assert first["orders"]["town"][0]["quality"] in ("success", "strong", "failure", "backfire")
    assert sum(first["qualities"]["town"].values()) == 1
    assert len(first["tracks"]["coffers"]) == first["turns"] + 1


def test_plays_of_different_scenarios_are_refused_with_words(
    saves: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "compare", "bridge", ROOT / "saves" / "sample.jsonl", "--saves", saves)
    assert called.code == 2
    assert "different scenarios" in called.err
    same = Called(capsys, "compare", "bridge", "bridge", "--saves", saves)
    assert "the same save, named more than once" in same.err
    alone = Called(capsys, "compare", "bridge", "--saves", saves)
    assert alone.code == 2
    assert "two saves or more" in alone.err
