"""Time, talks and silence in the report: planned beside used, both sides' versions, and why an order was missing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.tui.seatings import PEOPLE, small
from wargame.decks.compile import compile_scenario
from wargame.game.changes import OrderText
from wargame.game.commands import (
    Advance,
    JumpTo,
    NoteIntention,
    NoteTalk,
    OpenSession,
    OpenTalk,
    PauseTimer,
    ResumeTimer,
    Rewind,
    SealOrder,
    StandIn,
)
from wargame.game.names import FACILITATOR
from wargame.game.pace import Pace
from wargame.reports.after_action import after_action
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.saves.verify import verify
from wargame.table.table import Table


class Watch:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, minutes: int) -> None:
        """Let minutes go by."""
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def played(tmp_path: Path) -> Path:
    """A turn that kept time: late orders are noted, talks too; one rewind, one pause, one jump."""
    watch, path = Watch(), tmp_path / "game.jsonl"
    pace = Pace(minutes={"orders": 7}, missing="ladder", late="note", talks="full")
    opening = OpenSession("game", people=list(PEOPLE), pace=pace)
    table = Table.create(path, compile_scenario(small()), opening, bytes(32), watch)
    watch.later(20)
    table.ask(FACILITATOR, Advance("setup"))
    table.ask(FACILITATOR, Advance("event"))
    there = table.state.entries
    watch.later(2)
    table.ask("town", OpenTalk("town", ["guild"], 5))
    table.ask("town", NoteTalk("town", ["guild"], "A loan", "A loan", "We are broke"))
    table.ask("guild", NoteTalk("guild", ["town"], "A loan", "Nothing"))
    table.ask("town", NoteIntention("town", OrderText("", "Wait and see")))
    table.ask(FACILITATOR, Advance("talks"))
    table.ask(FACILITATOR, PauseTimer("The telephone"))
    watch.later(3)
    table.ask(FACILITATOR, ResumeTimer())
    watch.later(8)
    table.ask("guild", SealOrder("guild", OrderText("", "Raise the toll")))
    table.ask(FACILITATOR, StandIn(reason="Nobody came to the laptop"))
    table.ask(FACILITATOR, Rewind(there, "Typed for the wrong turn"))
    table.ask(FACILITATOR, Advance("talks"))
    table.ask(FACILITATOR, StandIn("", "holds"))
    for phase in ("orders", "reveal", "adjudicate"):
        table.ask(FACILITATOR, Advance(phase))
    table.ask(FACILITATOR, JumpTo(3, "The winter is not played"))
    table.close()
    return path


def test_planned_and_used_stand_side_by_side_and_a_rewind_gives_no_time_back(played: Path) -> None:
    text = after_action(Timeline.read(played), verify(played))
    assert "## Time" in text
    assert "| talks and orders | 7 | 10:00 | 3:00 |" in text
    assert "| opening |  | 20:00 |  |" in text
    assert "The telephone" in text


def test_both_versions_of_a_talk_stand_side_by_side(tmp_path: Path) -> None:
    table = Table.create(
        tmp_path / "game.jsonl",
        compile_scenario(small()),
        OpenSession("game", people=list(PEOPLE), pace=Pace(talks="full")),
        bytes(32),
    )
    table.ask(FACILITATOR, Advance("setup"))
    table.ask("town", OpenTalk("town", ["guild"]))
    table.ask("town", NoteTalk("town", ["guild"], "A loan", "A loan", "We are broke"))
    table.ask("guild", NoteTalk("guild", ["town"], "A loan", "Nothing"))
    table.close()
    path = tmp_path / "game.jsonl"
    text = after_action(Timeline.read(path), verify(path))
    assert "| agreed | A loan | Nothing |" in text
    assert "| its own reason | We are broke |  |" in text


def test_what_stood_in_and_the_turns_passed_over_are_told_with_their_reasons(played: Path) -> None:
    text = after_action(Timeline.read(played), verify(played))
    assert "gave no order: it holds" in text
    assert "Turn 2 is passed over: the game goes on with turn 3." in text
    assert "The winter is not played" in text


def test_nobody_is_told_of_others_intentions_talks_and_lateness(played: Path) -> None:
    timeline = Timeline.read(played)
    for n in range(len(timeline)):
        for who in ("abbey", "public"):
            sentence = told(timeline, n, who)
            for secret in ("loan", "Wait and see", "late", "stands in", "The guild gave no order"):
                assert secret not in sentence, sentence
    assert verify(played).ok


def test_the_time_after_a_rewind_is_of_the_stage_gone_back_to(tmp_path: Path) -> None:
    watch, path = Watch(), tmp_path / "game.jsonl"
    table = Table.create(path, compile_scenario(small()), OpenSession("game"), bytes(32), watch)

    def on_to(last: str) -> None:
        while table.state.phase != last:
            table.ask(FACILITATOR, Advance(table.state.phase, holds=True))

    on_to("orders")
    there = table.state.entries
    watch.later(5)
    on_to("wrap")
    watch.later(1)
    table.ask(FACILITATOR, Rewind(there, "Again."))
    watch.later(30)
    on_to("wrap")
    watch.later(2)
    table.ask(FACILITATOR, Advance("wrap"))
    table.close()
    text = after_action(Timeline.read(path), verify(path))
    assert "| talks and orders |  | 35:00 |  |" in text
    assert "| wrap |  | 3:00 |  |" in text
