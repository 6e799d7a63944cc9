"""The flags of `wargame simulate` and `wargame odds`. Nothing heavy is loaded here."""

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

Verb = Callable[..., argparse.ArgumentParser]
"""Adds a verb: its name and its help, and whether it has `--json` and `--saves`."""


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
    simulate.add_argument(
        "--playbook", metavar="SEAT=NAME_OR_FILE", action="append", default=[], type=casting,
        help="who plays a seat; left out, one of its playbooks by chance in each game",
    )  # fmt: skip
    simulate.add_argument(
        "--workers", metavar="N", type=whole_number(1, MOST_WORKERS), default=0,
        help="how many processes (else one a core); the answer is the same",
    )  # fmt: skip
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
