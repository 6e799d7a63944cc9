"""Who is silent, what stands in for orders, and what was said in talks, as their audience may see it."""

from __future__ import annotations

from dataclasses import field

from wargame.game.events.silence import Way
from wargame.game.records import dataclass


@dataclass(slots=True)
class StandInView:
    """What stands in for a seat's order this turn, and why."""

    seat: str
    way: Way
    playbook: str
    reason: str


@dataclass(slots=True)
class SpokenView:
    """How often a seat, or a person of it, spoke up this turn: messages, arguments, orders. For the facilitator."""

    seat: str
    person: str
    messages: int = 0
    arguments: int = 0
    orders: int = 0

    @property
    def silent(self) -> bool:
        """Whether nothing was heard of them."""
        return not (self.messages or self.arguments or self.orders)


@dataclass(slots=True)
class TalkNoteView:
    """A side's version of a talk; `private` is there for the side itself and the facilitator."""

    turn: int
    seat: str
    others: list[str]
    proposed: str
    agreed: str
    private: str
    promised: str
    told: str
    person: str


@dataclass(slots=True)
class TalkView:
    """Seats that talk, or talked, in a turn; `until` is when the talk should end (empty: no end was set)."""

    turn: int
    seats: list[str]
    opener: str = ""
    until: str = ""
    notes: list[TalkNoteView] = field(default_factory=list)


@dataclass(slots=True)
class DateView:
    """What the calendar holds for a turn to come, for the facilitator: its label and the titles dated for it."""

    turn: int
    label: str
    titles: list[str] = field(default_factory=list)
