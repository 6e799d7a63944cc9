"""A folder becomes one plain object, and a name or path becomes a folder."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from tests.decks.folders import SMALL, Broken, broken_folder
from wargame.decks.folders import find, shipped
from wargame.decks.load import dumped, load, read
from wargame.decks.problems import ScenarioError
from wargame.decks.schema import Scenario
from wargame.game.canonical import canonical


def test_the_files_of_a_folder_become_one_object() -> None:
    plain = load(SMALL)
    assert plain["scenario"] == "small"
    assert [order["id"] for order in plain["orders"]][:3] == ["build", "court", "feast"]
    assert [rule["id"] for rule in plain["standing"]] == ["smoulder", "taxes", "whisper"]
    assert [(card["deck"], card["id"]) for card in plain["cards"]][:4] == [
        ("favours", "boatmen"),
        ("favours", "letter"),
        ("favours", "cousin"),
        ("river", "calm"),
    ]


def test_a_brief_is_its_text_and_not_its_path() -> None:
    seats = load(SMALL)["seats"]
    assert seats[0]["brief"].startswith("# The town\n\nYou need a bridge.")


def test_defaults_are_filled_in() -> None:
    plain = load(SMALL)
    assert plain["rules"] == {"naturals": True, "strong": 4, "success": 0, "backfire": -4}
    assert plain["orders"][2]["covert"] == "no"
    assert plain["tracks"][0]["bands"][0]["from"] == 0
    assert plain["tracks"][0]["for"] == "town"


def test_loading_what_was_dumped_changes_nothing() -> None:
    plain = load(SMALL)
    assert dumped(Scenario.model_validate(plain)) == plain


def test_the_plain_object_is_json_without_fractions_that_a_save_can_hold() -> None:
    assert canonical(load(SMALL))


def test_only_scenario_yaml_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(
        'format: 1\nscenario: tiny\nversion: "1"\ntitle: Tiny\nsummary: A talk.\n'
        "seats: [{id: one, name: One}, {id: two, name: Two}]\n",
        encoding="utf-8",
    )
    plain = load(tmp_path)
    assert plain["orders"] == plain["standing"] == plain["cards"] == []


def test_texts_are_cleaned_when_they_come_in(tmp_path: Path) -> None:
    case = Broken(
        "hostile",
        edits={"cards/river.yaml": ("title: Flood", r'title: "\e[31mFl\u202eood\u200b"')},
        files={"briefs/town.md": b"# \x1b]0;x\x07Town\r\n\r\nText"},
    )
    plain = load(broken_folder(tmp_path, case))
    assert next(card["title"] for card in plain["cards"] if card["id"] == "flood") == "Flood"
    assert plain["seats"][0]["brief"] == "# Town\n\nText"


def test_problems_of_form_are_all_raised_at_once(tmp_path: Path) -> None:
    case = Broken(
        "two",
        edits={
            "scenario.yaml": ("turns: 4", "turns: many"),
            "cards/river.yaml": ("copies: 2", "copies: two"),
        },
    )
    with pytest.raises(ScenarioError) as caught:
        load(broken_folder(tmp_path, case))
    assert [problem.file for problem in caught.value.problems] == [
        "scenario.yaml",
        "cards/river.yaml",
    ]


def test_cards_come_in_the_order_of_their_files_names(tmp_path: Path) -> None:
    card = b"deck: river\ncards:\n  - {id: %s, title: X, text: X.}\n"
    files = {f"cards/{name}.yaml": card % name.encode() for name in ("zebra", "alpha")}
    plain = load(broken_folder(tmp_path, Broken("more", files=dict(files))))
    ids = [one["id"] for one in plain["cards"]]
    assert ids[0] == "alpha"
    assert ids[-1] == "zebra"


def test_a_shipped_scenario_is_found_by_its_name() -> None:
    assert find("tightrope") == shipped()["tightrope"]
    assert (shipped()["tightrope"] / "scenario.yaml").is_file()


def test_a_folder_is_found_by_its_path() -> None:
    assert find(str(SMALL)) == SMALL
    assert find(os.path.relpath(SMALL)).resolve() == SMALL


@pytest.mark.parametrize(
    "name", ["", "nothing", "../nothing", "a\0b", "~nobody-by-this-name/x", "x" * 5000, "\x1b[2J"]
)
def test_what_is_no_scenario_is_said_and_not_raised_otherwise(name: str) -> None:
    with pytest.raises(ScenarioError, match=r"no such scenario folder|no scenario\.yaml") as caught:
        find(name)
    assert "tightrope" in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_a_folder_without_scenario_yaml_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"no scenario\.yaml in this folder"):
        find(str(tmp_path))


def test_reading_a_folder_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    draft = read(tmp_path / "nowhere")
    assert [str(problem) for problem in draft.problems] == [
        "scenario.yaml: error: no such file. Write it."
    ]


def test_a_file_that_may_not_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = broken_folder(tmp_path, Broken("shut"))
    shut, opened = (folder / "moves.yaml").resolve(), Path.open
    shut.chmod(0)

    def shut_to_all(path: Path, *arguments: Any, **named: Any) -> Any:
        """Open a file as whoever has no right to the one that is shut: to the superuser nothing is."""
        if path == shut:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, *arguments, **named)

    if os.geteuid() == 0:
        monkeypatch.setattr(Path, "open", shut_to_all)
    assert "moves.yaml: error: Permission denied" in str(read(folder).problems[0])
