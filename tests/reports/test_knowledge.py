"""What a seat knew at an entry can be rebuilt from the save: it equals what the seat was shown when it happened."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.game.anybody import Anybody
from tests.game.hidden import FACILITATOR, Hidden
from tests.game.sitting import Game
from tests.game.test_random_play import goes_on
from tests.table.games import Counting, Ticking
from wargame.game.changes import Person
from wargame.game.commands import Command, OpenSession
from wargame.game.refusals import Refused
from wargame.game.views import View
from wargame.reports.timeline import Timeline
from wargame.table.table import Table

WHO = ("town", "guild", "abbey", FACILITATOR, "public")
PEOPLE = [Person("p1", "Player one", "town"), Person("p3", "Player three", "observer")]


def ask(table: Table, by: str, command: Command) -> None:
    """Ask, whether or not it is taken."""
    with suppress(Refused):
        table.ask(by, command)


def play(folder: Path, seed: int, steps: int) -> None:
    """Play by chance on a real table, keep every view that is shown, and rebuild each from the save."""
    random, hidden = Random(seed), Hidden()
    opening = OpenSession("evening", people=PEOPLE, playbooks={"abbey": "random"})
    path = folder / "evening.jsonl"
    table = Table.create(path, hidden.scenario(), opening, bytes(range(32)), Ticking())
    table.fresh = Counting()
    shown: dict[tuple[int, str], View] = {}

    def look() -> None:
        shown.update({(table.log.count - 1, who): table.view(who) for who in WHO})

    table.on_change(look)
    look()
    anybody, seen = (
        Anybody(random, hidden),
        cast(Game, table),
    )  # what they ask for needs a state only
    for _ in range(steps):
        if not table.state.closed:
            ask(table, *(anybody.asks(seen) if random.random() < 0.7 else goes_on(seen)))
    table.close()
    timeline = Timeline.read(path)
    assert timeline.trouble == ""
    moments = list(shown)
    random.shuffle(moments)
    for n, who in moments:
        assert timeline.view(n, who) == shown[n, who], (n, who, timeline.moments[n].entry.kind)


@given(st.integers(0, 2**32))
@settings(max_examples=15)
def test_every_view_that_was_shown_can_be_rebuilt_from_the_save(seed: int) -> None:
    with TemporaryDirectory() as folder:
        play(Path(folder), seed, 80)


@pytest.mark.slow
@given(st.integers(0, 2**32))
@settings(max_examples=40)
def test_every_view_of_long_games_can_be_rebuilt_from_the_save(seed: int) -> None:
    with TemporaryDirectory() as folder:
        play(Path(folder), seed, 300)
