"""A save cut after any entry opens, and the game goes on to its close, whatever it was in the middle of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.table.games import BOOKS, FACILITATOR, SEATS, entries, new, play
from wargame.game.changes import OrderText
from wargame.game.commands import (
    AddArgument,
    CallThrow,
    ChooseMethod,
    OpenAdjudication,
    Rule,
    SealEstimate,
    SealOrder,
    ShowEstimates,
    Throw,
)
from wargame.game.names import Phase
from wargame.saves.disk import Disk
from wargame.saves.reading import read
from wargame.saves.verify import verify
from wargame.table.table import Table


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing wait for the disk: these saves are cut, not lost."""
    monkeypatch.setattr(Disk, "sync", lambda self, fd: None)
    monkeypatch.setattr(Disk, "sync_folder", lambda self, folder: None)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The lines of a game of two turns, every seat played, dice of both kinds."""
    path = tmp_path_factory.mktemp("whole") / "autumn.jsonl"
    table = new(path, setup="1450", playbooks=BOOKS)
    play(table)
    table.close()
    return path.read_bytes().splitlines(keepends=True)


def cut(folder: Path, lines: list[bytes], count: int) -> Path:
    path = folder / f"cut-{count}" / "autumn.jsonl"
    path.parent.mkdir()
    path.write_bytes(b"".join(lines[:count]))
    return path


def test_from_every_entry_on_the_game_comes_to_its_close(
    whole: list[bytes], tmp_path: Path
) -> None:
    assert len(whole) > 60
    for count in range(1, len(whole)):
        path = cut(tmp_path, whole, count)
        table = Table.open(path)
        assert path.read_bytes().startswith(b"".join(whole[:count]))
        play(table)
        assert table.state.closed
        table.close()
        if count % 10 == 0:
            assert verify(path).as_json()["ok"], count


def test_reading_alone_changes_nothing(whole: list[bytes], tmp_path: Path) -> None:
    for count in range(1, len(whole), 7):
        path = cut(tmp_path, whole, count)
        held = Table.open(path)
        written = path.read_bytes()
        second = Table.open(path)
        for who in (*SEATS, FACILITATOR, "public"):
            assert second.view(who) == held.view(who)
        second.close()
        assert path.read_bytes() == written
        held.close()


def test_half_a_line_is_cut_off_and_the_rest_goes_on(whole: list[bytes], tmp_path: Path) -> None:
    for count in range(2, len(whole), 5):
        path = cut(tmp_path, whole, count)
        path.write_bytes(path.read_bytes() + whole[count][:-9])
        table = Table.open(path)
        assert read(path).torn is None
        play(table)
        assert table.state.closed
        table.close()


def to(table: Table, phase: Phase) -> None:
    """Go on until this phase."""
    while table.state.phase != phase:
        play(table, 1)


def test_an_adjudication_goes_on_in_the_middle_of_every_step(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    table = new(path)
    to(table, "talks")
    for seat in SEATS:
        table.ask(seat, SealOrder(seat, OrderText("", f"{seat} acts", reasons=["Because."])))
    to(table, "adjudicate")
    first, second, third = table.state.queue
    for asked in (
        OpenAdjudication(first),
        AddArgument(first, "con", "No.", "abbey"),
        ChooseMethod(first, "estimate"),
        SealEstimate(first, "bob" if "town" in first or "abbey" in first else "ann", 40),
        ShowEstimates(first),
        CallThrow(first),
        Throw("word"),
    ):
        table.ask(FACILITATOR, asked)
        views = {who: table.view(who) for who in (*SEATS, FACILITATOR)}
        table.close()
        table = Table.open(path)
        assert {who: table.view(who) for who in views} == views
    play(table, 1)
    table.ask(FACILITATOR, OpenAdjudication(second))
    table.ask(FACILITATOR, ChooseMethod(second, "umpire"))
    table.ask(FACILITATOR, Rule(second, "backfire", "Reckless."))
    table.close()
    table = Table.open(path)
    play(table)
    assert [one.sealed.order_id for one in table.state.judged[:3]] == [first, second, third]
    assert entries(table)[-1].kind == "session_closed"
