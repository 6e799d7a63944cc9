"""The verbs that draw on the whole screen: in a real terminal, in one too small, and in none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import FIRST_TURN, OPENING, Called, script, wargame
from tests.cli.terminals import Terminal
from wargame.saves.log import SaveLog
from wargame.saves.reading import read

LEAVE = "\x11"
"""Ctrl+Q."""


def leave(terminal: Terminal) -> int:
    """Leave from wherever one is, and confirm it."""
    terminal.press(LEAVE)
    terminal.wait_for("Leave Wargame")
    terminal.press("y")
    return terminal.end()


def test_a_game_is_begun_left_and_gone_on_with() -> None:
    with Terminal(
        "play", "--session", "evening", "--banner", "EXERCISE", "--turns", "6"
    ) as terminal:
        terminal.wait_for("EXERCISE")
        terminal.wait_for("Begin turn 1")
        assert leave(terminal) == 0
    before = read(Path("saves/evening.jsonl"))
    assert before.entries[0].data["turns"] == 6
    assert before.damage is None
    assert before.torn is None
    with Terminal("resume", "evening") as terminal:
        terminal.wait_for("Begin turn 1")
        assert leave(terminal) == 0
    assert read(Path("saves/evening.jsonl")).head == before.head


def test_home_lists_what_there_is_and_leads_to_the_review(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert Called(capsys, "run", script(OPENING + FIRST_TURN)).code == 0
    with Terminal() as terminal:
        terminal.wait_for("The river crossing")
        terminal.press("v")
        terminal.wait_for("REVIEW")
        assert leave(terminal) == 0
    with Terminal("review", "bridge") as terminal:
        terminal.wait_for("REVIEW")
        terminal.press("q")
        assert terminal.end() == 0


def test_a_save_that_is_open_elsewhere_can_be_looked_at_and_not_played(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert Called(capsys, "run", script(OPENING + FIRST_TURN)).code == 0
    with SaveLog.open(Path("saves/bridge.jsonl")):
        before = read(Path("saves/bridge.jsonl")).head
        with Terminal("resume", "bridge") as terminal:
            terminal.wait_for("LOOKING ONLY")
            assert leave(terminal) == 0
        with Terminal("review", "bridge") as terminal:
            terminal.wait_for("REVIEW")
            terminal.press("q")
            assert terminal.end() == 0
    assert read(Path("saves/bridge.jsonl")).head == before


@pytest.mark.parametrize(("columns", "rows"), [(79, 24), (80, 23)])
def test_a_terminal_that_is_too_small_is_said_with_its_size(columns: int, rows: int) -> None:
    with Terminal("play", columns=columns, rows=rows) as terminal:
        assert terminal.end() == 2
        assert f"{columns} by {rows}" in " ".join(terminal.drawn.split())
    assert not Path("saves").exists()


def test_without_a_terminal_the_screens_are_refused_and_nothing_is_made(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert Called(capsys, "run", script(OPENING + FIRST_TURN), "--saves", "kept").code == 0
    for arguments in (
        ["play"],
        [],
        ["review", "kept/bridge.jsonl"],
        ["resume", "kept/bridge.jsonl"],
    ):
        done = wargame(*arguments)
        assert done.returncode == 2
        assert "not a terminal" in done.stderr
        assert done.stdout == ""
    assert not Path("saves").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["play", "nowhere"],
        ["play", "--session", "Bad Name"],
        ["play", "--session", "bridge"],
        ["resume", "nothing"],
        ["resume", "folder"],
        ["resume", "binary.jsonl"],
        ["review", "nothing"],
        ["review", "folder"],
        ["review", "binary.jsonl"],
        ["review", "empty.jsonl"],
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_drawn(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert Called(capsys, "run", script(OPENING + FIRST_TURN)).code == 0
    before = Path("saves/bridge.jsonl").read_bytes()
    Path("folder").mkdir()
    Path("binary.jsonl").write_bytes(bytes(range(256)) * 20)
    Path("empty.jsonl").write_bytes(b"")
    with Terminal(*arguments) as terminal:
        assert terminal.end() == 2
        assert "\x1b[?1049h" not in terminal.drawn, "the screen was taken"
        assert "Traceback" not in terminal.drawn
        assert "fault" not in terminal.drawn
        assert len(terminal.drawn.split()) > 3
    assert Path("saves/bridge.jsonl").read_bytes() == before


def test_a_closed_session_is_looked_back_on_and_not_played_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    end = "  - end_game: true\n  - close_session: true\n"
    assert Called(capsys, "run", script(OPENING + FIRST_TURN + end)).code == 0
    with Terminal("resume", "bridge") as terminal:
        assert terminal.end() == 2
        assert "wargame review" in " ".join(terminal.drawn.split())


def test_a_torn_save_is_mended_by_going_on_and_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert Called(capsys, "run", script(OPENING + FIRST_TURN)).code == 0
    save = Path("saves/bridge.jsonl")
    save.write_bytes(save.read_bytes()[:-7])
    with Terminal("review", "bridge") as terminal:
        terminal.wait_for("cut short")
        terminal.press("q")
        assert terminal.end() == 0
    with Terminal("resume", "bridge", columns=120, rows=40) as terminal:
        terminal.wait_for("set aside")
        assert leave(terminal) == 0
    assert Path("saves/bridge.torn").exists()
    assert read(save).torn is None


def test_a_damaged_save_is_refused_and_reviewed(capsys: pytest.CaptureFixture[str]) -> None:
    assert Called(capsys, "run", script(OPENING + FIRST_TURN)).code == 0
    save = Path("saves/bridge.jsonl")
    spoilt = save.read_bytes().replace(b"They are many", b"They are mani", 1)
    save.write_bytes(spoilt)
    with Terminal("resume", "bridge") as terminal:
        assert terminal.end() == 2
        assert "is damaged" in " ".join(terminal.drawn.split())
    with Terminal("review", "bridge") as terminal:
        terminal.wait_for("Damaged at entry")
        terminal.press("q")
        assert terminal.end() == 0
    assert save.read_bytes() == spoilt


def test_the_public_screen_follows_a_game_of_another_terminal() -> None:
    with Terminal("play", "--session", "evening") as table:
        table.wait_for("Begin turn 1")
        with Terminal("screen", "evening", columns=120, rows=40) as public:
            public.wait_for("commitment")
            table.press("\r")
            public.wait_for("turn 1/10")
            assert leave(public) == 0
        assert leave(table) == 0
