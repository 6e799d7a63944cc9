"""The board: bars, blocs about nought, what changed, words, and what is not public."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.tui.seatings import table_of
from wargame.game.views import TrackView
from wargame.tui.widgets.board import (
    Board,
    Columns,
    bar,
    columns,
    grouped,
    mood,
    track_lines,
    value_of,
)

TRACK = TrackView(
    id="mood",
    name="Mood",
    group="The town",
    kind="track",
    value=4,
    before=5,
    low=0,
    high=10,
    word="patient",
    sentence="People wait.",
    better="high",
    seat="town",
    public=True,
)
BLOC = replace(TRACK, id="millers", name="Millers", kind="bloc", value=0, low=-3, high=3)


def line_of(track: TrackView) -> str:
    """A track on a board whose names have eight cells."""
    (line,) = track_lines(track, Columns(name=8, change=2, bar=10), 40)
    return line.plain


@pytest.mark.parametrize(
    ("value", "drawn"),
    [(0, ".........."), (1, "#........."), (4, "####......"), (10, "##########")],
)
def test_a_bar_has_as_many_signs_as_the_track_of_ten_has_steps(value: int, drawn: str) -> None:
    assert bar(replace(TRACK, value=value)) == drawn


@pytest.mark.parametrize(
    ("value", "drawn"),
    [(-3, "###|..."), (-1, "..#|..."), (0, "...|..."), (1, "...|#.."), (3, "...|###")],
)
def test_a_bloc_stands_to_the_left_or_right_of_nought(value: int, drawn: str) -> None:
    assert bar(replace(BLOC, value=value)) == drawn


def test_a_wide_span_about_nought_still_shows_one_step() -> None:
    wide = replace(BLOC, low=-100, high=100)
    assert bar(replace(wide, value=1)) == ".....|#...."
    assert bar(replace(wide, value=-100)) == "#####|....."


def test_a_track_from_above_nought_fills_from_its_low_end() -> None:
    assert bar(replace(TRACK, low=4, high=8, value=4)) == ".........."
    assert bar(replace(TRACK, low=4, high=8, value=6)) == "#####....."


def test_a_line_says_name_value_change_bar_and_word() -> None:
    assert line_of(TRACK) == " Mood      4 -1 ####...... patient"


def test_without_a_change_its_place_stays_empty() -> None:
    assert line_of(replace(TRACK, before=4)) == " Mood      4    ####...... patient"


def test_a_blocs_value_has_its_sign() -> None:
    assert [value_of(replace(BLOC, value=one)) for one in (-2, 0, 2)] == ["-2", "0", "+2"]


def test_a_track_that_is_not_public_is_marked() -> None:
    assert "Mood*" in line_of(replace(TRACK, public=False))


def test_a_change_has_a_style_beside_its_sign() -> None:
    assert mood(replace(TRACK, value=6)) == "bold $success"
    assert mood(replace(TRACK, value=6, better="low")) == "bold $error"
    assert mood(replace(TRACK, value=6, better="none")) == "bold"
    assert mood(replace(TRACK, value=5)) == ""


@pytest.mark.parametrize("width", [20, 36, 39, 60, 100])
@pytest.mark.parametrize("name", ["M", "Washington's standing in Baghdad, and more", "巴格达" * 20])
def test_no_line_is_wider_than_the_board(width: int, name: str) -> None:
    track = replace(TRACK, name=name, word="a very long word for a band")
    lines = track_lines(track, columns([track], width), width)
    assert all(cell_len(line.plain) <= width for line in lines)


def test_a_name_too_long_for_its_column_goes_on_below_and_is_not_cut() -> None:
    track = replace(TRACK, name="Washington's standing in Baghdad", public=False)
    first, more = track_lines(track, columns([track], 40), 40)
    assert first.plain == " Washington's standing in   4 -1 ###...."
    assert more.plain.strip() == "Baghdad*"


def test_bars_are_shorter_where_the_names_need_the_room() -> None:
    track = replace(TRACK, name="Moderate Shiite parties")
    assert columns([TRACK, track], 40) == Columns(name=23, change=2, bar=7)
    assert columns([TRACK], 40) == Columns(name=6, change=2, bar=10)


def test_words_stand_there_at_a_hundred_and_twenty_and_names_are_whole() -> None:
    track = replace(TRACK, name="Washington's standing in Baghdad", word="armed and waiting")
    (line,) = track_lines(track, columns([track], 66), 66)
    assert line.plain.endswith("armed and waiting")
    assert "Washington's standing in Baghdad" in line.plain


def test_the_board_stands_by_group_in_the_scenarios_order(tmp_path: Path) -> None:
    view = table_of(tmp_path).view("facilitator")
    written = Board().written(view.tracks, 39).plain
    groups = [group for group, _ in grouped(view.tracks)]
    assert groups == ["The town", "The guild", "The crossing", "Who stands with the town"]
    assert [line for line in written.split("\n") if line in groups] == groups
    assert " Farmers +1    ...|#.." in written


def test_hidden_signs_in_a_name_never_reach_the_board() -> None:
    track = replace(TRACK, name="\x1b[31mMo\u202eod[/]", word="\x07x")
    line = track_lines(track, columns([track], 60), 60)[0].plain
    assert line.isprintable()
    assert "Mood[/]" in line
