"""Reports for the public and for seats: what was shown there, no names if so wanted, no words that were struck."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import OPENING, Called, script
from tests.house.source import ROOT
from wargame.reports.audience import audience_report
from wargame.reports.pseudonyms import pseudonymous
from wargame.reports.struck import struck_entries
from wargame.reports.timeline import Timeline
from wargame.reports.words import STRUCK
from wargame.saves.reading import read
from wargame.saves.verify import verify

SAMPLE = ROOT / "saves" / "sample.jsonl"
PEOPLE = """
people:
  - {id: ann, name: Ann Archer, seat: town}
  - {id: ben, name: Ben Baker, seat: town}
  - {id: cid, name: Cid Carter, seat: guild}
  - {id: eve, name: Eve Eaton, seat: observer}
questions:
  - {id: trust, text: Who trusts whom?}
"""
TALKS = """
  - next: event
  - {write_note: {author: "observer:eve", text: Nobody blinks., tags: [trust]}}
  - next: talks
  - send_message: {sender: town, to: [guild], person: ann, text: Sell us your boats.}
  - send_message: {sender: town, to: [guild], person: ben, text: All of them.}
  - send_message: {sender: guild, to: [town], text: Never.}
  - {write_note: {text: They will not., tags: [boats]}}
  - park: {text: The toll on salt.}
  - write_plan: {turn: 2, text: The dam breaks.}
"""


def played(capsys: pytest.CaptureFixture[str], more: str = "") -> Path:
    """A short game with these steps, as a save."""
    text = f"{OPENING.partition('people:')[0].rstrip()}{PEOPLE}play:"
    called = Called(capsys, "run", script(text + TALKS + more))
    assert called.code == 0, called.err
    return Path("saves/bridge.jsonl")


def told(path: Path, who: str) -> str:
    """The report for somebody."""
    return audience_report(Timeline.read(path), verify(path), who)


def test_the_public_is_told_nothing_of_talks_notes_and_plans(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = played(capsys)
    text = told(path, "public")
    for secret in ("boats", "Never", "blinks", "salt", "dam", "trusts"):
        assert secret not in text
    assert "Ann Archer, Ben Baker" in text


def test_a_seat_is_told_its_own_talks_and_nobody_elses_notes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = played(capsys)
    guild, abbey = told(path, "guild"), told(path, "abbey")
    assert "Sell us your boats." in guild
    assert "boats" not in abbey
    assert "blinks" not in guild


def test_struck_words_are_left_out_for_others_and_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = played(capsys, "  - strike_words: {person: ann}\n")
    text = told(path, "guild")
    assert "Sell us your boats." not in text
    assert "All of them." in text
    assert STRUCK.strip("()") in text
    assert "asked to strike" in text
    assert "Sell us your boats." in path.read_text(encoding="utf-8")


def test_who_sits_alone_in_a_seat_is_struck_without_being_named_each_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = played(capsys, "  - strike_words: {person: cid}\n")
    assert "Never." not in told(path, "town")


def test_words_that_are_let_in_again_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    back = "  - strike_words: {person: ann}\n  - strike_words: {person: ann, back: true}\n"
    path = played(capsys, back)
    assert struck_entries(Timeline.read(path)) == set()
    assert "Sell us your boats." in told(path, "guild")


def test_the_analysts_report_has_the_notes_by_question_the_plan_and_the_parking_lot(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = played(capsys, "  - strike_words: {person: ann}\n  - leave_seat: {person: ben}\n")
    assert Called(capsys, "report", path, "-o", "whole.md").code == 0
    text = Path("whole.md").read_text(encoding="utf-8")
    asked = text.index("### Who trusts whom?")
    assert asked < text.index("Nobody blinks.") < text.index("### Other notes")
    assert text.index("### Other notes") < text.index("They will not.")
    for part in ("The dam breaks.", "The toll on salt.", "Ben Baker leaves", "Sell us your boats."):
        assert part in text


def test_with_pseudonyms_no_name_stands_in_any_report(capsys: pytest.CaptureFixture[str]) -> None:
    late = "  - seat_person: {id: dan, name: Dan Dyer, seat: abbey}\n"
    path = played(capsys, late)
    for who in ("analyst", "public", "guild"):
        made = Called(capsys, "report", path, "-o", "r.md", "--for", who, "--pseudonyms")
        assert made.code == 0
        text = Path("r.md").read_text(encoding="utf-8")
        for name in ("Archer", "Baker", "Carter", "Eaton", "Dyer"):
            assert name not in text
        assert "Person 1" in text


def test_a_report_for_nobody_there_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = played(capsys)
    called = Called(capsys, "report", path, "-o", "r.md", "--for", "mars")
    assert called.code == 2
    assert "analyst, public, town, guild, abbey" in called.err
    assert not Path("r.md").exists()


def test_reports_of_the_sample_hold_no_secret_of_another_seat() -> None:
    timeline = Timeline(pseudonymous(read(SAMPLE)))
    verdict = verify(SAMPLE)
    for who in ("public", "baghdad"):
        text = audience_report(timeline, verdict, who)
        assert "Send a poet to Najaf" not in text
        assert "| Player " not in text
        assert f"## Turn {timeline.turns()[-1][0]}" in text
    assert "Send a poet to Najaf" in audience_report(timeline, verdict, "tehran")


EVERYTHING_SAID = """
secret_arguments: true
people:
  - {id: one, name: Player one, seat: town}
  - {id: two, name: Player two, seat: guild}
play:
  - next: event
  - next: talks
  - set_pace: {plan: 120, missing: intention, talks: line, reason: x}
  - seal_argument: {seat: town, trigger: zz1 word, action: zz2 ring bells, reasons: [zz3], person: one}
  - send_message: {sender: town, to: [guild], text: zz4, person: one}
  - note_talk: {seat: town, promised: zz5, told: zz6, person: one}
  - record_fact: {fact: coal, text: Coal is short., situation: true}
  - next: orders
  - seal_order: {seat: town, action: zz7 order here, result: zz8, reasons: [zz9], person: one}
  - note_intention: {seat: town, action: zz10 stand, person: one}
  - seal_order: {seat: guild, move: toll}
  - seal_order: {seat: abbey, move: watch}
  - next: reveal
  - next: adjudicate
  - open_adjudication: town
  - set_spotlight: {order: town}
  - aim_at_situation: {situation: coal}
  - add_argument: {side: pro, author: town, text: zz11}
  - judge: {dice: [6, 5], narrative: Told of it.}
  - raise_objection: {order: town, side: con, text: zz12, author: town}
  - judge: {dice: [2, 2], narrative: Told of it.}
  - trigger_argument: {seat: town, words: came}
  - judge: {dice: [2, 2]}
  - open_adjudication: guild
  - choose_method: {method: estimate}
  - seal_estimate: {person: abbey, percent: 10}
  - seal_estimate: {person: one, percent: 90}
  - show_estimates: true
  - explain_estimate: {person: one, text: zz13}
  - judge: {dice: [50]}
  - judge: {order: abbey, dice: [3, 3]}
  - next: wrap
  - next: event
  - next: talks
  - next: orders
  - stand_in: {seat: town, way: intention}
  - {next: reveal, holds: true}
  - next: adjudicate
  - judge: {order: town, dice: [4, 4]}
  - next: wrap
  - end_game: true
  - give_answer: {question: Why?, seat: town, text: zz14, person: one}
"""
"""A person's words in everything that can hold words: `zz` stands at their beginning."""


def test_nothing_that_a_person_said_anywhere_is_told_once_it_is_struck(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = f"{OPENING.partition('people:')[0].rstrip()}{EVERYTHING_SAID}"
    assert Called(capsys, "run", script(text)).code == 0
    path = Path("saves/bridge.jsonl")
    assert "zz7 order here" in told(path, "public")
    assert "zz2 ring bells" in told(path, "guild")
    path.unlink()
    struck = text + "  - strike_words: {person: one}\n"
    assert Called(capsys, "run", script(struck)).code == 0
    for who in ("public", "town", "guild", "abbey"):
        report = told(path, who)
        assert "zz" not in report
        assert STRUCK in report or "struck here on request" in report
