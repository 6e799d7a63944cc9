"""`wargame print SCENARIO -o FILE`: the paper fallback, to be printed before the session."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from wargame.cli.answers import DONE, Unusable, say
from wargame.cli.arguments import whole_number
from wargame.game.plain_text import clean

ENDINGS = (".html", ".pdf")
"""What the file may end in, which says how it is written."""
PAPERS = ("a4", "letter")

Verb = Callable[..., argparse.ArgumentParser]
"""Adds a verb: its name and its help."""

MORE = """\
FILE ends in .html (open it in a browser and print it) or .pdf (needs: pip install 'wargame[pdf]').
WHO is a seat, `facilitator` or `table` (what lies before everybody). Without --for, all parts are in
one file; each sheet says at its head for whom it is."""


def add_printing(verb: Verb, scenario: str) -> None:
    """Add `print`; `scenario` is the one that is meant when none is named. Nothing heavy is loaded here."""
    made = verb("print", "print briefs, order forms, cards and the board: the paper fallback")
    made.epilog = MORE
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("scenario", metavar="SCENARIO", nargs="?", default=scenario)
    made.add_argument("-o", "--output", metavar="FILE", required=True, help="the file to write")
    made.add_argument("--setup", metavar="S", default="", help="where the game begins")
    made.add_argument(
        "--turns", metavar="N", type=whole_number(1, 99), default=0, help="how many turns, 1 to 99"
    )
    made.add_argument("--for", dest="whose", metavar="WHO", default="", help="one part only")
    made.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help="a4 when left out")


def print_pack(arguments: Namespace) -> int:
    """Write the pack to a file."""
    from wargame.cli.building import scenario_for
    from wargame.cli.files import write_whole
    from wargame.reports.paper.pack import pack

    output = Path(arguments.output)
    if output.suffix.lower() not in ENDINGS:
        raise Unusable(
            f"{output}: how a pack is written goes by its file's ending. Possible: "
            f"{', '.join(ENDINGS)}."
        )
    scenario = scenario_for(arguments.scenario)
    setup = arguments.setup or scenario.default_setup
    _insist(arguments, scenario.plain, setup)
    made = pack(scenario.plain, setup, arguments.turns, arguments.whose)
    write_whole(output, _written(made, output, arguments.paper))
    say(f"Wrote {output}: {len(made.sheets)} sheets, each with its reader at its head.")
    return DONE


def _insist(arguments: Namespace, plain: Mapping[str, Any], setup: str) -> None:
    """Refuse a setup or a part that the scenario does not have, and name those it has."""
    from wargame.reports.paper.pack import parts

    setups = [one["id"] for one in plain["setups"]]
    if setup not in setups:
        raise Unusable(f"There is no setup {clean(setup, 40)!r}. Possible: {', '.join(setups)}.")
    if arguments.whose and arguments.whose not in parts(plain):
        raise Unusable(
            f"There is no part for {clean(arguments.whose, 40)!r}. Possible: "
            f"{', '.join(parts(plain))}."
        )


def _written(made: Any, output: Path, paper: str) -> bytes:
    """The pack as the file's ending asks."""
    if output.suffix.lower() == ".html":
        from wargame.reports.paper.as_html import as_html

        return as_html(made, paper).encode()
    try:
        from wargame.reports.paper.as_pdf import as_pdf

        return as_pdf(made, paper)
    except ImportError:
        raise Unusable(
            "Writing PDF needs Typst, which is not installed: pip install 'wargame[pdf]'. "
            "Or write .html and let a browser print it."
        ) from None
