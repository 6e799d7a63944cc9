"""Scenario folders broken in every way: `check` names each problem, its place, and what to do."""

from pathlib import Path

import pytest

from tests.decks import (
    broken_conditions,
    broken_expressions,
    broken_form,
    broken_injects,
    broken_names,
    broken_play,
    broken_shapes,
    broken_telling,
    broken_yaml,
)
from tests.decks.folders import SMALL, Broken, broken_folder
from wargame.decks.check import check, opened
from wargame.decks.problems import Problem, ScenarioError

CASES = (
    *broken_yaml.CASES,
    *broken_form.CASES,
    *broken_shapes.CASES,
    *broken_names.CASES,
    *broken_conditions.CASES,
    *broken_expressions.CASES,
    *broken_play.CASES,
    *broken_telling.CASES,
    *broken_injects.CASES,
)


def test_every_case_has_its_own_name() -> None:
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names) >= 60


def test_the_small_scenario_itself_has_no_problem() -> None:
    report = check(SMALL)
    assert report.problems == ()
    assert report.plain is not None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_check_says_exactly_what_is_wrong_and_where(tmp_path: Path, case: Broken) -> None:
    report = check(broken_folder(tmp_path, case))
    assert tuple(map(str, report.problems)) == case.says
    assert (report.plain is None) == any(": error: " in line for line in case.says)


def test_a_scenario_with_errors_does_not_open_and_gives_them_all(tmp_path: Path) -> None:
    folder = broken_folder(tmp_path, next(c for c in CASES if c.name == "several at once"))
    with pytest.raises(ScenarioError) as caught:
        opened(str(folder))
    assert len(caught.value.problems) == 4
    assert str(caught.value).count("\n") == 3


def test_warnings_alone_do_not_keep_a_scenario_shut(tmp_path: Path) -> None:
    folder = broken_folder(tmp_path, next(c for c in CASES if c.name == "a card that does nothing"))
    assert opened(str(folder))["scenario"] == "small"


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = broken_folder(tmp_path, Broken("linked"))
    outside = tmp_path / "outside.md"
    outside.write_text("secret", encoding="utf-8")
    (folder / "briefs/town.md").unlink()
    (folder / "briefs/town.md").symlink_to(outside)
    (folder / "moves.yaml").unlink()
    (folder / "moves.yaml").symlink_to("/dev/zero")
    says = [str(problem) for problem in check(folder).errors]
    assert says == [
        (
            "scenario.yaml:17:12: error: briefs/town.md: a link that leads out of the folder."
            " Put the file itself here."
        ),
        "moves.yaml: error: a link that leads out of the folder. Put the file itself here.",
    ]


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    folder = broken_folder(tmp_path, Broken("folder", files={"standing.yaml": None}))
    (folder / "standing.yaml").mkdir()
    assert [str(problem) for problem in check(folder).errors] == [
        "standing.yaml: error: not a file. Put a text file here."
    ]


def test_a_problem_is_one_clean_line_whatever_it_quotes() -> None:
    problem = Problem("a\x1b[2J.yaml", 1, 2, "the key \u202e\n x", "do \x07it")
    assert str(problem) == "a.yaml:1:2: error: the key x. Do it."


def test_more_problems_than_anybody_reads_are_counted(tmp_path: Path) -> None:
    bad = (
        b"deck: river\ncards:\n"
        + b"  - {id: x, title: X, text: x, effects: [{fact: nothing}]}\n" * 600
    )
    case = Broken("many", files={"cards/bad.yaml": bad})
    problems = check(broken_folder(tmp_path, case)).problems
    assert len(problems) == 501
    assert "more problems" in problems[-1].what
