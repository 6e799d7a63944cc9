"""The flags of the verbs that branch from a save and lay several side by side."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from wargame.cli.arguments import whole_number

Verb = Callable[..., argparse.ArgumentParser]
"""Adds a verb: its name and its help, and whether it has `--json` and `--saves`."""


def add_branching(verb: Verb) -> None:
    """Add the verbs. Nothing heavy is loaded here."""
    fork = verb(
        "fork", "begin another game with the first entries of a save", json=True, saves=True
    )
    fork.add_argument("save", metavar="SAVE")
    fork.add_argument(
        "--at", metavar="N", type=whole_number(0, 999_999_999), required=True,
        help="the last entry that the new game begins with",
    )  # fmt: skip
    fork.add_argument(
        "-o", "--output", metavar="NEW", required=True,
        help="the new session's name, or a path that ends in .jsonl",
    )  # fmt: skip
    compare = verb(
        "compare", "lay several plays of one scenario side by side", json=True, saves=True
    )
    compare.add_argument("saves_to_compare", metavar="SAVE", nargs="+", help="two saves or more")
