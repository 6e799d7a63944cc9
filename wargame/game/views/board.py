"""The board as shown: tracks, facts, what changed and why."""

from __future__ import annotations

from dataclasses import field

from wargame.game.records import dataclass


@dataclass(slots=True)
class TrackView:
    """A track as shown: `value` now, `before` at the turn's beginning, and the band it stands in.

    A `derived` one follows from others. `only` as in `HappeningView`.
    """

    id: str
    name: str
    group: str
    kind: str
    value: int
    before: int
    low: int
    high: int
    word: str
    sentence: str
    better: str
    seat: str
    public: bool
    derived: bool = False
    only: str = ""


@dataclass(slots=True)
class FactView:
    """A fact that holds; `until` is its last turn (0: for ever).

    A `situation` goes on until an order aimed at it succeeds. `to` says who knows of it, for the
    facilitator only.
    """

    id: str
    text: str
    owner: str
    modifier: int
    until: int
    source: str
    situation: bool = False
    to: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ChangeView:
    """A change in words: what kind, of what (id and name), from and to, and why; `only` as in `HappeningView`."""

    kind: str
    id: str
    name: str
    before: int
    after: int
    why: str
    only: str = ""


@dataclass(slots=True)
class HappeningView:
    """Something that happened by itself this turn. `fired` is false for a card that came to nothing.

    `only` says to the facilitator for whom alone it is, in words; empty where everyone may be told.
    """

    kind: str
    title: str
    text: str
    source: str
    fired: bool
    changes: list[ChangeView]
    only: str = ""


@dataclass(slots=True)
class ThrowView:
    """A d100 that a rule or an effect waits for, thrown by hand: what for, what it must show at most."""

    what: str
    needed: int


@dataclass(slots=True)
class HeadView:
    """A head receipt: the turn (0: the close) and the first 16 hex digits of the chain's head at its end."""

    turn: int
    head: str

    @property
    def at(self) -> str:
        """Of which moment it is."""
        return f"end of turn {self.turn}" if self.turn else "close"
