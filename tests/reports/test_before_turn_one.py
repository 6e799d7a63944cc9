"""What is said before turn 1 is told too, and nothing on the board has moved by then."""

from __future__ import annotations

from pathlib import Path

from tests.tui.seatings import table_of
from wargame.game.commands import Advance, CloseSession, SendMessage
from wargame.reports.after_action import after_action
from wargame.reports.timeline import Timeline
from wargame.saves.verify import verify


def test_a_message_before_turn_one_stands_in_the_report(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    table.ask("town", SendMessage("town", ["guild"], "Shall we begin?"))
    table.ask("facilitator", Advance("setup"))
    table.ask("facilitator", CloseSession())
    path = table.log.path
    table.close()
    assert "Shall we begin?" in after_action(Timeline.read(path), verify(path))
