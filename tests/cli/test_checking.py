"""`verify`, `check`, `schema`, `list` and `completions`."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.calls import BEGUN, FIRST_TURN, OPENING, SMALL, Called, script, wargame
from tests.house.source import ROOT
from wargame.cli import completions
from wargame.cli.parser import parser
from wargame.decks import guard
from wargame.decks.check import opened
from wargame.decks.compile import compile_scenario
from wargame.decks.scripts import Step
from wargame.game.commands import COMMANDS
from wargame.game.events import kind_of
from wargame.players.playbooks import names_for
from wargame.saves.reading import read

SAVE = Path("saves/bridge.jsonl")
FIELDS = (
    *("ok", "entries", "head", "damage", "torn", "throws_checked", "draws_checked"),
    *("seals_checked", "seed", "simulated"),
)


def plain(data: bytes) -> Any:
    return guard.read(data, "file").plain()


@pytest.fixture
def played(capsys: pytest.CaptureFixture[str]) -> Path:
    """A turn of a small game, saved in the current folder."""
    assert Called(capsys, "run", script(OPENING + FIRST_TURN)).code == 0
    return SAVE


def test_a_sound_save_is_verified_with_all_the_fields_of_the_contract(played: Path) -> None:
    done = wargame("verify", "bridge", "--json")
    verdict = json.loads(done.stdout)
    assert done.returncode == 0
    assert set(FIELDS) <= set(verdict)
    assert verdict["ok"] is True
    assert verdict["head"] == read(played).head
    assert verdict["seed"] == "sealed"
    assert "sound" in wargame("verify", played).stdout


def test_a_head_receipt_is_looked_for(played: Path, capsys: pytest.CaptureFixture[str]) -> None:
    receipt = read(played).entries[5].hash[:16]
    called = Called(capsys, "verify", "bridge", "--head", f"{receipt[:8]} {receipt[8:]}")
    assert called.code == 0
    assert "the head of entry 5" in called.out
    called = Called(capsys, "verify", "bridge", "--head", "0" * 16)
    assert called.code == 1
    assert "NOT HERE" in called.out


def test_a_torn_and_a_damaged_save_are_problems_found(
    played: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = played.read_bytes()
    played.write_bytes(whole[:-10])
    called = Called(capsys, "verify", "bridge", "--json")
    assert called.code == 1
    assert json.loads(called.out)["torn"] is True
    played.write_bytes(whole.replace(b"flood", b"FLOOD", 1))
    called = Called(capsys, "verify", "bridge", "--json")
    damage = json.loads(called.out)["damage"]
    assert called.code == 1
    assert damage[0]["entry"] == 0
    assert {"entry", "offset", "what"} <= set(damage[0])
    assert "NOT SOUND" in Called(capsys, "verify", "bridge").out


def test_a_receipt_that_is_not_the_saves_is_told_apart_from_damage(
    played: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "verify", "bridge", "--head", "0123456789abcdef")
    assert called.code == 1
    assert "sound by itself, but NOT what that receipt was given for" in called.out
    assert (
        "once the session is closed"
        in Called(capsys, "verify", "bridge", "--head", _seal(played)).out
    )
    closed = played.with_name("sample.jsonl")
    closed.write_bytes((ROOT / "saves" / "sample.jsonl").read_bytes())
    called = Called(capsys, "verify", "sample", "--head", _seal(closed))
    assert called.code == 0
    line = called.out[called.out.index("printf") :]
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(_seal(closed))


def _seal(save: Path) -> str:
    """The receipt of the first order sealed in a save."""
    entries = [json.loads(line) for line in save.read_text(encoding="utf-8").splitlines()]
    return next(str(one["data"]["seal"])[:16] for one in entries if one["kind"] == "order_sealed")


def test_what_is_no_save_at_all_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    for name in ("nothing", "folder", "../x", "", "\x00"):
        called = Called(capsys, "verify", name)
        assert called.code == 2
        assert called.err
        assert "Traceback" not in called.err


def test_a_shipped_scenario_checks_without_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    called = Called(capsys, "check", "--json")
    assert called.code == 0
    answer = json.loads(called.out)
    assert [one for one in answer["problems"] if one["severity"] == "error"] == []
    assert "M16" in answer["mechanisms"]


def test_all_problems_of_a_scenario_are_found_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(SMALL, "copy"))
    moves = folder / "moves.yaml"
    text = moves.read_text(encoding="utf-8")
    moves.write_text(text.replace("coffers: 2", "cofers: 2").replace("seat: abbey", "seat: abby"))
    called = Called(capsys, "check", "copy")
    assert called.code == 1
    assert re.search(r"^copy/moves\.yaml:\d+:\d+: error: ", called.out, flags=re.MULTILINE)
    assert {"cofers", "abby"} <= set(re.findall(r'"(\w+)"', called.out))
    answer = json.loads(Called(capsys, "check", "copy", "--json").out)
    keys = {"file", "line", "column", "what", "do", "severity"}
    assert all(set(one) == keys for one in answer["problems"])


def test_no_such_scenario_is_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    for name in ("nowhere", "empty", "/"):
        called = Called(capsys, "check", name)
        assert called.code == 2
        assert "tightrope" in called.err


def test_the_schema_of_a_script_takes_what_run_takes_and_refuses_what_it_refuses(
    capsys: pytest.CaptureFixture[str],
) -> None:
    schema = json.loads(Called(capsys, "schema", "script").out)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    whole = plain((OPENING + FIRST_TURN).encode())
    validator.validate(whole)
    for wrong in ({"next": "event", "play_on": True}, {}, {"nxt": "event"}, {"next": "evnt"}):
        assert not validator.is_valid({**whole, "play": [wrong]})


def test_the_schema_of_events_takes_every_line_of_a_save(
    played: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(Called(capsys, "schema", "events").out))
    for line in played.read_text(encoding="utf-8").splitlines():
        validator.validate(json.loads(line))
    entry = json.loads(line)
    assert not validator.is_valid({**entry, "data": {"phase": "lunch", "turn": 1}})
    assert not validator.is_valid({**entry, "kind": "lunch_served"})


def test_without_a_kind_one_schema_holds_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(Called(capsys, "schema").out)
    assert {"scenario", "moves", "standing", "cards", "script", "events"} <= set(schema["$defs"])
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(plain((OPENING + FIRST_TURN).encode()))
    validator.validate(plain((SMALL / "moves.yaml").read_bytes()))
    assert not validator.is_valid({"something": "else"})
    called = Called(capsys, "schema", "lunch")
    assert called.code == 2
    assert "script" in called.err


def test_every_command_of_the_table_can_be_written_in_a_script() -> None:
    written = {kind_of(one) for one in COMMANDS} - set(Step.model_fields)
    assert written == {"advance"}, "a script says next: PHASE instead"


def test_scenarios_and_saves_are_listed(played: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("saves/broken.jsonl").write_bytes(b"\x00\xff")
    answer = json.loads(Called(capsys, "list", "--json").out)
    assert "tightrope" in [one["name"] for one in answer["scenarios"]]
    saves = {one["session"]: one for one in answer["saves"]}
    assert saves["bridge"]["entries"] == len(read(played).entries)
    assert (saves["bridge"]["turn"], saves["bridge"]["closed"]) == (1, False)
    assert saves["broken"]["problem"]
    words = Called(capsys, "list").out
    assert "bridge: The river crossing, turn 1" in words


def test_the_list_names_the_playbooks_of_each_seat_as_play_takes_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = json.loads(Called(capsys, "list", "--json").out)
    words = Called(capsys, "list").out
    for one in answer["scenarios"]:
        scenario = opened(one["name"])
        for seat in scenario["seats"]:
            wanted = names_for(compile_scenario(scenario), seat["id"])
            assert one["playbooks"][seat["id"]] == wanted
            assert f"Playbooks of {one['name']}, {seat['id']}: {', '.join(wanted)}." in words


def test_an_empty_shelf_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    called = Called(capsys, "list", "--saves", "nowhere")
    assert called.code == 0
    assert "No saves in nowhere" in called.out
    assert not Path("nowhere").exists()


def test_bash_offers_verbs_flags_and_sessions(capsys: pytest.CaptureFixture[str]) -> None:
    assert Called(capsys, "run", script(BEGUN)).code == 0
    code = Called(capsys, "completions", "bash").out

    def offered(*words: str) -> list[str]:
        listed = " ".join(f"'{word}'" for word in words)
        ask = (
            f"COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _wargame; "
            'printf "%s\\n" "${COMPREPLY[@]}"'
        )
        done = subprocess.run(["bash", "-c", f"{code}\n{ask}"], capture_output=True, text=True)
        assert done.stderr == ""
        return done.stdout.split()

    assert offered("wargame", "ver") == ["verify"]
    assert {"--json", "--head", "--saves", "bridge"} <= set(offered("wargame", "verify", ""))
    assert offered("wargame", "verify", "br") == ["bridge"]
    assert offered("wargame", "check", "ti") == ["tightrope"]
    assert offered("wargame", "completions", "z") == ["zsh"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_know_every_verb_and_every_flag(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = Called(capsys, "completions", shell).out
    for verb in completions.verbs():
        assert re.search(rf"\b{verb.name}\b", code)
        for flag in verb.flags:
            assert all(name.lstrip("-") in code for name in flag.names)
    assert len(completions.verbs()) > 5
    tool = shutil.which(shell)
    if tool is not None:
        checked = subprocess.run([tool, "-n"], input=code, capture_output=True, text=True)
        assert (checked.returncode, checked.stderr) == (0, "")


def test_completions_are_made_from_the_parser_itself() -> None:
    listed = re.findall(r"^    ([a-z]+)", parser().format_help(), flags=re.MULTILINE)
    assert [verb.name for verb in completions.verbs()] == listed
