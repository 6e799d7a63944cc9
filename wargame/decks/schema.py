"""What a scenario may say: the models that its files are checked against.

`Scenario` is the whole as one plain JSON object, as a save carries it; `ScenarioFile`, `MovesFile`,
`StandingFile`, `CardsFile` and `InjectsFile` are what an author writes. The string under a field is its
documentation: the JSON Schema and the reference are made from it.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any, Literal, get_args

from pydantic import BaseModel, Field

from wargame.decks.board import (
    Deck,
    Ending,
    Fact,
    Margins,
    Mechanism,
    Origin,
    Question,
    Seat,
    Setup,
    Track,
)
from wargame.decks.fields import Id, Line, Part, Prose, SetupId, Turns, Words
from wargame.decks.moves import Card, Inject, Order, Standing
from wargame.decks.playbooks import Playbook
from wargame.game.names import Method


class ScenarioFile(Part):
    """scenario.yaml: seats, the board, decks, endings and setups."""

    format: Literal[1]
    """The version of the format: 1."""
    scenario: Id
    """The scenario's id."""
    version: Line
    """The scenario's own version, in quotes."""
    title: Line
    """Its title."""
    summary: Words
    """What it is about, in a few sentences."""
    start: Prose = ""
    """The situation at the beginning, read out at the opening."""
    source: Origin | None = None
    """What the scenario is taken from."""
    needs_sources: bool = False
    """Whether every item must say where it comes from."""
    questions: list[Question] = Field(default=[], max_length=12)
    """Research questions, for notes to be tagged with: what games of it are held to find out."""
    turns: Turns = 10
    """How many turns a game has."""
    calendar: list[Line] = Field(default=[], max_length=99)
    """The label of each turn, a date perhaps."""
    seats: list[Seat] = Field(min_length=1, max_length=10)
    """The sides."""
    tracks: list[Track] = Field(default=[], max_length=200)
    """The numbers on the board."""
    facts: list[Fact] = []
    """What may be established."""
    mechanisms: list[Mechanism] = []
    """What the scenario says about how its world works; `wargame check` shows what carries each."""
    rules: Margins = Field(default_factory=Margins)
    """How 2d6 are read."""
    method: Method = "weighted"
    """How an order is adjudicated when nothing else is said."""
    decks: list[Deck] = []
    """The piles of cards."""
    endings: list[Ending] = []
    """How the game can end."""
    setups: list[Setup] = []
    """Where a game can begin."""
    default_setup: SetupId | None = None
    """The setup that is used when none is asked for; left out, the first."""


class MovesFile(Part):
    """moves.yaml: the menu of orders."""

    orders: list[Order]
    """The orders, in the order of the menu."""


class StandingFile(Part):
    """standing.yaml: the rules that fire by themselves, in the order in which they are looked at."""

    rules: list[Standing]
    """The rules."""


class InjectsFile(Part):
    """injects.yaml: what the facilitator holds ready, written as cards are."""

    injects: list[Inject]
    """The injects."""


class WrittenCard(Card):
    """A card as a file of cards has it: its deck is named once, above."""

    deck: Id = ""
    """The deck, when it is another than the file's."""


class CardsFile(Part):
    """cards/*.yaml: a deck, or a part of one."""

    deck: Id
    """The deck these cards belong to."""
    cards: list[WrittenCard]
    """The cards."""


class Scenario(ScenarioFile):
    """A whole scenario as one plain JSON object: what a save carries."""

    orders: list[Order] = []
    """The menu of orders (moves.yaml)."""
    standing: list[Standing] = []
    """The rules that fire by themselves (standing.yaml)."""
    cards: list[Card] = []
    """The cards of all decks (cards/*.yaml)."""
    injects: list[Inject] = []
    """What the facilitator holds ready (injects.yaml)."""
    playbooks: list[Playbook] = []
    """Who can play a seat that nobody sits in (playbooks/*.yaml)."""


def model_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a model as authors write it: keys by their names in the file, nothing may be null.

    The string under each field becomes its description.
    """
    made = model.model_json_schema(by_alias=True)
    for part in _parts(model, set()):
        described = made if part is model else made.get("$defs", {}).get(part.__name__, {})
        for name, text in documented(part).items():
            described.get("properties", {}).get(name, {})["description"] = text
    _no_null(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


@cache
def documented(model: type[BaseModel]) -> dict[str, str]:
    """The strings under the fields of a model and of those it is made from, by the fields' names in a file."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if not issubclass(one, BaseModel) or one is BaseModel:
            continue
        body = ast.parse(inspect.getsource(one)).body[0]
        lines = body.body if isinstance(body, ast.ClassDef) else []
        for line, below in pairwise(lines):
            match line, below:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(ast.Constant(str(text))):
                    found[model.model_fields[name].alias or name] = inspect.cleandoc(text)
                case _:
                    continue
    return found


def _parts(annotation: Any, seen: set[Any]) -> Iterator[type[BaseModel]]:
    """The models in an annotation, and those in their fields."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in seen:
            seen.add(annotation)
            yield annotation
            for info in annotation.model_fields.values():
                yield from _parts(info.annotation, seen)
    else:
        for inner in get_args(annotation):
            yield from _parts(inner, seen)


def _no_null(node: Any) -> None:
    """Take `null` out: a key is left out, never written empty."""
    if isinstance(node, list):
        for one in node:
            _no_null(one)
    if isinstance(node, dict):
        choices = node.get("anyOf")
        if isinstance(choices, list) and {"type": "null"} in choices:
            choices.remove({"type": "null"})
            if len(choices) == 1:
                node.pop("anyOf")
                node.update({**choices[0], **node})
        if node.get("default", 0) is None:
            node.pop("default")
        for one in node.values():
            _no_null(one)


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "scenario": lambda: model_schema(ScenarioFile),
    "moves": lambda: model_schema(MovesFile),
    "standing": lambda: model_schema(StandingFile),
    "cards": lambda: model_schema(CardsFile),
    "injects": lambda: model_schema(InjectsFile),
    "playbook": lambda: model_schema(Playbook),
}
"""How to make the JSON Schema of each kind of file."""


def register(kind: str, make: Callable[[], dict[str, Any]]) -> None:
    """Add a kind of file that another room knows; ValueError when it is there already."""
    if kind in SCHEMAS:
        raise ValueError(f"there is a schema of {kind} already")
    SCHEMAS[kind] = make


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file; KeyError for an unknown kind."""
    return SCHEMAS[kind]()
