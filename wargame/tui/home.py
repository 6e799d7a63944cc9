"""What the screens need of the house: seatings at a table, and a shelf to take games from.

The command line builds these; the screens know nothing of folders, saves and scenarios' files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from wargame.game.records import dataclass
from wargame.tui.countdown import Countdown

if TYPE_CHECKING:
    from textual.screen import Screen

    from wargame.game.commands import OpenSession
    from wargame.reports.timeline import Timeline
    from wargame.table.link import Keeper, Link
    from wargame.tui.forecast import Forecaster


LookingBack: TypeAlias = "Screen[None]"
"""The screen that looks back on a save; so named that the command line need not know Textual."""


class History(Protocol):
    """The record of the game at this table, to look back on and to branch from."""

    def timeline(self) -> Timeline:
        """Every entry so far, with the game as it stood after each."""

    def fork(self, at: int, session: str) -> str:
        """Make another game of this one's entries up to `at`; where it is kept. Refused when that cannot be."""


@dataclass(slots=True)
class Seating:
    """A table that one terminal serves: a link for every seat, `facilitator` and `public`.

    `keeper` mends a save that cannot be written; `close` lets go of the table; `word` is what the
    facilitator should be told first (such as that a torn line was set aside), or empty. `catch_up`
    takes in what another process has written, and says why that fails; None where this one writes.
    `countdown` reckons what time is left; None where a past moment is looked at. `forecaster` works out
    what may come of the game; None where nobody can. `history` is the record; None where it is not
    at hand.
    """

    links: Mapping[str, Link]
    keeper: Keeper | None = None
    close: Callable[[], None] = lambda: None
    word: str = ""
    catch_up: Callable[[], str] | None = None
    countdown: Countdown | None = field(default_factory=Countdown)
    forecaster: Forecaster | None = None
    history: History | None = None

    @property
    def facilitator(self) -> Link:
        """The facilitator's own link."""
        return self.links["facilitator"]


@dataclass(slots=True)
class SaveCard:
    """A save on the shelf. `problem` says why it cannot be played on, or is empty."""

    name: str
    title: str
    turn: int
    entries: int
    last_at: str
    closed: bool = False
    problem: str = ""


@dataclass(slots=True)
class SetupCard:
    """A way to begin a scenario, and how many turns it plays."""

    id: str
    title: str
    text: str
    turns: int


@dataclass(slots=True)
class ScenarioName:
    """A scenario at hand: its name, and its title and summary, which are empty where they cannot be read."""

    name: str
    title: str = ""
    summary: str = ""


@dataclass(slots=True)
class ScenarioCard:
    """A scenario as the set-up screen needs it.

    `seats` pairs ids with names; `playbooks` names those that can play a seat, by the seat's id, and
    `characters` says in words what each of them does.
    """

    name: str
    title: str
    summary: str
    setups: list[SetupCard]
    default_setup: str
    seats: list[tuple[str, str]]
    playbooks: dict[str, list[str]] = field(default_factory=dict)
    characters: dict[str, dict[str, str]] = field(default_factory=dict)


class House(Protocol):
    """What the home and set-up screens ask for. Every method may raise `Refused` with a sentence."""

    def saves(self) -> list[SaveCard]:
        """The saves, the one played last first."""

    def scenarios(self) -> list[ScenarioName]:
        """The scenarios at hand; quick, no more than their headlines is read."""

    def scenario(self, name: str) -> ScenarioCard:
        """A scenario, read and checked."""

    def free(self, session: str) -> str:
        """Why a session cannot have this name (badly formed, taken); empty when it can."""

    def start(self, scenario: str, opening: OpenSession, seed: str) -> Seating:
        """Open a new game. `seed` is hexadecimal, or empty for a secret one."""

    def resume(self, save: str) -> Seating:
        """Go on with a save, exactly where it stopped."""

    def review(self, save: str) -> LookingBack:
        """The screen that looks back on a save."""
