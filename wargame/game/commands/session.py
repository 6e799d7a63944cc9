"""Commands about people, screens, notes and messages."""

from __future__ import annotations

from dataclasses import dataclass, field

from wargame.game.changes import Person


@dataclass(slots=True)
class OpenSession:
    """Open a game: its name, set-up and people. `turns` 0 means as the set-up says.

    `hand_dice`: the d100 of rules and effects are thrown by hand and entered, as orders' dice may be.
    `observers_estimate`: observers are asked for estimates too.
    """

    session: str
    setup: str = ""
    turns: int = 0
    people: list[Person] = field(default_factory=list)
    playbooks: dict[str, str] = field(default_factory=dict)
    banner: str = ""
    hand_dice: bool = False
    observers_estimate: bool = False


@dataclass(slots=True)
class SeatPerson:
    """Seat somebody (a new person, or one known who changes seat)."""

    person: str
    name: str
    seat: str


@dataclass(slots=True)
class HandSeat:
    """Hand a seat to a playbook, or back to its people (`playbook` empty)."""

    seat: str
    playbook: str = ""


@dataclass(slots=True)
class SetPhrase:
    """Set a seat's pass phrase for the shared screen, as salt and digest; both empty removes it."""

    seat: str
    salt: str = ""
    digest: str = ""


@dataclass(slots=True)
class HandScreen:
    """The shared screen now shows this seat's view."""

    seat: str
    person: str = ""


@dataclass(slots=True)
class WriteNote:
    """Write a note, tied to an entry or to none (-1)."""

    text: str
    tags: list[str] = field(default_factory=list)
    about: int = -1


@dataclass(slots=True)
class SendMessage:
    """Say something to some seats or the facilitator."""

    sender: str
    to: list[str]
    text: str
    person: str = ""
