"""Scripts: written lists of commands, in YAML or JSON lines, read through the guard.

    scenario: tightrope
    session: thursday
    people:
      - {id: one, name: Player one, seat: baghdad}
    play:
      - next: event
      - seal_order: {seat: baghdad, move: squeeze, reasons: [Nobody looks there.]}
      - judge: {order: baghdad, dice: [3, 4], narrative: The crossing is held.}

As JSON lines, the first line holds everything but `play`, and each line after it one step.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, NoReturn, Self

from pydantic import ConfigDict, Field, ValidationError, model_validator

from wargame.decks import acts_undertakings, judging, steps
from wargame.decks.acts_asked import AskingSteps
from wargame.decks.acts_facts import FactSteps
from wargame.decks.acts_history import HistorySteps
from wargame.decks.acts_injects import InjectSteps
from wargame.decks.acts_room import RoomOpening, RoomSteps
from wargame.decks.acts_screens import ScreenSteps
from wargame.decks.acts_secret import SecretSteps
from wargame.decks.acts_time import SessionPace, TimeStep
from wargame.decks.acts_turned import TurnedSteps
from wargame.decks.fields import Id, Line, Part, SeatId, SetupId, wrong
from wargame.decks.guard import DEEPEST, HEAVIEST, Node
from wargame.decks.guard import read as read_yaml
from wargame.decks.mending import explain
from wargame.decks.problems import Problem, ScenarioError
from wargame.decks.schema import model_schema, register
from wargame.game.names import Phase
from wargame.game.records import dataclass

BESIDE = ("by", "at", "holds", "mark", "chances")
"""Keys of a step that say something about its command."""


def _one_command(schema: dict[str, Any]) -> None:
    """In the JSON Schema too, a step has exactly one command."""
    commands = [key for key in schema["properties"] if key not in BESIDE]
    schema["oneOf"] = [{"required": [key]} for key in commands]


class Step(
    HistorySteps,
    TimeStep,
    AskingSteps,
    FactSteps,
    InjectSteps,
    ScreenSteps,
    SecretSteps,
    TurnedSteps,
    RoomSteps,
    Part,
):
    """One command, by its name, and beside it who asks for it and when."""

    model_config = ConfigDict(json_schema_extra=_one_command)

    by: steps.Speaker | None = None
    """Who asks: a seat, `observer:ID` or `facilitator`; left out, the seat that the command names."""
    at: steps.Time | None = None
    """The time of day, where the script has a `clock`."""
    mark: Id | None = None
    """A name for this step, for `rewind` and `correct`."""
    chances: list[steps.Hundred] = []
    """In a game with `hand_dice`: the d100 that rules and effects ask for, in the order asked."""
    next: Phase | None = None
    """Move on to this phase."""
    holds: bool = False
    """With `next: reveal`: close although orders are missing; those seats hold."""
    proceed: steps.Yes | None = None
    """Finish what a phase does by itself, where it was cut short."""
    seat_person: steps.Sitter | None = None
    """Seat somebody."""
    hand_seat: steps.HandedSeat | None = None
    """Hand a seat to a playbook, or back."""
    set_phrase: steps.Phrase | None = None
    """Set a seat's pass phrase."""
    hand_screen: steps.HandedScreen | None = None
    """The shared screen shows a seat's view from here on."""
    write_note: steps.Note | None = None
    """Write a note."""
    send_message: steps.Message | None = None
    """Say something to some seats."""
    choose_option: steps.Choice | None = None
    """Answer a dilemma."""
    seal_order: steps.Order | None = None
    """Seal an order, or a new version of one."""
    withdraw_order: steps.OrderName | None = None
    """Take a sealed order back."""
    judge: judging.Judge | None = None
    """A whole adjudication in one step."""
    open_adjudication: steps.OrderName | Literal["next"] | None = None
    """Take up an order, or the next in the turn's order."""
    add_argument: judging.Argument | None = None
    """Argue for or against the order on the table."""
    weigh_argument: judging.Weighed | None = None
    """Count an argument differently."""
    choose_method: judging.Chosen | None = None
    """Choose how the order is adjudicated."""
    seal_estimate: judging.Estimate | None = None
    """A person's secret estimate."""
    show_estimates: steps.Yes | None = None
    """Show all estimates at once."""
    explain_estimate: judging.Explained | None = None
    """Why somebody's estimate was far from the others."""
    count_hands: judging.Hands | None = None
    """Hands raised, for the method `hands`."""
    take_leanings: judging.Leanings | None = None
    """How people lean, for the method `leaning`."""
    set_spotlight: acts_undertakings.Lit | None = None
    """Argue this order in full."""
    grant_factor: acts_undertakings.Granted | None = None
    """Grant the order on the table a modifier by hand."""
    open_appeal: acts_undertakings.Appeal | None = None
    """Let anybody appeal before the ruling."""
    protect: acts_undertakings.Guarding | None = None
    """Protect something, or end that."""
    declare_project: acts_undertakings.Declared | None = None
    """The free order on the table is a stage of a project."""
    call_throw: judging.Called | None = None
    """Fix method and odds; an automatic success follows at once."""
    throw: Line | None = None
    """Throw, with the thrower's word (it may be empty); the throw is called first, if it is not."""
    enter_dice: steps.Dice | None = None
    """Enter dice thrown by hand; the throw of an order is called first, if it is not."""
    rule: judging.Ruling | None = None
    """The umpire rules."""
    accept_result: judging.Accepted | None = None
    """Accept what was proposed, edited or not."""
    record_fact: steps.Fact | None = None
    """Make something a fact: one of the table's own, or one that the scenario knows."""
    adjust_track: steps.Adjusted | None = None
    """Set a track by hand."""
    put_on_top: list[Id] | None = None
    """The cards that are drawn next, as on paper, the first one first."""
    shuffle: Id | None = None
    """Shuffle what is left of a deck's pile."""
    play_on: steps.Yes | None = None
    """Play on after an ending."""
    end_game: steps.Yes | None = None
    """Go to the hot wash now."""
    give_answer: steps.Answer | None = None
    """Answer a question of the hot wash."""
    vote: steps.Vote | None = None
    """Say who won."""
    close_session: steps.Yes | None = None
    """End the game and reveal the seed."""

    @property
    def command(self) -> str:
        """The name of the step's one command."""
        return next(iter(self.model_fields_set - set(BESIDE)))

    @model_validator(mode="after")
    def _has_one_command(self) -> Self:
        """Insist on one command, and on `holds` beside `next` only."""
        named = sorted(self.model_fields_set - set(BESIDE))
        if not named:
            raise wrong("step", "a step without a command", "write one, as in: next: event")
        if len(named) > 1:
            what = f"a step with {len(named)} commands: {', '.join(named)}"
            raise wrong("step", what, "begin each with '- ' on a line of its own")
        if self.holds and named != ["next"]:
            raise wrong("step", '"holds" without "next"', "write it beside next: reveal")
        return self


class Script(RoomOpening, Part):
    """A session, and the commands it is played with."""

    format: Literal[1] = 1
    """The version of the format: 1."""
    scenario: Line
    """A shipped scenario by name, or a folder, as seen from the script's own."""
    setup: SetupId | None = None
    """Where the game begins; left out, the scenario's default."""
    session: Id | None = None
    """The session's name; left out, the script's file name."""
    turns: int | None = Field(default=None, ge=1, le=99)
    """How many turns; left out, as the setup says."""
    people: list[steps.Sitter] = []
    """Who sits where."""
    playbooks: dict[SeatId, Id] = {}
    """Seats that a playbook plays."""
    banner: Line = ""
    """A line on every screen."""
    pace: SessionPace | None = None
    """Minutes for its stages, and what happens when an order is late or missing; left out, no timers."""
    hand_dice: bool = False
    """Whether the d100 of rules and effects are thrown by hand too: see `chances`."""
    observers_estimate: bool = False
    """Whether observers are asked for estimates too."""
    read_cards: bool = False
    """Whether a drawn card waits for `let_act`, `hold_card` or `skip_card` before it acts."""
    inject_cap: int = Field(default=5, ge=0, le=99)
    """How many injects a seat may have; to go over needs a reason."""
    secret_arguments: bool = False
    """Whether seats may seal arguments that wait for a trigger."""
    seed: steps.Seed | None = None
    """The seed of all chance, with which the script comes out the same each time; left out, a secret one."""
    clock: steps.Moment | None = None
    """When the session began, in UTC; left out, the entries have the time at which the script is run."""
    play: list[Step] = []
    """The commands."""


@dataclass(slots=True, frozen=True)
class Written:
    """A script as read: `lines` holds the line on which each step begins."""

    file: str
    script: Script
    lines: tuple[int, ...]

    @property
    def folder(self) -> Path:
        """The folder that the script lies in."""
        return Path(self.file).parent


def read_script(path: Path) -> Written:
    """A script from a file; ScenarioError with every problem of form and its place."""
    file = str(path)
    node = _node(_bytes(path), file)
    if node.mapping is None:
        what, do = "a script begins with keys", "write scenario: NAME first; see: schema script"
        raise ScenarioError([Problem(file, node.line, node.column, what, do)])
    try:
        script = Script.model_validate(node.plain())
    except ValidationError as error:
        problems = [
            Problem(file, *node.place(place, key=key), what, do)
            for place, what, do, key in explain(error, Script)
        ]
        raise ScenarioError(sorted(set(problems))) from None
    found = node.mapping.get("play")
    items = found.items if found is not None else None
    return Written(file, script, tuple(one.line for one in items or ()))


def _bytes(path: Path) -> bytes:
    """The file's bytes; ScenarioError when they cannot be had or are too many."""
    try:
        with path.open("rb") as stream:
            data = stream.read(HEAVIEST + 1)
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or "it cannot be read"
        do = "name a script: a file in YAML, or in JSON lines"
        raise ScenarioError([Problem(str(path), 0, 0, what, do)]) from None
    if len(data) > HEAVIEST:
        what = f"the file has more than {HEAVIEST} bytes"
        raise ScenarioError([Problem(str(path), 0, 0, what, "split the session")])
    return data


def _node(data: bytes, file: str) -> Node:
    """The script's values with their places, from either spelling."""
    first = data.lstrip().split(b"\n", 1)[0].strip()
    if first.startswith(b"{") and first.endswith(b"}"):
        return _from_lines(data, file)
    return read_yaml(data, file)


def _from_lines(data: bytes, file: str) -> Node:
    """JSON lines as one mapping: the first line's keys, and the others as `play`."""
    whole: Node | None = None
    played: list[Node] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        node = _from_json(line, file, number)
        if whole is None:
            whole = node
        else:
            played.append(node)
    if whole is None or whole.mapping is None:
        _stop(file, 1, 1, "the first line holds no keys", "begin with the line of the session")
    if played and "play" in whole.mapping:
        _stop(file, 1, 1, '"play" and lines after it', "write the steps in one place")
    if played:
        whole.mapping["play"] = Node(played[0].line, 1, items=played, key=(played[0].line, 1))
    return whole


def _from_json(line: bytes, file: str, number: int) -> Node:
    """One line of JSON, strictly: no fractions, no nulls, no key twice."""
    try:
        value = json.loads(line.decode("utf-8"), object_pairs_hook=_once, parse_float=_no_fraction)
    except json.JSONDecodeError as error:
        _stop(file, number, error.colno, f"this is not JSON: {error.msg}", "one object a line")
    except (ValueError, RecursionError) as error:
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        _stop(file, number, 1, what, "one object a line, in UTF-8, with whole numbers")
    return _nodes(value, file, number, 0)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys all differ."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key stands there twice")
    return made


def _no_fraction(text: str) -> NoReturn:
    raise ValueError(f"{text[:20]} is not a whole number")


def _nodes(value: Any, file: str, line: int, depth: int) -> Node:
    """A value of JSON as nodes that all stand on one line."""
    if depth > DEEPEST:
        _stop(file, line, 1, f"nested more than {DEEPEST} levels", "take levels out")
    match value:
        case dict():
            inner = {key: _nodes(one, file, line, depth + 1) for key, one in value.items()}
            for node in inner.values():
                node.key = (line, 1)
            return Node(line, 1, mapping=inner)
        case list():
            return Node(line, 1, items=[_nodes(one, file, line, depth + 1) for one in value])
        case str() | int():
            return Node(line, 1, value)
        case _:
            return _stop(file, line, 1, "null stands there", "leave the key out")


def _stop(file: str, line: int, column: int, what: str, do: str) -> NoReturn:
    raise ScenarioError([Problem(file, line, column, what, do)])


register("script", lambda: model_schema(Script))
