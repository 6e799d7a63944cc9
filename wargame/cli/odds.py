"""`wargame odds SAVE`: endings and objectives from a moment of a game on."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from wargame.analysis.odds import odds as play_on
from wargame.analysis.odds import question
from wargame.analysis.simulate import NothingToSimulate
from wargame.analysis.tally import Tally
from wargame.cli.answers import DONE, Unusable, progress, progress_over, say, say_json, tell
from wargame.game.names import FACILITATOR
from wargame.game.plain_text import clean
from wargame.game.scenario import Scenario
from wargame.game.state import State
from wargame.reports.timeline import Timeline
from wargame.saves.shelf import Shelf
from wargame.settings import saves_folder


def odds(arguments: Namespace) -> int:
    """Play the game on from its last entry, or another, many times, and say what came of it."""
    timeline = Timeline.read(Shelf(saves_folder(arguments.saves)).find(arguments.save))
    if timeline.trouble:
        tell(timeline.trouble)
    last = len(timeline) - 1
    at = last if arguments.at is None else arguments.at
    if at > last:
        raise Unusable(f"{timeline.path} has no entry {at}: its last is {last}.")
    state = timeline.state(at)
    began = time.monotonic()
    tally = _played(state, _who(state, arguments.seat), arguments)
    report = _report(state, at, arguments, tally)
    report["seconds"] = round(time.monotonic() - began, 3)
    if arguments.json:
        say_json(report)
    else:
        say("\n".join(table(state.scenario, report)))
    return DONE


def _who(state: State, seat: str | None) -> str:
    """Whose knowledge is meant."""
    seats = [one.id for one in state.scenario.seats]
    if seat is None:
        return FACILITATOR
    if seat not in seats:
        known = ", ".join(seats)
        raise Unusable(f'There is no seat "{clean(seat, 60, lines=False)}". Seats: {known}.')
    return seat


def _played(state: State, who: str, arguments: Namespace) -> Tally:
    """The futures, with progress shown."""
    try:
        return play_on(
            question(state, who, arguments.seed),
            arguments.games,
            progress=lambda done: progress(f"future {done} of {arguments.games}"),
        )
    except NothingToSimulate as nothing:
        raise Unusable(str(nothing)) from None
    finally:
        progress_over()


def _report(state: State, at: int, arguments: Namespace, tally: Tally) -> dict[str, Any]:
    """The answer as plain JSON."""
    found = tally.report(state.scenario)
    return {
        "session": state.session,
        "scenario": state.scenario.id,
        "setup": state.setup,
        "at": at,
        "turn": state.board.turn,
        "phase": state.phase,
        "for": arguments.seat or FACILITATOR,
        "games": arguments.games,
        "seed": arguments.seed,
        "seconds": 0.0,
        **{key: found[key] for key in ("endings", "objectives", "tracks", "turns")},
    }


def table(scenario: Scenario, report: dict[str, Any]) -> Iterator[str]:
    """The answer for people."""
    yield (
        f"{scenario.title}, session {report['session']}, after entry {report['at']}: turn "
        f"{report['turn']}, {report['phase']}. {report['games']} futures, seed {report['seed']}."
    )
    titles = {one.id: one.title for one in scenario.endings}
    yield from ("", "Endings")
    for ending, many in sorted(report["endings"].items(), key=lambda pair: -pair[1]):
        yield line(many, report["games"], titles.get(ending, "no ending"))
    for seat in scenario.seats:
        yield from ("", f"{seat.name}: objectives reached")
        for one in seat.objectives:
            mark = " (main)" if one.main else ""
            share = report["objectives"][seat.id][one.id]
            many = round(share * report["games"])
            yield line(many, report["games"], f"{one.id}{mark}: {one.text}")


def line(many: int, games: int, text: str) -> str:
    """A share in per cent, how far chance alone may have moved it (95 %), and what it is of."""
    share = many / games
    spread = 1.96 * (share * (1 - share) / games) ** 0.5
    return f"  {100 * share:5.1f} % ±{100 * spread:4.1f}  {text}"
