"""`wargame check --play N`: what simulated games say about a scenario, for its author."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict, field
from typing import Any

from wargame.analysis.balance import Balance, main_of, measured
from wargame.analysis.climbing import Reply, Search, replies
from wargame.analysis.findings import Bars, Finding, findings
from wargame.analysis.simulate import NothingToSimulate, Plan
from wargame.cli.answers import Unusable, progress, progress_over
from wargame.cli.simulate import setup_of
from wargame.decks.check import Report
from wargame.decks.compile import compile_scenario
from wargame.decks.problems import Problem
from wargame.game.plain_text import counted
from wargame.game.records import dataclass

CLIMBING = 20
"""A step of the search for a best reply is judged by this part of the games."""
FEWEST = 20
"""Games that a step is judged by at least."""


@dataclass(slots=True)
class Played:
    """What came of the games: figures, the best reply found for each seat, and what is remarkable."""

    balance: Balance
    replies: dict[str, Reply] = field(default_factory=dict)
    seconds: float = 0.0

    def findings(self) -> list[Finding]:
        """What an author should look at."""
        return findings(self.balance, self.replies)

    def as_json(self, seed: int) -> dict[str, Any]:
        """All of it, shares from 0 to 1."""
        return {
            **self.balance.report(),
            "seed": seed,
            "seconds": self.seconds,
            "replies": {seat: _reply(one) for seat, one in self.replies.items()},
            "bars": asdict(Bars()),
        }


def _reply(one: Reply) -> dict[str, Any]:
    """A best reply as plain JSON; `playbook` is what a file of playbooks/ may say."""
    return {
        "from": one.start,
        "began": one.began,
        "share": one.share,
        "orders": dict(one.orders),
        "playbook": one.book.model_dump(mode="json", by_alias=True, exclude_defaults=True),
    }


def played(report: Report, arguments: Namespace) -> Played:
    """Play a scenario without errors; Unusable when playbooks cannot."""
    assert report.plain is not None  # noqa: S101 - only what has no errors is played
    scenario = compile_scenario(report.plain)
    plan = Plan(scenario, setup_of(scenario, arguments.setup), arguments.seed)
    began = time.monotonic()
    try:
        made = Played(measured(plan, arguments.play, 0, _games))
        if arguments.steps:
            step = max(FEWEST, arguments.play // CLIMBING)
            search = Search(plan, step, arguments.steps, arguments.play)
            progress("seeking each seat's best reply")
            made.replies = replies(made.balance, search, 0, _climbs)
    except NothingToSimulate as nothing:
        raise Unusable(str(nothing)) from None
    finally:
        progress_over()
    made.seconds = round(time.monotonic() - began, 3)
    return made


def _games(done: int, total: int) -> None:
    progress(f"game {done} of {total}")


def _climbs(done: int, total: int) -> None:
    progress(f"seeking each seat's best reply: {done} of {total} climbs")


def problems(made: Played, report: Report) -> list[Problem]:
    """What is remarkable, as warnings at the places it is about."""
    return [
        Problem(*report.place(*one.at), f"{one.about}: {one.what}", one.do, "warning")
        for one in made.findings()
    ]


def table(made: Played, seed: int) -> Iterator[str]:
    """The figures for people, at 80 columns."""
    plan = made.balance.plan
    games = made.balance.drawn.tally.games
    title = plan.scenario.setups[plan.setup].title
    yield f"{counted(games, 'game')} of {title}, seed {seed}, each seat by one of its playbooks"
    yield f"(random among them), drawn for each game; {made.seconds:.1f} s in all."
    yield from _endings(made.balance)
    yield from _seats(made)


def _endings(balance: Balance) -> Iterator[str]:
    """How often each ending came, the most frequent first."""
    titles = {one.id: one.title for one in balance.plan.scenario.endings}
    yield from ("", "Endings")
    for ending, part in sorted(balance.endings().items(), key=lambda pair: -pair[1]):
        yield f"  {_percent(part)}  {_cut(titles.get(ending, 'no ending: the last turn was played'), 68)}"


def _seats(made: Played) -> Iterator[str]:
    """Main objectives: in play, by a seat that always holds, by the best reply that was found."""
    scenario = made.balance.plan.scenario
    yield from ("", f"{'Main objectives are reached':50}{'played':>9}{'holding':>9}{'best':>9}")
    for seat in scenario.seats:
        main = main_of(scenario, seat.id)
        if main is None:
            yield f"  {_cut(f'{seat.name}: none is marked main', 48)}"
            continue
        reply = made.replies.get(seat.id)
        best = _percent(reply.share) if reply else "      –"
        yield (
            f"  {_cut(f'{seat.name}: {main.id}', 46):48}"
            f"{_percent(made.balance.drawn.reached(seat.id, main.id)):>9}"
            f"{_percent(made.balance.holding[seat.id].reached(seat.id, main.id)):>9}{best:>9}"
        )
        if reply:
            yield _mostly(reply)
    yield "holding: the seat gives no order at all. best: the best weights for its playbook"
    yield "that a search found, the others playing as before; there may be better ones."


def _mostly(reply: Reply) -> str:
    """The orders that a reply gives most, as many as fit."""
    given = [f"{one} {100 * part:.0f} %" for one, part in reply.orders.items() if part][:3]
    what = f"mostly {', '.join(given)}" if given else "it gives no order"
    return _cut(f"    best: {reply.start}, changed; {what}", 80)


def _percent(part: float) -> str:
    return f"{100 * part:5.1f} %"


def _cut(text: str, columns: int) -> str:
    """A line that fits."""
    return text if len(text) <= columns else f"{text[: columns - 1]}…"
