"""A log that a simulation keeps is told as the same game is that went through the rules of a table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.analysis.both_ways import scenario_of
from wargame.analysis.kept import Kept
from wargame.analysis.simulate import Plan, Simulation
from wargame.game.events import OrderJudged, ResultAccepted
from wargame.game.names import FACILITATOR
from wargame.reports.after_action import after_action
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.saves.verify import verify

LEFT_OUT = re.compile(
    r"^\| \d+ (?=\|)| ?Head receipt shown to every seat: `[0-9a-f ]+`\.|^### Head receipts$.*?(?=^#)",
    re.MULTILINE | re.DOTALL,
)
"""Numbers of entries, and what is shown at the end of a turn, of which a log has no mark."""
CLOCK = re.compile(r"\d\d?:\d\d|entries")
"""What hangs on how many entries there are."""


def written(folder: Path, name: str) -> tuple[Path, Path]:
    """The save of a game's log, and that of the same game kept."""
    scenario, simulation = scenario_of(name), Simulation(Plan(scenario_of(name), seed=6))
    kept = Kept(scenario, "", simulation.seed(2), simulation.cast(2)).to_the_end()
    paths = folder / "logged.jsonl", folder / "kept.jsonl"
    for path, lines in zip(paths, (simulation.logged(2).lines(), kept.lines()), strict=True):
        path.write_bytes(b"".join(lines))
    return paths


@pytest.mark.parametrize("name", ["small", "t20"])
def test_the_report_of_a_log_is_that_of_the_kept_game(name: str, tmp_path: Path) -> None:
    ours, theirs = (
        [
            line
            for line in LEFT_OUT.sub(
                "", after_action(Timeline.read(path), verify(path))
            ).splitlines()
            if line and not CLOCK.search(line)
        ]
        for path in written(tmp_path, name)
    )
    assert len(ours) > 100
    assert ours == theirs


def test_the_review_of_a_log_has_each_adjudication_as_the_kept_game_has_it(tmp_path: Path) -> None:
    logged, kept = map(Timeline.read, written(tmp_path, "small"))
    tables = [
        [
            (who, timeline.table(one.n, who))
            for one in timeline.moments
            if isinstance(one.event, OrderJudged | ResultAccepted)
            for who in (FACILITATOR, "public", "guild")
        ]
        for timeline in (logged, kept)
    ]
    assert tables[0] == tables[1]
    assert any(isinstance(one.event, OrderJudged) for one in logged.moments)


def test_an_order_judged_at_once_is_told_from_its_odds_to_its_result(tmp_path: Path) -> None:
    timeline = Timeline.read(written(tmp_path, "small")[0])
    n = next(one.n for one in timeline.moments if isinstance(one.event, OrderJudged))
    assert told(timeline, n) == (
        "The town: Build: at least 8 is needed (modifier -1), 41.67 %. Thrown: 2 + 4 = 6. "
        "Failure (margin -2): Coffers 5 → 3; Mood 5 → 4."
    )
