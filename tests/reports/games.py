"""Games to tell of: a small one played through the table, in the current folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wargame.cli.paper import asked
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.decks.scripts import Script, Step
from wargame.game.changes import Person
from wargame.game.commands import OpenSession
from wargame.game.scenario import Scenario
from wargame.table.table import Table

SMALL = Path(__file__).parents[1] / "decks" / "small"
SEED = bytes(31) + b"\x2a"

TURN: list[dict[str, object]] = [
    {"next": "event"},
    {"next": "talks"},
    {"send_message": {"sender": "guild", "to": ["abbey"], "text": "Not a word to the town."}},
    {"next": "orders"},
    {
        "seal_order": {
            "seat": "town",
            "move": "court",
            "target": "to_farmers",
            "reasons": ["They are many."],
        }
    },
    {"seal_order": {"seat": "guild", "move": "toll", "covert": True, "assets": ["boatmen"]}},
    {"seal_order": {"seat": "abbey", "action": "Pray for the river.", "result": "Calm."}},
    {"next": "reveal"},
    {"next": "adjudicate"},
    {
        "judge": {
            "order": "town",
            "arguments": [{"side": "con", "author": "abbey", "text": "They never come."}],
            "weigh": {"a1": "strong"},
            "dice": [5, 4],
            "narrative": "The farmers nod.",
        }
    },
    {"judge": {"order": "guild", "method": "plain", "dice": [6, 6]}},
    {"judge": {"order": "abbey", "method": "umpire", "quality": "failure", "reason": "Silence."}},
    {"next": "wrap"},
]
"""A turn of the small game, as the steps of a script; the flood comes by itself."""

END: list[dict[str, object]] = [
    {"end_game": True},
    {"give_answer": {"question": "Why?", "seat": "town", "text": "We asked nicely."}},
    {"vote": {"voter": "one", "seat": "guild"}},
    {"close_session": True},
]
"""The end of it."""

PEOPLE = [
    Person("one", "Player one", "town"),
    Person("two", "Player two", "guild"),
    Person("three", "Player three", "abbey"),
]


def scenario() -> Scenario:
    return compile_scenario(load(SMALL))


def play(steps: Iterable[dict[str, object]], path: Path | None = None) -> Path:
    """Play steps into a save (`bridge.jsonl` here unless told) and return its path."""
    path = path or Path("bridge.jsonl")
    opening = OpenSession(path.stem, "1450", people=list(PEOPLE), banner="EXERCISE")
    table = Table.create(path, scenario(), opening, SEED)
    script = Script.model_validate({"scenario": "small", "play": list(steps)})
    marks: dict[str, int] = {}
    with table.log:
        for step in script.play:
            take(table, step, marks)
    return path


def take(table: Table, step: Step, marks: dict[str, int] | None = None) -> None:
    """Ask the table for what one step says; a marked one is kept in `marks`."""
    marks = {} if marks is None else marks
    for by, command in asked(table.state, step, marks):
        table.ask(by, command)
    if step.mark:
        marks[step.mark] = table.log.count - 1
