"""`odds`: what may come of a save from a moment on, and how it answers to what it cannot use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import FIRST_TURN, OPENING, Called, script

GAMES = ("--games", "150")


@pytest.fixture
def saved(capsys: pytest.CaptureFixture[str]) -> str:
    """A session of which one turn was played."""
    called = Called(capsys, "run", script(OPENING + FIRST_TURN))
    assert called.code == 0
    return "bridge"


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What `odds --json` says, without the time it took."""
    called = Called(capsys, "odds", *arguments, "--json", *GAMES)
    assert (called.code, called.err) == (0, "")
    found: dict[str, Any] = json.loads(called.out)
    assert found.pop("seconds") >= 0
    return found


def test_it_says_what_may_come_of_the_game(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, saved)
    assert (found["session"], found["scenario"], found["setup"]) == ("bridge", "small", "1450")
    assert (found["turn"], found["phase"], found["for"], found["games"]) == (
        1,
        "wrap",
        "facilitator",
        150,
    )
    assert sum(found["endings"].values()) == 150
    assert set(found["objectives"]) == {"town", "guild", "abbey"}
    assert 0 <= found["objectives"]["town"]["bridge"] <= 1


def test_the_same_seed_gives_the_same_answer(
    saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one = answer(capsys, saved, "--seed", "3")
    assert one == answer(capsys, saved, "--seed", "3")
    assert one != answer(capsys, saved, "--seed", "4")


def test_any_moment_can_be_asked_about(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, saved, "--at", "0")
    assert (found["at"], found["turn"], found["phase"]) == (0, 0, "setup")
    assert found["endings"] != answer(capsys, saved)["endings"]


def test_a_seat_can_ask(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, saved, "--for", "abbey")["for"] == "abbey"


def test_people_get_a_table_with_how_far_chance_may_have_moved_it(
    saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "odds", saved, *GAMES)
    assert called.code == 0
    assert called.out.startswith("The river crossing, session bridge, after entry ")
    assert "turn 1, wrap. 150 futures, seed 0." in called.out
    for text in ("Endings", "The bridge stands", "The guild: objectives reached", "%", "±"):
        assert text in called.out


def test_the_save_is_left_as_it_is(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("saves/bridge.jsonl")
    before = path.read_bytes()
    answer(capsys, saved)
    assert path.read_bytes() == before


def test_what_cannot_be_used_is_refused(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    last = answer(capsys, saved)["at"]
    for wrong, said in (
        (("nothing",), "There is no save 'nothing'"),
        ((saved, "--at", str(last + 1)), f"has no entry {last + 1}: its last is {last}."),
        ((saved, "--for", "moon"), 'There is no seat "moon". Seats: town, guild, abbey.'),
    ):
        called = Called(capsys, "odds", *wrong)
        assert (called.code, called.out) == (2, "")
        assert said in called.err


def test_a_damaged_save_is_used_as_far_as_it_goes(
    saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path("saves/bridge.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    lines[-3] = lines[-3].replace(b'"kind"', b'"kinD"', 1)
    path.write_bytes(b"".join(lines))
    called = Called(capsys, "odds", saved, *GAMES, "--json")
    assert called.code == 0
    assert f"Damaged at entry {len(lines) - 3}" in called.err
    assert json.loads(called.out)["at"] == len(lines) - 4


def test_a_matrix_game_says_why_there_are_no_odds(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = (
        'format: 1\nscenario: free\nversion: "1"\ntitle: Free\nsummary: Free orders only.\n'
        "seats: [{id: one, name: One}, {id: two, name: Two}]\n"
    )
    (tmp_path / "free").mkdir()
    (tmp_path / "free" / "scenario.yaml").write_text(text, encoding="utf-8")
    begun = script(f"scenario: {tmp_path / 'free'}\nsession: free\nplay:\n  - next: event\n")
    assert Called(capsys, "run", begun).code == 0
    called = Called(capsys, "odds", "free")
    assert (called.code, called.out) == (2, "")
    assert called.err.startswith('There is nothing to simulate in "Free"')
