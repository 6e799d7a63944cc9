"""What README.md tells a newcomer to type is what is run here."""

import re
import subprocess
import sys

import pytest

from tests.house.readme import README, command
from tests.house.source import ROOT

TEXT = README.read_text(encoding="utf-8")


def test_one_command_installs_into_a_virtual_environment_and_opens_the_app() -> None:
    steps = command("open", TEXT).split(" && ")
    assert steps[0] == "python3 -m venv .venv"
    assert steps[-1] == ".venv/bin/wargame"


def test_one_command_installs_and_runs_every_test() -> None:
    steps = command("test", TEXT).split(" && ")
    assert steps[0] == "python3 -m venv .venv"
    assert steps[-1] == ".venv/bin/python -m tests"


def test_continuous_integration_runs_the_readmes_own_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 -m tests.house.readme test" in script
    assert command("test", TEXT) not in script
    done = subprocess.run(
        [sys.executable, "-m", "tests.house.readme", "test"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stdout == command("test", TEXT) + "\n"


def test_a_command_that_is_missing_doubled_or_on_two_lines_is_not_taken() -> None:
    block = "<!-- command: test -->\n```sh\nmake\n```\n"
    assert command("test", block) == "make"
    for wrong in ("", block * 2, block.replace("make", "make\nmake"), block.replace("make", " ")):
        with pytest.raises(LookupError):
            command("test", wrong)


def test_every_file_the_readme_points_to_is_here_and_every_picture_is_ours() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)\s]+)", TEXT) + re.findall(
        r'<img[^>]+src="([^"]+)', TEXT
    )
    assert [target for target in pictures if "://" in target] == []
    links = re.findall(r"(?<!!)\[[^]]*\]\(([^)\s#]+)", TEXT)
    local = [target for target in [*pictures, *links] if "://" not in target]
    assert [target for target in local if not (ROOT / target.split("#")[0]).exists()] == []


def test_the_readme_is_neither_thin_nor_long() -> None:
    assert 60 <= len(TEXT.splitlines()) <= 150
