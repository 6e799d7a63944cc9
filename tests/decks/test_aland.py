"""The Islands: a matrix game that needs nothing but seats, facts and cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame.decks.check import check, opened
from wargame.decks.compile import compile_scenario
from wargame.decks.folders import find, shipped
from wargame.game.changes import OrderText
from wargame.game.commands import Advance, ChooseOption, OpenSession, RecordFact, SealOrder
from wargame.game.names import FACILITATOR
from wargame.game.scenario import Scenario
from wargame.table.table import Table

SEED = bytes(range(32))
SEATS = ("aland", "finland", "sweden", "council")


@pytest.fixture(scope="module")
def aland() -> Scenario:
    return compile_scenario(opened("aland"))


def table(folder: Path, scenario: Scenario, **more: object) -> Table:
    session = OpenSession("islands", **more)  # type: ignore[arg-type]
    return Table.create(folder / "islands.jsonl", scenario, session, SEED)


def on(play: Table, phase: str) -> None:
    """Move on to the next time this phase begins; dilemmas are answered with their last way out."""
    while True:
        for one in play.view(FACILITATOR).dilemmas:
            play.ask(one.seat, ChooseOption(one.card, one.options[-1].id))
        play.ask(FACILITATOR, Advance(play.state.phase, holds=True))
        if play.state.phase == phase:
            return


def test_it_is_shipped_and_has_no_problem() -> None:
    assert shipped()["aland"] == find("aland")
    assert check(find("aland")).problems == ()


def test_it_has_no_menu_no_tracks_and_seats_with_briefs(aland: Scenario) -> None:
    assert (aland.orders, aland.tracks) == ({}, ())
    assert tuple(seat.id for seat in aland.seats) == SEATS
    assert all(len(seat.brief.split()) > 150 for seat in aland.seats)
    assert all(len(seat.objectives) == 3 for seat in aland.seats)


def test_everything_said_comes_from_the_record_or_says_that_it_is_ours(aland: Scenario) -> None:
    assert aland.plain["needs_sources"] is True
    facts = aland.plain["facts"]
    assert [one["id"] for one in facts if not one["source"]] == []
    assert [one["id"] for one in facts if one["source"] == "ours" and not one["why"]] == []


def test_a_free_order_leads_to_a_fact_and_facts_to_an_ending(
    tmp_path: Path, aland: Scenario
) -> None:
    play = table(tmp_path, aland)
    on(play, "talks")
    play.ask("council", SealOrder("council", OrderText("", "Find for Finland, with guarantees.")))
    for fact in ("award_finland", "guarantees", "finland_abides"):
        play.ask(FACILITATOR, RecordFact(fact, ""))
    assert play.state.ending == ""
    play.ask(FACILITATOR, RecordFact("sweden_abides", ""))
    play.ask(FACILITATOR, Advance("talks"))
    play.ask(FACILITATOR, Advance("orders", holds=True))
    play.ask(FACILITATOR, Advance("reveal"))
    assert [one.action for one in play.view("aland").revealed] == [
        "Find for Finland, with guarantees."
    ]
    play.close()


@pytest.mark.parametrize(
    ("facts", "ending"),
    [
        ((), "adrift"),
        (("award_sweden",), "paper"),
        (("vote", "finland_abides", "sweden_abides", "aland_abides"), "settlement"),
        (("landing", "blood", "award_finland"), "war"),
    ],
)
def test_each_ending_comes_from_its_facts(
    tmp_path: Path, aland: Scenario, facts: tuple[str, ...], ending: str
) -> None:
    play = table(tmp_path, aland)
    on(play, "event")
    for fact in facts:
        play.ask(FACILITATOR, RecordFact(fact, ""))
    while not play.state.ending:
        on(play, "wrap")
    assert play.state.ending == ending
    on(play, "hotwash")
    assert play.state.held.keys() == set(SEATS)
    play.close()


def test_seats_that_nobody_sits_in_hold_and_the_year_passes(
    tmp_path: Path, aland: Scenario
) -> None:
    play = table(tmp_path, aland, playbooks=dict.fromkeys(SEATS, "random"))
    on(play, "hotwash")
    assert play.state.board.turn == 6
    assert play.state.judged == []
    play.close()


def test_a_fact_that_lasts_is_gone_when_its_time_is_over(tmp_path: Path, aland: Scenario) -> None:
    play = table(tmp_path, aland, turns=4)
    on(play, "talks")
    play.ask(FACILITATOR, RecordFact("guns", ""))
    on(play, "talks")
    assert "guns" in play.state.board.facts
    on(play, "talks")
    assert "guns" not in play.state.board.facts
    play.close()
