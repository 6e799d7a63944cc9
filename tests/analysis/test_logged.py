"""A game that keeps its log while it is played straight writes what the rules of a table write.

Unfolded (one entry stands for the five of an order that took no chance beside its dice), its entries
are those of the kept game, in the same order, by the same hands; only marks of phases are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.analysis.both_ways import (
    FOLDERS,
    books_of,
    end_of_kept,
    scenario_of,
    seed_of,
)
from tests.analysis.test_wild import wild
from wargame.analysis.kept import Kept
from wargame.analysis.logs.inked import Inked
from wargame.analysis.logs.logged import Logged, with_log
from wargame.analysis.simulate import Plan, Simulation
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.events import Event, OrderJudged, PhaseBegun, PhaseSettled, SessionOpened
from wargame.game.events.judged import unfolded
from wargame.game.evolve import evolve, opened
from wargame.game.prepared import prepare
from wargame.game.scenario import Scenario
from wargame.game.straight import Straight
from wargame.players.playbooks import in_simulation
from wargame.reports.timeline import Timeline
from wargame.saves.entry import ZERO, decode, encode, hash_of
from wargame.saves.events import data_of, event_of
from wargame.saves.verify import verify

By = tuple[str, Event]
QUICK = [("small", "standard", 12), ("small", "1450", 8), ("t20", "standard", 3)]
QUICK += [("tightrope", "2020", 3), ("tightrope", "2008", 1)]


def log_of(
    scenario: Scenario,
    setup: str,
    seed: bytes,
    books: Mapping[str, str],
    kind: type[Logged] = Inked,
) -> list[bytes]:
    """The lines of a game that keeps its log."""
    players = {seat: in_simulation(scenario, seat, name) for seat, name in books.items()}
    game = with_log(kind, prepare(scenario, setup), players, seed, books)
    return game.play().log.lines()


def events_in(lines: list[bytes]) -> list[By]:
    """The entries of a save, and who brought each about."""
    entries = map(decode, lines)
    return [(one.by, event_of(one.kind, one.data)) for one in entries]


def whole(entries: list[By]) -> list[By]:
    """The same, each entry for itself."""
    return [
        (by, one)
        for by, event in entries
        for one in (unfolded(event) if isinstance(event, OrderJudged) else (event,))
    ]


def without_marks(entries: list[By]) -> list[By]:
    """The same without the marks of phases on which nothing hangs."""
    hangs = ("event", "wrap", "hotwash")
    kept = [
        one
        for one in entries
        if not isinstance(one[1], PhaseSettled)
        and not (isinstance(one[1], PhaseBegun) and one[1].phase not in hangs)
    ]
    empty = {
        id(event)
        for (_, event), (_, after) in pairwise(kept)
        if isinstance(event, PhaseBegun) and event.phase == "wrap" and isinstance(after, PhaseBegun)
    }
    return [one for one in kept if id(one[1]) not in empty]


def same(scenario: Scenario, setup: str, seed: bytes, books: Mapping[str, str]) -> None:
    """A game logged, written out or not, and the same game kept: the same entries, and the same end."""
    lines = log_of(scenario, setup, seed, books)
    assert lines == log_of(scenario, setup, seed, books, Logged)
    ours = events_in(lines)
    theirs = Kept(scenario, setup, seed, books).to_the_end()
    assert whole(ours) == without_marks(theirs.happened)
    first = ours[0][1]
    assert isinstance(first, SessionOpened)
    state = opened(scenario, first)
    for _, event in ours[1:]:
        evolve(state, event)
    ends = end_of_kept(state), end_of_kept(theirs.state)
    for end in ends:
        del end["chance"]  # what a playbook took to hold last leaves no entry
    assert ends[0] == ends[1]
    assert state.judged == theirs.state.judged


@pytest.mark.parametrize(("name", "setup", "games"), QUICK)
def test_the_log_is_that_of_the_kept_game(name: str, setup: str, games: int) -> None:
    for number in range(games):
        same(scenario_of(name), setup, seed_of(f"log {name}", number), books_of(name, number))


@pytest.mark.parametrize("number", range(12))
def test_the_log_of_a_scenario_put_together_by_chance_is_that_of_the_kept_game(number: int) -> None:
    scenario = wild(number)
    for book in ("random", "wild"):
        same(scenario, "", seed_of("log", number), {seat.id: book for seat in scenario.seats})


def test_the_log_tells_of_the_stages_of_a_project() -> None:
    plain = load(FOLDERS["t20"])
    for order in plain["orders"][::2]:
        order["project"] = {"stages": 2}
    scenario = compile_scenario(plain)
    books = {seat.id: "random" for seat in scenario.seats}
    same(scenario, "", seed_of("stages", 0), books)
    lines = log_of(scenario, "", seed_of("stages", 0), books)
    assert any(b"Stage 1 of 2 is done" in line for line in lines)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(12, 250))
def test_the_logs_of_many_scenarios_are_those_of_the_kept_games(number: int) -> None:
    scenario = wild(number)
    same(scenario, "", seed_of("log", number), {seat.id: "wild" for seat in scenario.seats})


@pytest.mark.slow
@pytest.mark.parametrize(("name", "setup", "games"), QUICK)
def test_the_logs_of_many_games_are_those_of_the_kept_games(
    name: str, setup: str, games: int
) -> None:
    for number in range(20 * games):
        same(scenario_of(name), setup, seed_of(f"logs {name}", number), books_of(name, number))


def end_of(game: Straight) -> list[Any]:
    """How a game ended, but for counters of orders: they are kept as far as something asks for them."""
    board = [game.board.tracks, game.board.facts, game.board.turn]
    cards = [game.piles, game.discards, game.hands, game.lasting, game.dilemmas, game.once]
    what = [game.first, game.ending, game.judged, game.acted, game.ruled, game.scheduled]
    return [*board, game.chance.used, *cards, *what]


def test_2000_games_end_as_they_do_without_a_log() -> None:
    simulation = Simulation(Plan(scenario_of("t20"), seed=20))
    players = {seat: books["random"] for seat, books in simulation.players.items()}
    books = dict.fromkeys(players, "random")
    for index in range(2000):
        seed = simulation.seed(index)
        logged = with_log(Inked, simulation.ready, players, seed, books).play()
        assert end_of(logged) == end_of(simulation.game(index))


@pytest.mark.parametrize(("name", "index"), [("small", 0), ("t20", 1), ("tightrope", 2)])
def test_each_line_is_what_a_table_would_write_for_its_event(name: str, index: int) -> None:
    head = ZERO
    for place, line in enumerate(Simulation(Plan(scenario_of(name), seed=9)).logged(index).lines()):
        one = decode(line)
        kind, data = data_of(event_of(one.kind, one.data))
        assert line == encode(head, place, one.at, one.by, kind, data)
        head = one.hash


def test_the_log_says_which_tracks_were_set_for_the_simulation() -> None:
    plan = Plan(scenario_of("small"), seed=4, tracks={0: 3, 1: 5})
    simulation = Simulation(plan)
    ours = events_in(simulation.logged(1).lines())
    kept = Kept(plan.scenario, "", simulation.seed(1), simulation.cast(1), tracks=plan.tracks)
    assert whole(ours) == without_marks(kept.to_the_end().happened)


@pytest.mark.parametrize("name", ["small", "t20", "tightrope"])
def test_a_log_is_a_save_that_can_be_verified_and_reviewed(name: str, tmp_path: Path) -> None:
    path = tmp_path / "simulated.jsonl"
    lines = Simulation(Plan(scenario_of(name), seed=6)).logged(2).lines()
    path.write_bytes(b"".join(lines))
    verdict = verify(path)
    assert (verdict.ok, verdict.simulated, verdict.seed) == (True, True, "revealed")
    assert verdict.throws_checked > 10
    assert verdict.draws_checked > 2
    timeline = Timeline.read(path)
    assert (timeline.trouble, len(timeline)) == ("", len(lines))


def test_a_forged_die_in_a_log_is_found(tmp_path: Path) -> None:
    path = tmp_path / "simulated.jsonl"
    lines = Simulation(Plan(scenario_of("t20"), seed=6)).logged(2).lines()
    place, line = next((n, one) for n, one in enumerate(lines) if b'"kind":"order_judged"' in one)
    forged, head = lines[:place], hash_of(lines[place - 1])
    for number, one in enumerate(lines[place:], place):
        entry = decode(one)
        if one is line:
            first, second = entry.data["throw"]["dice"]
            entry.data["throw"]["dice"] = [first % 6 + 1, second]
        forged.append(encode(head, number, entry.at, entry.by, entry.kind, entry.data))
        head = hash_of(forged[-1])
    path.write_bytes(b"".join(forged))
    verdict = verify(path)
    assert [one.entry for one in verdict.damage] == [place]
    assert "the dice of" in verdict.damage[0].what
