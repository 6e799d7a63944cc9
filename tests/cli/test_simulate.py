"""`simulate`: what it prints, what it keeps, and how it answers to what it cannot use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import SMALL, Called, wargame
from tests.players.books import BOOKS

FIELDS = {
    "scenario",
    "setup",
    "games",
    "seed",
    "seconds",
    "endings",
    "objectives",
    "tracks",
    "orders",
    "cards",
    "turns",
}
"""The fields that other programs read."""
T20 = Path(__file__).parents[1] / "benchmarks" / "t20_scenario"


def report(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict[str, Any]:
    """What `simulate --json` says, without the time it took."""
    called = Called(capsys, "simulate", SMALL, "--json", *arguments)
    assert (called.code, called.err) == (0, "")
    found: dict[str, Any] = json.loads(called.out)
    assert found.keys() >= FIELDS
    assert found.pop("seconds") >= 0
    return found


def test_the_same_seed_gives_the_same_answer_whatever_the_workers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first = report(capsys, "--games", "450", "--seed", "4", "--workers", "1")
    assert first == report(capsys, "--games", "450", "--seed", "4", "--workers", "2")
    assert first != report(capsys, "--games", "450", "--seed", "5", "--workers", "2")
    assert (first["scenario"], first["setup"], first["games"]) == ("small", "standard", 450)
    assert sum(first["endings"].values()) == 450


def test_setup_tracks_and_playbooks_are_used(capsys: pytest.CaptureFixture[str]) -> None:
    file = BOOKS / "guild-idler.yaml"
    found = report(
        capsys, "--games", "60", "--setup", "1450", "--set", "mood=0", "--set", "anger=1",
        "--playbook", f"guild={file}", "--playbook", "abbey=random",
    )  # fmt: skip
    assert found["setup"] == "1450"
    assert found["turns"]["mean"] <= 2
    assert found["orders"]["guild"]["bribe"] == 0
    assert found["playbooks"] == {"town": ["random"], "guild": ["idler"], "abbey": ["random"]}
    assert found["tracks"]["mood"]["mean"] < 3


def test_people_get_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    called = Called(capsys, "simulate", SMALL, "--games", "40")
    assert (called.code, called.err) == (0, "")
    assert called.out.startswith("The river crossing: The ferry has sunk. 40 games, seed 0.\n")
    for text in ("The bridge stands", "bridge (main): The bridge stands.", "Tracks at the end",
                 "Backing", "Bribe a councillor", "Flood"):  # fmt: skip
        assert text in called.out


def test_a_game_is_kept_as_a_save_that_can_be_verified(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    arguments = ("--games", "30", "--seed", "9", "--set", "anger=6", "--keep", "17", "-o")
    Called(capsys, "simulate", SMALL, *arguments, "seventeen", "--saves", tmp_path)
    Called(capsys, "simulate", SMALL, *arguments, tmp_path / "elsewhere" / "again.jsonl")
    verdict = Called(capsys, "verify", "seventeen", "--saves", tmp_path, "--json")
    assert verdict.code == 0
    found = json.loads(verdict.out)
    assert (found["ok"], found["simulated"], found["seed"]) == (True, True, "revealed")
    lines = (tmp_path / "elsewhere" / "again.jsonl").read_text(encoding="utf-8").splitlines()
    opening = json.loads(lines[0])["data"]
    assert (opening["session"], opening["chance"]) == ("again", "counter-1")
    assert opening["playbooks"] == dict.fromkeys(("town", "guild", "abbey"), "random")


WRONG = {
    ("--setup", "1451"): 'There is no setup "1451". Setups: standard, 1450.',
    (
        "--set",
        "mud=1",
    ): 'There is no track "mud". Tracks: mood, coffers, chest, anger, millers, farmers, backing.',
    ("--set", "mood=11"): "Mood goes from 0 to 10, so it cannot be 11.",
    ("--set", "backing=3"): "Backing follows from other tracks; set those.",
    ("--playbook", "moon=random"): 'There is no seat "moon". Seats: town, guild, abbey.',
    ("--playbook", "town=builder"): 'town has no playbook "builder". Playbooks: random; '
    "or name a file that ends in .yaml.",
    ("--playbook", "town=none.yaml"): "none.yaml: error: no playbook: No such file or directory. "
    "Name one of the seat's playbooks, or a file that holds one.",
    ("--keep", "3"): "A game is kept with both: --keep I says which, and -o SAVE says where.",
    ("-o", "here"): "A game is kept with both: --keep I says which, and -o SAVE says where.",
    ("--keep", "10", "-o", "here"): "There is no game 10 among 10: they are counted from 0.",
    (
        "--keep",
        "1",
        "-o",
        "My Game.jsonl",
    ): '"My Game.jsonl" cannot be a save: its name is a session\'s '
    "(a letter a-z first, then a-z, 0-9, _ or -, 40 at most), followed by .jsonl.",
}
"""What cannot be used, and what is said of it."""


@pytest.mark.parametrize("wrong", WRONG, ids=" ".join)
def test_what_cannot_be_used_is_refused_with_the_remedy(
    wrong: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "simulate", SMALL, "--games", "10", *wrong)
    assert (called.code, called.out) == (2, "")
    assert called.err == f"{WRONG[wrong]}\n"
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    "wrong", ["--games=0", "--games=x", "--seed=-1", "--seed=1.5", "--set=mood", "--set=mood=x",
              "--playbook=town", "--workers=0", "--keep=-1"],
)  # fmt: skip
def test_arguments_that_are_not_numbers_or_pairs_are_refused(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "simulate", SMALL, wrong)
    assert (called.code, called.out) == (2, "")
    assert "See: wargame simulate --help" in called.err


def test_a_save_that_is_there_already_is_not_written_over(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    taken = tmp_path / "taken.jsonl"
    taken.write_text("something", encoding="utf-8")
    called = Called(capsys, "simulate", SMALL, "--games", "5", "--keep", "0", "-o", taken)
    assert (called.code, called.out) == (2, "")
    assert "There is a save" in called.err
    assert taken.read_text(encoding="utf-8") == "something"


def test_a_scenario_without_orders_says_why_there_is_nothing_to_simulate(tmp_path: Path) -> None:
    (tmp_path / "free").mkdir()
    text = (
        'format: 1\nscenario: free\nversion: "1"\ntitle: Free\nsummary: Free orders only.\n'
        "seats: [{id: one, name: One}, {id: two, name: Two}]\n"
    )
    (tmp_path / "free" / "scenario.yaml").write_text(text, encoding="utf-8")
    done = wargame("simulate", tmp_path / "free")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        'There is nothing to simulate in "Free": no seat has an order on its menu'
    )


def test_it_runs_on_several_processes_from_the_command_line() -> None:
    done = wargame("simulate", T20, "--games", "500", "--workers", "2", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["endings"]["none"] == 500
