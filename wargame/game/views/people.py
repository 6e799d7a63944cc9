"""Seats, their people, what they say and what they want."""

from __future__ import annotations

from dataclasses import field

from wargame.game.records import dataclass


@dataclass(slots=True)
class MessageView:
    """Words of the talks."""

    turn: int
    sender: str
    to: list[str]
    text: str


@dataclass(slots=True)
class SeatView:
    """A seat and who plays it. `orders_in` is -1 for everyone but the facilitator and the seat itself.

    `playbooks` names those that could play it, for the facilitator only; `together` are the other seats
    that the same people play, whose people are among `people`.
    """

    id: str
    name: str
    people: list[str]
    playbook: str
    locked: bool
    orders: int
    orders_in: int
    playbooks: list[str] = field(default_factory=list)
    together: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ObjectiveView:
    """An objective; `held` is what the board said at the end, None before (and for one of the table's own).

    `person` is whose it is, where it is not the whole seat's.
    """

    seat: str
    id: str
    text: str
    private: bool
    main: bool
    held: bool | None
    person: str = ""
