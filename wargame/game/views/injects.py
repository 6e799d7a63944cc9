"""Injects as the facilitator has them before them."""

from __future__ import annotations

from dataclasses import field

from wargame.game.records import dataclass


@dataclass(slots=True)
class InjectView:
    """An inject: what it says and does, when it fires by itself (its condition in words), and how it stands.

    `mark` is `ready`, `held`, `skipped` or `fired` (in turn `fired`). `to` is who is told: `public`, or
    seats (none: the facilitator alone). `does` are its effects in words.
    """

    id: str
    title: str
    text: str
    kind: str
    mark: str
    to: list[str]
    seat: str
    turn: int
    condition: str
    note: str
    source: str
    written: bool
    fired: int
    does: list[str]


@dataclass(slots=True)
class InjectsView:
    """The facilitator's injects, how many each seat has had of how many, and why they are offered now, if so."""

    injects: list[InjectView] = field(default_factory=list)
    had: dict[str, int] = field(default_factory=dict)
    cap: int = 0
    stalemate: str = ""
