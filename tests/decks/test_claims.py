"""claims.yaml: what may be written, and that `check` names each problem, its place, and what to do."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.analysis.tossing import TOSS
from wargame.decks.check import check, opened
from wargame.decks.check_claims import claims_of
from wargame.decks.claims import ClaimsFile
from wargame.decks.folders import find
from wargame.decks.guard import read
from wargame.decks.load import load
from wargame.decks.problems import ScenarioError
from wargame.decks.schema import schema

HEAD = """\
claims:
  - id: X1
    text: Something follows.
    parts:
      - what: it does
        form: playbooks
        measure: {share: ending.won}
        a: {playbooks: {thrower: eager}}
        b: {playbooks: {thrower: lazy}}
        at_least: 1
"""
"""A file of one claim without a problem; the cases below change it in one place."""

CASES = read((Path(__file__).parent / "broken_claims.yaml").read_bytes(), "cases").plain()["cases"]


def problems(folder: Path, text: str) -> list[str]:
    """What `check` says of the scenario of tossing with these claims, each after the file's name."""
    shutil.copytree(TOSS, folder)
    (folder / "claims.yaml").write_text(text, encoding="utf-8")
    found = list(map(str, check(folder).problems))
    assert all(one.startswith("claims.yaml:") for one in found)
    return [one.removeprefix("claims.yaml:") for one in found]


def test_the_file_that_the_cases_change_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path / "toss", HEAD) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["new"].strip()[:60])
def test_check_says_what_is_wrong_with_a_claim_and_where(
    tmp_path: Path, case: dict[str, Any]
) -> None:
    assert HEAD.count(case["old"]) == 1
    broken = HEAD.replace(case["old"], case["new"])
    assert problems(tmp_path / "toss", broken) == case["says"]


def test_two_claims_of_one_id(tmp_path: Path) -> None:
    twice = HEAD + HEAD.removeprefix("claims:\n")
    assert problems(tmp_path / "toss", twice) == [
        '11:9: error: the id "X1" is given twice. The first stands at claims.yaml:2; rename one.'
    ]


def test_a_claim_says_where_it_comes_from_when_the_scenario_wants_that(tmp_path: Path) -> None:
    folder = tmp_path / "tightrope"
    shutil.copytree(find("tightrope"), folder)
    text = HEAD.replace("ending.won", "ending.he_falls").replace("thrower", "baghdad")
    text = text.replace("eager", "squeeze").replace("lazy", "broaden")
    (folder / "claims.yaml").write_text(text, encoding="utf-8")
    assert [str(one) for one in check(folder).errors] == [
        (
            "claims.yaml:2:5: error: claim X1 has no source. "
            "Write source: the paragraphs it comes from, or ours."
        )
    ]
    (folder / "claims.yaml").write_text(text.replace("text:", "source: ours\n    text:"))
    assert [str(one) for one in check(folder).errors] == [
        "claims.yaml:3:13: error: claim X1 is ours without a reason. Write why: ..."
    ]


def test_what_is_not_yaml_is_said_with_its_place(tmp_path: Path) -> None:
    assert problems(tmp_path / "toss", "claims:\n  - {id: X1\n")[0].startswith("2:5: error: ")


def test_a_broken_file_of_claims_keeps_the_scenario_from_being_opened(tmp_path: Path) -> None:
    problems(tmp_path / "toss", HEAD.replace("lazy", "lasy"))
    with pytest.raises(ScenarioError, match="lasy"):
        opened(str(tmp_path / "toss"))


def test_claims_are_no_part_of_the_scenario_that_a_save_carries() -> None:
    assert "claims" not in load(TOSS)
    assert "claims" not in load(find("tightrope"))


def test_a_scenario_without_claims_is_sound_and_has_none(tmp_path: Path) -> None:
    folder = tmp_path / "toss"
    shutil.copytree(TOSS, folder)
    (folder / "claims.yaml").unlink()
    assert check(folder).problems == ()
    with pytest.raises(ScenarioError, match=r"no claims. Write a claims.yaml"):
        claims_of(folder)


def test_a_side_has_what_is_given_for_all_and_what_it_says_itself() -> None:
    (claim,) = ClaimsFile.model_validate(
        {
            "claims": [
                {
                    "id": "X1",
                    "text": "x",
                    "parts": [
                        {
                            "what": "x",
                            "form": "playbooks",
                            "measure": {"value": "score"},
                            "given": {
                                "setup": "dry",
                                "playbooks": {"keeper": "idle"},
                                "do_not": [{"seat": "keeper", "order": "sweep"}],
                            },
                            "a": {"playbooks": {"thrower": "eager"}, "setup": "both"},
                            "b": {"playbooks": {"thrower": "lazy", "keeper": "random"}},
                            "at_least": "0.5",
                        }
                    ],
                }
            ]
        }
    ).claims
    (part,) = claim.parts
    sides = part.sides()
    assert list(sides) == ["a", "b"]
    assert (sides["a"].setup, sides["b"].setup) == ("both", "dry")
    assert sides["a"].playbooks == {"keeper": "idle", "thrower": "eager"}
    assert sides["b"].playbooks == {"keeper": "random", "thrower": "lazy"}
    assert [one.order for one in sides["a"].do_not] == ["sweep"]
    assert part.bound == Decimal("0.5")


def test_the_schema_is_one_describes_every_field_and_fits_what_plays() -> None:
    made = schema("claims")
    jsonschema.Draft202012Validator.check_schema(made)
    checker = jsonschema.Draft202012Validator(made)
    for folder in (TOSS, find("tightrope")):
        file = folder / "claims.yaml"
        assert checker.is_valid(read(file.read_bytes(), file.name).plain())
    assert not checker.is_valid({"claims": [{"id": "X1"}]})
    fields = [
        (name, field.get("description"))
        for part in [made, *made["$defs"].values()]
        for name, field in part.get("properties", {}).items()
    ]
    assert len(fields) > 40
    assert [name for name, text in fields if not text] == []
