"""tests/playthroughs/forked.jsonl: a small game undone, rewound, objected to and forked, which must always open.

It was made by `tests.saves.mended.played`, and is the session `mended-0`, forked from `mended`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.saves import independent
from wargame.game.names import FACILITATOR
from wargame.reports.after_action import after_action
from wargame.reports.gathering import gather
from wargame.reports.plays import play_of
from wargame.reports.steps import steps_of
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.saves.verify import verify

FORKED = Path(__file__).with_name("forked.jsonl")


@pytest.fixture(scope="module")
def forked() -> Timeline:
    return Timeline.read(FORKED)


def test_it_is_sound_by_both_checkers() -> None:
    assert verify(FORKED).damage == []
    assert independent.check(FORKED.read_bytes()).wrong == []


def test_it_holds_everything_that_mends_a_record(forked: Timeline) -> None:
    kinds = {one.entry.kind for one in forked.moments}
    assert kinds >= {"forked", "rewound", "turn_zero_begun", "objection_raised"}
    reasons = {one.reason for one in forked.lines()}
    assert {"undone", "Turn Zero is over."} <= reasons


def test_every_entry_is_told_and_the_numbers_of_entries_to_nobody_else(forked: Timeline) -> None:
    for moment in forked.moments:
        assert told(forked, moment.n)
        if moment.entry.kind in ("rewound", "corrected"):
            for who in ("town", "guild", "public"):
                words, *dice = told(forked, moment.n, who).split(" Taken back: ")
                assert not any(letter.isdigit() for letter in words)
                assert all(one.startswith("Thrown: ") for one in dice)


def test_its_steps_end_where_nothing_was_left_to_do(forked: Timeline) -> None:
    last = len(forked) - 1
    steps = steps_of(forked, last)
    line = set(forked.on_line(last))
    assert all(one.first in line and one.last in line for one in steps)
    assert [one.last for one in steps] == sorted(one.last for one in steps)
    assert not set(forked.left()) & line


def test_the_moments_of_every_line_that_was_left_can_be_looked_at(forked: Timeline) -> None:
    for line in forked.lines():
        assert forked.view(line.last, FACILITATOR).session in ("mended", "mended-0")


def test_after_a_rewind_each_seat_is_shown_what_it_was_shown_then(forked: Timeline) -> None:
    for line in forked.lines():
        for who in ("town", "guild", "abbey", "public"):
            before, after = forked.view(line.to, who), forked.view(line.n, who)
            before.since = after.since = ""
            before.heads = after.heads = []
            for one in (before, after):
                if one.adjudication is not None:
                    one.adjudication.called = False
                one.session = one.commitment = one.banner = ""
                one.seed_given = False
                one.clock = forked.view(0, who).clock
            assert after == before, (line, who)


def test_its_report_says_what_was_mended_and_tells_none_of_what_was_left(forked: Timeline) -> None:
    text = after_action(forked, verify(FORKED))
    assert "Turn Zero was rehearsed" in text
    assert "was undone before anyone was told of it" in text
    assert "objected after the throw to" in text
    assert "forked from `mended` after its entry" in text
    assert "Everything that can be checked is as it should be." in text


def test_what_was_rehearsed_stands_in_no_number_of_the_report(forked: Timeline) -> None:
    rehearsed = forked.rehearsed()
    thrown = {n for n in rehearsed if forked.moments[n].entry.kind == "throw_called"}
    record = gather(forked)
    assert thrown
    assert not thrown & {one.n for one in (*record.throws, *record.taken_back)}
    assert not [
        one for turn in record.turns for one in turn.orders.values() if "t0-" in one.order_id
    ]
    assert not record.before.orders
    assert play_of(forked).parent == ("mended", record.forks[0][1].parent["n"])
