"""Imports point down, and what a verb does not use is not loaded."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.source import ROOT

VERBS = (
    *("play", "resume", "host", "join", "review", "run", "screen", "verify", "report", "export"),
    *("fork", "compare", "simulate", "odds", "claims", "check", "schema", "new", "cards", "print"),
    "list",
)

BREACHES = {
    "saves/stray.py": "import wargame.table\nimport yaml\nimport hmac\n",
    "game/stray.py": "import time\nimport hashlib\n",
    "tui/stray.py": "import wargame.saves.stray\n",
    "reports/stray.py": "import rich\n",
}
"""One breach or more of each contract, by the file that would hold it."""

LOAD = """
import importlib, pkgutil, sys
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted(sys.modules), sep="\\n")
"""
"""A program that imports every module of a room and prints what that has loaded."""


def python(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run this Python in a process of its own, away from what the tests have loaded."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, timeout=300
    )


def loaded(*arguments: str) -> set[str]:
    """Run `python -m wargame` with these arguments and return the modules it loaded."""
    done = python("-X", "importtime", "-m", "wargame", *arguments)
    assert done.returncode == 0, done.stderr[-2000:]
    return set(re.findall(r"\| +([\w.]+)$", done.stderr, flags=re.MULTILINE))


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the package in a folder against the import contracts beside it."""
    tool = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([tool, "--no-cache"], cwd=folder, capture_output=True, text=True)


def copy_of_the_house(folder: Path, extra: dict[str, str]) -> Path:
    """Copy the package and its contracts to a folder, add files to the package, return it."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    package = folder / "wargame"
    shutil.copytree(ROOT / "wargame", package, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in extra.items():
        (package / name).write_text(f'"""A stray file."""\n\n{text}', encoding="utf-8")
    return folder


def test_the_import_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_a_breach_of_any_import_contract_is_found(tmp_path: Path) -> None:
    done = lint(copy_of_the_house(tmp_path, BREACHES))
    assert done.returncode != 0
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = {contract["name"] for contract in written["tool"]["importlinter"]["contracts"]}
    assert {name for name in names if f"{name} BROKEN" not in done.stdout} == set()


def test_a_new_module_at_the_top_must_be_given_its_place(tmp_path: Path) -> None:
    done = lint(copy_of_the_house(tmp_path, {"attic.py": ""}))
    assert "every room has its place BROKEN" in done.stdout
    assert "wargame.attic" in done.stdout


@pytest.mark.parametrize(
    ("room", "strangers"),
    [
        ("game", {"textual", "rich", "yaml", "pydantic", "asyncio", "hypothesis"}),
        ("saves", {"textual", "rich", "yaml"}),
        ("decks", {"textual", "rich"}),
        ("players", {"textual", "rich"}),
        ("table", {"textual", "rich"}),
        ("reports", {"textual", "rich"}),
    ],
)
def test_a_room_loads_only_what_it_may_know(room: str, strangers: set[str]) -> None:
    done = python("-c", LOAD, f"wargame.{room}")
    assert done.returncode == 0, done.stderr[-2000:]
    modules = set(done.stdout.split())
    assert f"wargame.{room}" in modules
    assert modules & strangers == set()


def test_asking_for_help_loads_nothing_heavy() -> None:
    for arguments in (["--help"], ["--version"]):
        modules = loaded(*arguments)
        assert "wargame.cli" in modules
        assert modules & {"textual", "pydantic", "yaml", "asyncio"} == set()


def test_asking_a_verb_for_help_loads_nothing_heavy() -> None:
    listed = python("-m", "wargame", "--help").stdout
    for verb in VERBS:
        if re.search(rf"^ +{verb}\b", listed, flags=re.MULTILINE):
            modules = loaded(verb, "--help")
            assert modules & {"textual", "pydantic", "yaml", "asyncio"} == set(), verb
