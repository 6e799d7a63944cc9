"""`wargame claims`: what it prints, what it refuses, and its exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.analysis.tossing import TOSS
from tests.cli.calls import Called
from wargame.decks.folders import find

FIELDS = {"what", "a", "b", "difference", "low", "high", "at_least", "holds"}


def test_every_claim_and_part_with_the_fields_of_the_contract(
    capsys: pytest.CaptureFixture[str],
) -> None:
    called = Called(capsys, "claims", TOSS, "--games", "300", "--json", "--workers", "1")
    found = json.loads(called.out)
    assert called.code == 0
    assert [one["id"] for one in found] == ["T1", "T2", "T3", "T4", "T5"]
    assert all({"id", "text", "source", "holds", "parts"} <= set(one) for one in found)
    assert all(set(part) >= FIELDS for one in found for part in one["parts"])
    won = found[0]["parts"][0]
    assert won["difference"] == pytest.approx(won["a"] - won["b"], abs=0.001)
    assert won["low"] < won["difference"] < won["high"]
    assert (won["at_least"], won["unit"], won["holds"]) == (50, "points", True)
    assert "5 of 5 claims hold." in called.err


def test_for_people_it_says_what_is_compared_and_how_far_apart_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    called = Called(capsys, "claims", TOSS, "--games", "300", "--only", "T2,T3", "--workers", "1")
    assert called.code == 0
    assert "T2   holds" in called.out
    assert "puddles after the second day" in called.out
    assert "+0.00 steps (+0.00 to +0.00); at most 0" in called.out
    assert "at least 45" in called.out
    assert "T1" not in called.out


def test_a_claim_that_does_not_hold_is_exit_1(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("claims", TOSS, "--games", "200", "--workers", "1")
    called = Called(capsys, *arguments, "--only", "T1,T3", "--without", "M1")
    assert called.code == 1
    assert "Without M1." in called.out
    assert "T1   DOES NOT HOLD" in called.out
    assert "1 of 2 claims hold; T1 not." in called.err
    called = Called(capsys, *arguments, "--only", "T3", "--playbook", "keeper=random")
    assert called.code == 1
    assert "keeper, where a claim names nobody for it: random." in called.out


def test_a_playbook_may_stand_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sweeper.yaml").write_text(
        "id: sweeper\nseat: keeper\nname: Sweeps\ntext: Sweeps.\notherwise: 1\n", encoding="utf-8"
    )
    arguments = ("claims", TOSS, "--games", "200", "--workers", "1", "--only", "T3", "--json")
    swept = json.loads(Called(capsys, *arguments, "--playbook", "keeper=sweeper.yaml").out)
    idle = json.loads(Called(capsys, *arguments).out)
    assert swept[0]["parts"][0]["a"] < idle[0]["parts"][0]["a"]


def test_another_seed_gives_other_figures_and_the_same_one_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ("claims", TOSS, "--games", "100", "--workers", "1", "--json")
    one, again, other = (Called(capsys, *arguments, "--seed", seed).out for seed in ("1", "1", "2"))
    assert one == again != other


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--only", "T9"), 'There is no claim "T9". Claims: T1, T2, T3, T4, T5.'),
        (("--without", "M9"), 'There is no mechanism "M9". Mechanisms: M1, M2.'),
        (("--playbook", "dog=random"), 'There is no seat "dog". Seats: thrower, keeper.'),
        (("--playbook", "keeper=lazy"), 'keeper has no playbook "lazy"'),
        (("--games", "5"), '"5" is not a whole number from 10 to 1000000'),
    ],
)
def test_what_cannot_be_used_is_said_and_is_exit_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, str], says: str
) -> None:
    called = Called(capsys, "claims", TOSS, *arguments)
    assert called.code == 2
    assert says in called.err
    assert called.out == ""


def test_a_scenario_without_claims_or_with_broken_ones_is_exit_2(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(TOSS, "toss")
    Path("toss/claims.yaml").unlink()
    called = Called(capsys, "claims", "toss")
    assert called.code == 2
    assert "toss" in called.err
    assert "no claims" in called.err
    Path("toss/claims.yaml").write_text("claims: [{id: X}]", encoding="utf-8")
    called = Called(capsys, "claims", "toss")
    assert called.code == 2
    assert 'toss/claims.yaml:1:10: error: "text" is missing.' in called.err


def test_a_matrix_game_has_nothing_to_play_out(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(find("aland"), "islands")
    Path("islands/claims.yaml").write_text("claims: []", encoding="utf-8")
    called = Called(capsys, "claims", "islands")
    assert called.code == 2
    assert "There is nothing to simulate" in called.err


def test_a_list_that_names_no_claim_is_refused_and_not_taken_for_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    called = Called(capsys, "claims", "tightrope", "--only", ",")
    assert called.code == 2
    assert "name at least one" in called.err
