"""Names in texts give way to pseudonyms, and what may be left is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.games import SEED, scenario
from wargame.game.changes import Person
from wargame.game.commands import OpenSession, SeatPerson
from wargame.game.names import FACILITATOR
from wargame.reports.pseudonyms import Names, names_of, without_names
from wargame.saves.reading import read
from wargame.table.table import Table

NAMES = Names({"Will Ash": "Person 1", "Will": "Person 1", "Zoë": "Person 2", "Ann": "Person 3"})


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


def names(folder: Path, *people: str) -> Names:
    """The names in a save of these people; the last one comes late."""
    first = [Person(f"p{n}", one, "town") for n, one in enumerate(people[:-1])]
    opening = OpenSession("names", people=first)
    table = Table.create(folder / "names.jsonl", scenario(), opening, SEED)
    table.ask(FACILITATOR, SeatPerson(f"p{len(people) - 1}", people[-1], "guild"))
    table.close()
    return names_of(read(table.log.path))


def test_every_word_of_a_name_gives_way(tmp_path: Path) -> None:
    found = names(tmp_path, "Anna Baker", "Yamada Taro", "Anna-Lena O'Brien")
    said = "Baker promised it, Taro agreed, Yamada, Lena and O'Brien did not."
    told = "Person 1 promised it, Person 2 agreed, Person 2, Person 3 and Person 3 did not."
    assert without_names(said, found) == (told, [])


def test_a_word_that_two_people_share_is_left_and_warned_of(tmp_path: Path) -> None:
    found = names(tmp_path, "Anna Baker", "Anna Weiss")
    text = "Anna of the guild is lying.\nAnna Weiss is not.\nWeiss it is.\nanna says so."
    told = "Anna of the guild is lying.\nPerson 2 is not.\nPerson 2 it is.\nanna says so."
    assert without_names(text, found) == (told, [1, 4])


def test_titles_months_and_words_of_the_scenario_are_left_and_warned_of(tmp_path: Path) -> None:
    found = names(tmp_path, "The Marshal", "Dr. Weiss", "May Li", "Flood Council")
    text = "# The river\nThe Marshal and May Li.\nSee Dr. Who on 3 May.\nA Council of floods, Li?"
    told = "# The river\nPerson 1 and Person 3.\nSee Dr. Who on 3 May.\nA Council of floods, Li?"
    assert without_names(text, found) == (told, [3, 4])


def test_who_is_called_as_something_in_the_scenario_is_warned_of_and_nothing_is_mangled(
    tmp_path: Path,
) -> None:
    found = names(tmp_path, "The town", "Ben")
    text = "The town rests.\nBen rests.\nA town."
    assert without_names(text, found) == ("The town rests.\nPerson 2 rests.\nA town.", [1, 3])
