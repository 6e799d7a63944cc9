"""The wrap: what changed and why, the receipt, the last turn announced, and endings played on or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tui.desks import calm, desk, kept, press, screen_of
from tests.tui.seatings import SIZES, small, table_of, text_of, to_talks
from wargame.game.changes import Push, SecretText
from wargame.game.commands import (
    AdjustTrack,
    Advance,
    EndFact,
    FireInject,
    RecordFact,
    SealArgument,
    TriggerArgument,
    WriteInject,
)
from wargame.table.table import Table
from wargame.tui.screens.event import EventScreen
from wargame.tui.screens.hotwash import HotWashScreen
from wargame.tui.screens.wrap import WrapScreen
from wargame.tui.widgets.papers import grouped_hex

pytestmark = pytest.mark.usefixtures("no_rest")


def wrapping(folder: Path, anger: int = 2, **opening: Any) -> Table:
    """A table in the wrap of turn 1, nobody having ordered anything."""
    table = table_of(folder, small(), **opening)
    to_talks(table)
    table.ask("facilitator", AdjustTrack("anger", anger, "For the test."))
    for phase in ("talks", "orders", "reveal", "adjudicate"):
        table.ask("facilitator", Advance(phase, holds=True))
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_the_turn_is_read_out_with_causes_and_its_receipt(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = wrapping(tmp_path, anger=6)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        text = text_of(screen_of(app, WrapScreen))
    assert "Turn 1, Spring: what changed, and why" in text
    assert "Anger 2 -> 7 (+5)" in text
    assert "Anger smoulders: Nobody calmed it." in text
    assert grouped_hex(table.heads[-1].head) in text
    assert "F2 Enter Turn 2" in text


async def test_there_is_no_receipt_while_an_order_waits_for_its_ruling(tmp_path: Path) -> None:
    table = table_of(tmp_path, small(), secret_arguments=True)
    to_talks(table)
    text = SecretText("They strike first", "We arm ourselves", reasons=["We are ready."])
    table.ask("town", SealArgument("town", text))
    for phase in ("talks", "orders", "reveal", "adjudicate"):
        table.ask("facilitator", Advance(phase, holds=True))
    first = grouped_hex(table.heads[-1].head)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        assert first in text_of(screen_of(app, WrapScreen))
        table.ask("facilitator", TriggerArgument("town", "A stone was thrown."))
        await calm(pilot)
        text_now = text_of(screen_of(app, WrapScreen))
        assert "Receipt of the record" not in text_now
        assert "Still to be ruled on: The town:" in text_now
        for who in ("public", "town", "facilitator"):
            assert table.view(who).heads == []
        await press(pilot, "enter", "enter", "enter", "space", "escape")
        assert grouped_hex(table.heads[-1].head) != first
        assert grouped_hex(table.heads[-1].head) in text_of(screen_of(app, WrapScreen))


async def test_the_key_that_goes_on_begins_the_next_turn(tmp_path: Path) -> None:
    table = wrapping(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "enter")
        screen_of(app, EventScreen)
        assert table.state.board.turn == 2


async def test_the_last_turn_is_announced_before_it_begins(tmp_path: Path) -> None:
    app = desk(wrapping(tmp_path, turns=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        assert "The next turn is the LAST TURN." in text_of(app.screen)
        assert "LAST TURN NEXT" in text_of(app.screen)


async def test_after_the_last_turn_comes_the_hot_wash(tmp_path: Path) -> None:
    plain_turns = wrapping(tmp_path, turns=1)
    app = desk(plain_turns)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "enter", "y")
        screen_of(app, HotWashScreen)


async def test_an_ending_offers_to_play_on(tmp_path: Path) -> None:
    table = wrapping(tmp_path, anger=10)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        text = text_of(app.screen)
        assert "An ending: Riot" in text
        assert "The crossing burns." in text
        assert "p: play on for two turns more     w: go to the hot wash" in text
        await press(pilot, "p")
        assert "An ending: Riot" not in text_of(app.screen)
        await press(pilot, "enter")
        screen_of(app, EventScreen)
    assert kept(table, "played_on")


@pytest.mark.parametrize("keys", [("w",), ("enter", "y")])
async def test_an_ending_leads_to_the_hot_wash_when_asked_for(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    table = wrapping(tmp_path, anger=10)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "enter", "n")
        screen_of(app, WrapScreen)
        await press(pilot, *keys)
        screen_of(app, HotWashScreen)


async def test_without_an_ending_there_is_nothing_to_play_on_from(tmp_path: Path) -> None:
    table = wrapping(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "p", "w")
        screen_of(app, WrapScreen)
        assert table.state.phase == "wrap"


async def test_what_changed_in_private_says_for_whom_alone_it_is(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    table.ask("facilitator", WriteInject("A theft", "Gone.", [Push("chest", -2)], ["guild"]))
    written = table.view("facilitator").injects
    assert written is not None
    table.ask("facilitator", FireInject(written.injects[-1].id))
    for phase in ("talks", "orders", "reveal", "adjudicate"):
        table.ask("facilitator", Advance(phase, holds=True))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        text = text_of(screen_of(app, WrapScreen))
        assert "(-2) [for The guild alone]" in text
        assert "A theft [for The guild alone]" in text
        await press(pilot, "j")
        assert "A theft" not in text_of(app.screen)


async def test_of_a_fact_made_and_ended_in_one_turn_only_its_end_is_told(tmp_path: Path) -> None:
    table = table_of(tmp_path, small())
    to_talks(table)
    table.ask("facilitator", RecordFact("rumour", "A rumour spreads.", lasts=1))
    for phase in ("talks", "orders", "reveal", "adjudicate"):
        table.ask("facilitator", Advance(phase, holds=True))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        text = text_of(screen_of(app, WrapScreen))
    assert "No longer: A rumour spreads." in text
    assert "Now a fact: A rumour spreads." not in text
    assert "unseen" not in text


async def test_five_lines_are_read_out_and_the_rest_is_counted(tmp_path: Path) -> None:
    table = wrapping(tmp_path, anger=6)
    for track in ("mood", "coffers", "chest", "millers", "farmers"):
        table.ask("facilitator", AdjustTrack(track, 1, "For the test."))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        text = text_of(screen_of(app, WrapScreen))
    assert text.count(" -> ") == 5
    assert "smaller change" in text


async def test_facts_that_the_facilitator_recorded_and_ended_are_told(tmp_path: Path) -> None:
    table = table_of(tmp_path, small())
    to_talks(table)
    table.ask("facilitator", RecordFact("ford", "The ford is dry."))
    table.ask("facilitator", RecordFact("spy", "A spy listens.", to=["guild"]))
    timber = next(one.id for one in table.view("town").facts if "Timber" in one.text)
    table.ask("facilitator", EndFact(timber, "It is burnt."))
    for phase in ("talks", "orders", "reveal", "adjudicate"):
        table.ask("facilitator", Advance(phase, holds=True))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        text = text_of(screen_of(app, WrapScreen))
        assert "Now a fact: The ford is dry." in text
        assert "Now a fact: A spy listens. [for The guild alone]" in text
        assert "Recorded at the table." in text
        await press(pilot, "j")
        public = text_of(app.screen)
    assert "The ford is dry." in public
    assert "spy" not in public
