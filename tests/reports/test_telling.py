"""Entries in words: everything to the facilitator, and to a seat only what it had been shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.source import ROOT
from tests.reports.games import END, TURN, play
from wargame.game.events import EVENTS, DiceThrown
from wargame.game.names import FACILITATOR
from wargame.game.plain_text import listed
from wargame.reports.telling import TELLERS, told
from wargame.reports.timeline import Timeline
from wargame.reports.words import Words, dice_in_words, percent, signed

SAMPLE = ROOT / "saves" / "sample.jsonl"

SECRETS = {
    "guild": ("zebra-guild", "boatmen"),
    "town": ("zebra-town",),
    "abbey": ("zebra-abbey",),
    FACILITATOR: ("zebra-note", "zebra-edit", "zebra-why"),
}
"""Words that only one seat (or the facilitator) may ever read, whatever comes to light."""

GAME: list[dict[str, object]] = [
    *TURN[:2],
    {"send_message": {"sender": "town", "to": ["facilitator"], "text": "zebra-town asks"}},
    {"send_message": {"sender": "guild", "to": ["facilitator"], "text": "zebra-guild asks"}},
    {"write_note": {"text": "zebra-note"}},
    {"next": "orders"},
    {"seal_order": {"seat": "guild", "action": "zebra-guild", "covert": True}},
    {"seal_order": {"seat": "abbey", "action": "zebra-abbey", "covert": True}},
    {"seal_order": {"seat": "town", "move": "court", "target": "to_millers"}},
    {"withdraw_order": "town"},
    {"seal_order": {"seat": "town", "move": "feast"}},
    {"next": "reveal"},
    {"next": "adjudicate"},
    {"judge": {"order": "town", "method": "automatic"}},
    {
        "judge": {
            "order": "guild",
            "dice": [6, 6],
            "narrative": "zebra-guild is paid",
            "add": [{"track": "anger", "to": 1, "why": "It is quiet."}],
            "reason": "zebra-edit",
        }
    },
    {
        "judge": {
            "order": "abbey",
            "method": "umpire",
            "quality": "success",
            "reason": "zebra-abbey",
            "narrative": "zebra-abbey again",
        }
    },
    {"adjust_track": {"track": "mood", "to": 6, "reason": "zebra-why"}},
    TURN[12],
]


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    return Timeline.read(play(GAME, tmp_path_factory.mktemp("told") / "bridge.jsonl"))


def test_the_facilitator_is_told_every_entry_in_a_sentence(game: Timeline) -> None:
    for moment in game.moments:
        words = told(game, moment.n)
        assert len(words) > 10, moment.entry.kind
        assert not re.search(r"\b(None|True|False|object at)\b|[{}<>]", words), words


def test_no_seat_is_told_what_is_not_its_own(game: Timeline) -> None:
    for who in ("town", "guild", "abbey", "public"):
        heard = "\n".join(told(game, moment.n, who) for moment in game.moments)
        for owner, words in SECRETS.items():
            if owner != who:
                assert [one for one in words if one in heard] == [], (who, owner)
    everything = "\n".join(told(game, moment.n) for moment in game.moments)
    assert all(one in everything for words in SECRETS.values() for one in words if one != "boatmen")


def test_a_seat_is_told_an_entry_exactly_when_its_view_changed(game: Timeline) -> None:
    for who in ("town", "guild", "abbey", "public"):
        for n in range(1, len(game)):
            changed = game.view(n, who) != game.view(n - 1, who)
            assert bool(told(game, n, who)) is changed, (who, n, game.moments[n].entry.kind)


def test_a_seat_is_told_that_it_took_an_order_back_itself(game: Timeline) -> None:
    n = next(one.n for one in game.moments if one.entry.kind == "order_withdrawn")
    assert told(game, n, "town").startswith("The town withdraws an order")
    assert told(game, n, "guild") == ""


def test_every_kind_of_entry_of_a_whole_game_has_its_words() -> None:
    timeline = Timeline.read(play([*TURN, *END], Path("bridge.jsonl")))
    by_kind = {one.entry.kind: told(timeline, one.n) for one in timeline.moments}
    assert by_kind["orders_revealed"].startswith("The orders are revealed.")
    assert by_kind["dice_thrown"].startswith("Thrown: ")
    assert by_kind["vote_cast"] == "Player one says The guild won."
    assert by_kind["session_closed"] == "The session is closed and the seed is open."


def test_names_stand_for_ids_and_unknown_ids_for_themselves(game: Timeline) -> None:
    words = Words(game.state(0))
    assert words.seat("guild") == "The guild"
    assert words.seat("nobody") == "nobody"
    assert words.seats(["town", "facilitator"]) == "The town and the facilitator"
    assert words.person("one") == "Player one"
    assert words.card("flood") == "Flood"
    assert words.card("nothing") == "nothing"
    assert words.order("t9-town-1") == "t9-town-1"


def test_numbers_are_written_as_people_read_them() -> None:
    assert [signed(one) for one in (-2, 0, 3)] == ["-2", "0", "+3"]
    assert [percent(one) for one in (5833, 10000, 0, 278)] == ["58.33 %", "100 %", "0 %", "2.78 %"]
    assert dice_in_words([3, 4], 6) == "3 + 4 = 7"
    assert dice_in_words([62], 100) == "62"
    assert [listed(one) for one in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        *("nobody", "a", "a and b", "a, b and c"),
    ]


def test_every_kind_of_entry_has_its_teller() -> None:
    assert set(TELLERS) == set(EVENTS)


def test_what_takes_something_out_of_a_view_tells_nothing_of_what_it_is_now(tmp_path: Path) -> None:
    barges = {"fact": "barges", "owner": "guild", "modifier": 1}
    guard = {"kind": "target", "thing": "to_millers", "owner": "town"}
    steps: list[dict[str, object]] = [
        {"next": "event"},
        {"record_fact": barges | {"text": "Barges lie at the quay."}},
        {"record_fact": barges | {"text": "zebra", "to": ["facilitator"]}},
        {"protect": guard | {"level": 1, "reason": "Asked for."}},
        {"protect": guard | {"level": 2, "reason": "zebra", "hidden": True}},
    ]
    line = Timeline.read(play(steps, tmp_path / "taken.jsonl"))
    for who in ("public", "guild"):
        words = [told(line, n, who) for n in range(len(line))]
        assert not [one for one in words if "zebra" in one]
        assert words[-3:-2] + words[-1:] == [
            "Something that was established is so no longer.",
            "No longer protected: The millers.",
        ]
    assert "zebra" in told(line, len(line) - 1, "town")


def test_why_a_fact_was_ended_by_hand_is_told_to_the_facilitator_alone(tmp_path: Path) -> None:
    steps: list[dict[str, object]] = [
        {"next": "event"},
        {"record_fact": {"fact": "barges", "text": "Barges lie at the quay."}},
        {"end_fact": {"fact": "barges", "reason": "zebra"}},
    ]
    line = Timeline.read(play(steps, tmp_path / "ended.jsonl"))
    last = next(n for n in range(len(line)) if line.moments[n].entry.kind == "fact_ended_by_hand")
    assert told(line, last, "public") == "Ended by hand: Barges lie at the quay."
    assert "zebra" in told(line, last)


@pytest.mark.parametrize("who", ["facilitator", "public"])
def test_dice_that_were_told_and_then_taken_back_are_told_as_taken_back(who: str) -> None:
    timeline = Timeline.read(SAMPLE)
    gone = [
        (line.n, told(timeline, n, who))
        for line in timeline.lines()
        for n in line.entries
        if isinstance(timeline.moments[n].event, DiceThrown)
    ]
    assert gone
    for n, thrown in gone:
        assert thrown.startswith("Thrown: ")
        assert f"Taken back: {thrown}" in told(timeline, n, who)
