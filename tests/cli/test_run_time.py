"""`wargame run` knows time, silence and talks: what a session kept on paper says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import SMALL, Called, script
from wargame.saves.reading import read

SESSION = f"""
scenario: {SMALL}
session: timed
setup: "1450"
turns: 4
seed: "7"
clock: 2026-03-01T12:00Z
pace: {{minutes: {{orders: 7}}, missing: ladder, late: note, talks: full}}
play:
  - {{at: "12:20", next: event}}
  - next: talks
  - open_talk: {{opener: town, seats: [guild], minutes: 5}}
  - note_talk: {{seat: town, others: [guild], proposed: A loan, agreed: A loan, private: We are broke}}
  - note_intention: {{seat: abbey, action: Pray for rain}}
  - next: orders
  - pause_timer: {{reason: The telephone}}
  - {{at: "12:25", resume_timer: true}}
  - extend_timer: {{minutes: 2}}
  - {{at: "12:40", seal_order: {{seat: town, action: Ask for a loan}}}}
  - warn_silent: {{}}
  - stand_in: {{reason: Nobody came to the laptop}}
"""


def _kinds() -> list[str]:
    return [one.kind for one in read(Path("saves/timed.jsonl")).entries]


def test_a_script_keeps_time_and_says_what_stands_in(capsys: pytest.CaptureFixture[str]) -> None:
    called = Called(capsys, "run", script(SESSION))
    assert (called.code, called.err) == (0, "")
    entries = read(Path("saves/timed.jsonl")).entries
    stood = {one.data["seat"]: one.data["way"] for one in entries if one.kind == "stood_in"}
    assert stood == {"guild": "playbook", "abbey": "intention"}
    for kind in ("timer_started", "timer_paused", "timer_resumed", "timer_extended", "order_late"):
        assert kind in _kinds()
    assert Called(capsys, "verify", Path("saves/timed.jsonl")).code == 0


def test_a_jump_stands_in_a_script_and_a_wrong_one_is_refused_at_its_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    jump = "play:\n  - jump_to: {turn: 3, reason: We begin in spring}\n"
    begun = SESSION[: SESSION.index("play:")]
    called = Called(capsys, "run", script(begun + jump))
    assert (called.code, called.err) == (0, "")
    assert "turns_passed" in _kinds()
    wrong = begun.replace("session: timed", "session: wrong") + jump.replace("3,", "9,")
    called = Called(capsys, "run", script(wrong))
    assert called.code == 2
    assert "no_such_turn" in called.err
    assert ":10: jump_to" in called.err


def test_a_plan_too_short_for_its_turns_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    text = SESSION.replace("{minutes: {orders: 7}, missing", "{plan: 60, missing").replace(
        "turns: 4", "turns: 40"
    )
    called = Called(capsys, "run", script(text))
    assert called.code == 2
    assert "bad_plan" in called.err
