"""`wargame report`: a file that is written whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.calls import FIRST_TURN, OPENING, Called, script, wargame, with_room_for


@pytest.fixture(autouse=True)
def _played(capsys: pytest.CaptureFixture[str]) -> None:
    assert Called(capsys, "run", script(OPENING + FIRST_TURN)).code == 0


def test_a_report_is_written_where_it_is_asked_for() -> None:
    before = Path("saves/bridge.jsonl").read_bytes()
    done = wargame("report", "bridge", "-o", "story.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert "story.md" in done.stdout
    text = Path("story.md").read_text(encoding="utf-8")
    assert text.startswith("# The river crossing: session bridge")
    assert "The farmers nod." in text
    assert Path("saves/bridge.jsonl").read_bytes() == before
    assert sorted(one.name for one in Path().iterdir()) == ["saves", "script.yaml", "story.md"]
    assert stat.S_IMODE(Path("story.md").stat().st_mode) & 0o600 == 0o600


def test_a_report_replaces_an_older_one(capsys: pytest.CaptureFixture[str]) -> None:
    Path("story.md").write_text("old", encoding="utf-8")
    assert Called(capsys, "report", "saves/bridge.jsonl", "-o", "story.md").code == 0
    assert Path("story.md").read_text(encoding="utf-8") != "old"


@pytest.mark.parametrize(
    ("save", "output", "said"),
    [
        ("bridge", "story.pdf", ".md"),
        ("bridge", "story", ".md"),
        ("bridge", "saves/bridge.jsonl", ".md"),
        ("bridge", "nowhere/story.md", "nowhere"),
        ("bridge", "folder.md", "folder"),
        ("bridge", "/proc/story.md", "/proc/story.md"),
        ("nothing", "story.md", "There is no save"),
        ("folder.md", "story.md", "not a file"),
        ("binary", "story.md", "binary"),
        ("", "story.md", "There is no save"),
    ],
)
def test_what_cannot_be_used_is_explained_and_nothing_is_written(
    save: str, output: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("folder.md").mkdir()
    Path("binary").write_bytes(bytes(range(256)))
    before = {one: one.read_bytes() for one in Path().rglob("*") if one.is_file()}
    called = Called(capsys, "report", save, "-o", output)
    assert called.code == 2
    assert called.out == ""
    assert said in called.err
    assert {one: one.read_bytes() for one in Path().rglob("*") if one.is_file()} == before


def test_an_output_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    called = Called(capsys, "report", "bridge")
    assert called.code == 2
    assert "-o" in called.err


def test_a_damaged_save_is_reported_with_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    save = Path("saves/bridge.jsonl")
    save.write_bytes(save.read_bytes().replace(b"They are many", b"They are mani", 1))
    called = Called(capsys, "report", "bridge", "-o", "story.md")
    assert called.code == 0
    assert "Damaged at entry" in called.err
    assert "Not the whole game" in Path("story.md").read_text(encoding="utf-8")


def test_a_full_disk_leaves_the_older_report_as_it_was() -> None:
    Path("story.md").write_text("old", encoding="utf-8")
    done = with_room_for(1, "report", "bridge", "-o", "story.md")
    assert done.returncode == 2
    assert "story.md cannot be written" in done.stderr
    assert Path("story.md").read_text(encoding="utf-8") == "old"
    assert sorted(one.name for one in Path().iterdir()) == ["saves", "script.yaml", "story.md"]
