"""Entries about talks: who talks with whom, and what each side notes of it."""

from __future__ import annotations

from dataclasses import field

from wargame.game.records import dataclass


@dataclass(slots=True)
class TalkOpened:
    """These seats talk with each other, until a moment (empty: as long as they like)."""

    talk: str
    turn: int
    opener: str
    seats: list[str]
    until: str = ""


@dataclass(slots=True)
class TalkNoted:
    """A side's version of a talk; a later one takes the place of the one before.

    `others` are those it talked with. In the short form they are empty: one line for the whole turn,
    `promised` and `told`. `private` is the seat's own reason.
    """

    seat: str
    turn: int
    others: list[str] = field(default_factory=list)
    proposed: str = ""
    agreed: str = ""
    private: str = ""
    promised: str = ""
    told: str = ""
    person: str = ""
