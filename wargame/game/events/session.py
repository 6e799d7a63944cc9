"""Entries about the session itself: who sits where, what is said, which phase it is."""

from __future__ import annotations

from dataclasses import field
from typing import Any, Literal

from wargame.game.changes import Person, ResearchQuestion
from wargame.game.names import Phase
from wargame.game.pace import Pace
from wargame.game.records import dataclass


@dataclass(slots=True)
class SessionOpened:
    """The first entry of every save: the scenario in full, who plays, and the commitment to the seed.

    `hand_dice`: the d100 of rules and effects are thrown by hand too. `read_cards`: a drawn card
    waits for the facilitator before it acts. `inject_cap`: how many injects a
    seat may have without a reason. `secret_arguments`: seats may seal arguments with a trigger.
    """

    format: int
    wargame: str
    session: str
    scenario: dict[str, Any]
    scenario_sha256: str
    setup: str
    seats: list[str]
    people: list[Person]
    chance: Literal["hmac-1", "counter-1"]
    commitment: str
    secret: dict[str, str]
    seed_given: bool
    turns: int
    banner: str = ""
    playbooks: dict[str, str] = field(default_factory=dict)
    hand_dice: bool = False
    observers_estimate: bool = False
    questions: list[ResearchQuestion] = field(default_factory=list)
    merged: list[list[str]] = field(default_factory=list)
    observers_see: Literal["public", "all"] = "public"
    inject_cap: int = 5
    read_cards: bool = False
    secret_arguments: bool = False
    pace: Pace = field(default_factory=Pace)


@dataclass(slots=True)
class PersonSeated:
    """Somebody takes a seat (a late joiner, or another person), with or without the seat's objectives."""

    person: str
    name: str
    seat: str
    objectives: bool = True


@dataclass(slots=True)
class SeatHanded:
    """A seat goes to a playbook, or back to its people (`playbook` empty)."""

    seat: str
    playbook: str = ""


@dataclass(slots=True)
class PhraseSet:
    """A seat's pass phrase on a shared screen, as salt and digest (hex); both empty removes it."""

    seat: str
    salt: str
    digest: str


@dataclass(slots=True)
class ScreenHanded:
    """The shared screen was handed to a seat: from here on its people have seen its view.

    `seat` may be `facilitator`, `observer:<id>` or `public` too.
    """

    seat: str
    person: str = ""


@dataclass(slots=True)
class NoteWritten:
    """A note by `author`: the facilitator, `observer:<id>` or a seat (then `person` may say who of it).

    It is tied to entry `about` (-1: to none) and to an order (or to none).
    """

    text: str
    tags: list[str] = field(default_factory=list)
    about: int = -1

    author: str = "facilitator"
    order_id: str = ""
    person: str = ""


@dataclass(slots=True)
class MessageSent:
    """Talks: words from one seat (or the facilitator) to others."""

    sender: str
    to: list[str]
    text: str
    person: str = ""


@dataclass(slots=True)
class PhaseBegun:
    """A phase begins; the event phase begins a turn."""

    phase: Phase
    turn: int


@dataclass(slots=True)
class PhaseSettled:
    """All that a phase does by itself is done; at the end of `wrap` this closes the turn."""

    phase: Phase
    turn: int
