"""Going back: who came since stays told of, and nobody is told of a step back of which they saw nothing."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.reports.games import SEED, SMALL
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.changes import OrderText
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    Advance,
    BeginTurnZero,
    ChangeBanner,
    ChooseMethod,
    Command,
    EndTurnZero,
    HandSeat,
    OpenAdjudication,
    OpenSession,
    RaiseObjection,
    Rewind,
    Rule,
    SealOrder,
    SeatPerson,
    Undo,
)
from wargame.game.names import FACILITATOR, Phase
from wargame.game.pace import Pace
from wargame.reports.after_action import after_action
from wargame.reports.audience import audience_report
from wargame.reports.steps import undone_by
from wargame.reports.timeline import Timeline
from wargame.saves.verify import verify
from wargame.table.table import Table

UNSEEN = ("public", "town")
"""Who knows nothing of the guild's covert order."""


class Slow:
    """A clock on which a minute goes by with every look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """The small game, its orders ruled on against a clock."""
    opening = OpenSession("back", "1450", pace=Pace(minutes={"adjudicate": 60}))
    small = compile_scenario(load(SMALL))
    return Table.create(tmp_path / "back.jsonl", small, opening, SEED, Slow())


def to(table: Table, phase: Phase) -> None:
    """Move on until this phase."""
    while table.state.phase != phase:
        table.ask(FACILITATOR, Advance(table.state.phase, holds=True))


def covert(table: Table) -> str:
    """The guild's covert order on the table, with an argument; its id."""
    to(table, "orders")
    table.ask("guild", SealOrder("guild", OrderText("", "Burn the ledger.", covert=True)))
    to(table, "adjudicate")
    (order_id,) = table.state.queue
    table.ask(FACILITATOR, OpenAdjudication(order_id))
    table.ask(FACILITATOR, AddArgument(order_id, "con", "It is locked.", FACILITATOR))
    return order_id


def told(table: Table, who: str) -> str:
    """What the report says to an audience."""
    timeline = Timeline.read(table.log.path)
    verdict = verify(table.log.path)
    return audience_report(timeline, verdict, who)


def test_nobody_learns_of_a_step_back_of_which_they_saw_nothing(table: Table) -> None:
    order_id = covert(table)
    ruling: list[Command] = [
        ChooseMethod(order_id, "umpire"),
        Rule(order_id, "success", "Nobody looked."),
        AcceptResult(order_id),
    ]
    steps: list[list[Command]] = [
        [Undo()],
        [*ruling, RaiseObjection(order_id, "con", "The dog barked.", "guild")],
        [Rewind(table.state.entries - 1, "Once more.")],
    ]
    for *first, back in steps:
        for command in first:
            table.ask(FACILITATOR, command)
        before = {who: asdict(table.view(who)) for who in UNSEEN}
        table.ask(FACILITATOR, back)
        assert {who: asdict(table.view(who)) for who in UNSEEN} == before
    table.close()
    for who in UNSEEN:
        text = told(table, who)
        assert "undone" not in text
        assert "goes back" not in text
    assert "goes back" in told(table, "guild")


def test_a_step_back_to_another_phase_begins_its_time_anew(table: Table) -> None:
    covert(table)
    moments = Timeline.read(table.log.path).moments
    n = next(one.n for one in moments if one.entry.kind == "order_sealed")
    table.ask(FACILITATOR, Rewind(n, "They talk on."))
    assert table.state.phase == "orders"
    assert table.view("public").since == table.last
    table.close()
    timeline = Timeline.read(table.log.path)
    assert timeline.view(len(timeline) - 1, "public").since == table.last


def test_who_came_in_a_rehearsal_or_on_a_line_that_was_left_is_told_of(table: Table) -> None:
    table.ask(FACILITATOR, BeginTurnZero())
    table.ask(FACILITATOR, SeatPerson("ann", "Ann Archer", "town"))
    table.ask(FACILITATOR, EndTurnZero())
    before = table.state.entries
    table.ask(FACILITATOR, Advance("setup"))
    table.ask(FACILITATOR, SeatPerson("ben", "Ben Baker", "guild"))
    table.ask(FACILITATOR, ChangeBanner("EXERCISE"))
    table.ask(FACILITATOR, HandSeat("abbey", "random"))
    timeline = Timeline.read(table.log.path)
    gone = {timeline.moments[n].entry.kind for n in undone_by(timeline, before).entries}
    assert "phase_begun" in gone
    assert not gone & {"person_seated", "banner_changed", "seat_handed"}
    table.ask(FACILITATOR, Rewind(before, "Too early."))
    table.close()
    timeline, verdict = Timeline.read(table.log.path), verify(table.log.path)
    assert verdict.ok
    text = after_action(timeline, verdict)
    assert "Ann Archer from entry" in text
    assert "Ben Baker from entry" in text
    assert "the playbook `random` from entry" in text
    assert "EXERCISE" in text
    assert "Ben Baker" in audience_report(timeline, verdict, "public")
