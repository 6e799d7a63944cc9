"""Reports for the public and for seats: what was shown there, no names if so wanted, no words that were struck."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import OPENING, Called, script
from tests.house.source import ROOT
from wargame.reports.audience import audience_report
from wargame.reports.pseudonyms import pseudonymous
from wargame.reports.struck import STRUCK, struck_entries
from wargame.reports.timeline import Timeline
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
