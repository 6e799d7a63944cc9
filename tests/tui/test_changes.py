"""Changes in words, and the wrap: at most five lines, the largest first, each with its cause."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.desks import FACILITATOR, judging
from tests.tui.seatings import table_of
from wargame.game.commands import AcceptResult, AdjustTrack, CallThrow, EnterDice
from wargame.game.views import ChangeView, HappeningView, TrackView, View
from wargame.tui.widgets.changes import (
    Cause,
    causes_told,
    change_lines,
    change_text,
    wrap_lines,
)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (ChangeView("track", "c", "Coffers", 4, 2, "x"), "Coffers 4 -> 2 (-2)"),
        (ChangeView("fact", "f", "It stands.", 0, 3, "x"), "Now a fact: It stands. (until turn 3)"),
        (ChangeView("fact", "f", "It stands.", 0, 0, "x"), "Now a fact: It stands."),
        (ChangeView("end", "f", "It stands.", 0, 0, "x"), "No longer: It stands."),
        (ChangeView("ending", "e", "Riot", 0, 0, ""), "An ending: Riot"),
        (ChangeView("detect", "o", "A covert order", 0, 0, ""), "A covert order comes to light"),
        (ChangeView("later", "l", "Later", 0, 3, ""), "Later, on turn 3"),
        (ChangeView("count", "n", "purses", 0, 2, ""), "Counted: purses = 2"),
        (ChangeView("draw", "d", "river", 0, 2, ""), "Draws 2 from river"),
        (ChangeView("card", "c", "Flood: hand", 0, 0, ""), "Flood: hand"),
    ],
)
def test_every_kind_of_change_has_its_words(change: ChangeView, text: str) -> None:
    assert change_text(change) == text


def test_a_change_is_told_with_its_reason_and_the_scenarios_own_account_is_not() -> None:
    changes = [
        ChangeView("count", "n", "purses", 0, 2, ""),
        ChangeView("track", "c", "Coffers", 4, 2, "The price of it."),
    ]
    lines = [line.plain for line in change_lines(changes, 28, lead="  1 ")]
    assert lines == ["  1 Coffers 4 -> 2 (-2)  The", "    price of it."]


def moved_view(folder: Path, steps: dict[str, int]) -> View:
    """A view whose tracks have moved, each by a happening that names it and a smaller one."""
    view = table_of(folder).view(FACILITATOR)
    view.tracks = [
        replace(one, before=one.value, value=one.value + steps.get(one.id, 0))
        for one in view.tracks
    ]
    for track, step in steps.items():
        most = ChangeView("track", track, track, 0, step * 2, "Most of it.")
        less = ChangeView("track", track, track, step * 2, step, "Some taken back.")
        view.happenings.append(HappeningView("card", f"Card of {track}", "", "1", True, [most]))
        view.happenings.append(HappeningView("rule", "Rule", "", "1", True, [less]))
    return view


def test_the_wrap_tells_the_largest_first(tmp_path: Path) -> None:
    steps = {"mood": 1, "coffers": -2, "chest": 4, "anger": -3, "millers": 1, "farmers": 1}
    lines = wrap_lines(moved_view(tmp_path, steps))
    assert len(lines) == len(steps)
    assert [one.text.split()[0] for one in lines[:3]] == ["Chest", "Anger", "Coffers"]


def test_the_wraps_cause_is_what_moved_the_track_most_in_its_direction(tmp_path: Path) -> None:
    lines = wrap_lines(moved_view(tmp_path, {"chest": 2, "anger": -2}))
    assert [one.cause for one in lines] == [
        "Card of chest: Most of it (+4), and 1 more",
        "Card of anger: Most of it (-4), and 1 more",
    ]


def track(value: int, *, derived: bool = False) -> TrackView:
    return TrackView(
        "mood", "Mood", "Town", "track", value, 5, 0, 10, "", "", "high", "", True, derived
    )


def moving(title: str, step: int, why: str = "Because.") -> Cause:
    return Cause(title, [ChangeView("track", "mood", "Mood", 5, 5 + step, why)])


def test_a_line_names_what_did_most_and_counts_what_else_moved_the_track() -> None:
    found = [moving("Rain", -1), moving("Feast", 3), moving("Market", 1)]
    assert causes_told(found, track(8)) == "Feast: Because (+3), and 2 more"
    assert causes_told(found, track(4)) == "Rain: Because (-1), and 2 more"
    assert causes_told([moving("Feast", 3, "")], track(8)) == "Feast"


def test_a_track_that_follows_from_others_says_so() -> None:
    assert causes_told([], track(6, derived=True)) == "follows from other tracks"


def test_an_orders_effects_are_its_seats(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    order_id = next(one.order_id for one in table.view(FACILITATOR).revealed if one.seat == "town")
    table.ask(FACILITATOR, CallThrow(order_id, entered=True))
    table.ask(FACILITATOR, EnterDice([6, 6]))
    table.ask(FACILITATOR, AcceptResult(order_id))
    causes = {one.text.split(" ")[0]: one.cause for one in wrap_lines(table.view(FACILITATOR))}
    assert causes["Mood"] == "The town: Build: The town has its bridge."


def test_a_track_set_by_hand_says_that_no_card_or_order_did_it(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    table.ask(FACILITATOR, AdjustTrack("mood", 9, "A correction."))
    [line] = wrap_lines(table.view(FACILITATOR))
    assert line.text == "Mood 5 -> 9 (+4), glad"
    assert line.cause == "set by hand, or its cause is not shown here"


def test_a_seat_is_not_told_of_what_it_may_not_see(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    table.ask(FACILITATOR, AdjustTrack("chest", 9, "A correction."))
    assert wrap_lines(table.view("town")) == []
    assert len(wrap_lines(table.view("guild"))) == 1
