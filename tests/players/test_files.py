"""A playbook's file is checked for form and for meaning, and may not ask for what its seat cannot see."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from tests.decks.folders import SMALL
from tests.players.books import BOOKS, FILES, with_books
from wargame.decks.characters import with_playbook
from wargame.decks.check import check
from wargame.decks.compile import compile_scenario
from wargame.decks.guard import read
from wargame.decks.load import load
from wargame.decks.problems import ScenarioError
from wargame.decks.schema import schema

BEGINNING = "id: a\nseat: abbey\nname: A\ntext: A character.\n"
WRONG = {
    "orders: [{order: watch, when: chest >= 3}]": '5:31: error: abbey does not see the track "chest". '
    "Use what abbey sees, or let it see the track.",
    "orders: [{order: watch, weight: 2 + fact.bribed}]": '5:37: error: abbey does not always see the fact "bribed". '
    "Use what abbey sees, or let it see the fact wherever it is made.",
    "orders: [{order: watch, when: tried.bribe}]": '5:31: error: abbey may not know of the order "bribe". '
    "Use orders of abbey, or such as are never given in secret.",
    "orders: [{order: watch, when: count.purses >= 1}]": "5:31: error: only the facilitator sees counters. "
    "Use tracks and facts that the seat sees.",
    "hold: ending.riot": "5:7: error: a playbook plays before the end. Take it out.",
    "orders: [{order: feast}]": '5:18: error: "feast" is an order of town. Name one of abbey: watch, preach.',
    "orders: [{order: wach}]": '5:18: error: no order "wach". Did you mean "watch"?',
    "orders: [{order: watch, targets: {moon: 1}}]": '5:35: error: no target "moon". Targets here: none.',
    "orders: [{order: watch, when: anger > 40}]": "5:31: error: this can never hold. "
    "With anger 0..10: change it, or leave it out.",
    "orders: [{order: watch, wait: 3}]": '5:25: error: the key "wait" is not known here. Did you mean "weight"?',
    "orders: [{order: watch, weight: 1.5}]": "5:34: error: an expression has no '.'. "
    "Numbers are whole; write 1, not 1.0.",
    "dilemmas: [{card: beggars, options: {take: 1}}]": '5:19: error: "beggars" is no dilemma of abbey. '
    "Name a dilemma that this seat has to answer.",
    "dilemmas: [{card: beggar, options: {}}]": "5:36: error: a list of 0; 1 is the least. Add to it.",
    "hold: 1\nhold: 2": '6:1: error: the key "hold" stands here already (line 5). Keep one of the two.',
}
"""What stands in a file after its beginning, and what must be said of it."""


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_refused_with_the_place_and_the_remedy(wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(BEGINNING + wrong + "\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as refused:
        with_playbook(load(SMALL), file, "abbey")
    assert str(refused.value) == f"{file}:{WRONG[wrong]}"


def test_a_wrong_file_in_a_scenario_folder_is_found_by_check(tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    (folder / "playbooks").mkdir(parents=True)
    for path in SMALL.rglob("*"):
        if path.is_file():
            (folder / path.relative_to(SMALL)).parent.mkdir(exist_ok=True)
            (folder / path.relative_to(SMALL)).write_bytes(path.read_bytes())
    wrong = "orders: [{order: watch, when: chest >= 3}]"
    (folder / "playbooks" / "a.yaml").write_text(BEGINNING + wrong + "\n", encoding="utf-8")
    (folder / "playbooks" / "b.yaml").write_text(BEGINNING, encoding="utf-8")
    (folder / "playbooks" / "c.yml").write_text(BEGINNING, encoding="utf-8")
    (folder / "playbooks" / "d.yaml").write_text("id: random\nseat: abey\n", encoding="utf-8")
    said = [str(one) for one in check(folder).problems]
    assert said == [
        f"playbooks/a.yaml:{WRONG[wrong]}",
        'playbooks/b.yaml:1:5: error: abbey has two playbooks "a". The first stands at playbooks/a.yaml:1; rename one.',
        "playbooks/c.yml: warning: nobody reads this file. Let its name end in .yaml.",
        'playbooks/d.yaml:1:1: error: "name" is missing. Write name: ...',
        'playbooks/d.yaml:1:1: error: "text" is missing. Write text: ...',
    ]


def test_a_playbook_is_for_its_own_seat_only() -> None:
    file = BOOKS / "town-builder.yaml"
    with pytest.raises(ScenarioError, match=r'2:7: error: a playbook for the seat "town"'):
        with_playbook(load(SMALL), file, "guild")


def test_a_file_that_is_not_there_is_no_playbook(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="no playbook: No such file or directory"):
        with_playbook(load(SMALL), tmp_path / "none.yaml", "guild")


def test_a_playbook_of_the_same_name_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "again.yaml"
    text = (BOOKS / "guild-idler.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("name: Waits", "name: Waits longer"), encoding="utf-8")
    plain, name = with_playbook(with_books(load(SMALL)), file, "guild")
    book = compile_scenario(plain).playbooks["guild"][name]
    assert (name, book.name, len(plain["playbooks"])) == ("idler", "Waits longer", 4)


def test_a_save_whose_playbook_asks_for_a_secret_does_not_open() -> None:
    plain = with_books(load(SMALL))
    plain["playbooks"][3]["hold"] = "chest"
    with pytest.raises(ScenarioError, match=r'abbey does not see the track "chest"'):
        compile_scenario(plain)


@pytest.mark.parametrize("file", FILES)
def test_the_schema_of_a_playbook_fits_what_an_author_writes(file: str) -> None:
    plain = read((BOOKS / file).read_bytes(), file).plain()
    made = schema("playbook")
    jsonschema.validate(plain, made)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**plain, "mood": 1}, made)
    assert all(one.get("description") for one in made["properties"].values())
