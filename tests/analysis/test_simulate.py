"""Simulated games: the same answer for the same seed, whoever works, and figures that are right."""

from __future__ import annotations

import pickle
from collections import Counter
from hashlib import sha256
from pathlib import Path
from statistics import fmean, pstdev

import pytest

from tests.analysis.both_ways import end_of_kept, end_of_straight, scenario_of
from wargame.analysis import workers
from wargame.analysis.kept import FOR_SIMULATION, Kept
from wargame.analysis.simulate import NothingToSimulate, Plan, Simulation
from wargame.analysis.tally import NO_ENDING, percentile, spread
from wargame.analysis.workers import simulated
from wargame.decks.compile import compile_scenario
from wargame.game.chance import seed_of_game
from wargame.saves.entry import decode
from wargame.saves.log import SaveLog
from wargame.saves.verify import verify


def small(**parts: object) -> Plan:
    """A plan for the small scenario."""
    return Plan(scenario_of("small"), **parts)  # type: ignore[arg-type]


def test_each_game_has_a_seed_of_its_own_made_by_sha_256() -> None:
    assert seed_of_game(7, 3) == sha256(b"wargame-game\n7\n3").digest()
    assert len({seed_of_game(seed, index) for seed in (7, 73) for index in range(50)}) == 100


def test_the_answer_is_the_same_whatever_the_number_of_workers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "FEW", 10)
    plan = small(seed=11)
    reports = [simulated(plan, 123, many).report(plan.scenario) for many in (1, 2, 3)]
    assert reports[0] == reports[1] == reports[2]
    assert reports[0] != simulated(small(seed=12), 123).report(plan.scenario)


def test_a_plan_that_went_to_another_process_gives_the_same_games() -> None:
    plan = small(seed=5, setup="1450", books={"guild": "idler"}, tracks={0: 9})
    there = Simulation(pickle.loads(pickle.dumps(plan)))  # noqa: S301 - it was made here
    here = Simulation(plan)
    for index in range(20):
        assert there.cast(index) == here.cast(index)
        assert end_of_straight(there.game(index)) == end_of_straight(here.game(index))


def test_progress_is_told_as_games_are_played() -> None:
    told: list[int] = []
    simulated(small(), 90, 1, told.append)
    assert told == sorted(told)
    assert len(told) > 5
    assert told[-1] == 90


def test_a_seat_without_a_named_playbook_is_played_by_each_of_its_own() -> None:
    simulation = Simulation(small(books={"town": "builder"}))
    casts = [simulation.cast(index) for index in range(300)]
    assert {cast["town"] for cast in casts} == {"builder"}
    tally = Counter(cast["guild"] for cast in casts)
    assert set(tally) == {"random", "briber", "idler"}
    assert min(tally.values()) > 60


def test_who_plays_one_seat_does_not_change_who_plays_another() -> None:
    free, fixed = Simulation(small()), Simulation(small(books={"town": "builder"}))
    for index in range(50):
        assert free.cast(index)["guild"] == fixed.cast(index)["guild"]


def test_the_report_counts_what_the_games_were() -> None:
    plan = small(seed=3, books={"town": "random"})
    scenario, simulation = plan.scenario, Simulation(plan)
    games = [simulation.game(index) for index in range(200)]
    report = simulated(plan, 200).report(scenario)
    assert report["endings"] == {
        one: sum((game.ending or NO_ENDING) == one for game in games)
        for one in ("riot", "scandal", "built", "ferry", NO_ENDING)
    }
    moods = [game.board.tracks[scenario.places["mood"]] for game in games]
    assert report["tracks"]["mood"]["mean"] == round(fmean(moods), 4)
    assert report["tracks"]["mood"]["sd"] == round(pstdev(moods), 4)
    assert report["tracks"]["mood"]["p50"] == sorted(moods)[99]
    backing = [
        max(
            0,
            min(
                6,
                2 + sum(game.board.tracks[scenario.places[one]] for one in ("millers", "farmers")),
            ),
        )
        for game in games
    ]
    assert report["tracks"]["backing"]["mean"] == round(fmean(backing), 4)
    turns = sum(game.board.turn for game in games)
    assert report["turns"] == {"mean": turns / 200}
    given = sum(game.given.get("feast", 0) for game in games)
    assert report["orders"]["town"]["feast"] == round(given / turns, 4)
    assert sum(report["orders"]["town"].values()) == pytest.approx(1, abs=0.001)
    calm = sum("calm" in game.fired or "calm-2" in game.fired for game in games)
    assert report["cards"]["calm"] == round(calm / 200, 4)
    assert "calm-2" not in report["cards"]
    bridge = sum("bridge" in game.board.facts for game in games)
    assert report["objectives"]["town"]["bridge"] == round(bridge / 200, 4)
    assert report["rules"]["taxes"] == 1.0


def test_a_percentile_is_the_smallest_value_that_so_many_do_not_pass() -> None:
    values = Counter({1: 5, 2: 44, 3: 1, 9: 50})
    assert [percentile(values, percent) for percent in (5, 6, 49, 50, 51, 100)] == [
        1,
        2,
        2,
        3,
        9,
        9,
    ]
    assert spread(Counter({4: 3})) == {"mean": 4.0, "sd": 0.0, "p5": 4, "p50": 4, "p95": 4}


def test_tracks_can_begin_elsewhere_and_the_kept_game_says_so(tmp_path: Path) -> None:
    scenario = scenario_of("small")
    tracks = {scenario.places["anger"]: 9, scenario.places["chest"]: 0}
    simulation = Simulation(small(seed=2, tracks=tracks))
    for index in range(20):
        kept = Kept(
            scenario, "", simulation.seed(index), simulation.cast(index), "kept-one", tracks
        ).to_the_end()
        assert end_of_kept(kept.state) == end_of_straight(simulation.game(index))
    path = tmp_path / "kept-one.jsonl"
    SaveLog.create(path, b"".join(kept.lines())).close()
    verdict = verify(path)
    assert (verdict.ok, verdict.simulated, verdict.seed) == (True, True, "revealed")
    adjusted = [one.data for one in map(decode, kept.lines()) if one.kind == "track_adjusted"]
    assert [(one["track"], one["after"], one["reason"]) for one in adjusted] == [
        ("anger", 9, FOR_SIMULATION),
        ("chest", 0, FOR_SIMULATION),
    ]
    assert decode(kept.lines()[0]).data["playbooks"] == simulation.cast(19)


def test_a_scenario_of_free_orders_has_nothing_to_simulate() -> None:
    plain = {**scenario_of("small").plain, "orders": [], "playbooks": []}
    plain["standing"] = [one for one in plain["standing"] if one["id"] == "taxes"]
    plain["cards"] = [one for one in plain["cards"] if one["id"] in ("calm", "raft")]
    with pytest.raises(NothingToSimulate, match="no seat has an order on its menu"):
        Simulation(Plan(compile_scenario({**plain, "setups": []})))
