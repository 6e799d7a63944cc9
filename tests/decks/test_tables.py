"""Tables of events made into cards and back; what cannot be used is said cell by cell."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.calls import Called
from tests.decks.event_lists import LIST, book, refused, sheet, taken
from tests.decks.folders import SMALL
from wargame.decks.card_tables import export_cards, import_cards
from wargame.decks.check import check
from wargame.decks.folders import find
from wargame.decks.guard import read
from wargame.decks.load import load
from wargame.decks.new import write_new
from wargame.decks.problems import ScenarioError
from wargame.decks.schema import CardsFile
from wargame.decks.tables import guard, read_table, unguard, write_table


def test_a_facilitators_list_becomes_cards() -> None:
    made, said = taken(sheet(LIST))
    assert said == []
    assert made == [
        {
            "id": "riots-in-the-south",
            "title": "Riots in the south",
            "text": "Shops burn.",
            "turn": 2,
            "source": 9,
            "effects": [
                {"track": "authority", "by": -1},
                {"track": "street", "by": 2, "why": "They have waited"},
            ],
        },
        {
            "id": "the-budget",
            "title": "The budget",
            "text": "Nobody can pay for it.",
            "source": [4, 8],
            "why": "Ask the ministry",
            "effects": [
                {"track": "treasury", "set": 3, "when": "turn >= 4", "chance": 50},
                {"fact": "deficit", "lasts": 2},
            ],
        },
    ]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_and_a_byte_order_mark_are_understood(separator: str) -> None:
    rows = list(csv.reader(io.StringIO(LIST)))
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(rows)
    made, said = taken(sheet("\ufeff" + stream.getvalue()))
    assert [one["id"] for one in made] == ["riots-in-the-south", "the-budget"]
    assert said == []


def test_a_workbook_says_the_same_as_the_list() -> None:
    rows: list[list[Any]] = [list(row) for row in csv.reader(io.StringIO(LIST))]
    rows[1][2] = 2.0
    made, said = taken(book(rows))
    assert made == taken(sheet(LIST), "other.yaml")[0]
    assert said == []


def test_a_sheet_can_be_named() -> None:
    table = book([["nothing"]], Spring=[["title"], ["Rain"]])
    assert [one["title"] for one in taken(table, sheet="Spring")[0]] == ["Rain"]
    assert 'no sheet "Autumn". Sheets here: Sheet, Spring.' in refused_again(table, "Autumn")


def refused_again(table: Path, name: str) -> str:
    Path("deck.yaml").unlink()
    return refused(table, sheet=name)


def test_what_cannot_be_used_is_said_cell_by_cell_and_the_rest_is_kept() -> None:
    text = (
        "title,text,turn,effects,colour,seat\n"
        "Rain,It rains.,soon,mood -1; the river rises; mood + many,blue,\n"
        ",Nobody knows.,1,,,\n"
        "Sun,=1+1,99,,,Town Hall\n"
        "Snow,It snows.,200,mood -1 if mood > > 3,,,extra\n"
    )
    made, said = taken(sheet(text))
    assert [one["id"] for one in made] == ["rain", "sun", "snow"]
    assert made[0]["effects"] == [{"track": "mood", "by": -1}]
    assert made[1]["text"] == "Sun"
    forms = "Write TRACK +1, TRACK -1, TRACK = 3, fact FACT or end FACT."
    assert said == [
        (
            'list.csv:1:5: warning: a column nobody reads: "colour". Columns: id, deck, title, text, kind, '
            "turn, date, copies, when, seat, lasts, bonus, ..."
        ),
        'list.csv:2:3: error: turn: a whole number is expected here, not "soon". Write digits only.',
        f'list.csv:2:4: error: effects: "the river rises" is no effect. {forms}',
        f'list.csv:2:4: error: effects: "mood + many" is no effect. {forms}',
        "list.csv:3:1: error: without a title it is no card: the row is left out. Write one.",
        "list.csv:4:2: error: text: a formula. Write the value itself.",
        (
            'list.csv:4:6: error: seat: an id is expected here, not "town hall". Begin with a small letter; '
            "then small letters, digits, _ and -, 24 characters at most."
        ),
        "list.csv:5:3: error: turn: the number 200 is too large. 99 is the most.",
        (
            'list.csv:5:4: error: effects: "mood > > 3": a number or a name is expected here, '
            "not '>'. Write a number or a name."
        ),
        "list.csv:5:7: error: a cell in a column without a heading. Name it.",
    ]


def test_titles_that_say_the_same_get_ids_of_their_own() -> None:
    made, said = taken(sheet("title\n" + "Strike\n" * 3 + "?!\n日本\n"))
    assert [one["id"] for one in made] == ["strike", "strike-b", "strike-c", "event", "event-b"]
    assert said == []
    doubled, said = taken(sheet("id,title\na,One\na,Two\n"), "other.yaml")
    assert [one["id"] for one in doubled] == ["a"]
    assert said == [
        'list.csv:3:1: error: the id "a" is taken: the row is left out. Give the card another id.'
    ]


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    folder = tmp_path / "winter"
    write_new(folder)
    return folder


def test_in_a_scenarios_folder_names_and_dates_are_looked_up(scenario: Path) -> None:
    text = (
        "title,date,effects\n"
        "Rain,december,Danger at sea -1; Light -1; temprt +1; fact fogg\n"
        "Snow,Easter,fact fog for 2\n"
        "A whale,2021-01-06,\n"
    )
    made, said = taken(sheet(text), str(scenario / "cards" / "more.yaml"))
    assert made[0]["turn"] == 2
    assert made[0]["effects"] == [{"track": "light", "by": -1}]
    assert made[1]["effects"] == [{"fact": "fog", "lasts": 2}]
    assert (made[2]["id"], made[2]["turn"]) == ("a-whale", 3)
    assert said == [
        'list.csv:2:3: error: effects: no track "Danger at sea". Tracks here: light, oil, purse, temper.',
        'list.csv:2:3: error: effects: no track "temprt". Did you mean "temper"?',
        'list.csv:2:3: error: effects: no fact "fogg". Did you mean "fog"?',
        (
            'list.csv:3:2: error: date: no turn is called "Easter". Write the number of the turn, or its '
            "name: November, December, January, February."
        ),
        (
            f'{scenario}/cards/more.yaml: warning: the scenario has no deck "more". '
            "Add it to decks in scenario.yaml."
        ),
    ]


def test_a_card_of_another_file_keeps_its_id(scenario: Path) -> None:
    made, said = taken(
        sheet("title\nFrost\nStorm\n"), str(scenario / "cards" / "more.yaml"), deck="winter"
    )
    assert [one["id"] for one in made] == ["frost-b", "storm-b"]
    assert said == []
    assert [one for one in check(scenario).problems if one.severity == "error"] == []


def test_an_imported_deck_points_an_editor_to_its_schema(scenario: Path) -> None:
    taken(sheet("title\nFrost\n"), str(scenario / "cards" / "more.yaml"))
    first = (scenario / "cards" / "more.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/cards.json"
    taken(sheet("title\nFrost\n"), "alone.yaml")
    assert Path("alone.yaml").read_text(encoding="utf-8").startswith("deck: alone\n")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("name", ["tightrope", "aland", str(SMALL)])
def test_what_is_exported_and_imported_is_the_same_again(name: str, suffix: str) -> None:
    plain = load(find(name))
    table = Path(f"all{suffix}")
    assert export_cards(name, table) == len(plain["cards"])
    done = import_cards(table, Path("all.yaml"))
    assert done.problems == ()
    again = CardsFile.model_validate(read(Path("all.yaml").read_bytes(), "all.yaml").plain())
    assert [one.model_dump(mode="json") for one in again.cards] == plain["cards"]


def test_one_deck_can_be_exported_by_its_name() -> None:
    assert export_cards(f"{SMALL}/river", Path("river.csv")) == 6
    rows = read_table(Path("river.csv"))
    assert [cell.text for cell in rows[0].cells][:3] == ["id", "title", "text"]
    assert "deck" not in [cell.text for cell in rows[0].cells]
    with pytest.raises(ScenarioError, match=r'no deck "rivr"\. Did you mean "river"'):
        export_cards(f"{SMALL}/rivr", Path("x.csv"))
    with pytest.raises(ScenarioError, match="no such scenario folder"):
        export_cards("nowhere/river", Path("x.csv"))


@given(st.text(max_size=30))
def test_guarding_is_undone_by_unguarding(text: str) -> None:
    assert unguard(guard(text)) == text


LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")),
    min_size=1,
    max_size=40,
).map(str.strip)
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)


@settings(max_examples=60)
@given(st.lists(st.tuples(LINES, TEXTS, TEXTS), min_size=1, max_size=5), st.booleans())
def test_any_text_survives_the_way_through_a_table_and_yaml(
    rows: list[tuple[str, str, str]], workbook: bool
) -> None:
    rows = [row for row in rows if all(part.strip() for part in row)]
    table = Path("t.xlsx" if workbook else "t.csv")
    write_table(table, [["title", "text", "notes"], *rows], replace=True)
    Path("d.yaml").unlink(missing_ok=True)
    if not rows:
        return
    made, said = taken(table, "d.yaml")
    assert said == []
    got = [(one["title"], one["text"], one["why"]) for one in made]
    assert got == [tuple(part.strip() for part in row) for row in rows]


def test_a_file_that_is_there_is_replaced_only_when_that_is_said() -> None:
    taken(sheet(LIST))
    with pytest.raises(ScenarioError, match="there is such a file already"):
        import_cards(Path("list.csv"), Path("deck.yaml"))
    assert taken(Path("list.csv"), replaced=True)[1] == []
    export_cards(str(SMALL), Path("out.csv"))
    with pytest.raises(ScenarioError, match="--replace"):
        export_cards(str(SMALL), Path("out.csv"))
    export_cards(str(SMALL), Path("out.csv"), replaced=True)


def test_the_verbs_say_what_was_done_and_what_was_not(capsys: pytest.CaptureFixture[str]) -> None:
    table = sheet(LIST.replace("street +2", "street up"))
    called = Called(capsys, "cards", "import", table, "-o", "deck.yaml")
    assert called.code == 1
    assert called.out.startswith('list.csv:2:4: error: effects: "street up" is no effect.')
    assert "deck.yaml: 2 cards in the deck deck." in called.err
    called = Called(capsys, "cards", "import", table, "-o", "deck.yaml", "--replace", "--json")
    answer = json.loads(called.out)
    assert (answer["deck"], answer["cards"], len(answer["problems"])) == ("deck", 2, 1)
    assert {"file", "line", "column", "what", "do", "severity"} == set(answer["problems"][0])
    called = Called(capsys, "cards", "export", SMALL, "-o", "all.csv", "--json")
    assert (called.code, json.loads(called.out)) == (0, {"file": "all.csv", "cards": 9})
    called = Called(capsys, "cards", "export", SMALL, "-o", "all.txt")
    assert (called.code, called.out) == (2, "")
    assert Called(capsys, "cards").code == 2
