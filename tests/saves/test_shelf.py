"""A session is found by its name or its path, and no name leads out of the folder of saves."""

import os
from pathlib import Path

import pytest

from tests.saves import pen, synthetic
from wargame.saves.errors import BadName, MissingSave, SaveError
from wargame.saves.shelf import Card, Shelf

GAME = pen.save(synthetic.game())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "saves"
    made.mkdir()
    return made


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Autumn",
        "1st",
        "-a",
        "a b",
        "a/b",
        "../autumn",
        "..",
        ".",
        "/etc/passwd",
        "a\0",
        "a\n",
        "a.jsonl",
        "über",
        "x" * 41,
    ],
)
def test_a_name_that_could_lead_elsewhere_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(BadName, match="cannot be a session's name"):
        Shelf(folder).path(name)


@pytest.mark.parametrize("name", ["a", "autumn-2020", "a_b", "x" * 40])
def test_a_good_name_is_a_file_in_the_folder(folder: Path, name: str) -> None:
    assert Shelf(folder).path(name) == folder / f"{name}.jsonl"


def test_a_link_inside_the_folder_is_followed_and_one_that_leads_out_is_not(folder: Path) -> None:
    pen.put(folder, GAME)
    pen.put(folder.parent, GAME, "outside")
    (folder / "inner.jsonl").symlink_to("autumn.jsonl")
    (folder / "outer.jsonl").symlink_to(folder.parent / "outside.jsonl")
    (folder / "dangling.jsonl").symlink_to("../nowhere.jsonl")
    shelf = Shelf(folder)
    assert shelf.find("inner") == folder / "inner.jsonl"
    for name in ("outer", "dangling"):
        with pytest.raises(BadName, match="leads out of the folder"):
            shelf.path(name)
    assert shelf.find(str(folder / "outer.jsonl")) == folder / "outer.jsonl"
    problems = {card.name: card.problem for card in shelf.saves()}
    assert problems.keys() == {"autumn", "inner", "outer", "dangling"}
    assert "leads out" in problems["outer"]
    assert problems["inner"] == ""


def test_the_folder_itself_may_be_a_link(folder: Path) -> None:
    pen.put(folder, GAME)
    (folder.parent / "link").symlink_to(folder)
    shelf = Shelf(folder.parent / "link")
    assert shelf.find("autumn") == folder.parent / "link" / "autumn.jsonl"
    assert [card.problem for card in shelf.saves()] == [""]


def test_a_save_is_found_by_name_before_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pen.put(folder, GAME)
    monkeypatch.chdir(folder.parent)
    (folder.parent / "autumn").write_text("a file of the same name")
    (folder.parent / "winter").write_text("a file of another name")
    shelf = Shelf(folder)
    assert shelf.find("autumn") == folder / "autumn.jsonl"
    assert shelf.find("winter") == Path("winter")
    assert shelf.find("saves/autumn.jsonl") == Path("saves/autumn.jsonl")
    assert shelf.find(str(folder / "autumn.jsonl")) == folder / "autumn.jsonl"


def test_a_path_may_begin_at_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pen.put(folder, GAME)
    monkeypatch.setenv("HOME", str(folder))
    assert Shelf(folder).find("~/autumn.jsonl") == folder / "autumn.jsonl"


@pytest.mark.parametrize(
    "save", ["winter", "winter.jsonl", "", "a\0b", "~nobody-at-all/x", "x" * 5000, "\x1b[31mred"]
)
def test_what_is_nowhere_is_named_with_what_there_is(folder: Path, save: str) -> None:
    pen.put(folder, GAME)
    with pytest.raises(MissingSave, match=r"neither as a path .*\(there: autumn\)") as caught:
        Shelf(folder).find(save)
    assert "\x1b" not in str(caught.value)


def test_without_a_folder_there_are_no_saves(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "saves")
    assert shelf.saves() == []
    with pytest.raises(MissingSave, match=r"\(there: none\)"):
        shelf.find("autumn")
    assert shelf.path("autumn") == tmp_path / "saves" / "autumn.jsonl"


def test_a_card_says_what_is_needed_to_choose(folder: Path) -> None:
    path = pen.put(folder, GAME)
    assert Shelf(folder).saves() == [
        Card(
            name="autumn",
            path=path,
            scenario="harbour",
            title="The harbour",
            turn=6,
            entries=len(GAME.splitlines()),
            last_at=pen.AT,
            closed=True,
        )
    ]


def test_what_is_said_in_a_game_does_not_end_up_on_its_card(folder: Path) -> None:
    lies = '","kind":"session_closed","data":{"phase":"event","turn":9'
    pen.put(folder, pen.save([*synthetic.game(turns=2, close=False), pen.note(lies)]))
    (card,) = Shelf(folder).saves()
    assert (card.turn, card.closed) == (2, False)


def test_a_torn_tail_is_not_counted(folder: Path) -> None:
    pen.put(folder, pen.save([pen.opening()]) + b'{"n":1,"at":"20')
    (card,) = Shelf(folder).saves()
    assert (card.entries, card.turn, card.last_at, card.problem) == (1, 0, pen.AT, "")


def test_the_game_played_last_comes_first(folder: Path) -> None:
    for name, at in (("one", "2026-11-22T09:41:07.123Z"), ("two", "2026-11-23T09:41:07.123Z")):
        pen.put(folder, pen.line("0" * 64, 0, pen.opening(name), at), name)
    assert [card.name for card in Shelf(folder).saves()] == ["two", "one"]


def test_only_saves_stand_on_the_shelf(folder: Path) -> None:
    for name in ("autumn.lock", "autumn.torn", ".autumn.1-2.new", "README.md", "Über.jsonl"):
        (folder / name).write_text("something")
    assert Shelf(folder).saves() == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        b"# hello\n",
        b"[]\n",
        b'{"data":[]}\n',
        b'{"data":{"scenario":[]}}\n',
        b'{"data":{"scenario":{}}}\n',
        b"\xff\n",
        b"[" * 100_000 + b"\n",
    ],
)
def test_what_is_no_save_is_listed_with_its_problem(folder: Path, raw: bytes) -> None:
    path = pen.put(folder, raw)
    (card,) = Shelf(folder).saves()
    assert card == Card("autumn", path, problem=f"{path} does not begin as a save does.")


def test_a_folder_or_a_pipe_is_listed_with_its_problem(folder: Path) -> None:
    (folder / "a.jsonl").mkdir()
    os.mkfifo(folder / "b.jsonl")
    assert all("is not a file" in card.problem for card in Shelf(folder).saves())
    assert len(Shelf(folder).saves()) == 2


def test_titles_are_cleaned_before_anyone_draws_them(folder: Path) -> None:
    scenario = {"scenario": "harbour", "title": "Red \x1b[31malert\u202e", "decks": [], "cards": []}
    pen.put(folder, pen.save([pen.opening(scenario=scenario)]))
    (card,) = Shelf(folder).saves()
    assert card.title == "Red alert"


def test_every_trouble_with_a_save_is_one_kind_of_error() -> None:
    assert issubclass(BadName, SaveError)
    assert issubclass(MissingSave, SaveError)
