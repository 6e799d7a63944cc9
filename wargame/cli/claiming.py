"""The flags of `wargame claims`. Nothing heavy is loaded here."""

from __future__ import annotations

from argparse import ArgumentTypeError

from wargame.cli.arguments import whole_number
from wargame.cli.simulating import Verb, add_playbooks, add_seed, add_workers

GAMES = 4000
"""How many games a side are played when nothing is said."""
FEWEST_GAMES, MOST_GAMES = 10, 1_000_000


def add_claims(verb: Verb, scenario: str) -> None:
    """Add the verb; `scenario` is the one that is meant when none is named."""
    made = verb("claims", "play out what should follow from a scenario", json=True)
    made.add_argument("scenario", metavar="SCENARIO", nargs="?", default=scenario)
    made.add_argument(
        "--games", metavar="N", type=whole_number(FEWEST_GAMES, MOST_GAMES), default=GAMES,
        help=f"how many games a side (else {GAMES})",
    )  # fmt: skip
    made.add_argument(
        "--only", metavar="C1,C4", type=listed, default=[], help="these claims; left out, all"
    )
    made.add_argument(
        "--without", metavar="M16", type=listed, default=[],
        help="leave these mechanisms out of the scenario, to see what rests on them",
    )  # fmt: skip
    add_playbooks(
        made, "who plays a seat where a claim names nobody; else one of its playbooks by chance"
    )
    add_workers(made)
    add_seed(made)


def listed(text: str) -> list[str]:
    """`C1,C4` as a list; an argument that names nothing is refused, so that it is not taken for all."""
    found = [one.strip() for one in text.split(",") if one.strip()]
    if not found:
        raise ArgumentTypeError("name at least one, such as C1,C4")
    return found
