"""The verbs of the `wargame` command; the only place that builds things.

A verb's module is loaded when the verb runs: asking for help loads nothing heavy.
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

from wargame.cli.answers import UNUSABLE, never_fail_to_encode
from wargame.cli.guard import guarded
from wargame.cli.parser import parser

RARELY = (100_000, 20, 100)
"""When rubbish is looked for: what a verb builds while it starts is no rubbish, and looking takes a tenth of it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (the process's own when None) and return its exit code."""
    gc.set_threshold(*RARELY)
    _insist_on_streams()
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else UNUSABLE
    return guarded(lambda: carry_out(arguments))


VERBS: Final = {
    "play": "playing.play",
    "resume": "playing.resume",
    "screen": "playing.screen",
    "review": "playing.review",
    "run": "run.run_script",
    "report": "report.report",
    "verify": "verify.verify",
    "fork": "forking.fork_save",
    "compare": "comparing.compare",
    "check": "check.check",
    "odds": "odds.odds",
    "simulate": "simulate.simulate",
    "claims": "claims.claims",
    "new": "authoring.author",
    "cards": "authoring.author",
    "print": "printing.print_pack",
    "schema": "schema.schema",
    "list": "shelves.list_all",
    "completions": "completions.completions",
    None: "playing.home",
}
"""The module and function that carries out each verb; without one, the home screen opens."""


def carry_out(arguments: Namespace) -> int:
    """Run the verb that was asked for."""
    module, _, name = VERBS[arguments.verb].partition(".")
    verb: Callable[[Namespace], int] = getattr(import_module(f"wargame.cli.{module}"), name)
    return verb(arguments)


def _insist_on_streams() -> None:
    """Give a closed stdout or stderr somewhere to go, and one that lacks a character an escape."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    never_fail_to_encode(sys.stdout)
    never_fail_to_encode(sys.stderr)
