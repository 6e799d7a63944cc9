"""The verbs of the `wargame` command; the only place that builds things."""

import argparse
from collections.abc import Sequence

from wargame import __version__


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; it loads nothing but argparse."""
    whole = argparse.ArgumentParser(
        prog="wargame", description="Run a seminar wargame at one table.", allow_abbrev=False
    )
    whole.add_argument("--version", action="version", version=f"wargame {__version__}")
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (the process's own when None) and return its exit code."""
    whole = parser()
    whole.parse_args(argv)
    whole.print_help()
    return 0
