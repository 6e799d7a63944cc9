"""The flags of `wargame check`, `wargame simulate` and `wargame odds`. Nothing heavy is loaded here."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable

from wargame.cli.arguments import whole_number
from wargame.game.plain_text import clean

MOST_GAMES = 10_000_000
MOST_WORKERS = 256
LARGEST_SEED = 2**63 - 1
DEFAULT_GAMES = 1000
"""How many games are simulated when nothing is said."""
DEFAULT_FUTURES = 2000
"""How many times a game is played on for its odds when nothing is said."""

DEFAULT_STEPS = 30
"""Steps of each search for a best reply when nothing is said."""
MOST_STEPS = 10_000

Verb = Callable[..., argparse.ArgumentParser]
"""Adds a verb: its name and its help, and whether it has `--json` and `--saves`."""


PLAYED = """\
--play N plays N games, each seat by one of its playbooks drawn by chance; N/4 games for
each seat in which that seat gives no order; and for each seat seeks the weights of a
playbook that serve it best. It prints how often each ending comes and each main objective
is reached, and warns of what an author may want to change: orders nobody gives, cards and
standing rules that never do anything, endings that hardly come, games that end at once,
objectives that are reached seldom, mostly, or without an order, one order that fills a
seat's turns, seats that are uneven. They are warnings: what is right for a scenario is its
author's to say. Only `random` and what playbooks/*.yaml holds can play.

--json: {problems, mechanisms} as always, and with --play also play: {games, setup, seed,
seconds, endings, early, objectives, holding, playbooks, orders, unused, replies, bars}.
Shares go from 0 to 1; an order's is of all the orders its seat could have given."""


def add_checking(verb: Verb, scenario: str) -> None:
    """Add `check`; `scenario` is the one that is meant when none is named."""
    check = verb("check", "check a scenario folder: every problem at once", json=True)
    check.epilog = PLAYED
    check.formatter_class = argparse.RawDescriptionHelpFormatter
    check.add_argument("scenario", metavar="SCENARIO", nargs="?", default=scenario)
    check.add_argument(
        "--mechanism", metavar="M", action="append", default=[],
        help="print all that carries this mechanism, or `all`; may be given several times",
    )  # fmt: skip
    check.add_argument(
        "--play", metavar="N", type=whole_number(1, MOST_GAMES), default=0,
        help="play N games too, and say what they show",
    )  # fmt: skip
    check.add_argument("--setup", metavar="S", default="", help="where those games begin")
    check.add_argument(
        "--steps", metavar="N", type=whole_number(0, MOST_STEPS), default=DEFAULT_STEPS,
        help=f"steps in the search for best replies (else {DEFAULT_STEPS}; 0: none)",
    )  # fmt: skip
    add_seed(check)


def add_simulating(verb: Verb, scenario: str) -> None:
    """Add both verbs; `scenario` is the one that is meant when none is named."""
    simulate = verb("simulate", "play many games by playbooks and count", json=True, saves=True)
    simulate.add_argument("scenario", metavar="SCENARIO", nargs="?", default=scenario)
    _games(simulate, DEFAULT_GAMES, "how many games")
    simulate.add_argument("--setup", metavar="S", default="", help="where the games begin")
    simulate.add_argument(
        "--set", metavar="TRACK=V", action="append", default=[], type=setting, dest="tracks",
        help="begin with a track at this value; may be given several times",
    )  # fmt: skip
    add_playbooks(
        simulate, "who plays a seat; left out, one of its playbooks by chance in each game"
    )
    add_workers(simulate)
    simulate.add_argument(
        "--keep", metavar="I", type=whole_number(0, MOST_GAMES),
        help="keep game I (counted from 0) as a save; needs -o",
    )  # fmt: skip
    simulate.add_argument("-o", "--output", metavar="SAVE", help="the save to make of game I")
    odds = verb("odds", "play a save on from a moment, many times", json=True, saves=True)
    odds.add_argument("save", metavar="SAVE")
    odds.add_argument(
        "--at", metavar="N", type=whole_number(0, 999_999_999),
        help="the moment after entry N (else the last)",
    )  # fmt: skip
    odds.add_argument(
        "--for", metavar="SEAT", dest="seat",
        help="as this seat knows the game (else as the facilitator does)",
    )  # fmt: skip
    _games(odds, DEFAULT_FUTURES, "how many times")


def _games(made: argparse.ArgumentParser, default: int, text: str) -> None:
    made.add_argument(
        "--games", metavar="N", type=whole_number(1, MOST_GAMES), default=default,
        help=f"{text} (else {default})",
    )  # fmt: skip
    add_seed(made)


def add_playbooks(made: argparse.ArgumentParser, text: str) -> None:
    """Add `--playbook`; `text` is its help."""
    made.add_argument(
        "--playbook", metavar="SEAT=NAME_OR_FILE", action="append", default=[], type=casting,
        help=text,
    )  # fmt: skip


def add_workers(made: argparse.ArgumentParser) -> None:
    """Add `--workers`."""
    made.add_argument(
        "--workers", metavar="N", type=whole_number(1, MOST_WORKERS), default=0,
        help="how many processes (else one a core); the answer is the same",
    )  # fmt: skip


def add_seed(made: argparse.ArgumentParser) -> None:
    """Add `--seed`."""
    made.add_argument(
        "--seed", metavar="N", type=seed_number, default=0,
        help="a number that names the games (else 0): the same one gives the same answer",
    )  # fmt: skip


def seed_number(text: str) -> int:
    """A whole number from 0 up."""
    if not re.fullmatch(r"[0-9]{1,19}", text, re.ASCII) or int(text) > LARGEST_SEED:
        raise argparse.ArgumentTypeError(
            f"{_quoted(text)} is not a whole number from 0 to {LARGEST_SEED}"
        )
    return int(text)


def setting(text: str) -> tuple[str, int]:
    """`TRACK=V` as a track and a value."""
    track, _, value = text.partition("=")
    if not track or not re.fullmatch(r"[-+]?[0-9]{1,9}", value, re.ASCII):
        raise argparse.ArgumentTypeError(f"{_quoted(text)} is not TRACK=V, as in street=7")
    return track, int(value)


def casting(text: str) -> tuple[str, str]:
    """`SEAT=NAME_OR_FILE` as a seat and what plays it."""
    seat, _, name = text.partition("=")
    if not (seat and name):
        raise argparse.ArgumentTypeError(
            f"{_quoted(text)} is not SEAT=NAME_OR_FILE, as in tehran=random"
        )
    return seat, name


def _quoted(text: str) -> str:
    return f'"{clean(text, 60, lines=False)}"'
