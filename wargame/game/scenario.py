"""A scenario as the rules see it: tuples and plain functions, nothing left to parse.

`wargame.decks.compile` builds these from a checked scenario. The rules know no seat, track
or card by name: everything here is found by id or by index.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from wargame.game.names import Where

if TYPE_CHECKING:
    from wargame.game.changes import ResearchQuestion
    from wargame.game.injected import Inject
    from wargame.game.playbook import Playbook
    from wargame.game.settling import Settling
    from wargame.game.state import Board

EVERYONE: tuple[str, ...] = ("*",)
"""The audience that means all seats, observers and the public screen. An empty audience is the facilitator alone."""

Amount = Callable[["Board", int], int]
"""A compiled expression: (board, index of the chosen target or -1) to a whole number; it never raises."""

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


@dataclass(slots=True, frozen=True)
class Scenario:
    """A whole scenario, compiled. Tuples keep scenario order; dictionaries find by id."""

    id: str
    version: str
    title: str
    summary: str
    method: str
    margins: Margins
    seats: tuple[Seat, ...]
    tracks: tuple[Track, ...]
    facts: dict[str, FactRule]
    decks: tuple[Deck, ...]
    cards: dict[str, Card]
    orders: dict[str, OrderRule]
    rules: tuple[StandingRule, ...]
    endings: tuple[Ending, ...]
    setups: dict[str, Setup]
    default_setup: str
    later: dict[str, Effect]
    """Every `later` effect by its key, so that a save can name it."""
    plain: dict[str, Any]
    """The scenario as plain JSON: what `session_opened` holds and its hash is taken of."""
    playbooks: Mapping[str, Mapping[str, Playbook]] = field(default_factory=dict)
    """The playbooks of each seat, by name; `random`, which every seat has, is not among them."""
    questions: tuple[ResearchQuestion, ...] = ()
    """What games of it are held to find out."""
    injects: dict[str, Inject] = field(default_factory=dict)
    """The injects prepared, by id; `cards` holds one from when a game fires it."""
    base: Scenario | None = field(default=None, repr=False, compare=False)
    """What this is of, before a game's injects were fired."""
    places: dict[str, int] = field(init=False)
    """Each track's index by id."""

    _ready: dict[int, Settling] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the tracks."""
        object.__setattr__(self, "places", {track.id: track.index for track in self.tracks})
        object.__setattr__(self, "_ready", {})

    def settling(self, effects: tuple[Effect, ...], targets: tuple[Target, ...] = ()) -> Settling:
        """A list of this scenario's effects, compiled once. `targets` are those of its order."""
        ready = self._ready.get(id(effects))
        if ready is None or ready.effects is not effects:
            from wargame.game.settling import settling  # it needs the classes of this module

            ready = settling(effects, self.tracks, self.facts, targets)
            self._ready[id(effects)] = ready
        return ready

    def targets_of(self, key: str) -> tuple[Target, ...]:
        """The targets of the order that a scheduled effect belongs to; its key begins with the order's id."""
        rule = self.orders.get(key.split("/", maxsplit=1)[0])
        return rule.targets if rule else ()

    def seat(self, seat: str) -> Seat:
        """The seat with this id; KeyError when there is none."""
        for one in self.seats:
            if one.id == seat:
                return one
        raise KeyError(seat)

    def track(self, track: str) -> Track:
        """The track with this id; KeyError when there is none."""
        for one in self.tracks:
            if one.id == track:
                return one
        raise KeyError(track)

    def deck(self, deck: str) -> Deck:
        """The deck with this id; KeyError when there is none."""
        for one in self.decks:
            if one.id == deck:
                return one
        raise KeyError(deck)

    def dated(self, turn: int) -> tuple[Card, ...]:
        """The dated cards of this turn, in scenario order."""
        return tuple(card for card in self.cards.values() if card.turn == turn)
