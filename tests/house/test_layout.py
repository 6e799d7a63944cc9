"""The folders are those a stranger expects from the one sentence that explains them."""

from tests.house.source import ROOT

TOP = {"pyproject.toml", "README.md", "wargame", "decks", "saves", "tests"}
BESIDE_THE_ROOMS = {"house", "playthroughs", "benchmarks", "pictures"}
"""Folders of tests/ that test no one room."""


def ignored() -> set[str]:
    """Return the names git leaves out at the top level, such as a build's `dist`."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return {line.strip("/") for line in lines if line.startswith("/") and line.endswith("/")}


def folders(name: str) -> set[str]:
    """Return the names of the packages directly under a top-level folder."""
    return {path.parent.name for path in (ROOT / name).glob("*/__init__.py")}


def test_the_top_level_is_exactly_six_things_and_files_with_a_dot() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - ignored() - {"__pycache__"} == TOP


def test_every_room_has_its_tests_and_every_folder_of_tests_its_room() -> None:
    rooms = folders("wargame")
    assert "game" in rooms
    assert rooms - folders("tests") == set()
    single = {path.stem for path in (ROOT / "wargame").glob("*.py")}
    assert folders("tests") - rooms - single - BESIDE_THE_ROOMS == set()


def test_git_ignores_games_played_here_but_not_the_room_that_writes_them() -> None:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert lines.index("/saves/*") < lines.index("!/saves/sample.jsonl")
    assert not {"saves", "saves/", "/saves", "/saves/"} & set(lines)
