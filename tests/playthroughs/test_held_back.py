"""held-back.yaml: injects, cards, a secret argument and a situation, kept on paper and played by `wargame run`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import Called
from wargame.game.events import (
    ArgumentTriggered,
    CardHeld,
    CardLetAct,
    CardSkipped,
    InjectFired,
    SituationAimedAt,
)
from wargame.reports.after_action import after_action
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.saves.verify import verify
from wargame.table.table import Table

SCRIPT = Path(__file__).with_name("held-back.yaml")
SECRETS = ("rings its bells", "called home", "For quiet at the quay", "A treaty of 1856")
"""Words of what was held back."""


@pytest.fixture
def save(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    called = Called(capsys, "run", SCRIPT, "--saves", tmp_path)
    assert called.code == 0, called.err
    return tmp_path / "held-back.jsonl"


def test_it_is_sound_with_every_seal(save: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verdict = json.loads(Called(capsys, "verify", save, "--json").out)
    assert (verdict["ok"], verdict["seals_checked"]) == (True, 6)


def test_a_secret_argument_that_was_changed_afterwards_is_found(save: Path) -> None:
    lines = save.read_text(encoding="utf-8").replace("called home", "sent for coal")
    forged = save.with_name("forged.jsonl")
    forged.write_text(lines, encoding="utf-8")
    assert not verify(forged).ok


def test_what_was_held_back_came_as_it_was_to_come(save: Path) -> None:
    events = [one.event for one in Timeline.read(save).moments]
    fired = [(one.inject, one.how) for one in events if isinstance(one, InjectFired)]
    assert [one for one, _ in fired] == ["telegram", "private-word", "precedent", "shots-at-eckero"]
    triggered = [one for one in events if isinstance(one, ArgumentTriggered)]
    assert [(one.seat, one.how) for one in triggered] == [("aland", "condition")]
    assert [one.fact for one in events if isinstance(one, SituationAimedAt)] == ["coal"]
    kinds = [type(one) for one in events if isinstance(one, CardHeld | CardSkipped | CardLetAct)]
    assert kinds == [CardHeld, CardSkipped, CardLetAct]


def test_nobody_else_was_shown_or_told_of_it_before(save: Path) -> None:
    timeline = Timeline.read(save)
    moments = timeline.moments
    shown = next(one.n for one in moments if isinstance(one.event, ArgumentTriggered))
    for n in range(shown):
        for who in ("council", "public"):
            for secret in SECRETS:
                assert secret not in repr(timeline.view(n, who))
                assert secret not in told(timeline, n, who)
    assert "rings its bells" in repr(timeline.view(shown, "public"))


def test_a_save_goes_on_where_it_stopped_with_everything_that_is_held(
    save: Path, tmp_path: Path
) -> None:
    lines = save.read_bytes().splitlines(keepends=True)
    for cut in range(20, len(lines), 9):
        part = tmp_path / f"part-{cut}.jsonl"
        part.write_bytes(b"".join(lines[:cut]))
        table = Table.open(part)
        assert not table.trouble()
        table.view("facilitator")
        table.close()


def test_its_report_tells_of_all_of_it(save: Path) -> None:
    text = after_action(Timeline.read(save), verify(save))
    for part in (
        "Injects and cards held",
        "Why over the cap",
        "## Secret arguments",
        "left sealed; shown at the hot wash",
        "A secret argument, shown when its trigger came",
        "is asked in private",
    ):
        assert part in text
