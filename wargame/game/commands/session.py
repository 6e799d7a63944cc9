"""Commands about people, screens, notes and messages."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from wargame.game.changes import Person, ResearchQuestion
from wargame.game.pace import Pace
from wargame.game.records import dataclass


@dataclass(slots=True)
class OpenSession:
    """Open a game: its name, set-up and people. `turns` 0 means as the set-up says.

    `hand_dice`: the d100 of rules and effects are thrown by hand and entered, as orders' dice may be.
    `observers_estimate`: observers are asked for estimates too.
    `read_cards`: a drawn card waits for the facilitator, who lets it act, holds or skips it.
    `inject_cap`: how many injects a seat may have without a reason (0 to 99). `secret_arguments`: seats
    may seal arguments with a trigger. `questions` are research questions besides the scenario's; `merged`
    are seats that are played together; `observers_see` what is public, or all that the facilitator sees.
    """

    session: str
    setup: str = ""
    turns: int = 0
    people: list[Person] = field(default_factory=list)
    playbooks: dict[str, str] = field(default_factory=dict)
    banner: str = ""
    hand_dice: bool = False
    observers_estimate: bool = False
    inject_cap: int = 5
    read_cards: bool = False
    secret_arguments: bool = False
    pace: Pace = field(default_factory=Pace)

    questions: list[ResearchQuestion] = field(default_factory=list)
    merged: list[list[str]] = field(default_factory=list)
    observers_see: Literal["public", "all"] = "public"


@dataclass(slots=True)
class SeatPerson:
    """Seat somebody (a new person, or one known who changes seat).

    Without `objectives` the seat's stay sealed to them until the hot wash: they play for somebody who left.
    """

    person: str
    name: str
    seat: str
    objectives: bool = True


@dataclass(slots=True)
class HandSeat:
    """Hand a seat to a playbook, or back to its people (`playbook` empty)."""

    seat: str
    playbook: str = ""


@dataclass(slots=True)
class SetPhrase:
    """Set a pass phrase for the shared screen, as salt and digest; both empty removes it.

    `seat` is a seat, `facilitator`, or a person's id.
    """

    seat: str
    salt: str = ""
    digest: str = ""


@dataclass(slots=True)
class HandScreen:
    """The shared screen now shows this seat's view (or that of `facilitator`, `observer:<id>`, `public`)."""

    seat: str
    person: str = ""


@dataclass(slots=True)
class WriteNote:
    """Write a note, tied to an entry or to none (-1), and to an order or to none.

    `author` is whoever asks; the facilitator may write down an observer's (`observer:<id>`).
    """

    text: str
    tags: list[str] = field(default_factory=list)
    about: int = -1
    author: str = ""
    order_id: str = ""
    person: str = ""


@dataclass(slots=True)
class SendMessage:
    """Say something to some seats or the facilitator."""

    sender: str
    to: list[str]
    text: str
    person: str = ""
