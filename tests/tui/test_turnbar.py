"""The top line: what is played, where it stands, what is in, and how long the phase has lasted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.tui.desks import FACILITATOR, judging
from tests.tui.seatings import seal, table_of, to_talks
from wargame.game.commands import Advance
from wargame.game.names import Phase
from wargame.game.pace import Pace
from wargame.tui.widgets.turnbar import time_in_phase, turn_bar

AT = datetime(2026, 3, 1, 12, 6, 41, tzinfo=UTC)
SINCE = "2026-03-01T12:00:00.000Z"


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        (SINCE, "06:41"),
        ("2026-03-01T10:00:00.000Z", "2:06:41"),
        ("2026-03-01T13:00:00.000Z", "00:00"),
        ("", ""),
    ],
)
def test_the_time_in_the_phase_is_minutes_and_seconds(since: str, shown: str) -> None:
    assert time_in_phase(since, AT) == shown


def test_orders_in_are_counted_for_the_facilitator_and_not_for_the_public(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    table.ask(FACILITATOR, Advance("talks"))
    seal(table, "guild", "toll")
    view = replace(table.view(FACILITATOR), since=SINCE)
    line = turn_bar(view, 80, AT).plain
    assert line.startswith("The river crossing  orders  turn 1/4  Spring  ")
    assert line.endswith("  orders 1 of 3 in  06:41")
    assert cell_len(line) == 80
    assert "orders 1 of 3" not in turn_bar(table.view("public"), 80, AT).plain


def test_results_are_counted(tmp_path: Path) -> None:
    table = judging(tmp_path)
    assert "0 of 3 ruled on" in turn_bar(table.view(FACILITATOR), 80, AT).plain


@pytest.mark.parametrize("width", [30, 60, 78, 118])
@pytest.mark.parametrize("title", ["Short", "A very long title " * 8, "狭" * 90])
def test_the_line_fits_and_the_title_gives_way_first(
    tmp_path: Path, width: int, title: str
) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    view = replace(table.view(FACILITATOR), title=title, since=SINCE)
    line = turn_bar(view, width, AT).plain
    assert cell_len(line) <= width
    assert line.endswith("06:41")
    if width >= 60:
        assert "turn 1/4" in line
        assert "Spring" in line


def test_the_last_turn_is_said_in_capitals(tmp_path: Path) -> None:
    table = table_of(tmp_path, turns=1)
    to_talks(table)
    assert "LAST TURN" in turn_bar(table.view(FACILITATOR), 80, AT).plain


@pytest.mark.parametrize("phase", ["hotwash", "closed"])
def test_after_the_game_no_plan_is_kept_to(tmp_path: Path, phase: Phase) -> None:
    table = table_of(tmp_path, pace=Pace(plan=60))
    to_talks(table)
    view = replace(table.view(FACILITATOR), since=SINCE)
    assert " behind" in (during := turn_bar(view, 80, AT).plain) or " ahead" in during
    clock = replace(view.clock, until="" if phase == "hotwash" else view.clock.until)
    line = turn_bar(replace(view, phase=phase, clock=clock), 80, AT).plain
    assert not any(word in line for word in ("ahead", "behind", "on time", "left"))
    assert line.endswith("06:41") == (phase == "hotwash")
    assert "ahead" not in turn_bar(replace(view, ending="Peace"), 80, AT).plain
    assert "behind" not in turn_bar(replace(view, ending="Peace"), 80, AT).plain
