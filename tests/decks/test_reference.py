"""The authors' page is true: its examples play, its reference is what the models say, its messages are given."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from tests.cli.calls import Called, wargame
from tests.decks.test_broken import CASES
from tests.house.source import ROOT
from wargame.cli.parser import parser
from wargame.decks.check import check, opened
from wargame.decks.columns import BY_HEADING
from wargame.decks.compile import compile_scenario
from wargame.decks.effects import MODELS
from wargame.decks.guard import read
from wargame.decks.reference import BEGIN, END, FILES, reference, renewed
from wargame.decks.schema import SCHEMAS, documented
from wargame.decks.scripts import Script, Step
from wargame.decks.shorthand import Known, understood
from wargame.game.expressions import parse
from wargame.game.names import METHODS
from wargame.game.nodes import FAMILIES
from wargame.game.odds import odds_2d6

README = ROOT / "decks" / "README.md"
TEXT = README.read_text(encoding="utf-8")
PROSE, GENERATED = TEXT.split(BEGIN)
EXAMPLE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)\n```", re.DOTALL)


@pytest.fixture(scope="module")
def well(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scenario that the page's examples are, put together."""
    folder = tmp_path_factory.mktemp("well")
    for name, part in EXAMPLE.findall(TEXT):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as stream:
            stream.write(part + "\n\n")
    return folder


def test_the_examples_are_a_scenario_without_a_problem(well: Path) -> None:
    assert [str(one) for one in check(well).problems] == []


def test_the_examples_show_every_kind_of_card_and_file(well: Path) -> None:
    scenario = compile_scenario(opened(str(well)))
    assert {card.kind for card in scenario.cards.values()} == {
        *("event", "lasting", "dilemma", "asset")
    }
    files = {file for file, _ in FILES} - {"a script"}
    assert all(list(well.glob(file)) for file in (*files, "sessions/*.yaml"))


def test_the_written_session_of_the_examples_is_played_and_its_save_is_sound(
    well: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "run", well / "sessions" / "dry.yaml")
    assert (called.code, called.err) == (0, "")
    assert Called(capsys, "verify", "dry").code == 0


def test_what_a_session_decides_is_named_as_scripts_name_it() -> None:
    section = PROSE.split("## What a session decides")[1].split("\n## ")[0]
    rows = re.findall(r"^\|.*\|(.*)\|$", section, re.MULTILINE)
    named = {key for row in rows for key in re.findall(r"`(\w+)`", row)}
    known = set(Script.model_fields) | set(Step.model_fields)
    assert len(named) > 10
    assert named <= known


def test_the_examples_play_to_both_endings(well: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called = Called(capsys, "simulate", well, "--games", "200", "--workers", "1")
    assert called.code == 0
    shares = {
        title: float(share)
        for share, title in re.findall(r"([0-9.]+) %  (A feud|Rain)", called.out)
    }
    assert set(shares) == {"A feud", "Rain"}
    assert min(shares.values()) > 1


def test_the_claim_of_the_examples_is_played_out(
    well: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "claims", well, "--games", "400", "--workers", "1")
    assert called.code == 0
    assert "A village that does not dig loses families." in called.out


def test_the_reference_is_what_the_models_say() -> None:
    assert renewed(TEXT) == TEXT, "run: python -m wargame.decks.reference decks/README.md"


def test_the_reference_is_written_where_it_stands(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n{BEGIN}\nold\n{END}\nAfter.\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "wargame.decks.reference", page])
    assert done.returncode == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before.\n")
    assert text.endswith(f"{END}\nAfter.\n")
    assert reference() in text
    with pytest.raises(ValueError, match="are needed"):
        renewed("no marks here")


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """A model and those in its fields."""
    if model not in seen:
        seen.add(model)
        for info in model.model_fields.values():
            for inner in re.findall(r"wargame\.decks\.(\w+)\.(\w+)", repr(info.annotation)):
                module = __import__(f"wargame.decks.{inner[0]}", fromlist=[inner[1]])
                found = getattr(module, inner[1], None)
                if isinstance(found, type) and issubclass(found, BaseModel):
                    _models(found, seen)
    return seen


@pytest.mark.parametrize(("file", "top"), FILES)
def test_every_key_of_every_model_stands_in_the_reference(file: str, top: type[BaseModel]) -> None:
    models = _models(top, set())
    assert len(models) > 1
    for model in models:
        for key, meaning in documented(model).items():
            assert f"| `{key}` |" in GENERATED, (file, model, key)
            words = " ".join(meaning.split()).replace("|", "\\|")
            assert words in GENERATED, (file, model, key)


def test_every_link_within_the_page_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", TEXT, flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}
    links = set(re.findall(r"\]\(#([^)]+)\)", TEXT))
    assert len(links) > 20
    assert links - anchors == set()


def test_the_effects_that_are_explained_are_effects_and_all_of_them() -> None:
    section = PROSE.split("## Effects")[1].split("## ")[0]
    shown = re.findall(r"`(\{[^`]+\})`", section)
    kinds = set()
    for text in shown:
        plain = read(text.replace("[...]", "[{end: pact}]").encode(), "x").plain()
        kind = next(one for one in MODELS if one in plain)
        MODELS[kind].model_validate(plain)
        kinds.add(kind)
    assert kinds == set(MODELS)


def test_the_expressions_that_are_explained_can_be_read() -> None:
    section = PROSE.split("## Conditions and amounts")[1].split("## ")[0]
    lines = re.findall(r"^    (.+)$", section, flags=re.MULTILINE)
    shown = [one for line in lines for one in re.split(r" {3,}", line)]
    assert len(shown) >= 6
    for text in shown:
        parse(text)
    names = set(re.findall(r"`([a-z]+)\.", section))
    assert names == set(FAMILIES)


def test_the_methods_and_odds_are_those_of_the_rules() -> None:
    section = PROSE.split("### How orders are judged")[1].split("## ")[0]
    assert set(re.findall(r"`(\w+)`", section.split("`method`")[0])) == set(METHODS)
    row = re.search(r"^\| succeeds, in per cent \|(.+)\|$", PROSE, flags=re.MULTILINE)
    assert row
    shown = [int(one) for one in row[1].split("|")]
    assert shown == [round(odds_2d6(7 - modifier) / 100) for modifier in range(-4, 5)]


def test_the_tables_that_are_explained_are_understood() -> None:
    section = PROSE.split("## Tables")[1].split("## ")[0]
    tracks = {"water": "Water", "anger": "Anger", "herd": "Herd"}
    known = Known(tracks, {"heat": "heat", "pact": "pact"})
    lines = re.findall(r"^    (.+[+=].+)$", section, flags=re.MULTILINE)
    assert len(lines) == 2
    assert all(understood(line, known)[1] == [] for line in lines)
    columns = re.search(r"The first row names the columns(.+?)Only a title", section, re.DOTALL)
    assert columns
    assert set(re.findall(r"`(\w+)`", columns[1])) <= set(BY_HEADING)


def _pattern(message: str) -> str:
    """A message as a pattern: any name in quotes, any digits, any fact."""
    parts = re.split(r'("[^"]*"|[0-9]+|fact\.\w+)', message)
    same = {'"': '"[^"]+"', "f": r"fact\.\w+"}
    return "".join(
        re.escape(part) if not place % 2 else same.get(part[0], "[0-9]+")
        for place, part in enumerate(parts)
    )


def test_the_mistakes_that_are_explained_are_messages_that_check_gives() -> None:
    section = PROSE.split("## Common mistakes")[1].split("## ")[0]
    said = "\n".join(line for case in CASES for line in case.says)
    rows = re.findall(r"^\| (`.+?) \| ", section, flags=re.MULTILINE)
    assert len(rows) >= 12
    for row in rows:
        for quoted in re.findall(r"`([^`]+)`", row):
            assert re.search(_pattern(quoted), said), quoted


def test_every_verb_that_is_named_is_there() -> None:
    known = parser().format_help()
    named = set(re.findall(r"(?:^    |`)wargame (\w+)", PROSE, flags=re.MULTILINE))
    assert {"new", "check", "simulate", "cards", "schema"} <= named
    assert {verb for verb in named if not re.search(rf"^ +{verb}\b", known, re.MULTILINE)} == set()
    assert set(re.findall(r"wargame schema (\w+)", PROSE)) <= set(SCHEMAS)


def test_schema_that_the_page_speaks_of_is_printed() -> None:
    assert wargame("schema", "moves").returncode == 0
