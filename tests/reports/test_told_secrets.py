"""Nobody is told in words what the views keep from them: games by chance, with a marker in every secret.

What may be seen is told from the state in the plainest way, as for the views themselves (see
`tests.game.hidden`). Held against it are each entry's sentence for each audience, and the reports
for the public and for the seats.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.game.anybody import Anybody
from tests.game.hidden import MARKER, Hidden
from tests.game.test_random_play import goes_on
from tests.reports.test_knowledge import PEOPLE, ask
from tests.table.games import Counting, Ticking
from wargame.game.commands import OpenSession
from wargame.reports.audience import audience_report
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.saves.verify import verify
from wargame.table.table import Table

AUDIENCES = ("public", "town", "guild", "abbey")


def played(path: Path, seed: int, steps: int) -> Hidden:
    """A game by chance on a real table; the markers that are in it."""
    random, hidden = Random(seed), Hidden()
    opening = OpenSession("evening", people=PEOPLE, playbooks={"abbey": "random"})
    table = Table.create(path, hidden.scenario(), opening, bytes(range(32)), Ticking())
    table.fresh = Counting()
    anybody = Anybody(random, hidden)
    for _ in range(steps):
        if not table.state.closed:
            ask(table, *(anybody.asks(table) if random.random() < 0.6 else goes_on(table)))  # type: ignore[arg-type]
    table.close()
    return hidden


def leaks(path: Path, hidden: Hidden) -> list[tuple[str, int, str, str]]:
    """What was told too much: to whom, of which entry (-1: in the report), the marker, in what words."""
    timeline, found = Timeline.read(path), []
    assert timeline.trouble == ""
    known: dict[str, set[str]] = {who: set() for who in AUDIENCES}
    for n in range(len(timeline)):
        state = timeline.state(n).copy()
        for who in AUDIENCES:
            known[who].update(one for one, may in hidden.rules.items() if may(state, who))
            text = told(timeline, n, who)
            found += [(who, n, one, text) for one in MARKER.findall(text) if one not in known[who]]
    for who in AUDIENCES:
        report = audience_report(timeline, verify(path), who)
        found += [
            (who, -1, one, line)
            for line in report.splitlines()
            for one in MARKER.findall(line)
            if one not in known[who]
        ]
    return found


@pytest.mark.parametrize("seed", range(4))
def test_no_sentence_and_no_report_tells_what_its_audience_may_not_know(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "evening.jsonl"
    assert leaks(path, played(path, seed, 100)) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4, 40))
def test_nor_in_forty_longer_games(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "evening.jsonl"
    assert leaks(path, played(path, seed, 300)) == []
