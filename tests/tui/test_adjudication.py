"""Adjudication: quick by default, odds before any die, one key throws and one accepts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tui.desks import calm, desk, fill, judging, kept, press, revealed, screen_of
from tests.tui.seatings import SIZES, notices, text_of
from wargame.game.commands import AddArgument, Advance, CallThrow
from wargame.game.views import ChangeView
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.form import Form
from wargame.tui.screens.wrap import WrapScreen
from wargame.tui.widgets.case import in_order

pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.mark.parametrize("size", SIZES)
async def test_before_the_throw_everything_that_counts_stands_on_one_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    orders = {"town": {"reasons": ["The oak is felled."]}}
    app = desk(judging(tmp_path, "town", orders=orders), AdjudicationScreen)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        text = text_of(app.screen)
    for wanted in (
        "Throw for The town: Build.",
        "Drive piles and lay beams.",
        "Wanted: A bridge stands by the season's end.",
        "1 for     counted   The oak is felled. (The town)",
        "Factors  counted already:",
        "(source 1)",
        "weighted 2d6",
        " %",
        "or more on 2d6",
        "F2 Enter Throw",
    ):
        assert wanted in text, wanted
    assert "SUCCESS" not in text
    assert "FAILURE" not in text


async def test_two_keys_judge_an_order_and_put_the_next_on_the_table(tmp_path: Path) -> None:
    table = revealed(tmp_path)
    table.ask("facilitator", Advance("reveal"))
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        for done in range(3):
            assert table.state.adjudication is not None
            await press(pilot, "enter")
            assert table.state.adjudication.quality is not None
            assert "Space Accept" in text_of(app.screen)
            await press(pilot, "space")
            assert len(kept(table, "result_accepted")) == done + 1
        assert "Every order has been ruled on." in text_of(app.screen)
        await press(pilot, "enter")
        screen_of(app, WrapScreen)
    assert all(one["edited"] is False for one in kept(table, "result_accepted"))


async def test_the_result_says_dice_quality_text_and_effects(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="6 6")
        text = text_of(app.screen)
    assert "STRONG SUCCESS  6 + 6 = 12 (thrown by hand)" in text
    assert "The bridge is up before the leaves fall." in text
    assert "1 Coffers" in text
    assert "What the order costs" in text
    [thrown] = kept(table, "dice_thrown")
    assert thrown["throw"]["entered"] is True


async def test_dice_called_by_hand_are_asked_for_again_after_leaving_the_form(
    tmp_path: Path,
) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "d", "escape")
        assert "Fixed: throw." in text_of(app.screen)
        await press(pilot, "enter")
        await fill(pilot, dice="9 9")
        assert notices(app) == ["Enter two dice of 1 to 6."]
        await fill(pilot, dice="1, 2")
        assert "1 + 2 = 3" in text_of(app.screen)


async def test_a_word_of_the_throwers_is_optional(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "s")
        await fill(pilot, word="dovecote")
        assert table.state.adjudication is not None
        assert table.state.adjudication.quality is not None


async def test_pros_and_cons_change_the_odds_and_carry_their_authors(tmp_path: Path) -> None:
    table = judging(tmp_path, "guild")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        assert "58.33 %" in text_of(app.screen)
        await press(pilot, "p")
        await fill(pilot, text="The river is high.", weight="strong")
        assert "83.33 %" in text_of(app.screen)
        await press(pilot, "c")
        await fill(pilot, text="Nobody has pennies.", author="abbey")
        text = text_of(app.screen)
        assert "1 for     strong    The river is high. (The guild)" in text
        assert "2 against counted   Nobody has pennies. (The abbey)" in text
        assert "72.22 %" in text
        await press(pilot, "w")
        await fill(pilot, argument="a2", weight="set_aside")
        assert "2 against set aside Nobody" in text_of(app.screen)
        assert "83.33 %" in text_of(app.screen)


@pytest.mark.parametrize(
    ("digit", "method", "lines", "odds"),
    [
        ("4", "plain", {}, "plain 2d6  58.33 %"),
        ("5", "consensus", {"given": "65"}, "consensus d100  65 %"),
        ("6", "expert", {"given": "20", "reason": "The ferryman"}, "expert d100  20 %"),
        ("2", "umpire", {}, "umpire  rules without dice"),
        ("7", "estimate", {}, "estimate d100  nobody has given a number"),
    ],
)
async def test_the_method_can_be_chosen_until_the_throw(
    tmp_path: Path, digit: str, method: str, lines: dict[str, str], odds: str
) -> None:
    table = judging(tmp_path, "guild")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", digit)
        await fill(pilot, **lines)
        assert odds in text_of(app.screen)
    assert kept(table, "method_chosen")[0]["method"] == method


async def test_a_probability_that_is_none_keeps_the_form_open(tmp_path: Path) -> None:
    app = desk(judging(tmp_path, "guild"), AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "a", "5")
        await fill(pilot, given="many")
        assert notices(app) == ["The probability is a whole number from 0 to 100."]
        screen_of(app, Form)


async def test_the_umpire_rules_with_a_reason(tmp_path: Path) -> None:
    table = judging(tmp_path, "guild")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", "2", "enter", "enter")
        await fill(pilot, quality="backfire", reason="Everybody saw it.")
        assert "BACKFIRE" in text_of(app.screen)
        assert "Why: Everybody saw it." in text_of(app.screen)
        await press(pilot, "space")
    assert kept(table, "result_accepted")[0]["quality"] == "backfire"


async def test_an_order_that_nothing_opposes_can_succeed_without_dice(tmp_path: Path) -> None:
    table = judging(tmp_path, "town", orders={"town": {"move": "feast"}})
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        assert "automatic  succeeds without dice" in text_of(app.screen)
        assert "F2 Enter Result" in text_of(app.screen)
        await press(pilot, "enter")
        assert "SUCCESS" in text_of(app.screen)
    assert kept(table, "dice_thrown") == []


async def test_estimates_are_typed_as_a_row_and_shown_with_their_median(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "a", "7", "enter")
        assert "Who estimates: Player Two, Player Three, The abbey. 0 in." in text_of(app.screen)
        await press(pilot, "enter", "1")
        await fill(pilot, row="40 60")
        wanted = "3 whole numbers, one each for Player Two, Player Three, The abbey."
        assert notices(app) == [wanted]
        await fill(pilot, row="40 60 95")
        await fill(pilot, text="The brothers have sworn it.")
        text = text_of(app.screen)
        assert "Player Two 40, Player Three 60, The abbey 95; median 60." in text
        assert "The abbey: The brothers have sworn it." in text
        assert "Ask why" not in text
        assert "estimate d100  60 %" in text
        assert "F2 Enter Throw" in text
    sealed = [(one["person"], one["estimate"]["percent"]) for one in kept(table, "estimate_sealed")]
    assert sealed == [("two", 40), ("three", 60), ("abbey", 95)]


async def test_effects_are_left_out_and_tracks_set_with_a_reason(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="6 6")
        await press(pilot, "e")
        await fill(pilot, drop="1 2")
        assert notices(app) == ["An edited result needs its reason."]
        await fill(pilot, reason="They paid in kind.")
        text = text_of(app.screen)
        assert "1 LEFT OUT: Coffers" in text
        assert "2 LEFT OUT: Now a fact" in text
        assert "Edited because: They paid in kind." in text
        await press(pilot, "t", "1")
        await fill(pilot, to="9", reason="Joy.")
        assert "+ Mood is set to 9: Joy." in text_of(app.screen)
        await press(pilot, "space")
    [result] = kept(table, "result_accepted")
    assert result["edited"] is True
    assert result["reason"] == "They paid in kind."
    tracks = [(one["track"], one["after"]) for one in result["changes"] if one["do"] == "track"]
    assert ("mood", 9) in tracks
    assert "coffers" not in [track for track, _ in tracks]


async def test_an_edit_can_be_taken_back_before_it_is_accepted(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="6 6")
        await press(pilot, "e")
        await fill(pilot, drop="1", reason="A slip.")
        await press(pilot, "e")
        await fill(pilot, drop="", reason="")
        await press(pilot, "t", "1")
        await fill(pilot, to="9", reason="A slip.")
        await press(pilot, "t", "1")
        await fill(pilot, to="")
        await press(pilot, "space")
    assert kept(table, "result_accepted")[0]["edited"] is False


async def test_the_story_is_told_and_becomes_a_fact(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "r")
        await fill(pilot, text="They built by night.")
        assert "Told: They built by night." in text_of(app.screen)
        await press(pilot, "f", "1")
        await fill(pilot, modifier="1")
        await press(pilot, "space")
    assert kept(table, "result_accepted")[0]["narrative"] == "They built by night."
    [fact] = kept(table, "fact_recorded")
    assert fact["fact"]["text"] == "They built by night."
    assert fact["fact"]["owner"] == "town"
    assert fact["order_id"] == "t1-town-1"


async def test_after_accepting_another_order_can_be_taken_first(tmp_path: Path) -> None:
    table = judging(tmp_path)
    last = table.view("facilitator").waiting[-1]
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "O", "2")
        assert table.state.adjudication is not None
        assert table.state.adjudication.order_id == last


async def test_an_adjudication_cut_short_goes_on_where_it_stopped(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    table.ask("facilitator", CallThrow("t1-town-1"))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        screen_of(app, AdjudicationScreen)
        assert "Fixed: throw." in text_of(app.screen)
        await press(pilot, "p")
        screen_of(app, AdjudicationScreen)
        await press(pilot, "enter")
        assert "Space Accept" in text_of(app.screen)


async def test_with_hand_dice_a_chance_waits_for_its_die(tmp_path: Path) -> None:
    orders = {"guild": {"move": "toll", "covert": True}}
    table = judging(tmp_path, "guild", orders=orders, hand_dice=True)
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="6 6")
        assert "Raise the toll: throw a die (60 or less on d100)." in text_of(app.screen)
        await press(pilot, "enter")
        assert "it happens on 60 or less" in text_of(app.screen)
        await fill(pilot, die="0")
        assert notices(app) == ["Enter one throw of 1 to 100."]
        await fill(pilot, die="60")
        assert "A covert order comes to light" in text_of(app.screen)


async def test_the_scenarios_own_account_stands_in_short_and_can_be_left_out(
    tmp_path: Path,
) -> None:
    table = judging(tmp_path, "guild", orders={"guild": {"move": "bribe"}})
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="4 4")
        said = re.search(r"also (\d) a count of the rules' own", text_of(app.screen))
        assert said is not None
        number = said[1]  # what goes before it, such as whether it is noticed, is up to chance
        await press(pilot, "e")
        await fill(pilot, drop=number, reason="Nobody counts.")
        assert f"also {number} a count of the rules' own LEFT OUT" in text_of(app.screen)
        await press(pilot, "space")
    assert table.state.board.counts.get("purses", 0) == 0


async def test_a_result_below_many_arguments_is_scrolled_to(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    for number in range(20):
        table.ask("facilitator", AddArgument("t1-town-1", "pro", f"Reason {number}.", "town"))
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="6 6")
        for _ in range(5):
            await calm(pilot)
        text = text_of(app.screen)
        assert "STRONG SUCCESS" in text
        assert "Anger 2 ->" in text
        assert "Reason 3." not in text


def test_effects_are_numbered_without_a_gap_and_the_rules_own_counts_come_last() -> None:
    kinds = ["count", "track", "card", "fact"]
    changes = [ChangeView(kind, kind, kind, 0, 1, "") for kind in kinds]
    assert in_order(changes) == [1, 3, 0, 2]
