"""`check`: the table of mechanisms, and what simulated games say to an author."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import SMALL, Called
from wargame.decks.guard import read
from wargame.decks.playbooks import Playbook

IDLE = """
  - id: idle
    seat: town
    name: Idle about
    text: Nobody can ever do this.
    result: Nothing.
    difficulty: 7
    requires: farmers >= 3 and millers >= 3
    why_not: Not all of them are for it.
    source: 6
    mechanism: M1
    results:
      success: {text: Nothing., effects: [{track: chest, by: 1, why: It lies about.}]}
      failure: {text: Nothing.}
"""


def copied(name: str = "copy") -> Path:
    """A copy of the small scenario, to be changed."""
    return Path(shutil.copytree(SMALL, name))


def played(capsys: pytest.CaptureFixture[str], *more: str | Path) -> Any:
    """What `check --play` answers as JSON."""
    called = Called(capsys, "check", *more, "--json", "--play", "60", "--steps", "3")
    assert called.code == 0, called.err
    return json.loads(called.out)


# ---------------------------------------------------------------------------- the mechanisms


def test_each_mechanism_is_printed_with_its_text_and_what_carries_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    called = Called(capsys, "check")
    lines = called.out.splitlines()
    assert called.code == 0
    assert lines[0] == "32 mechanisms:"
    assert lines[1].startswith("M1   Two backers")
    assert re.match(r" {5}\d+ orders, \d+ rules, \d+ cards(, \d+ injects?)?: ", lines[2])
    assert max(map(len, lines)) <= 80
    assert len(lines) < 70


def test_a_mechanism_that_is_asked_for_is_printed_in_full(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = json.loads(Called(capsys, "check", "--json").out)["mechanisms"]
    text = Called(capsys, "check", "--mechanism", "M16").out
    assert set(re.findall(r"^M\d+", text, re.MULTILINE)) == {"M16"}
    words = set(re.findall(r"[a-z_-]+", text))
    assert {one.partition(" ")[2] for one in table["M16"]} <= words
    text = Called(capsys, "check", "--mechanism", "all").out
    assert set(re.findall(r"^M\d+", text, re.MULTILINE)) == set(table)
    assert max(map(len, text.splitlines())) <= 80
    called = Called(capsys, "check", "--mechanism", "M99")
    assert called.code == 2
    assert "M16" in called.err


def test_an_empty_row_is_an_error_and_stands_in_the_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = copied() / "scenario.yaml"
    text = file.read_text(encoding="utf-8")
    empty = "mechanisms:\n  - {id: M9, text: Everything flows., source: 6}\n"
    file.write_text(text.replace("mechanisms:\n", empty), encoding="utf-8")
    called = Called(capsys, "check", "copy")
    assert called.code == 1
    assert "error: nothing carries the mechanism M9" in called.out
    assert "4 mechanisms, 1 of them carried by nothing:" in called.out
    assert "M9   Everything flows.\n     nothing carries it" in called.out
    assert json.loads(Called(capsys, "check", "copy", "--json").out)["mechanisms"]["M9"] == []


# ---------------------------------------------------------------------------- what play says


def test_check_plays_games_and_says_what_they_come_to(capsys: pytest.CaptureFixture[str]) -> None:
    answer = played(capsys, SMALL)
    play = answer["play"]
    assert {"games", "setup", "seed", "seconds", "early", "unused", "bars"} <= set(play)
    assert play["games"] == 60
    assert sum(play["endings"].values()) == pytest.approx(1, abs=0.01)
    seats = {"town", "guild", "abbey"}
    for figure in ("objectives", "holding", "playbooks", "orders", "replies"):
        assert set(play[figure]) == seats
    assert set(play["replies"]["town"]) == {"from", "began", "share", "orders", "playbook"}


def test_the_answer_is_the_same_each_time_and_another_with_another_seed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def figures(*more: str) -> Any:
        return {**played(capsys, SMALL, *more), "seconds": 0}

    one, other, third = figures(), figures(), figures("--seed", "3")
    for answer in (one, other, third):
        answer["play"].pop("seconds")
    assert one == other
    assert one["play"]["endings"] != third["play"]["endings"]


def test_what_play_shows_is_a_warning_at_its_place_and_no_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    moves = copied() / "moves.yaml"
    moves.write_text(moves.read_text(encoding="utf-8") + IDLE, encoding="utf-8")
    place = moves.read_text(encoding="utf-8").splitlines().index("  - id: idle") + 1
    called = Called(capsys, "check", "copy", "--play", "60", "--steps", "0")
    assert called.code == 0, called.out
    said = f"copy/moves.yaml:{place}:5: warning: order idle: nobody gave it in 60 games."
    assert said in called.out
    problems = played(capsys, "copy")["problems"]
    assert {one["severity"] for one in problems} == {"warning"}
    assert [one["line"] for one in problems if "order idle" in one["what"]] == [place]


def test_every_warning_of_play_has_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    problems = played(capsys, SMALL)["problems"]
    assert problems
    assert all(one["line"] and one["do"] for one in problems)


def test_the_figures_are_printed_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    out = Called(capsys, "check", SMALL, "--play", "60", "--steps", "3").out
    assert "Main objectives are reached" in out
    assert re.search(r"The town: bridge +\d+\.\d % +\d+\.\d % +\d+\.\d %", out)
    figures = out[out.index("60 games") : out.index("warning:")].splitlines()
    assert all(len(one) <= 80 for one in figures[:-1])


def test_the_best_reply_is_a_playbook_that_a_scenario_can_hold(
    capsys: pytest.CaptureFixture[str],
) -> None:
    book = played(capsys, SMALL)["play"]["replies"]["town"]["playbook"]
    assert Playbook.model_validate(book).seat == "town"
    Path("best.yaml").write_text(json.dumps(book), encoding="utf-8")
    assert read(Path("best.yaml").read_bytes(), "best.yaml").plain() == book
    called = Called(
        capsys, "simulate", SMALL, "--games", "5", "--playbook", "town=./best.yaml", "--json"
    )
    assert called.code == 0, called.err


def test_a_setup_can_be_named_and_an_unknown_one_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert played(capsys, SMALL, "--setup", "1450")["play"]["setup"] == "1450"
    called = Called(capsys, "check", SMALL, "--play", "5", "--setup", "nowhere")
    assert called.code == 2
    assert "1450" in called.err


def test_with_errors_nothing_is_played(capsys: pytest.CaptureFixture[str]) -> None:
    moves = copied() / "moves.yaml"
    moves.write_text(moves.read_text(encoding="utf-8").replace("seat: abbey", "seat: abby"))
    called = Called(capsys, "check", "copy", "--play", "60")
    assert called.code == 1
    assert "No game is played before the errors are mended" in called.err
    assert "play" not in json.loads(Called(capsys, "check", "copy", "--play", "5", "--json").out)


def test_what_cannot_be_simulated_is_said_as_simulate_says_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = Path("free")
    folder.mkdir()
    (folder / "scenario.yaml").write_text(
        'format: 1\nscenario: free\nversion: "1"\ntitle: Free\nsummary: Free orders.\n'
        "seats:\n  - {id: one, name: One}\n  - {id: two, name: Two}\n",
        encoding="utf-8",
    )
    simulated = Called(capsys, "simulate", folder, "--games", "5")
    checked = Called(capsys, "check", folder, "--play", "5")
    assert (checked.code, checked.err) == (simulated.code, simulated.err)
    assert checked.code == 2
