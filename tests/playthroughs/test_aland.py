"""A seminar of six turns on the islands: free orders, argued and judged, and what came of them as facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Called
from wargame.game.events import (
    AdjudicationOpened,
    ArgumentAdded,
    FactRecorded,
    MethodChosen,
    OrderSealed,
    Ruled,
    ThrowCalled,
)
from wargame.reports.timeline import Timeline

SCRIPT = Path(__file__).with_name("aland-1920.yaml")


@pytest.fixture
def played(capsys: pytest.CaptureFixture[str]) -> Timeline:
    called = Called(capsys, "run", SCRIPT)
    assert (called.code, called.err) == (0, "")
    assert Called(capsys, "verify", "aland-1920").code == 0
    return Timeline.read(Path("saves/aland-1920.jsonl"))


def test_it_ends_in_a_settlement_after_six_turns(played: Timeline) -> None:
    state = played.state(len(played) - 1)
    assert (state.ending, state.board.turn, state.closed) == ("settlement", 6, True)
    assert {"award_finland", "guarantees", "neutral", "freed"} <= set(state.board.facts)
    assert {seat: one["settled"] for seat, one in state.held.items() if "settled" in one} == {
        "council": True
    }


def test_every_order_is_free_argued_and_judged_by_some_method(played: Timeline) -> None:
    events = [one.event for one in played.moments]
    sealed = [one for one in events if isinstance(one, OrderSealed)]
    assert len(sealed) == 24
    assert {one.order.move for one in sealed} == {""}
    assert all(one.order.action and one.order.result and one.order.reasons for one in sealed)
    people = {one.order.person for one in sealed if one.order.person}
    assert people == {"one", "two", "five", "six"}
    assert len([one for one in events if isinstance(one, ArgumentAdded)]) > 15
    methods = {one.method for one in events if isinstance(one, MethodChosen)}
    assert methods == {"umpire", "consensus", "estimate", "automatic"}
    assert {one.method for one in events if isinstance(one, AdjudicationOpened)} == {"weighted"}
    throws = [one for one in events if isinstance(one, ThrowCalled)]
    assert {one.entered for one in throws} == {True, False}
    assert [one for one in events if isinstance(one, Ruled)] != []


def test_what_came_of_orders_is_recorded_as_facts_and_comes_from_orders(played: Timeline) -> None:
    recorded = [one.event for one in played.moments if isinstance(one.event, FactRecorded)]
    assert [one.fact.fact for one in recorded] == [
        *("sweden_abides", "freed", "finland_abides"),
        *("guarantees", "neutral", "award_finland", "aland_abides"),
    ]
    assert all(one.order_id for one in recorded)
    assert recorded[1].fact.text == "Sundblom and Björkman are free; they may not leave Helsinki."


def test_a_covert_order_stays_its_seats_own(played: Timeline) -> None:
    last = len(played) - 3
    assert "plan a landing" in repr(played.view(last, "sweden"))
    for who in ("aland", "finland", "council", "public"):
        assert "plan a landing" not in repr(played.view(last, who))
