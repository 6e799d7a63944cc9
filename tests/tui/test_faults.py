"""A fault inside the application: no traceback on the terminal, and the fault handed to who called it."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.house.source import ROOT
from wargame.tui.facilitator import WargameApp
from wargame.tui.keys import EVERYWHERE
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.live import LiveScreen

PROGRAM = """
from textual.screen import Screen
from wargame.tui.facilitator import WargameApp

class Faulty(Screen):
    def on_mount(self):
        seed = "SECRET"
        raise ZeroDivisionError("inside")

try:
    WargameApp(Faulty).serve()
except ZeroDivisionError as fault:
    print("handed on:", fault)
"""


def test_a_fault_is_handed_on_and_no_traceback_is_printed() -> None:
    driver = "textual.drivers.headless_driver:HeadlessDriver"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "TEXTUAL_DRIVER": driver},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stdout.strip() == "handed on: inside"
    assert "Traceback" not in done.stderr
    assert "SECRET" not in done.stderr


def test_help_and_menu_have_a_second_key_beside_those_that_terminals_take() -> None:
    keys = {one.action: one.key for one in EVERYWHERE if not isinstance(one, tuple)}
    for action in ("help", "command_palette"):
        first, second = keys[action].split(",")
        assert first in {"f1", "f10"}
        assert not second.startswith("f")


async def test_ctrl_c_pressed_by_habit_asks_whether_to_leave() -> None:
    from textual.screen import Screen

    app = WargameApp(Screen)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+c")
        assert isinstance(app.screen, Confirm)
        await pilot.press("n")
        assert not isinstance(app.screen, Confirm | LiveScreen)
