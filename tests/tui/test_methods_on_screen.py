"""Adjudication by key: every method with its odds, numbers by row or in secret, and what one press too many does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.content import Content
from textual.pilot import Pilot

from tests.tui.desks import calm, desk, fill, judging, kept, press, revealed, screen_of
from tests.tui.seatings import SIZES, notices, table_of, text_of, to_talks
from wargame.game.changes import OrderText
from wargame.game.commands import Advance, HandSeat, OpenAdjudication, SealOrder
from wargame.table.table import Table
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.choose import Choose
from wargame.tui.screens.estimating import EstimatingScreen
from wargame.tui.screens.form import Form
from wargame.tui.widgets.appeal import appeal_text

pytestmark = pytest.mark.usefixtures("no_rest")


async def test_the_key_that_throws_never_accepts_however_often_it_is_pressed(
    tmp_path: Path,
) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "enter", "f2", "enter", "enter")
        assert len(kept(table, "dice_thrown")) == 1
        assert kept(table, "result_accepted") == []
        assert "Space accepts it." in text_of(app.screen)
        await press(pilot, "space")
        assert len(kept(table, "result_accepted")) == 1
        await press(pilot, "space", "space")
        assert len(kept(table, "result_accepted")) == 1
        assert len(kept(table, "adjudication_opened")) == 2


async def test_a_word_that_is_not_given_after_all_leaves_everything_open(tmp_path: Path) -> None:
    table = judging(tmp_path, "guild")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "s", "escape")
        assert kept(table, "throw_called") == []
        for key in ("p", "c", "a", "s"):
            await press(pilot, key)
            assert isinstance(app.screen, Form | Choose), key
            await press(pilot, "escape")
        await press(pilot, "s")
        await fill(pilot, word="otter")
        assert len(kept(table, "dice_thrown")) == 1


async def test_dice_called_by_hand_can_be_thrown_by_the_table_after_all(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", "escape", "s")
        await fill(pilot, word="otter")
    first, second = kept(table, "throw_called")
    assert (first["entered"], second["entered"]) == (True, False)
    assert first["odds"] == second["odds"]
    assert kept(table, "dice_thrown")[0]["throw"]["entered"] is False


@pytest.mark.parametrize("size", SIZES)
async def test_all_methods_stand_side_by_side_with_their_odds_and_what_they_do(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = desk(judging(tmp_path, "guild"), AdjudicationScreen)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "a")
        text = text_of(screen_of(app, Choose))
    for wanted in (
        "1 automatic         100 %",
        "2 umpire                   the facilitator rules, with a reason",
        "3 weighted 2d6    58.33 %  2d6 + pros - cons + factors; strong counts 2",
        "4 plain 2d6       58.33 %",
        "5 consensus d100",
        "6 expert d100",
        "7 estimate d100",
        "8 hands d100",
        "9 leaning d100             agree 1, not sure 1/2; mean, then d100",
        "both roll until one alone succeeds",
        "up to 3 successes, one a turn",
    ):
        assert wanted in text, wanted


async def test_what_the_others_would_give_stands_there_before_and_after_the_throw(
    tmp_path: Path,
) -> None:
    app = desk(judging(tmp_path, "town"), AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        assert "Others: plain 2d6 58.33 %" in text_of(app.screen)
        await press(pilot, "d")
        await fill(pilot, dice="6 6")
        assert "plain 2d6 58.33 % (strong)" in text_of(app.screen).replace("\n", " ")


async def choose_last(pilot: Pilot[None], ups: int) -> None:
    """The method at this place from the end of the list."""
    await press(pilot, "a", "end", *["up"] * (ups - 1), "enter")


async def test_an_opposed_throw_shows_both_sides_and_every_round(tmp_path: Path) -> None:
    table = judging(tmp_path, "guild")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "a", "0")
        await fill(pilot, opponent="abbey", reason="They own the bank.")
        text = text_of(app.screen)
        assert "opposed 2d6  win 49.94 %  stalemate 0.13 %  lose 49.94 %" in text
        assert "Against it: The abbey +0." in text
        await press(pilot, "p")
        await fill(pilot, text="The bells ring.", about="opposing")
        text = text_of(app.screen)
        assert "1 other + counted   The bells ring. (The abbey)" in text
        assert "7+ against 6+" in text
        await press(pilot, "d")
        await fill(pilot, dice="1 2 1 1")
        assert "Rounds (+ succeeds): 3:2" in text_of(app.screen)
        await fill(pilot, dice="5 5")
        await fill(pilot, dice="1 1")
        text = text_of(app.screen)
        assert "SUCCESS  round 2: 10 (succeeds, by hand) against 2 (misses, by hand)" in text
    assert kept(table, "result_proposed")[0]["rounds"] == 2


async def test_hands_are_counted(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "a", "8", "enter")
        assert "Who raises a hand for success?" in text_of(app.screen)
        await press(pilot, "enter")
        await fill(pilot, raised="9")
        assert notices(app) == ["Hands raised: 0 to 3, for so many are present."]
        await fill(pilot, raised="5", present="7")
        text = text_of(app.screen)
    assert "hands d100  71 %" in text
    assert "Hands: 5 of 7 raised." in text


@pytest.mark.parametrize(("row", "odds"), [("a n d", "50 %"), ("AAN", "83 %"), ("3 1 0", "88 %")])
async def test_leanings_are_typed_as_letters_or_counts(tmp_path: Path, row: str, odds: str) -> None:
    app = desk(judging(tmp_path, "town"), AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "a", "9", "enter", "enter")
        await fill(pilot, row="a x")
        assert "One letter (a, n or d) each for" in notices(app)[0]
        await fill(pilot, row=row)
        assert f"leaning d100  {odds}" in text_of(app.screen)


async def test_estimates_are_given_in_secret_one_after_the_other(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "a", "7", "enter", "enter", "2")
        screen_of(app, EstimatingScreen)
        assert "Next: Player Two" in text_of(app.screen)
        assert "Build" not in text_of(app.screen)
        await press(pilot, "enter")
        assert "Player Two: how likely is it to succeed?" in text_of(app.screen)
        await press(pilot, "4", "0")
        assert "40" not in text_of(app.screen)
        await press(pilot, "enter")
        assert "Next: Player Three" in text_of(app.screen)
        await press(pilot, "enter", "1", "0", "1", "enter")
        assert notices(app) == ["A whole number from 0 to 100."]
        await press(pilot, "backspace", "backspace", "backspace", "5", "0", "enter")
        await press(pilot, "enter", "6", "0", "enter")
        assert "estimate d100  50 %" in text_of(app.screen)
    assert [one["estimate"]["percent"] for one in kept(table, "estimate_sealed")] == [40, 50, 60]


async def test_who_was_asked_in_secret_already_is_not_asked_again(tmp_path: Path) -> None:
    app = desk(judging(tmp_path, "town"), AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", "7", "enter", "enter", "2", "enter", "4", "0", "enter", "escape")
        screen_of(app, AdjudicationScreen)
        await press(pilot, "enter", "2")
        assert "Next: Player Three" in text_of(app.screen)


async def test_a_seat_that_plays_by_itself_is_not_asked(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    table.ask("facilitator", HandSeat("abbey", "random"))
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", "7", "enter")
        assert "Who estimates: Player Two, Player Three. 0 in." in text_of(app.screen)


def spotlit(folder: Path) -> Table:
    table = revealed(folder)
    table.ask("facilitator", Advance("reveal"))
    return table


async def test_an_order_is_put_into_the_spotlight(tmp_path: Path) -> None:
    table = spotlit(tmp_path)
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "L")
        assert "(moves the board most)" in text_of(app.screen)
        await press(pilot, "1")
        order_id = kept(table, "spotlight_set")[0]["order_id"]
        table.ask("facilitator", OpenAdjudication(order_id))
        await calm(pilot)
        assert "In the spotlight. Not heard yet:" in text_of(app.screen)


async def test_an_appeal_counts_down_and_holds_nothing_up(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "A")
        assert "Appeal: 0" in text_of(app.screen)
        await press(pilot, "space")
    assert len(kept(table, "appeal_opened")) == len(kept(table, "result_accepted")) == 1


def test_the_time_of_an_appeal_is_reckoned_from_its_deadline() -> None:
    until = "2026-11-22T10:01:00.000Z"
    at = datetime(2026, 11, 22, 10, 0, 18, tzinfo=UTC)
    assert appeal_text(until, at) == "Appeal: 00:42 left for anybody who objects."
    assert appeal_text(until, at.replace(minute=1)) == "The time for an appeal is over."
    assert appeal_text("", at) == ""
    assert Content(appeal_text(until, at)).cell_length < 60


def free(folder: Path) -> Table:
    """The guild's free order is on the table."""
    table = table_of(folder)
    to_talks(table)
    table.ask("guild", SealOrder("guild", OrderText("", "Dredge the ford.", "A dry ford.")))
    for phase in ("talks", "orders", "reveal"):
        table.ask("facilitator", Advance(phase, holds=True))
    table.ask("facilitator", OpenAdjudication())
    return table


async def test_a_free_order_is_made_a_project(tmp_path: Path) -> None:
    table = free(tmp_path)
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await choose_last(pilot, 1)
        await fill(pilot, name="A dry ford", stages="2")
        screen_of(app, Choose)
        await press(pilot, "4", "enter")
        text = text_of(app.screen)
        assert "Project: A dry ford, stage 1 of 2" in text
        assert "plain 2d6  58.33 %" in text
        await press(pilot, "d")
        await fill(pilot, dice="5 5")
        assert "Stage 1 of 2 is done: A dry ford." in text_of(app.screen)
        await press(pilot, "space")
    assert [(one.done, one.stages) for one in table.view("public").projects] == [(1, 2)]


async def test_something_is_protected_by_the_order_that_succeeded(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="6 6")
        await press(pilot, "G", "1", "1")
        await fill(pilot, level="2")
    [one] = kept(table, "protection_set")
    assert (one["kind"], one["level"], one["owner"], one["order_id"]) == (
        *("track", 2, "town"),
        "t1-town-1",
    )


async def test_a_factor_is_granted_by_hand(tmp_path: Path) -> None:
    table = judging(tmp_path, "guild")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "M")
        await fill(pilot, by="-1", why="The ford is guarded.")
        assert "-1 The ford is guarded." in text_of(app.screen)
        assert "41.67 %" in text_of(app.screen)


async def test_consequences_lower_a_strong_success(tmp_path: Path) -> None:
    app = desk(judging(tmp_path, "guild"), AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await fill(pilot, text="The millers starve.", about="consequences")
        assert "1 after   counted   The millers starve." in text_of(app.screen)
        assert "58.33 %" in text_of(app.screen)
        await press(pilot, "d")
        await fill(pilot, dice="6 6")
        text = text_of(app.screen)
    assert "SUCCESS  6 + 6" in text
    assert "STRONG" not in text
    assert "its consequences make it a success" in text


async def test_the_list_of_methods_stands_on_the_one_in_force(tmp_path: Path) -> None:
    table = judging(tmp_path, "guild")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", "enter")
        if isinstance(app.screen, Form):
            await press(pilot, "ctrl+s")
    adjudication = table.view("facilitator").adjudication
    assert adjudication is not None
    assert adjudication.method == "weighted"
