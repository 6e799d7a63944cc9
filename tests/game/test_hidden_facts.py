"""What comes of an order that nobody knows of is not told to all."""

from __future__ import annotations

from pathlib import Path

from tests.tui.seatings import seal, table_of, to_talks
from wargame.game.commands import Advance, OpenAdjudication, RecordFact


def test_a_fact_made_of_a_covert_order_is_its_seats_alone(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    order = seal(table, "guild", "toll", covert=True)
    for phase in ("talks", "orders", "reveal"):
        table.ask("facilitator", Advance(phase, holds=True))
    table.ask("facilitator", OpenAdjudication())
    table.ask("facilitator", RecordFact("toll-house", "A toll is taken at night.", order_id=order))
    knows = {
        who: "A toll is taken at night." in [one.text for one in table.view(who).facts]
        for who in ("facilitator", "guild", "town", "abbey", "public")
    }
    table.close()
    assert knows == {
        "facilitator": True,
        "guild": True,
        "town": False,
        "abbey": False,
        "public": False,
    }
