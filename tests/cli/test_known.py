"""A scenario that opened before opens from what was kept of it, and only while nothing has changed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import SMALL
from tests.house.source import ROOT
from wargame.cli import building, known
from wargame.cli.building import scenario_for
from wargame.decks.problems import ScenarioError
from wargame.settings import cache_folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of shortcuts, not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("WARGAME_CACHE", str(folder))
    return folder


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    """A copy of the small scenario."""
    return str(shutil.copytree(SMALL, tmp_path / "copy"))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every folder that is read in full."""
    seen: list[Path] = []
    real = building._read

    def read(folder: Path) -> object:
        seen.append(folder)
        return real(folder)

    monkeypatch.setattr(building, "_read", read)
    return seen


def kept(cache: Path) -> list[Path]:
    return sorted((cache / "scenarios").iterdir())


def test_the_second_time_nothing_is_read_and_the_scenario_is_the_same(
    cache: Path, scenario: str, reads: list[Path]
) -> None:
    first, second = scenario_for(scenario), scenario_for(scenario)
    assert len(reads) == len(kept(cache)) == 1
    assert first.plain == second.plain
    assert list(first.orders) == list(second.orders)


@pytest.mark.parametrize("file", ["scenario.yaml", "moves.yaml", "briefs/town.md"])
def test_a_file_that_changed_is_read_anew(
    cache: Path, scenario: str, reads: list[Path], file: str
) -> None:
    scenario_for(scenario)
    path = Path(scenario) / file
    path.write_text(path.read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")
    scenario_for(scenario)
    assert len(reads) == len(kept(cache)) == 2


def test_a_file_that_is_new_or_gone_or_renamed_is_noticed(
    cache: Path, scenario: str, reads: list[Path]
) -> None:
    cards = sorted((Path(scenario) / "cards").iterdir())
    scenario_for(scenario)
    (Path(scenario) / "notes.md").write_text("Nothing of it is read.", encoding="utf-8")
    scenario_for(scenario)
    cards[0].rename(cards[0].with_name("zzz.yaml"))
    scenario_for(scenario)
    assert len(reads) == 3


def test_another_program_reads_anew(
    cache: Path, scenario: str, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario_for(scenario)
    monkeypatch.setattr(known, "__version__", "99")
    scenario_for(scenario)
    assert len(reads) == 2


def test_errors_are_found_each_time_and_nothing_is_kept(cache: Path, scenario: str) -> None:
    moves = Path(scenario) / "moves.yaml"
    moves.write_text(moves.read_text(encoding="utf-8").replace("seat: abbey", "seat: abby"))
    for _ in range(2):
        with pytest.raises(ScenarioError, match="abby"):
            scenario_for(scenario)
    assert not cache.exists()


@pytest.mark.parametrize(
    "damage",
    [b"", b"\x00", b"{}", b"0" * 64 + b"\n{}", b"[" * 100_000],
    ids=["nothing", "nil", "no hash", "wrong hash", "deep"],
)
def test_what_was_damaged_is_read_anew(
    cache: Path, scenario: str, reads: list[Path], damage: bytes
) -> None:
    plain = scenario_for(scenario).plain
    kept(cache)[0].write_bytes(damage)
    assert scenario_for(scenario).plain == plain
    assert len(reads) == 2


def test_json_that_is_no_scenario_is_read_anew(
    cache: Path, scenario: str, reads: list[Path]
) -> None:
    plain = scenario_for(scenario).plain
    others: tuple[Any, ...] = ({}, [], {"scenario": "x"}, {**plain, "orders": [{}]})
    for other in others:
        known.remember(kept(cache)[0], other)
        assert scenario_for(scenario).plain == plain
    assert len(reads) == 5


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_others_may_write_is_not_trusted(
    cache: Path, scenario: str, reads: list[Path], what: str
) -> None:
    scenario_for(scenario)
    path = kept(cache)[0]
    assert path.stat().st_mode & 0o077 == 0
    (path if what == "file" else path.parent).chmod(0o777)
    scenario_for(scenario)
    assert len(reads) == 2


def test_a_link_is_not_followed(cache: Path, scenario: str, reads: list[Path]) -> None:
    scenario_for(scenario)
    path = kept(cache)[0]
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))
    scenario_for(scenario)
    brief = Path(scenario) / "briefs" / "town.md"
    brief.rename(brief.with_name("real.md"))
    brief.symlink_to("real.md")
    assert known.fingerprint(Path(scenario)) is None
    scenario_for(scenario)
    assert len(reads) == 3


def test_a_folder_that_changes_while_it_is_read_is_not_kept(
    cache: Path, scenario: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = building._read

    def read(folder: Path) -> object:
        made = real(folder)
        (folder / "briefs" / "town.md").write_text("Another text.", encoding="utf-8")
        return made

    monkeypatch.setattr(building, "_read", read)
    scenario_for(scenario)
    assert not cache.exists()


def test_where_nothing_can_be_kept_everything_is_read(
    tmp_path: Path, scenario: str, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    for named in ("", "relative", str(tmp_path / "file")):
        monkeypatch.setenv("WARGAME_CACHE", named)
        scenario_for(scenario)
    assert len(reads) == 3
    assert not Path("relative").exists()


def test_only_the_last_few_are_kept(
    cache: Path, scenario: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "KEPT", 3)
    for number in range(5):
        (Path(scenario) / "notes.md").write_text(str(number), encoding="utf-8")
        scenario_for(scenario)
    assert len(kept(cache)) == 3


def test_the_folder_is_the_users_own() -> None:
    assert cache_folder({"WARGAME_CACHE": "/there"}) == Path("/there")
    assert cache_folder({"WARGAME_CACHE": "", "HOME": "/home/one"}) is None
    assert cache_folder({"WARGAME_CACHE": "relative", "HOME": "/home/one"}) is None
    assert cache_folder({}) is None
    at_home = cache_folder({"HOME": "/home/one"})
    assert at_home is not None
    assert at_home.is_relative_to("/home/one")
    if sys.platform != "darwin":
        told = {"HOME": "/home/one", "XDG_CACHE_HOME": "/tmp/x"}  # noqa: S108 - never made
        assert cache_folder(told) == Path("/tmp/x/wargame")  # noqa: S108


def test_a_known_scenario_loads_neither_pydantic_nor_yaml(cache: Path, scenario: str) -> None:
    scenario_for(scenario)
    code = (
        "import sys\n"
        "from wargame.cli.building import scenario_for\n"
        "assert scenario_for(sys.argv[1]).orders\n"
        "loaded = {'pydantic', 'yaml', 'textual'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, scenario],
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
        },  # the program that is tested, not one installed
    )
    assert done.returncode == 0, done.stderr


def test_what_is_kept_is_the_json_of_a_save(cache: Path, scenario: str) -> None:
    plain = scenario_for(scenario).plain
    text = kept(cache)[0].read_bytes().partition(b"\n")[2]
    assert json.loads(text) == plain
