"""Secret arguments from a script to the report: an order of the menu that is held back keeps its seal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.games import play
from wargame.game.changes import SecretText
from wargame.game.commands import Correct, SealArgument, TriggerArgument
from wargame.game.events import ArgumentSealed
from wargame.game.evolve.history import event_at
from wargame.game.names import FACILITATOR
from wargame.reports.after_action import after_action
from wargame.reports.secrets_told import seals_fit, secrets_told
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.reports.words import Words
from wargame.saves.forking import fork
from wargame.saves.reading import read
from wargame.saves.verify import verify
from wargame.table.table import Table

STEPS: list[dict[str, object]] = [
    {"next": "event"},
    {"next": "talks"},
    {"allow_secret_arguments": {}},
    {
        "seal_argument": {
            "seat": "town",
            "move": "court",
            "target": "to_millers",
            "when": "anger >= 6",
            "reasons": ["They are asked at last."],
        }
    },
    {"seal_argument": {"seat": "guild", "action": "We wait.", "trigger": "Rain."}},
    {"adjust_track": {"track": "anger", "to": 6, "reason": "A fire."}},
    {"judge": {"dice": [6, 5]}},
]


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    return Timeline.read(play(STEPS, tmp_path_factory.mktemp("held") / "held.jsonl"))


def test_the_save_of_it_is_sound(line: Timeline) -> None:
    found = verify(line.path)
    assert not found.damage
    assert found.seals_checked == 2
    assert list(seals_fit(line).values()) == [True, True]


def test_the_report_names_the_order_and_its_target(line: Timeline) -> None:
    text = secrets_told(Words(line.state(len(line) - 1), FACILITATOR), seals_fit(line))
    assert "Court a group (The millers): Speak with the millers or the farmers." in text
    assert text.count("fits") == 2


def test_it_is_told_to_its_seat_alone_until_it_is_shown(line: Timeline) -> None:
    words = "Court a group (The millers)"
    seen = {
        who: [n for n in range(len(line)) if words in told(line, n, who)]
        for who in ("town", "abbey")
    }
    assert len(seen["town"]) == len(seen["abbey"]) + 1 == 2
    changed = line.state(len(line) - 1).judged[-1].changes
    assert "millers" in [getattr(one, "track", "") for one in changed]


def test_an_argument_that_was_sealed_before_menus_could_be_held_back_fits(line: Timeline) -> None:
    entry = next(
        one.entry
        for one in line.moments
        if one.entry.kind == "argument_sealed" and one.entry.by == "guild"
    )
    assert "move" not in entry.data["argument"]


def test_a_corrected_argument_is_checked_as_it_was_written(tmp_path: Path) -> None:
    path = play([*STEPS[:5]], tmp_path / "slip.jsonl")
    table = Table.open(path)
    entry = next(
        n for n in range(table.log.count) if isinstance(event_at(table.state, n), ArgumentSealed)
    )
    table.ask(FACILITATOR, Correct(entry, "argument.action", "We bide our time.", "A slip."))
    table.ask(FACILITATOR, TriggerArgument("guild", "It rains."))
    table.close()
    text = after_action(Timeline.read(path), verify(path))
    assert "bide our time" in text
    assert "NOT fit" not in text
    assert verify(path).ok


def test_an_argument_is_checked_in_the_session_it_was_sealed_in(tmp_path: Path) -> None:
    first = play([*STEPS[:3]], tmp_path / "first.jsonl")
    second, third = tmp_path / "second.jsonl", tmp_path / "third.jsonl"
    fork(read(first), len(read(first).entries) - 1, second).close()
    table = Table.open(second)
    table.ask("town", SealArgument("town", SecretText("Rain.", "We wait.")))
    table.close()
    fork(read(second), len(read(second).entries) - 1, third).close()
    text = after_action(Timeline.read(third), verify(third))
    assert "We wait." in text
    assert "NOT fit" not in text
