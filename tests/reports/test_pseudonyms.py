"""Names in texts give way to pseudonyms, and what may be left is said."""

from __future__ import annotations

import pytest

from wargame.reports.pseudonyms import without_names

NAMES = {"Will Ash": "Person 1", "Will": "Person 1", "Zoë": "Person 2", "Ann": "Person 3"}


@pytest.mark.parametrize(
    ("text", "told", "left"),
    [
        ("Will Ash waits; Will's turn.", "Person 1 waits; Person 1's turn.", []),
        ("Annex and Joann stay.", "Annex and Joann stay.", []),
        ("Zoë met Ann.", "Person 2 met Person 3.", []),
        ("It is so.\nIt will rain.", "It is so.\nIt will rain.", [2]),
    ],
)
def test_whole_names_are_replaced_and_doubtful_lines_named(
    text: str, told: str, left: list[int]
) -> None:
    assert without_names(text, NAMES) == (told, left)
