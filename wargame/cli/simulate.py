"""`wargame simulate`: many games by playbooks, counted; and one of them as a save."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wargame.analysis.kept import Kept
from wargame.analysis.simulate import NothingToSimulate, Plan, Simulation
from wargame.analysis.workers import simulated
from wargame.cli.answers import DONE, Unusable, progress, progress_over, say, say_json, tell
from wargame.cli.building import make_folder, new_save, scenario_for
from wargame.decks.characters import with_playbook
from wargame.decks.compile import compile_scenario
from wargame.game.names import is_id
from wargame.game.plain_text import clean, counted
from wargame.game.scenario import Scenario
from wargame.players.playbooks import names_for
from wargame.saves.log import SaveLog
from wargame.settings import saves_folder

SHOWN = 12
"""How many names a message lists."""


def simulate(arguments: Namespace) -> int:
    """Play the games, say what they come to, and keep one if asked."""
    plan = plan_of(arguments)
    path = _output(arguments)
    began = time.monotonic()
    tally = _played(plan, arguments)
    seconds = round(time.monotonic() - began, 3)
    if path is not None:
        _keep(plan, arguments.keep, path)
    report = {
        "scenario": plan.scenario.id,
        "setup": plan.setup,
        "games": arguments.games,
        "seed": plan.seed,
        "seconds": seconds,
        **tally,
        "playbooks": Simulation(plan).choices,
    }
    if arguments.json:
        say_json(report)
    else:
        say("\n".join(table(plan.scenario, report)))
    return DONE


def plan_of(arguments: Namespace) -> Plan:
    """What is asked for; Unusable when a part of it is not there."""
    scenario, books = cast(scenario_for(arguments.scenario), arguments.playbook)
    setup = setup_of(scenario, arguments.setup)
    tracks = dict(_set(scenario, track, value) for track, value in arguments.tracks)
    return Plan(scenario, setup, arguments.seed, books, tracks)


def setup_of(scenario: Scenario, wanted: str) -> str:
    """The setup of this name, the default when it is empty; Unusable when there is none."""
    setup = wanted or scenario.default_setup
    if setup not in scenario.setups:
        raise Unusable(f"There is no setup {_quoted(setup)}. Setups: {_listed(scenario.setups)}.")
    return setup


def cast(scenario: Scenario, wanted: list[tuple[str, str]]) -> tuple[Scenario, dict[str, str]]:
    """The playbook of each seat that has one named; the scenario holds those that stand in files."""
    seats = [seat.id for seat in scenario.seats]
    books: dict[str, str] = {}
    for seat, given in wanted:
        if seat not in seats:
            raise Unusable(f"There is no seat {_quoted(seat)}. Seats: {_listed(seats)}.")
        name = given
        if given not in names_for(scenario, seat):
            if not ("/" in given or given.endswith((".yaml", ".yml"))):
                known = _listed(names_for(scenario, seat))
                raise Unusable(
                    f"{seat} has no playbook {_quoted(given)}. Playbooks: {known}; "
                    "or name a file that ends in .yaml."
                )
            plain, name = with_playbook(scenario.plain, Path(given), seat)
            scenario = compile_scenario(plain)
        books[seat] = name
    return scenario, books


def _set(scenario: Scenario, track_id: str, value: int) -> tuple[int, int]:
    """A track's index and the value it is to begin at."""
    if track_id not in scenario.places:
        raise Unusable(
            f"There is no track {_quoted(track_id)}. Tracks: {_listed(scenario.places)}."
        )
    track = scenario.track(track_id)
    if track.derived is not None:
        raise Unusable(f"{track.name} follows from other tracks; set those.")
    if not track.low <= value <= track.high:
        raise Unusable(
            f"{track.name} goes from {track.low} to {track.high}, so it cannot be {value}."
        )
    return track.index, value


def _played(plan: Plan, arguments: Namespace) -> dict[str, Any]:
    """The games, with progress shown."""
    try:
        tally = simulated(
            plan,
            arguments.games,
            arguments.workers,
            lambda done: progress(f"game {done} of {arguments.games}"),
        )
    except NothingToSimulate as nothing:
        raise Unusable(str(nothing)) from None
    finally:
        progress_over()
    return tally.report(plan.scenario)


def _output(arguments: Namespace) -> Path | None:
    """Where the kept game goes; None when none is to be kept."""
    if arguments.keep is None and arguments.output is None:
        return None
    if arguments.keep is None or arguments.output is None:
        raise Unusable("A game is kept with both: --keep I says which, and -o SAVE says where.")
    if arguments.keep >= arguments.games:
        raise Unusable(
            f"There is no game {arguments.keep} among {arguments.games}: they are counted from 0."
        )
    name = arguments.output
    if is_id(name):
        return new_save(saves_folder(arguments.saves), name)
    path = Path(name).expanduser()
    if path.suffix != ".jsonl" or not is_id(path.stem):
        raise Unusable(
            f"{_quoted(name)} cannot be a save: its name is a session's (a letter a-z first, then "
            "a-z, 0-9, _ or -, 40 at most), followed by .jsonl."
        )
    return new_save(path.parent, path.stem)


def _keep(plan: Plan, index: int, path: Path) -> None:
    """Play one of the games through the rules of a table, and write it."""
    simulation = Simulation(plan)
    game = Kept(
        plan.scenario,
        plan.setup,
        simulation.seed(index),
        simulation.cast(index),
        path.stem,
        plan.tracks,
    ).to_the_end()
    make_folder(path.parent)
    SaveLog.create(path, b"".join(game.lines())).close()
    tell(f"Game {index} is kept in {path}.")


def table(scenario: Scenario, report: dict[str, Any]) -> Iterator[str]:
    """The report for people."""
    title = scenario.setups[report["setup"]].title
    yield f"{scenario.title}: {title}. {counted(report['games'], 'game')}, seed {report['seed']}."
    yield f"{report['turns']['mean']:.1f} turns a game, {report['seconds']:.1f} s in all."
    for seat in scenario.seats:
        yield f"{seat.name} is played by: {', '.join(report['playbooks'][seat.id])}."
    yield from _endings(scenario, report)
    for seat in scenario.seats:
        yield from ("", f"{seat.name}: objectives reached")
        for one in seat.objectives:
            mark = " (main)" if one.main else ""
            yield _line(report["objectives"][seat.id][one.id], f"{one.id}{mark}: {one.text}")
    yield from ("", f"{'Tracks at the end':26}{'mean':>7}{'sd':>7}{'5%':>6}{'50%':>6}{'95%':>6}")
    for track in scenario.tracks:
        one = report["tracks"][track.id]
        yield (
            f"  {clean(track.name, 24, lines=False):24}{one['mean']:7.2f}{one['sd']:7.2f}"
            f"{one['p5']:6}{one['p50']:6}{one['p95']:6}"
        )
    for seat in scenario.seats:
        yield from ("", f"{seat.name}: orders given, of all it could give")
        given = report["orders"][seat.id]
        for order, share in sorted(given.items(), key=lambda pair: -pair[1]):
            yield _line(share, scenario.orders[order].name)
    yield from ("", "Cards that did something, of all games")
    for card, share in sorted(report["cards"].items(), key=lambda pair: -pair[1]):
        yield _line(share, scenario.cards[card].title)


def _endings(scenario: Scenario, report: dict[str, Any]) -> Iterator[str]:
    """The endings, the most frequent first."""
    titles = {one.id: one.title for one in scenario.endings}
    yield from ("", "Endings")
    for ending, many in sorted(report["endings"].items(), key=lambda pair: -pair[1]):
        yield _line(many / report["games"], titles.get(ending, "no ending"))


def _line(share: float, text: str) -> str:
    """A share in per cent and what it is of."""
    return f"  {100 * share:5.1f} %  {text}"


def _listed(names: Any) -> str:
    """The first names, for a message."""
    shown = [str(name) for name in names]
    return ", ".join(shown[:SHOWN]) + (", ..." if len(shown) > SHOWN else "") or "none"


def _quoted(text: str) -> str:
    return f'"{clean(text, 60, lines=False)}"'
