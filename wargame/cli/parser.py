"""The verbs and their flags. This module loads nothing but argparse, so that `--help` answers at once."""

from __future__ import annotations

import argparse
from functools import partial
from typing import NoReturn, TypeAlias

from wargame import __version__
from wargame.cli.arguments import head, hours, pair, seed, whole_number
from wargame.cli.authoring import add_authoring
from wargame.cli.branching import add_branching
from wargame.cli.claiming import add_claims
from wargame.cli.printing import add_printing
from wargame.cli.simulating import add_checking, add_simulating
from wargame.game.plain_text import clean

SHIPPED = "tightrope"
"""The scenario that is meant when none is named."""

ABOUT = "Run a seminar wargame at one table: sealed orders, open odds, a save that can be trusted."
MORE = """\
SCENARIO is a folder or the name of one shipped (tightrope when left out).
SAVE is a path or a session's name in the folder of saves.
Exit codes: 0 done; 1 done, and problems found; 2 unusable input; 130 interrupted.
Without a verb the home screen opens."""


class Plainly(argparse.RawDescriptionHelpFormatter):
    """Help in which a verb and what it does stand on one line, however narrow the terminal is."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=20, width=100)
        # argparse measures verbs without their indentation, and would break the line after the longest
        self._action_max_length = 18


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are cleaned of what a terminal would obey."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and what to do, on stderr; exit 2."""
        said = clean(message, 2000)
        self.exit(2, f"wargame: {said}. See: {self.prog} --help\n")


Verbs: TypeAlias = "argparse._SubParsersAction[Parser]"


def parser() -> Parser:
    """The parser of the whole command line."""
    made = Parser(
        prog="wargame",
        description=ABOUT,
        epilog=MORE,
        formatter_class=Plainly,
        allow_abbrev=False,
    )
    made.add_argument("--version", action="version", version=f"wargame {__version__}")
    _saves(made, None)
    verbs = made.add_subparsers(dest="verb", metavar="VERB", title="verbs", parser_class=Parser)
    _playing(verbs)
    _looking(verbs)
    _checking(verbs)
    add_authoring(partial(_verb, verbs))
    add_printing(partial(_verb, verbs), SHIPPED)
    _others(verbs)
    return made


def _verb(
    verbs: Verbs, name: str, short: str, *, json: bool = False, saves: bool = False
) -> Parser:
    """Add a verb; `json` and `saves` give it those flags."""
    made = verbs.add_parser(
        name, help=short, description=f"{short[0].upper()}{short[1:]}.", allow_abbrev=False
    )
    if saves:
        _saves(made, argparse.SUPPRESS)
    if json:
        made.add_argument("--json", action="store_true", help="print the result as JSON")
    return made


def _saves(made: Parser, default: str | None) -> None:
    made.add_argument(
        "--saves",
        metavar="DIR",
        default=default,
        help="the folder of saves (else WARGAME_SAVES, else ./saves)",
    )


def _opening(made: Parser) -> None:
    """The flags of a new session."""
    made.add_argument("--session", metavar="NAME", help="the session's name: a-z, 0-9, _ and -")
    made.add_argument("--setup", metavar="S", help="where the game begins (see wargame list)")
    made.add_argument(
        "--turns", metavar="N", type=whole_number(1, 99), help="how many turns, 1 to 99"
    )
    made.add_argument(
        "--hours", metavar="H", type=hours, default=0, help="keep time: a plan of so many hours"
    )
    made.add_argument(
        "--playbook",
        metavar="SEAT=NAME",
        action="append",
        default=[],
        type=pair,
        help="let a playbook play a seat (wargame list names them); may be given several times",
    )
    made.add_argument(
        "--person",
        metavar="SEAT=NAMES",
        action="append",
        default=[],
        type=pair,
        help="who sits in a seat (or observer, facilitator), with commas; may be given several times",
    )
    made.add_argument("--seed", metavar="HEX", type=seed, help="the seed, which all are told of")
    made.add_argument("--banner", metavar="TEXT", default="", help="a line on every screen")


def _playing(verbs: Verbs) -> None:
    play = _verb(verbs, "play", "start a session on this terminal, hot seat", saves=True)
    play.add_argument("scenario", metavar="SCENARIO", nargs="?", default=SHIPPED)
    _opening(play)
    resume = _verb(verbs, "resume", "go on exactly where a session stopped", saves=True)
    resume.add_argument("save", metavar="SAVE")
    screen = _verb(
        verbs, "screen", "the public screen of a game played in another terminal", saves=True
    )
    screen.add_argument("save", metavar="SAVE")
    run = _verb(
        verbs, "run", "play a written list of commands, such as a session kept on paper",
        json=True, saves=True,
    )  # fmt: skip
    run.add_argument("script", metavar="SCRIPT", help="YAML or JSON lines; see: schema script")
    run.add_argument("--session", metavar="NAME", help="the session's name, else the script's")
    run.add_argument("--seed", metavar="HEX", type=seed, help="the seed, else the script's")


def _looking(verbs: Verbs) -> None:
    review = _verb(
        verbs, "review", "step through a save, with the board at each moment", saves=True
    )
    review.add_argument("save", metavar="SAVE")
    add_branching(partial(_verb, verbs))
    report = _verb(verbs, "report", "write what happened, turn by turn, to a file", saves=True)
    report.add_argument("save", metavar="SAVE")
    report.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="the file to write; it ends in .md"
    )
    report.add_argument(
        "--for",
        dest="audience",
        metavar="WHO",
        default="analyst",
        help="analyst: everything (the default); public or a seat: what was shown there",
    )
    report.add_argument(
        "--pseudonyms", action="store_true", help="Person 1, Person 2, ... in place of names"
    )


def _checking(verbs: Verbs) -> None:
    verify = _verb(
        verbs, "verify", "check a save: chain, throws, draws, seals, seed", json=True, saves=True
    )
    verify.add_argument("save", metavar="SAVE")
    verify.add_argument(
        "--head", metavar="HEX", type=head, help="a head receipt of 16 digits, to look for"
    )
    add_checking(partial(_verb, verbs), SHIPPED)
    add_simulating(partial(_verb, verbs), SHIPPED)
    add_claims(partial(_verb, verbs), SHIPPED)


def _others(verbs: Verbs) -> None:
    schema = _verb(verbs, "schema", "print the JSON Schema of a kind of file, for an editor")
    schema.add_argument("kind", metavar="KIND", nargs="?", help="left out: the kinds there are")
    _verb(verbs, "list", "list the scenarios and the saves", json=True, saves=True)
    completions = _verb(verbs, "completions", "print completions for a shell")
    completions.add_argument("shell", metavar="SHELL", choices=("bash", "zsh", "fish"))
