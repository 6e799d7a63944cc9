"""The injects on the facilitator's screen: fired to all or to some, held, skipped, handed over, written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import desk, fill, kept, press, screen_of
from tests.tui.seatings import SIZES, table_of, text_of, to_talks
from wargame.decks.check import opened
from wargame.tui.screens.choose import Choose
from wargame.tui.screens.form import Form
from wargame.tui.screens.hotwash import HotWashScreen
from wargame.tui.screens.injects import InjectsScreen
from wargame.tui.screens.table import TableScreen

pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.mark.parametrize("size", SIZES)
async def test_an_inject_is_marked_read_and_fired(tmp_path: Path, size: tuple[int, int]) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "f4")
        text = text_of(screen_of(app, InjectsScreen))
        assert "> ready     A spate" in text
        assert "The river is over its banks." in text
        assert "Anger +1" in text
        assert "Note: When nothing moves." in text
        await press(pilot, "enter")
        screen_of(app, Choose)
        await press(pilot, "enter")
        assert "> fired t1  A spate" in text_of(app.screen)
        await press(pilot, "escape")
        assert "A spate" in text_of(screen_of(app, TableScreen))
    assert kept(table, "inject_fired")[0]["sees"] == ["*"]


@pytest.mark.parametrize("scenario", ["tightrope", "aland"])
async def test_of_the_shipped_ones_each_stands_on_a_small_screen_as_a_whole_while_it_is_marked(
    tmp_path: Path, scenario: str
) -> None:
    table = table_of(tmp_path, opened(scenario), people=[])
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i")
        for inject in table.state.scenario.injects.values():
            text = " ".join(text_of(screen_of(app, InjectsScreen)).split())
            assert f"> ready {inject.card.title}" in text
            for words in (
                inject.card.text,
                *(one.text for one in inject.card.options),
                inject.note,
            ):
                assert words.strip() in text
            await press(pilot, "down")


async def test_one_is_fired_to_one_seat_or_to_some(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "enter", "2")
        await press(pilot, "down", "down", "down", "enter", "5")
        await fill(pilot, to="1 3")
    fired = kept(table, "inject_fired")
    assert [(one["inject"], one["sees"]) for one in fired] == [
        ("spate", ["town"]),
        ("assizes", ["town", "abbey"]),
    ]


async def test_one_is_held_made_ready_and_skipped(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "o")
        await fill(pilot, reason="Too early.")
        assert "> held      A spate" in text_of(app.screen)
        await press(pilot, "o")
        assert "> ready     A spate" in text_of(app.screen)
        await press(pilot, "s")
        await fill(pilot, reason="Not needed.")
        assert "> skipped   A spate" in text_of(app.screen)
    assert [one["mark"] for one in kept(table, "inject_marked")] == ["held", "ready", "skipped"]


async def test_one_is_put_into_a_hand(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "a", "3", "down", "down", "enter", "1")
    assert [one.title for one in table.view("abbey").hand] == ["A spate"]
    assert [one.title for one in table.view("town").hand] == ["An old charter"]


async def test_over_the_cap_the_reason_is_asked_for(tmp_path: Path) -> None:
    table = table_of(tmp_path, inject_cap=0)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "enter", "1")
        screen_of(app, Form)
        assert "as many injects as this session allows" in text_of(app.screen)
        await fill(pilot, reason="Nobody has moved for two turns.")
    assert kept(table, "inject_fired")[0]["reason"] == "Nobody has moved for two turns."


async def test_one_is_written_and_fired(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "w")
        assert "its title and its words are asked next" in text_of(screen_of(app, Choose))
        await press(pilot, "2", "2", "1")
        await fill(pilot, title="A wedding", text="The mill is full of guests.")
        assert "> ready     A wedding (written here)" in text_of(app.screen)
        assert "Mood +2" in text_of(app.screen)
        await press(pilot, "enter", "1")
        assert "> fired t1  A wedding" in text_of(app.screen)
    assert kept(table, "inject_written")[0]["pushes"] == [{"track": "mood", "by": 2}]


async def test_a_screen_that_all_can_see_shows_none_of_them(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table, InjectsScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        assert "spate" not in text_of(app.screen)
        assert "not public" in text_of(app.screen)


async def test_of_a_seat_that_plays_by_itself_it_is_said_that_nobody_reads_it(
    tmp_path: Path,
) -> None:
    table = table_of(tmp_path, people=[], playbooks={"guild": "random"})
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "enter")
        text = text_of(screen_of(app, Choose))
    assert "The guild alone (plays by itself: nobody reads it)" in text
    assert "The town alone (" not in text


async def test_the_game_can_be_ended_from_the_injects(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "x", "y")
        screen_of(app, HotWashScreen)
