"""The stop-watch: how many keys a facilitator alone presses to run six turns of Tightrope.

Real screens, by Pilot, at 80x24, with a plan of two hours. Four people hand in paper slips, which the
facilitator types in (p, then a key for each order and one for its target); events are drawn by
themselves, orders are ruled on quickly (Enter throws, space accepts). A turn is quiet when no card
makes a seat choose; a choice costs its keys on top.

Measured, with the seed below: a quick order takes 2 keys, a slip 1 to 2. With slips the turns take 27,
18, 18, 22, 20 and 19 keys, 124 in all, 14 of them for the choices of seven cards, so that a quiet turn
takes 18 or 19. With a playbook in every seat each turn takes 13. The bars are 3 keys for a quick order
and 25 for a quiet turn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.house.source import ROOT
from tests.table.games import Counting
from tests.tui.desks import desk, press, screen_of
from tests.tui.seatings import settle
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.commands import OpenSession
from wargame.game.pace import Pace
from wargame.players.playbooks import names_for
from wargame.table.table import Table
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.choose import Choose
from wargame.tui.screens.event import EventScreen
from wargame.tui.screens.slip import KEYS, Slip
from wargame.tui.screens.table import TableScreen

TURNS = 6
QUICK_ORDER, QUIET_TURN = 3, 25
"""The most keys that a quick order and a whole quiet turn may take."""
MOST = 100
"""After so many keys in a turn something is wrong."""


pytestmark = pytest.mark.usefixtures("no_rest")


@dataclass
class Watch:
    """Counts keys: by turn, for choices that cards ask for, and for each order ruled on."""

    pilot: Pilot[None]
    turns: list[int] = field(default_factory=list)
    choices: list[int] = field(default_factory=list)
    rulings: list[int] = field(default_factory=list)
    slips: list[int] = field(default_factory=list)

    async def press(self, *keys: str) -> int:
        """Press keys, and count them in this turn."""
        for key in keys:
            await press(self.pilot, key)
            self.turns[-1] += 1
            assert self.turns[-1] < MOST, "the keys lead nowhere"
        return len(keys)


def table_of(folder: Path, *, playbooks: bool) -> Table:
    """Tightrope, six turns, a plan of two hours; the seats empty, or each with its first playbook."""
    scenario = compile_scenario(load(ROOT / "decks" / "tightrope"))
    books = {one.id: names_for(scenario, one.id)[1] for one in scenario.seats} if playbooks else {}
    opening = OpenSession("game", turns=TURNS, playbooks=books, pace=Pace(plan=120))
    table = Table.create(folder / "game.jsonl", scenario, opening, bytes(range(32)))
    table.fresh = Counting()  # the same game each time, which reaches its sixth turn
    return table


async def answer_choices(watch: Watch, table: Table) -> None:
    """Enter, and the first way that is open, for each choice that a card asks for."""
    app = watch.pilot.app
    while table.state.dilemmas:
        screen_of(app, EventScreen)  # type: ignore[arg-type]
        before = watch.turns[-1]
        await watch.press("enter")
        card = table.view("facilitator").dilemmas[0]
        open_ways = [place for place, one in enumerate(card.options) if not one.why_not]
        screen_of(app, Choose)  # type: ignore[arg-type]
        await watch.press(str(open_ways[0] + 1))
        watch.choices[-1] += watch.turns[-1] - before


async def type_slips(watch: Watch, table: Table) -> None:
    """One key for the slips, then each seat's order, and its target where it has one."""
    await watch.press("p")
    for number, _ in enumerate(table.state.scenario.seats):
        before = watch.turns[-1]
        slip = screen_of(watch.pilot.app, Slip)  # type: ignore[arg-type]
        place = (len(watch.turns) + 2 * number) % len(slip.lines)
        await watch.press(KEYS[place])
        front = watch.pilot.app.screen
        if isinstance(front, Slip) and front.over.endswith("at what?"):
            await watch.press("1")
        watch.slips.append(watch.turns[-1] - before)


async def rule_on_all(watch: Watch, table: Table) -> None:
    """Throw and accept, order by order."""
    while table.state.adjudication is not None or table.state.queue:
        screen_of(watch.pilot.app, AdjudicationScreen)  # type: ignore[arg-type]
        before = watch.turns[-1]
        left = len(table.state.queue)
        while len(table.state.queue) == left and table.state.phase == "adjudicate":
            ruled = table.state.adjudication and table.state.adjudication.quality is not None
            await watch.press("space" if ruled else "enter")
        watch.rulings.append(watch.turns[-1] - before)


async def play_turn(watch: Watch, table: Table, *, slips: bool) -> None:
    """A whole turn, from the key that begins it to the last order ruled on."""
    watch.turns.append(0)
    watch.choices.append(0)
    await watch.press("enter")
    await answer_choices(watch, table)
    await watch.press("enter")
    assert table.state.phase == "orders"
    screen_of(watch.pilot.app, TableScreen)  # type: ignore[arg-type]
    if slips:
        await type_slips(watch, table)
    await watch.press("enter")
    await settle(watch.pilot)
    if table.state.phase == "orders":
        await watch.press("2" if isinstance(watch.pilot.app.screen, Choose) else "enter")
    assert table.view("facilitator").phase == "reveal"
    await watch.press("enter")
    await answer_choices(watch, table)
    await rule_on_all(watch, table)
    await watch.press("enter")
    assert table.view("facilitator").phase == "wrap"


@pytest.mark.parametrize("slips", [True, False], ids=["slips", "playbooks"])
async def test_six_turns_are_run_alone_within_the_bars(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], slips: bool
) -> None:
    table = table_of(tmp_path, playbooks=not slips)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        watch = Watch(pilot)
        for _ in range(TURNS):
            await play_turn(watch, table, slips=slips)
            if table.state.ending:
                break
    with capsys.disabled():
        print(f"\nkeys a turn {watch.turns}, of them choices {watch.choices}; ")
        print(f"keys an order {watch.rulings}; a slip {watch.slips}; in all {sum(watch.turns)}")
    assert max(watch.rulings) <= QUICK_ORDER
    quiet = [all_ - asked for all_, asked in zip(watch.turns, watch.choices, strict=True)]
    assert max(quiet) <= QUIET_TURN
    assert len(watch.turns) == TURNS
