"""However a scenario is mangled, `check` answers, and what it lets pass can be compiled."""

import json
import random
import re
import shutil
from pathlib import Path

import pytest

from tests.decks.folders import (
    FAVOURS,
    MOVES,
    RIVER,
    SCENARIO,
    SMALL,
    STANDING,
    Broken,
    broken_folder,
)
from wargame.decks.check import check
from wargame.decks.compile import compile_scenario

TEXTS = {
    name: (SMALL / name).read_text(encoding="utf-8")
    for name in (SCENARIO, MOVES, STANDING, RIVER, FAVOURS)
}
WORDS = sorted(set(re.findall(r"[A-Za-z_0-9.]+|[\[\]{}:,>=<+*-]+", "\n".join(TEXTS.values()))))
SIGNS = " \t:-[]{}'\"#&*!|>%@`\n\x00é"


def _mangled(text: str, dice: random.Random) -> str:
    """The text with a word exchanged, a line lost or moved, or a sign put in."""
    lines = text.split("\n")
    match dice.randrange(4):
        case 0:
            start, end = dice.choice([one.span() for one in re.finditer(r"[A-Za-z_0-9.]+", text)])
            return f"{text[:start]}{dice.choice(WORDS)}{text[end:]}"
        case 1:
            del lines[dice.randrange(len(lines))]
        case 2:
            lines.insert(dice.randrange(len(lines)), dice.choice(lines))
        case _:
            at = dice.randrange(len(text))
            return f"{text[:at]}{dice.choice(SIGNS)}{text[at:]}"
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(40))
def test_a_mangled_scenario_is_checked_and_never_a_crash(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    folder = tmp_path / "copy"
    shutil.copytree(SMALL, folder)
    for _ in range(5):
        name = dice.choice(list(TEXTS))
        text = TEXTS[name]
        for _ in range(dice.randint(1, 3)):
            text = _mangled(text, dice)
        (folder / name).write_text(text, encoding="utf-8")
        report = check(folder)
        assert (report.plain is None) == bool(report.errors)
        if report.plain is not None:
            assert compile_scenario(json.loads(json.dumps(report.plain))).id
        (folder / name).write_text(TEXTS[name], encoding="utf-8")


def test_an_unknown_key_deep_inside_is_found_with_its_neighbours(tmp_path: Path) -> None:
    folder = broken_folder(tmp_path, Broken("deep"))
    deep = TEXTS[RIVER].replace("chance: 50, why: A brawl", "chanse: 50, why: A brawl")
    (folder / RIVER).write_text(deep, encoding="utf-8")
    assert [str(problem) for problem in check(folder).problems] == [
        'cards/river.yaml:68:79: error: the key "chanse" is not known here. Did you mean "chance"?'
    ]
