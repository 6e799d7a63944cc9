"""The hot wash: Brier scores for the facilitator; a seat that plays by itself is neither asked nor votes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desks import calm, desk, judging, screen_of
from tests.tui.seatings import SIZES, table_of, text_of, to_talks
from wargame.game.commands import (
    AcceptResult,
    CallThrow,
    ChooseMethod,
    EndGame,
    EnterDice,
    HandSeat,
    SealEstimate,
    ShowEstimates,
    Vote,
)
from wargame.game.refusals import Refused
from wargame.tui.screens.hotwash import HotWashScreen
from wargame.tui.whose_move import silent_seats, unheard

ID = "t1-town-1"


@pytest.mark.parametrize("size", SIZES)
async def test_the_facilitator_reads_out_how_close_the_estimates_were(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = judging(tmp_path, "town")
    for command in (
        ChooseMethod(ID, "estimate"),
        SealEstimate(ID, "two", 90),
        SealEstimate(ID, "abbey", 50),
        ShowEstimates(ID),
        CallThrow(ID, entered=True),
        EnterDice([1]),
        AcceptResult(ID),
        EndGame(),
    ):
        table.ask("facilitator", command)
    app = desk(table)
    async with app.run_test(size=(size[0], 60)) as pilot:
        await calm(pilot)
        text = text_of(screen_of(app, HotWashScreen))
    assert "Calibration" in text
    assert "Brier scores: Player Two 0.010 (1), The abbey 0.250 (1)." in text
    assert "Brier 1950" in text.replace("\n", " ")


def test_a_seat_that_plays_by_itself_is_neither_asked_why_nor_votes(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    before = table.view("facilitator")
    assert "abbey" in silent_seats(before)
    table.ask("facilitator", HandSeat("abbey", "random"))
    table.ask("facilitator", EndGame())
    view = table.view("facilitator")
    assert "abbey" not in silent_seats(view)
    assert "abbey" not in unheard(view)
    with pytest.raises(Refused, match="plays by itself"):
        table.ask("facilitator", Vote("abbey", "town"))
