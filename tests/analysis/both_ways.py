"""One game played both ways: straight through, and through the rules of a table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.decks.folders import SMALL
from tests.players.books import with_books
from wargame.analysis.kept import Kept
from wargame.decks.compile import compile_scenario
from wargame.decks.folders import find
from wargame.decks.load import load
from wargame.game.fused import begin
from wargame.game.fusing import counters_read
from wargame.game.prepared import Prepared, prepare
from wargame.game.scenario import Scenario
from wargame.game.state import State
from wargame.game.straight import Straight
from wargame.players.playbooks import in_simulation, names_for

FOLDERS: Mapping[str, Path] = {
    "small": SMALL,
    "t20": SMALL.parent.parent / "benchmarks" / "t20_scenario",
    "tightrope": find("tightrope"),
}
"""The scenarios that are played both ways."""


@cache
def scenario_of(name: str) -> Scenario:
    """One of the scenarios, compiled; the small one with the playbooks of the tests."""
    plain = load(FOLDERS[name])
    return compile_scenario(with_books(plain) if name == "small" else plain)


@cache
def ready_for(name: str, setup: str) -> Prepared:
    """One of the scenarios, laid out."""
    return prepare(scenario_of(name), setup)


def seed_of(name: str, number: int) -> bytes:
    """The seed of a test's game."""
    return sha256(f"{name} {number}".encode()).digest()


def books_of(name: str, number: int) -> dict[str, str]:
    """Playbooks of a test's game, one a seat: each seat's change at a pace of their own."""
    scenario = scenario_of(name)
    known = {seat.id: names_for(scenario, seat.id) for seat in scenario.seats}
    return {
        seat: names[(number // (place + 1)) % len(names)]
        for place, (seat, names) in enumerate(known.items())
    }


def straight(name: str, setup: str, seed: bytes, books: Mapping[str, str]) -> Straight:
    """The game played straight through; `books` names each seat's playbook."""
    ready = ready_for(name, setup)
    players = {seat: in_simulation(ready.scenario, seat, name) for seat, name in books.items()}
    return begin(ready, players, seed, {}).play()


def kept(name: str, setup: str, seed: bytes, books: Mapping[str, str]) -> Kept:
    """The same game through the real rules."""
    return Kept(scenario_of(name), setup, seed, books).to_the_end()


def end_of_straight(game: Straight) -> dict[str, Any]:
    """Everything about how a game ended that a rule could ask for."""
    board, derived = game.board, _derived(game.ready.scenario)
    return {
        "turn": board.turn,
        "tracks": [one for place, one in enumerate(board.tracks) if place not in derived],
        "facts": board.facts,
        "counts": _asked(game.ready.scenario, board.counts),
        "piles": {deck: list(reversed(cards)) for deck, cards in game.piles.items()},
        "discards": game.discards,
        "hands": game.hands,
        "lasting": game.lasting,
        "scheduled": [(one.turn, one.key, one.target) for one in game.scheduled],
        "once": sorted(game.once),
        "dilemmas": game.dilemmas,
        "first": game.first,
        "ending": game.ending,
        "chance": game.chance.used,
    }


def end_of_kept(state: State) -> dict[str, Any]:
    """The same of a game that went through the rules of a table."""
    board, derived = state.board, _derived(state.scenario)
    return {
        "turn": board.turn,
        "tracks": [one for place, one in enumerate(board.tracks) if place not in derived],
        "facts": board.facts,
        "counts": _asked(state.scenario, board.counts),
        "piles": state.piles,
        "discards": state.discards,
        "hands": state.hands,
        "lasting": state.lasting,
        "scheduled": [(one.turn, one.key, one.target) for one in state.scheduled],
        "once": sorted(state.fired_once),
        "dilemmas": list(state.dilemmas),
        "first": state.first,
        "ending": state.ending,
        "chance": state.labels.get("counter", 0),
    }


def _asked(scenario: Scenario, counts: Mapping[str, int]) -> dict[str, int]:
    """The counters that something in the scenario asks for; a simulation keeps no others of orders."""
    read = counters_read(scenario)
    kept = ("count", "ending")
    return {
        name: counts[name] for name in sorted(counts) if name in read or name.split(".")[0] in kept
    }


def _derived(scenario: Scenario) -> set[int]:
    """The places of the tracks that are computed: what is kept there means nothing."""
    return {track.index for track in scenario.tracks if track.derived is not None}
