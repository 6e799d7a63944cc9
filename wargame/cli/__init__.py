"""The verbs of the `wargame` command; the only place that builds things.

A verb's module is loaded when the verb runs: asking for help loads nothing heavy.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from wargame.cli.answers import UNUSABLE, never_fail_to_encode
from wargame.cli.guard import guarded
from wargame.cli.parser import parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (the process's own when None) and return its exit code."""
    _insist_on_streams()
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else UNUSABLE
    return guarded(lambda: carry_out(arguments))


def carry_out(arguments: Namespace) -> int:
    """Run the verb that was asked for."""
    match arguments.verb:
        case "play":
            from wargame.cli.playing import play

            return play(arguments)
        case "resume":
            from wargame.cli.playing import resume

            return resume(arguments)
        case "review":
            from wargame.cli.playing import review

            return review(arguments)
        case "run":
            from wargame.cli.run import run_script

            return run_script(arguments)
        case "report":
            from wargame.cli.report import report

            return report(arguments)
        case "verify":
            from wargame.cli.verify import verify

            return verify(arguments)
        case _:
            return _others(arguments)


def _others(arguments: Namespace) -> int:
    """The verbs that need no save, and the home screen."""
    match arguments.verb:
        case "check":
            from wargame.cli.check import check

            return check(arguments)
        case "odds":
            from wargame.cli.odds import odds

            return odds(arguments)
        case "simulate":
            from wargame.cli.simulate import simulate

            return simulate(arguments)
        case "claims":
            from wargame.cli.claims import claims

            return claims(arguments)
        case "new" | "cards":
            from wargame.cli.authoring import author

            return author(arguments)
        case "schema":
            from wargame.cli.schema import schema

            return schema(arguments)
        case "list":
            from wargame.cli.shelves import list_all

            return list_all(arguments)
        case "completions":
            from wargame.cli.completions import completions

            return completions(arguments)
        case _:
            from wargame.cli.playing import home

            return home(arguments)


def _insist_on_streams() -> None:
    """Give a closed stdout or stderr somewhere to go, and one that lacks a character an escape."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    never_fail_to_encode(sys.stdout)
    never_fail_to_encode(sys.stderr)
