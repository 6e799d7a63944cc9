"""A condition as people put it together, and as the table reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.seatings import small, table_of
from wargame.game.commands import RecordFact
from wargame.game.expressions import parse
from wargame.game.views import View
from wargame.tui.screens.conditions import example, put_together, things, with_ids

BLANK = {"thing": "", "sign": ">=", "amount": "", "when": ""}


def known(folder: Path, seat: str = "town") -> View:
    plain = small()
    plain["tracks"][0]["name"] = "Anger at large"
    table = table_of(folder, plain)
    table.ask("facilitator", RecordFact("truce", ""))
    table.ask("facilitator", RecordFact("ford-dry", "The ford is dry."))
    return table.view(seat)


def test_what_can_be_picked_is_what_the_seat_sees_and_a_condition_can_name(tmp_path: Path) -> None:
    view = known(tmp_path)
    picked = dict(things(view))
    assert picked["anger"] == "Anger (now 2)"
    assert picked["not fact.truce"].startswith("no longer: ")
    assert "chest" not in picked
    assert "not fact.ford-dry" not in picked
    for thing in filter(None, picked):
        parse(thing)


@pytest.mark.parametrize(
    ("filled", "expected"),
    [
        ({}, ("", "")),
        ({"thing": "anger", "amount": "9"}, ("anger >= 9", "Anger ≥ 9")),
        ({"thing": "turn", "sign": "==", "amount": "3"}, ("turn == 3", "the turn = 3")),
        ({"when": "Anger >= 9 and turn > 2"}, ("anger >= 9 and turn > 2", "")),
        (
            {"thing": "anger", "amount": "9", "when": "turn > 2 or turn < 1"},
            ("anger >= 9 and (turn > 2 or turn < 1)", ""),
        ),
    ],
)
def test_what_was_picked_and_written_is_one_expression(
    tmp_path: Path, filled: dict[str, str], expected: tuple[str, str]
) -> None:
    assert put_together(known(tmp_path), BLANK | filled) == expected


def test_names_stand_for_ids_the_longest_first_and_ids_stay(tmp_path: Path) -> None:
    view = known(tmp_path)
    written = "ANGER AT LARGE >= 3 and anger > 2 and fact.anger and mood < 4"
    assert with_ids(view, written) == "mood >= 3 and anger > 2 and fact.anger and mood < 4"


def test_the_example_can_be_read(tmp_path: Path) -> None:
    view = known(tmp_path)
    parse(with_ids(view, example(view).partition(": ")[2]))
