"""Facts, situations and secret arguments on the screens: the facilitator's list, and the seat's form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tui.desks import FACILITATOR, desk, fill, judging, kept, press, screen_of
from tests.tui.seatings import (
    SIZES,
    app_of,
    notices,
    overflowing,
    seating_of,
    table_of,
    text_of,
    to_talks,
)
from wargame.game.changes import OrderText, SecretText
from wargame.game.commands import (
    Advance,
    AimAtSituation,
    AskSeat,
    OpenAdjudication,
    Protect,
    RecordFact,
    SealArgument,
    SealOrder,
)
from wargame.table.table import Table
from wargame.tui.plain import Plain
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.facts import FactsScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.widgets.fields import Picker
from wargame.tui.widgets.story import guarded

pytestmark = pytest.mark.usefixtures("no_rest")


def talking(folder: Path, **opening: Any) -> Table:
    table = table_of(folder, secret_arguments=True, **opening)
    to_talks(table)
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_a_fact_is_recorded_for_some_changed_and_ended(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = talking(tmp_path)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "F", "f", "enter")
        await fill(pilot, text="The ford is mined.", to="guild", owner="guild", modifier="-1")
        assert "> The ford is mined." in text_of(screen_of(app, FactsScreen))
        assert "-1 for The guild, known to The guild" in text_of(app.screen)
        await press(pilot, "c")
        await fill(pilot, text="The ford is mined no more.", to="public", reason="They said so.")
        assert "> The ford is mined no more." in text_of(app.screen)
        assert "known to everyone" in text_of(app.screen)
        await press(pilot, "e")
        await fill(pilot, reason="Everybody knows.")
        assert "mined" not in text_of(app.screen)
    assert kept(table, "fact_recorded")[0]["fact"]["sees"] == ["guild"]
    assert kept(table, "fact_changed")[0]["after"]["sees"] == ["*"]
    assert kept(table, "fact_ended_by_hand")[0]["fact"]["why"] == "Everybody knows."


async def test_an_order_is_aimed_at_a_situation_and_a_fact_counts(tmp_path: Path) -> None:
    table = judging(tmp_path)
    table.ask(FACILITATOR, RecordFact("fire", "The mill burns.", situation=True))
    app = desk(table, FactsScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "up")
        assert "> situation: The mill burns." in text_of(app.screen)
        await press(pilot, "a")
        await press(pilot, "+", "2")
    order_id = table.state.queue[0]
    assert kept(table, "situation_aimed_at") == [{"order_id": order_id, "fact": "fire"}]
    assert kept(table, "factor_granted")[0]["factor"]["by"] == -1
    assert AimAtSituation(order_id, "fire").fact == "fire"


@pytest.mark.parametrize("size", SIZES)
async def test_a_seat_seals_a_secret_argument_and_takes_it_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = talking(tmp_path)
    app = app_of(table, lambda seating: SeatScreen(seating, "town"))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        await fill(pilot, trigger="They strike first", when="chest >= 1", action="We arm")
        assert "nothing that this seat can see" in " ".join(
            one.message for one in app._notifications
        )
        await fill(pilot, when="anger >= 9")
        text = text_of(screen_of(app, SeatScreen))
        assert "Your secret argument" in text
        assert "waits for: They strike first" in text
        await press(pilot, "s", "y")
        assert "Your secret argument" not in text_of(app.screen)
    assert kept(table, "argument_sealed")[0]["argument"]["when"] == "anger >= 9"
    assert kept(table, "argument_withdrawn")


@pytest.mark.parametrize("size", SIZES)
async def test_a_condition_is_put_together_from_what_stands_on_the_board(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = talking(tmp_path)
    app = app_of(table, lambda seating: SeatScreen(seating, "town"))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        assert overflowing(app.screen) == []
        await fill(pilot, thing="anger", sign=">=", action="We arm")
        assert "Write a whole number to compare Anger with." in notices(app)
        await fill(pilot, amount="9")
        text = text_of(screen_of(app, SeatScreen))
        assert "waits for: Anger ≥ 9" in text
        assert "when:" not in text
    sealed = kept(table, "argument_sealed")[0]["argument"]
    assert (sealed["trigger"], sealed["when"]) == ("Anger ≥ 9", "anger >= 9")


async def test_a_condition_is_shown_in_words_to_the_facilitator_and_told_so(tmp_path: Path) -> None:
    table = talking(tmp_path)
    text = SecretText("", "We arm", when="anger >= 9 and not fact.bridge and turn > 2")
    table.ask("town", SealArgument("town", text))
    stands = table.state.scenario.facts["bridge"].text.rstrip(".")
    app = desk(table)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "F")
        said = f"Anger ≥ 9 and “{stands}” does not hold and the turn > 2"
        assert said in " ".join(text_of(app.screen).split())
        await press(pilot, "enter")
        about = app.screen.query_one("#about", Plain).shown
        assert f"It waits for: {said}." in about
    seats = table.view("town").secrets[0].waits_for
    assert seats == "Anger ≥ 9 and “bridge” does not hold and the turn > 2"


async def test_a_seat_holds_an_order_of_its_menu_back(tmp_path: Path) -> None:
    table = talking(tmp_path)
    app = app_of(table, lambda seating: SeatScreen(seating, "town"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "s")
        app.screen.query_one("#f-order", Picker).value = "court/to_millers"
        await fill(pilot, trigger="They strike first", first="They like us.")
        assert "then: Court a group" in text_of(app.screen)
    argument = kept(table, "argument_sealed")[0]["argument"]
    assert (argument["move"], argument["target"]) == ("court", "to_millers")


async def test_an_order_that_was_held_back_is_judged_as_what_it_is(tmp_path: Path) -> None:
    table = talking(tmp_path)
    text = SecretText("They strike first", "", move="court", target="to_millers")
    table.ask("town", SealArgument("town", text))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "F")
        assert "then: Court a group" in text_of(app.screen)
        await press(pilot, "enter")
        await fill(pilot, words="A stone was thrown.")
        await press(pilot, "enter")
        assert "Secret argument: Court a group" in text_of(app.screen)


async def test_its_trigger_comes_and_it_is_ruled_on_at_once(tmp_path: Path) -> None:
    table = talking(tmp_path)
    text = SecretText("They strike first", "We arm ourselves", reasons=["We are ready."])
    table.ask("town", SealArgument("town", text))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "F")
        assert "> The town, turn 1 (open): They strike first" in text_of(app.screen)
        await press(pilot, "enter")
        await fill(pilot, words="A stone was thrown.")
        screen_of(app, AdjudicationScreen)
        await press(pilot, "enter")
        assert "Secret argument" in text_of(app.screen)
        assert "We arm ourselves" in text_of(app.screen)
        await press(pilot, "enter", "space", "enter")
        assert not isinstance(app.screen, AdjudicationScreen)
    assert table.state.judged[0].sealed.secret
    assert table.state.phase == "talks"


async def test_a_screen_that_all_can_see_shows_no_secret(tmp_path: Path) -> None:
    table = talking(tmp_path)
    table.ask("town", SealArgument("town", SecretText("They strike first", "We arm ourselves")))
    app = desk(table, FactsScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        assert "strike" not in text_of(app.screen)
    assert seating_of(table).links["public"].view().secrets == []


async def test_a_seat_is_asked_in_private(tmp_path: Path) -> None:
    table = talking(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "A")
        await fill(pilot, seat="guild", text="What do you wait for?")
        await press(pilot, "F")
        assert "The guild, turn 1: What do you wait for?" in text_of(app.screen)
        assert "no reply yet" in text_of(app.screen)
    assert kept(table, "seat_asked")[0]["seat"] == "guild"


async def test_the_seat_replies(tmp_path: Path) -> None:
    table = talking(tmp_path)
    table.ask(FACILITATOR, AskSeat("guild", "What do you wait for?"))
    app = app_of(table, lambda seating: SeatScreen(seating, "guild"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "You alone are asked" in text_of(app.screen)
        await press(pilot, "a")
        await fill(pilot, text="For the water to fall.")
        assert "You alone are asked" not in text_of(app.screen)
    assert kept(table, "seat_replied")[0]["text"] == "For the water to fall."


def free_order(folder: Path, result: str = "") -> Table:
    """The guild's free order is on the table."""
    table = talking(folder)
    table.ask("guild", SealOrder("guild", OrderText("", "Dredge the ford.", result)))
    for phase in ("talks", "orders", "reveal"):
        table.ask(FACILITATOR, Advance(phase, holds=True))
    table.ask(FACILITATOR, OpenAdjudication())
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_what_a_free_order_wanted_becomes_a_fact_by_one_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = free_order(tmp_path, result="The ford is dry.")
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="5 5")
        text = text_of(app.screen)
        assert "It has succeeded; f makes it a fact: The ford is dry." in text
        assert "f Make it a fact" in text
        assert "changes nothing" not in text
        await press(pilot, "f")
        assert "one of the table's own, as above" in text_of(app.screen)
        await press(pilot, "ctrl+s")
        text = text_of(screen_of(app, AdjudicationScreen))
        assert "A fact now: The ford is dry." in text
        assert "f Fact" in text
        await press(pilot, "space")
    [fact] = kept(table, "fact_recorded")
    order_id = fact["order_id"]
    assert fact["fact"]["fact"] == f"of-{order_id}"
    assert fact["fact"]["text"] == "The ford is dry."
    assert (fact["fact"]["owner"], fact["fact"]["modifier"]) == ("", 0)


async def test_in_its_place_a_fact_that_the_scenario_knows_can_be_chosen(tmp_path: Path) -> None:
    table = free_order(tmp_path)
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="5 5")
        assert "f makes it a fact: Dredge the ford." in text_of(app.screen)
        await press(pilot, "f")
        await fill(pilot, which="bridge", modifier="2")
        assert "A fact now: A bridge crosses the river." in text_of(app.screen)
    [fact] = kept(table, "fact_recorded")
    assert fact["fact"]["text"] == "A bridge crosses the river."
    assert (fact["fact"]["owner"], fact["fact"]["modifier"]) == ("guild", 2)


async def test_nothing_is_made_a_fact_of_a_failure_or_in_front_of_everybody(tmp_path: Path) -> None:
    app = desk(free_order(tmp_path), AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        await fill(pilot, dice="1 1")
        assert "It changes nothing on the board." in text_of(app.screen)
        await press(pilot, "f", "1")
        assert "has to be filled in" in text_of(app.screen)  # not what was wanted and failed
        await press(pilot, "escape")
        await press(pilot, "u", "y", "d")
        await fill(pilot, dice="5 5")
        await press(pilot, "j")
        assert "It changes nothing on the board." in text_of(app.screen)
        assert "f makes it a fact" not in text_of(app.screen)


async def test_what_is_protected_stands_with_the_facts_for_whom_may_know_it(tmp_path: Path) -> None:
    table = talking(tmp_path)
    table.ask(FACILITATOR, Protect("track", "anger", 2, "town", "New guards."))
    table.ask(FACILITATOR, Protect("seat", "abbey", 1, "", "A moat.", hidden=True))
    words = "Protected, -2 for whoever but The town acts on it: Anger (New guards.)"
    assert words in guarded(table.view("public"))
    assert not any("moat" in one for one in guarded(table.view("public")))
    app = desk(table)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "F")
        assert words in text_of(screen_of(app, FactsScreen))
        await press(pilot, "escape")
        assert "Protected, -2 for whoever but" in text_of(app.screen)


async def test_whether_secret_arguments_are_played_is_changed_only_after_a_question(
    tmp_path: Path,
) -> None:
    table = talking(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "F", "s", "enter")
        assert table.view(FACILITATOR).secret_arguments
        await press(pilot, "s", "y")
        assert not table.view(FACILITATOR).secret_arguments


async def test_every_fact_of_the_list_says_until_when_it_holds(tmp_path: Path) -> None:
    table = talking(tmp_path)
    for name in ("one", "two"):
        table.ask(FACILITATOR, RecordFact(name, f"{name} " * 40, lasts=2))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "F")
        assert text_of(app.screen).count("t…  until turn 2") == 1
        assert text_of(app.screen).count("o…  until turn 2") == 1
