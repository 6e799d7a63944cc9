"""What a verb answers with: exit codes, results on stdout, messages on stderr, everything cleaned."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import Any, Final, TextIO

from wargame.game.plain_text import clean

DONE: Final = 0
"""The verb did what was asked."""
PROBLEMS: Final = 1
"""It did, and found problems."""
UNUSABLE: Final = 2
"""Input or arguments cannot be used; a message says what to do."""
INTERRUPTED: Final = 130
"""Somebody pressed Ctrl-C."""

LONGEST: Final = 200_000
"""Characters that one printed text may have."""
COLUMNS: Final = 80
ROWS: Final = 24
"""The smallest terminal that a screen is drawn in."""


class Unusable(Exception):
    """Input that cannot be used. Its text is for a person: what is wrong, where, and what to do."""


def say(text: str) -> None:
    """Print a result for a person, on stdout."""
    print(clean(text, LONGEST))


def say_json(value: Any) -> None:
    """Print a result for a program, on stdout: one JSON value, in ASCII, so that no terminal obeys it."""
    print(json.dumps(value, indent=2, ensure_ascii=True))


def tell(text: str) -> None:
    """Print a message, on stderr. That nobody can read it there changes nothing of what was done."""
    with suppress(OSError, ValueError):
        print(clean(text, LONGEST), file=sys.stderr, flush=True)


def progress(text: str) -> None:
    """Show what is being done, on stderr, when that is a terminal; the next message overwrites it."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{clean(text, 70, lines=False)}", end="", file=sys.stderr, flush=True)


def progress_over() -> None:
    """Wipe the last progress message away."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def never_fail_to_encode(stream: TextIO) -> None:
    """Let a terminal that lacks a character get an escape for it instead of an error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def insist_on_a_terminal(what: str) -> None:
    """Raise Unusable unless all three streams are a terminal of at least this size.

    Screens are drawn through stderr, so that one counts too.
    """
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(one is not None and one.isatty() for one in streams):
        raise Unusable(
            f"{what} draws on the whole screen, and this is not a terminal. "
            "Run it in a terminal window, without a pipe or a file behind it."
        )
    size = os.get_terminal_size(sys.stdout.fileno())
    if size.columns < COLUMNS or size.lines < ROWS:
        raise Unusable(
            f"{what} needs a terminal of {COLUMNS} columns by {ROWS} rows; this one has "
            f"{size.columns} by {size.lines}. Make the window larger, or its letters smaller."
        )
