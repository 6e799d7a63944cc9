"""T-20, the common game, comes out as it does when its rules are written down in thirty lines."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

import pytest

from tests.analysis.both_ways import scenario_of
from tests.benchmarks import t20
from wargame.analysis.simulate import Plan
from wargame.analysis.workers import simulated

QUOTED = (12.21, 12.45, 10.26, 6.92, 10.41)
"""The mean final values of the first five tracks as another program found them, in 20,000 games."""
Effects = list[tuple[int, int]]


def effects_of(plain: dict[str, Any]) -> Effects:
    """Effects as pairs of track and amount."""
    return [(int(one["track"][1:]), one["by"]) for one in plain["effects"]]


def condition_of(text: str | None) -> tuple[int, int]:
    """The track that a condition is about, and what it must reach."""
    found = re.fullmatch(r"t(\d\d) >= (\d+)", text or "t00 >= 0")
    assert found is not None
    return int(found[1]), int(found[2])


class Toy:
    """The common game, from the scenario's plain JSON, by the rules of its description."""

    def __init__(self) -> None:
        """Read cards and orders."""
        plain = scenario_of("t20").plain
        self.cards = [(condition_of(one["when"]), effects_of(one)) for one in plain["cards"]]
        self.orders: dict[str, list[tuple[int, int, list[Effects]]]] = {}
        for one in plain["orders"]:
            factor = re.fullmatch(r"\(t(\d\d) - 10\) // 4", one["factors"][0]["by"])
            assert factor is not None
            results = [
                effects_of(one["results"][name]) for name in ("strong", "success", "failure")
            ]
            order = (int(factor[1]), one["difficulty"], results)
            self.orders.setdefault(one["seat"], []).append(order)

    def play(self, random: Random) -> list[int]:
        """One game: the tracks at its end."""
        tracks, pile = [10] * 20, self.cards.copy()
        random.shuffle(pile)
        seats = list(self.orders)
        random.shuffle(seats)
        for turn in range(10):
            for (track, least), effects in (pile.pop(), pile.pop()):
                if tracks[track] >= least:
                    change(tracks, effects)
            chosen = {seat: random.choice(menu) for seat, menu in self.orders.items()}
            for seat in seats[turn % 4 :] + seats[: turn % 4]:
                track, difficulty, results = chosen[seat]
                thrown = random.randint(1, 6) + random.randint(1, 6)
                margin = thrown + (tracks[track] - 10) // 4 - difficulty
                change(tracks, results[0 if margin >= 0 else 1 if margin >= -3 else 2])
        return tracks


def change(tracks: list[int], effects: Effects) -> None:
    """Effects, clamped one by one."""
    for track, by in effects:
        tracks[track] = max(0, min(20, tracks[track] + by))


def by_hand(games: int) -> list[float]:
    """The mean final values of all tracks by the thirty lines."""
    toy, random = Toy(), Random(20)
    ends = [toy.play(random) for _ in range(games)]
    return [sum(values) / games for values in zip(*ends, strict=True)]


def by_engine(games: int) -> list[float]:
    """The same by the engine."""
    scenario = scenario_of("t20")
    tracks = simulated(Plan(scenario, seed=20), games, 1).report(scenario)["tracks"]
    return [tracks[track.id]["mean"] for track in scenario.tracks]


def test_the_common_game_ends_as_its_rules_say() -> None:
    assert by_engine(2500) == pytest.approx(by_hand(2500), abs=0.5)


@pytest.mark.slow
def test_the_common_game_ends_as_its_rules_say_over_20_000_games() -> None:
    ours = by_engine(20_000)
    assert ours == pytest.approx(by_hand(20_000), abs=0.15)
    assert ours[:5] == pytest.approx(QUOTED, abs=0.15)


@pytest.mark.parametrize("arguments", [["0.01"], ["--log", "0.01"], ["0.01", "--log"]])
def test_the_benchmark_says_how_many_games_a_second(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    t20.main(arguments)
    assert int(capsys.readouterr().out) > 0


def test_the_benchmark_with_a_log_keeps_the_log_of_the_same_games() -> None:
    simulation = t20.simulation()
    closing = json.loads(simulation.logged(3).lines()[-1])
    assert closing["data"]["seed"] == simulation.seed(3).hex()
