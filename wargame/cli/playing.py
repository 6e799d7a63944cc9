"""`wargame`, `wargame play`, `wargame resume`, `wargame review`: the screens, and what is behind them."""

from __future__ import annotations

import gc
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from wargame.cli.answers import insist_on_a_terminal
from wargame.cli.building import new_save, scenario_for
from wargame.cli.house import LocalHouse, begin, go_on, look_on
from wargame.game.commands import OpenSession
from wargame.game.pace import Pace
from wargame.saves.shelf import Shelf
from wargame.settings import saves_folder
from wargame.tui.people import free_name, seated

if TYPE_CHECKING:
    from wargame.tui.home import LookingBack, Seating


def home(arguments: Namespace) -> int:
    """Show the home screen."""
    insist_on_a_terminal("The home screen")
    from wargame.tui.facilitator import WargameApp
    from wargame.tui.screens.home import HomeScreen

    house = LocalHouse(saves_folder(arguments.saves), reviewed)
    return WargameApp(lambda: HomeScreen(house)).serve()


def play(arguments: Namespace) -> int:
    """Open a new game and sit down at it."""
    folder = saves_folder(arguments.saves)
    scenario = scenario_for(arguments.scenario, later=True)
    house = LocalHouse(folder, reviewed)
    opening = OpenSession(
        arguments.session or free_name(scenario.id, house.free),
        arguments.setup or "",
        arguments.turns or 0,
        seated(arguments.person),
        playbooks=dict(arguments.playbook),
        banner=arguments.banner,
        pace=Pace(arguments.hours),
    )
    new_save(folder, opening.session)
    insist_on_a_terminal("A game")
    return sit_down(begin(folder, scenario, opening, arguments.seed))


def resume(arguments: Namespace) -> int:
    """Go on with a game."""
    path = Shelf(saves_folder(arguments.saves)).find(arguments.save)
    insist_on_a_terminal("A game")
    return sit_down(go_on(path))


def screen(arguments: Namespace) -> int:
    """Show what is public of a game that is played in another terminal."""
    path = Shelf(saves_folder(arguments.saves)).find(arguments.save)
    insist_on_a_terminal("The public screen")
    from wargame.tui.facilitator import WargameApp
    from wargame.tui.screens.public import PublicScreen

    seating = look_on(path)
    return WargameApp(lambda: PublicScreen(seating, alone=True), seating).serve()


def review(arguments: Namespace) -> int:
    """Look back on a save."""
    from wargame.reports.timeline import Timeline

    timeline = Timeline.read(Shelf(saves_folder(arguments.saves)).find(arguments.save))
    insist_on_a_terminal("A review")
    from wargame.tui.facilitator import WargameApp
    from wargame.tui.screens.review import ReviewScreen

    return WargameApp(lambda: ReviewScreen(timeline)).serve()


def sit_down(seating: Seating) -> int:
    """Show the table until somebody leaves it."""
    from wargame.tui.facilitator import WargameApp
    from wargame.tui.screens.table import TableScreen

    gc.freeze()  # a long game's record is not looked through again at every key
    try:
        return WargameApp(lambda: TableScreen(seating), seating).serve()
    finally:
        seating.close()


def reviewed(path: Path) -> LookingBack:
    """The screen that looks back on a save."""
    from wargame.reports.timeline import Timeline
    from wargame.tui.screens.review import ReviewScreen

    return ReviewScreen(Timeline.read(path))
