"""`wargame new`: what it writes checks clean, plays, and is never written over anything."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest

from tests.cli.calls import Called, wargame
from wargame.decks.check import check, opened
from wargame.decks.compile import compile_scenario
from wargame.decks.guard import read
from wargame.decks.new import KINDS, STARTER, write_new
from wargame.decks.problems import ScenarioError
from wargame.decks.schema import schema
from wargame.game.commands import (
    AcceptResult,
    Advance,
    CallThrow,
    ChooseOption,
    OpenAdjudication,
    OpenSession,
    Throw,
)
from wargame.game.names import FACILITATOR
from wargame.table.table import Table

HEADER = re.compile(r"^# yaml-language-server: \$schema=(\S+)\n")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "my-crisis"
    write_new(folder)
    return folder


def play_through(table: Table) -> None:
    """Play a game in which playbooks hold every seat: throw for every order, accept every result."""
    while table.state.phase != "hotwash":
        for one in table.view(FACILITATOR).dilemmas:
            table.ask(FACILITATOR, ChooseOption(one.card, one.options[0].id))
        while table.state.phase == "adjudicate" and table.state.queue:
            table.ask(FACILITATOR, OpenAdjudication())
            order = table.state.adjudication
            assert order is not None
            table.ask(FACILITATOR, CallThrow(order.order_id))
            if order.method != "automatic":
                table.ask(FACILITATOR, Throw("", FACILITATOR))
            table.ask(FACILITATOR, AcceptResult(order.order_id))
        table.ask(FACILITATOR, Advance(table.state.phase, holds=True))


def test_it_checks_without_a_warning_and_has_the_folders_name(made: Path) -> None:
    report = check(made)
    assert report.problems == ()
    assert report.plain is not None
    assert report.plain["scenario"] == "my-crisis"


def test_it_holds_a_little_of_everything(made: Path) -> None:
    scenario = compile_scenario(opened(str(made)))
    assert 2 <= len(scenario.seats) <= 4
    assert {card.kind for card in scenario.cards.values()} == {
        *("event", "lasting", "dilemma", "asset")
    }
    assert {order.seat for order in scenario.orders.values()} == {one.id for one in scenario.seats}
    assert scenario.rules
    assert len(scenario.setups) > 1
    assert {one.card.kind for one in scenario.injects.values()} >= {"event", "dilemma"}
    assert any(track.derived for track in scenario.tracks)
    assert any(track.sees != ("*",) for track in scenario.tracks)


@pytest.mark.parametrize("setup", ["winter", "lean"])
def test_random_seats_play_it_to_an_end(made: Path, setup: str) -> None:
    scenario = compile_scenario(opened(str(made)))
    books = dict.fromkeys([one.id for one in scenario.seats], "random")
    endings = set()
    for number in range(8):
        opening = OpenSession("game", setup=setup, playbooks=books)
        table = Table.create(made / f"game{number}.jsonl", scenario, opening, bytes([number] * 32))
        play_through(table)
        endings.add(table.state.ending)
        assert len(table.state.judged) >= table.state.board.turn
        table.close()
    assert len(endings) > 1
    assert "" not in endings


def test_its_written_session_runs_and_its_save_verifies(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "run", made / "sessions" / "first.yaml")
    assert (called.code, called.err) == (0, "")
    assert "turn 1 of 4, wrap" in called.out
    assert Called(capsys, "verify", "first").code == 0


def test_simulated_games_of_it_reach_every_ending(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "simulate", made, "--games", "300", "--workers", "1", "--json")
    answer = json.loads(called.out)
    endings = {one: count for one, count in answer["endings"].items() if count}
    assert {"dark", "spring", "hungry_spring"} <= set(endings)
    assert min(endings.values()) >= 9
    assert all(share > 0 for seat in answer["orders"].values() for share in seat.values())
    assert all(share > 0 for share in answer["cards"].values())


def test_every_yaml_file_names_a_schema_that_is_there_and_fits_it(made: Path) -> None:
    files = sorted(made.rglob("*.yaml"))
    assert len(files) >= 7
    for file in files:
        header = HEADER.match(file.read_text(encoding="utf-8"))
        assert header, file
        named = (file.parent / header[1]).resolve()
        assert named.parent == (made / "schema").resolve()
        validator = jsonschema.Draft202012Validator(json.loads(named.read_text(encoding="utf-8")))
        plain = read(file.read_bytes(), file.name).plain()
        assert list(validator.iter_errors(plain)) == [], file


def test_the_schemas_are_those_of_wargame_schema(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in KINDS:
        written = json.loads((made / "schema" / f"{kind}.json").read_text(encoding="utf-8"))
        assert written == schema(kind)
        assert written == json.loads(Called(capsys, "schema", kind).out)


def test_every_file_has_a_word_for_newcomers() -> None:
    for file in STARTER.rglob("*.yaml"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert sum("#" in line for line in lines) >= 3, file


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    before = sorted(tmp_path.rglob("*"))
    for name in ("full", "file", "link"):
        with pytest.raises(ScenarioError, match="there is something here already"):
            write_new(tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before
    assert (full / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_may_be_filled_and_folders_above_are_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_new(tmp_path / "empty")
    write_new(tmp_path / "a" / "b")
    assert check(tmp_path / "empty").problems == check(tmp_path / "a" / "b").problems == ()


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("my-crisis", "my-crisis"),
        ("My Crisis!", "my-crisis"),
        ("1990", "lighthouse"),
        ("Überfall", "uberfall"),
        ("x" * 80, "x" * 40),
        ("...x", "x"),
    ],
)
def test_a_folders_name_becomes_the_scenarios_id(tmp_path: Path, name: str, id_: str) -> None:
    folder = tmp_path / "of" / name
    write_new(folder)
    assert opened(str(folder))["scenario"] == id_


def test_the_verb_says_what_to_do_next_and_refuses_a_second_time() -> None:
    done = wargame("new", "mine")
    assert (done.returncode, done.stderr) == (0, "")
    assert "wargame check mine" in done.stdout
    assert Path("mine/scenario.yaml").is_file()
    again = wargame("new", "mine")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.startswith("mine: error: there is something here already.")
    made = json.loads(wargame("new", "other", "--json").stdout)
    assert made["folder"] == "other"
    assert "other/scenario.yaml" in made["files"]


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    shut = tmp_path if os.geteuid() else Path("/sys")  # where not even the superuser makes a folder
    done = wargame("new", shut / "mine")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_what_is_no_place_for_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = wargame("new", tmp_path / "file" / "mine")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
