"""What holds for every verb: help, exit codes, streams, and no traceback whatever happens."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.calls import Called, wargame
from wargame import __version__
from wargame.cli import VERBS, guard
from wargame.cli.parser import parser
from wargame.game.refusals import Refused

HEAVY = {"textual", "rich", "pydantic", "yaml", "asyncio"}


def verbs() -> list[str]:
    listed = re.findall(r"^    ([a-z]+)", parser().format_help(), flags=re.MULTILINE)
    assert "verify" in listed
    return listed


def test_the_help_lists_each_verb_at_the_start_of_an_indented_line() -> None:
    done = wargame("--help")
    assert done.returncode == 0
    for verb in verbs():
        assert re.search(rf"^ +{verb}\b", done.stdout, flags=re.MULTILINE)
    assert done.stderr == ""


def test_each_verb_has_its_function_and_nothing_else_has() -> None:
    assert {verb for verb in VERBS if verb} == set(verbs())
    for place in VERBS.values():
        module, _, name = place.partition(".")
        assert callable(getattr(import_module(f"wargame.cli.{module}"), name))


def test_no_other_line_of_the_help_looks_like_a_verb_even_on_a_narrow_terminal() -> None:
    for columns in ("20", "80", "200"):
        lines = wargame("--help", COLUMNS=columns).stdout.splitlines()
        begins = [line.split()[0] for line in lines if line.startswith("    ")]
        assert begins == verbs()


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert Called(capsys, "--version").out == f"wargame {__version__}\n"


def test_a_verbs_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\nfrom wargame.cli import main\n"
        f"for verb in {verbs()!r}:\n"
        "    assert main([verb, '--help']) == 0, verb\n"
        f"print('loaded', *({HEAVY!r} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stderr == "loaded\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["fight"],
        ["verify"],
        ["verify", "--head", "xyz", "save"],
        ["run", "script", "--seed", "nothex"],
        ["run", "script", "--seed", "0" * 65],
        ["list", "--jsn"],
        ["completions", "tcsh"],
        ["--sav", "x", "list"],
    ],
)
def test_arguments_that_make_no_sense_are_explained_with_exit_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, *arguments)
    assert called.code == 2
    assert called.out == ""
    assert called.err.startswith("wargame: ")
    assert "--help" in called.err


def test_what_a_terminal_would_obey_is_taken_out_of_messages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for arguments in (["\x1b[31mfight"], ["verify", "\x1b]0;title\x07save"], ["schema", "a\x9bb"]):
        called = Called(capsys, *arguments)
        assert called.code == 2
        assert not {"\x1b", "\x07", "\x9b"} & set(called.err)


def test_ctrl_c_ends_with_130(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    assert guard.guarded(interrupted) == 130
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "error",
    [
        KeyError("x"),
        RecursionError(),
        MemoryError(),
        OSError(28, "No space left on device", "saves/a.jsonl"),
        Refused("phase_moved_on", "The table is in talks already."),
        UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"),
    ],
)
def test_whatever_goes_wrong_is_a_sentence_and_exit_2(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing() -> int:
        raise error

    assert guard.guarded(failing) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert said.err.rstrip().endswith((".", ")"))


def test_a_fault_of_the_program_shows_where_it_lies_when_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing() -> int:
        raise KeyError("x")

    monkeypatch.setenv(guard.DEBUG, "1")
    assert guard.guarded(failing) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "wargame", "schema", "events"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_behind_stdout_is_said(tmp_path: Path) -> None:
    full, says = Path("/dev/full"), "No space left"
    limit, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
    if not full.exists():  # on a system without it, a file that may not grow
        full, says, limit = tmp_path / "full", "File too large", 0
    with full.open("w") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "wargame", "list"],
            stdout=stream,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("asked", "code"), [("check aland", 0), ("check nowhere", 2), ("nothing", 2)]
)
def test_messages_that_nobody_can_read_change_no_exit_code(asked: str, code: int) -> None:
    """As a full disk behind stderr, on every system: the reading end of a pipe is closed."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "wargame", *asked.split()], stdout=subprocess.DEVNULL, stderr=writing
    )
    os.close(writing)
    assert done.returncode == code


def test_an_interruption_while_the_program_loads_leaves_no_traceback() -> None:
    program = (
        "import sys, wargame.__main__ as run\n"
        "class Interrupts:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'wargame.cli': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupts())\n"
        "sys.exit(run.main())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (130, "")


def test_streams_that_are_closed_or_lack_a_character_are_no_fault() -> None:
    shell = f"'{sys.executable}' -m wargame list"
    for line in (f"{shell} >&-", f"{shell} 2>&-", f"{shell} >&- 2>&-"):
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
    done = wargame("verify", "dépôt", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert "\\xe9" in done.stderr
