"""A seminar of six turns on the islands: free orders, argued and judged, and what came of them as facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Called
from wargame.game.events import (
    AdjudicationOpened,
    ArgumentAdded,
    ArgumentTriggered,
    DiceThrown,
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
    assert methods == {"umpire", "consensus", "estimate", "automatic", "opposed"}
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


def test_secret_arguments_wait_for_their_triggers_and_nobody_sees_that_they_do(
    played: Timeline,
) -> None:
    come = [
        (one, event) for one in played.moments if isinstance(event := one.event, ArgumentTriggered)
    ]
    assert [(event.seat, event.how, one.turn) for one, event in come] == [
        ("sweden", "said", 4),
        ("aland", "condition", 5),
    ]
    for (moment, event), words in zip(
        come, ("Red Cross on its funnel", "speaker's drawer"), strict=True
    ):
        seat = event.seat
        for who in {"aland", "finland", "sweden", "council", "public"} - {seat}:
            assert words not in repr(played.view(moment.n - 1, who))
            assert words in repr(played.view(moment.n, who))


def test_an_opposed_order_is_thrown_until_one_side_alone_succeeds(played: Timeline) -> None:
    [lost] = [one for one in played.state(len(played) - 1).judged if one.method == "opposed"]
    assert [(one.party, one.throw.dice) for one in lost.rolls] == [
        ("order", [4, 3]),
        ("opposing", [6, 3]),
        ("order", [2, 2]),
        ("opposing", [4, 5]),
    ]
    assert lost.quality in ("failure", "backfire")
    assert lost.contest is not None
    odds = lost.contest
    assert abs(odds.win + odds.stalemate + odds.lose - 10_000) <= 1


def test_the_wrong_line_and_the_first_ruling_stay_in_the_record_and_count_no_more(
    played: Timeline,
) -> None:
    left = set(played.left().values())
    assert "wrong-line" in left
    assert len(left) == 2
    events = [one.event for one in played.moments]
    assert [1, 1] in [one.throw.dice for one in events if isinstance(one, DiceThrown)]
    judged = played.state(len(played) - 1).judged
    assert not any(one.narrative == "Nobody turns up." for one in judged)
    [printed] = [one for one in judged if one.sealed.order.action.startswith("Lay the report")]
    assert "one-sided" in printed.narrative
    assert [one.text[:30] for one in printed.arguments][-1] == "It was printed without the pag"
    assert len(judged) == 26


def test_the_report_tells_of_all_of_it(
    played: Timeline, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Called(capsys, "report", "aland-1920", "-o", "aland.md").code == 0
    text = Path("aland.md").read_text(encoding="utf-8")
    for words in ("Red Cross on its funnel", "wrong-line", "opposed", "It was printed without"):
        assert words in text


def test_a_covert_order_stays_its_seats_own(played: Timeline) -> None:
    last = len(played) - 3
    assert "plan a landing" in repr(played.view(last, "sweden"))
    for who in ("aland", "finland", "council", "public"):
        assert "plan a landing" not in repr(played.view(last, who))
