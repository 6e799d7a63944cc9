"""The verbs of those who write scenarios: `new`, `cards import` and `cards export`."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from wargame.cli.answers import DONE, PROBLEMS, say, say_json, tell
from wargame.game.plain_text import counted

Verb = Callable[..., argparse.ArgumentParser]
"""Adds a verb: its name and its help, and whether it has `--json`."""


def add_authoring(verb: Verb) -> None:
    """Add the verbs. Nothing heavy is loaded here."""
    new = verb("new", "write a small scenario that plays, to start from", json=True)
    new.add_argument("folder", metavar="DIR", help="a folder that is not there yet, or is empty")
    cards = verb("cards", "make cards of a table of events, or a table of cards")
    ways = cards.add_subparsers(dest="way", metavar="import|export", required=True)
    taken = ways.add_parser(
        "import", help="a table to a deck", allow_abbrev=False,
        description="Make a file of cards of a table in CSV or XLSX. Its first row names the columns: "
        "title, text, turn or date, effects (authority -1; street +2), source, notes, ...",
    )  # fmt: skip
    taken.add_argument("table", metavar="FILE", help="a table: .csv or .xlsx")
    _output(taken, "DECK.yaml", "the file of cards to write")
    taken.add_argument("--deck", metavar="ID", default="", help="the deck, else the file's name")
    taken.add_argument("--sheet", metavar="NAME", default="", help="of a workbook, else the first")
    given = ways.add_parser(
        "export", help="a deck to a table", allow_abbrev=False,
        description="Write cards as a table in CSV or XLSX; cards import takes it back.",
    )  # fmt: skip
    given.add_argument("scenario", metavar="SCENARIO[/DECK]", help="a deck, or all of a scenario")
    _output(given, "FILE", "the table to write: .csv or .xlsx")


def _output(made: argparse.ArgumentParser, what: str, text: str) -> None:
    made.add_argument("-o", "--output", metavar=what, required=True, help=text)
    made.add_argument("--replace", action="store_true", help="write anew a file that is there")
    made.add_argument("--json", action="store_true", help="print the result as JSON")


def author(arguments: Namespace) -> int:
    """Run one of the verbs; exit 1 when something of a table could not be used."""
    if arguments.verb == "new":
        return _new(arguments)
    return _imported(arguments) if arguments.way == "import" else _exported(arguments)


def _new(arguments: Namespace) -> int:
    """Write a new scenario, and say what to do next."""
    from wargame.decks.new import write_new

    folder = Path(arguments.folder)
    files = write_new(folder)
    if arguments.json:
        say_json({"folder": str(folder), "files": [str(one) for one in files]})
        return DONE
    say(
        f"{folder}: {len(files)} files. It plays as it stands; change what you like.\n"
        f"  wargame check {folder}\n  wargame run {folder / 'sessions' / 'first.yaml'}"
    )
    return DONE


def _imported(arguments: Namespace) -> int:
    from wargame.decks.card_tables import import_cards

    output = Path(arguments.output)
    done = import_cards(
        Path(arguments.table),
        output,
        deck=arguments.deck,
        sheet=arguments.sheet,
        replaced=arguments.replace,
    )
    if arguments.json:
        problems = [asdict(one) for one in done.problems]
        say_json(
            {"file": str(output), "deck": done.deck, "cards": done.cards, "problems": problems}
        )
    else:
        for problem in done.problems:
            say(str(problem))
        tell(
            f"{output}: {counted(done.cards, 'card')} in the deck {done.deck}. Now: wargame check."
        )
    return PROBLEMS if any(one.severity == "error" for one in done.problems) else DONE


def _exported(arguments: Namespace) -> int:
    from wargame.decks.card_tables import export_cards

    count = export_cards(arguments.scenario, Path(arguments.output), replaced=arguments.replace)
    if arguments.json:
        say_json({"file": arguments.output, "cards": count})
    else:
        tell(f"{arguments.output}: {counted(count, 'card')}.")
    return DONE
