"""What a scenario is made of: tracks, facts, effects, orders, rules, cards, injects, seats and setups.

Tuples and plain functions, nothing left to parse. `wargame.decks.compile` builds them from a checked scenario.
"""

from __future__ import annotations

from typing import Literal

from wargame.game.board import Amount
from wargame.game.names import Where
from wargame.game.records import dataclass

Better = Literal["high", "low", "none"]
Covert = Literal["no", "yes", "choice"]
CardKind = Literal["event", "lasting", "dilemma", "asset"]
RulePhase = Literal["event", "reveal", "wrap"]


@dataclass(slots=True, frozen=True)
class Band:
    """A stretch of a track, from `start` up to the next band, with a word and a sentence."""

    start: int
    word: str
    text: str


@dataclass(slots=True, frozen=True)
class Track:
    """A number on the board. `index` is its place in `Board.tracks`.

    `derived` computes the value from the other tracks; such a track is never set. `sees` is
    the audience. `seat` is the seat whose side `better` speaks for (empty: no seat).
    """

    index: int
    id: str
    name: str
    group: str
    kind: Literal["track", "bloc"]
    low: int
    high: int
    start: int
    better: Better
    seat: str
    derived: Amount | None
    sees: tuple[str, ...]
    bands: tuple[Band, ...]
    source: str


@dataclass(slots=True, frozen=True)
class FactRule:
    """A fact that effects may make: its text, what it gives as a factor, and how many turns it lasts (0: for ever)."""

    id: str
    text: str
    owner: str
    modifier: int
    sees: tuple[str, ...]
    lasts: int
    situation: bool = False


@dataclass(slots=True, frozen=True)
class Effect:
    """One effect. `kind` says which of the other fields mean something.

    track: `track` (index; -1 the target's, -2 the other targets') changes `by`, or is `set_to`.
    fact: `name` is made, for `lasts` turns (None: as the fact says). end: fact `name` ends.
    card: `name` goes to `where` of `deck` (or of the hand of `seat`). draw: `count` cards of `deck`.
    later: `inner` happens in the event phase `delay` turns on; `key` names it for ever.
    detect: the order being adjudicated (`seat` empty) or all covert orders of `seat` this turn.
    count: counter `name` changes `by`. ending: the game reaches ending `name`.
    """

    kind: Literal["track", "fact", "end", "card", "draw", "later", "detect", "count", "ending"]
    key: str
    track: int = 0
    name: str = ""
    deck: str = ""
    seat: str = ""
    where: Where = "discard"
    by: Amount | None = None
    set_to: Amount | None = None
    lasts: Amount | None = None
    count: int = 1
    delay: int = 0
    inner: tuple[Effect, ...] = ()
    text: str = ""
    when: Amount | None = None
    chance: Amount | None = None
    why: str = ""
    source: str = ""
    mechanism: str = ""
    sees: tuple[str, ...] | None = None


@dataclass(slots=True, frozen=True)
class Factor:
    """A modifier that the scenario grants an order while `when` holds: by `by`, with its reason and source."""

    when: Amount | None
    by: Amount
    why: str
    source: str
    mechanism: str


@dataclass(slots=True, frozen=True)
class Target:
    """What an order may be aimed at; `track` is the index of its own track, or -1."""

    id: str
    name: str
    track: int


@dataclass(slots=True, frozen=True)
class Result:
    """What an order brings at one quality: a text for people and effects for the board."""

    text: str
    effects: tuple[Effect, ...]


@dataclass(slots=True, frozen=True)
class OrderRule:
    """An order on a seat's menu. `cost` pairs a track's index with the amount it takes.

    `difficulty` is what 2d6 plus modifiers must reach. `noticed` is the chance, per cent, that
    a covert order is detected. `stages` is how many successes it needs where it is a project (0: none).
    """

    id: str
    seat: str
    name: str
    text: str
    result: str
    covert: Covert
    cost: tuple[tuple[int, int], ...]
    requires: Amount | None
    why_not: str
    targets: tuple[Target, ...]
    difficulty: int
    method: str
    factors: tuple[Factor, ...]
    strong: Result
    success: Result
    failure: Result
    backfire: Result
    noticed: Amount | None
    source: str
    stages: int = 0


@dataclass(slots=True, frozen=True)
class StandingRule:
    """A rule that fires by itself in `phase` when `when` holds, with `chance` per cent (None: always)."""

    id: str
    name: str
    text: str
    phase: RulePhase
    when: Amount | None
    chance: Amount | None
    once: bool
    sees: tuple[str, ...]
    effects: tuple[Effect, ...]
    mechanism: str
    source: str


@dataclass(slots=True, frozen=True)
class Option:
    """One way out of a dilemma. `cost` pairs a track's index with the amount it takes."""

    id: str
    text: str
    when: Amount | None
    cost: tuple[tuple[int, int], ...]
    effects: tuple[Effect, ...]


@dataclass(slots=True, frozen=True)
class Card:
    """A card. `turn` is the turn on which a dated card comes by itself (0: it lies in the pile).

    `seat` is who must choose (dilemma). `lasts` counts the turns of a lasting card (0: for ever).
    `bonus` and `suits` (empty: every order) say what an asset gives.
    """

    id: str
    deck: str
    title: str
    text: str
    kind: CardKind
    when: Amount | None
    turn: int
    seat: str
    options: tuple[Option, ...]
    lasts: int
    bonus: int
    suits: tuple[str, ...]
    effects: tuple[Effect, ...]
    sees: tuple[str, ...]
    source: str
    mechanism: str

    @property
    def put_away(self) -> Where:
        """Where it goes once it has done what it does: a dated one, and one of no deck, leaves the game."""
        return "out" if self.turn or not self.deck else "discard"


@dataclass(slots=True, frozen=True)
class Inject:
    """A card held ready. `turn` (0: none) and `when` fire it by themselves; `condition` is `when` as written.

    `note` is for the facilitator alone: what it is for.
    """

    card: Card
    turn: int = 0
    when: Amount | None = None
    condition: str = ""
    note: str = ""


@dataclass(slots=True, frozen=True)
class Deck:
    """A deck in scenario order (dated cards left out). `seat` is the owner of a seat's deck, or empty.

    `draw` cards are drawn in every event phase; a seat's deck is not drawn from while its hand holds `hand` cards.
    """

    id: str
    name: str
    seat: str
    draw: int
    hand: int
    cards: tuple[str, ...]


@dataclass(slots=True, frozen=True)
class Objective:
    """What a seat wants: a text and the condition on the board at the end.

    `main` comes first; `private` is the seat's alone.
    """

    id: str
    text: str
    when: Amount
    private: bool
    main: bool
    source: str


@dataclass(slots=True, frozen=True)
class Seat:
    """A side: its name, its brief, how many orders it may give a turn, and its objectives."""

    id: str
    name: str
    brief: str
    orders: int
    objectives: tuple[Objective, ...]


@dataclass(slots=True, frozen=True)
class Ending:
    """A way the game ends; `final` ones are looked at on the last turn only."""

    id: str
    title: str
    text: str
    when: Amount | None
    final: bool
    source: str


@dataclass(slots=True, frozen=True)
class Placement:
    """A card that a setup puts somewhere before the first turn."""

    card: str
    where: Where


@dataclass(slots=True, frozen=True)
class Setup:
    """Where a game begins: turns, calendar, track values by index, facts, placed cards and cards left out."""

    id: str
    title: str
    text: str
    turns: int
    calendar: tuple[str, ...]
    tracks: tuple[tuple[int, int], ...]
    facts: tuple[str, ...]
    place: tuple[Placement, ...]
    without: tuple[str, ...]


@dataclass(slots=True, frozen=True)
class Margins:
    """How 2d6 results are read: margins for strong and backfire, and whether a natural 12 or 2 counts by itself."""

    strong: int = 4
    backfire: int = -4
    success: int = 0
    naturals: bool = True
