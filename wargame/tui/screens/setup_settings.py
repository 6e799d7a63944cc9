"""The settings of a new session that are picked from a few: a row each on the set-up screen.

A setting that another part of the program adds is one more line in `SETTINGS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wargame.game.commands import OpenSession
from wargame.game.pace import Pace


@dataclass(slots=True, frozen=True)
class Setting:
    """A row: what it is called, its ways (value and words, the usual one first), what a value does to the opening."""

    id: str
    label: str
    ways: Sequence[tuple[str, str]]
    put: Callable[[OpenSession, str], None]


def _time(opening: OpenSession, value: str) -> None:
    opening.pace = Pace(plan=int(value or 0))


def _observers_see(opening: OpenSession, value: str) -> None:
    opening.observers_see = "all" if value else "public"


def _observers_estimate(opening: OpenSession, value: str) -> None:
    opening.observers_estimate = bool(value)


def _secret_arguments(opening: OpenSession, value: str) -> None:
    opening.secret_arguments = bool(value)


def _hand_dice(opening: OpenSession, value: str) -> None:
    opening.hand_dice = bool(value)


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "time",
        "Time",
        (
            ("", "no timers"),
            ("120", "a plan of two hours"),
            ("180", "a plan of three hours"),
            ("240", "a plan of four hours"),
        ),
        _time,
    ),
    Setting(
        "observers_see",
        "Observers see",
        (("", "what is public"), ("all", "all that the facilitator sees of the game")),
        _observers_see,
    ),
    Setting(
        "observers_estimate",
        "  and estimate",
        (("", "no"), ("yes", "yes, with the seats' people")),
        _observers_estimate,
    ),
    Setting(
        "secret_arguments",
        "Secret arguments",
        (("", "off"), ("on", "a seat may seal one, with a trigger")),
        _secret_arguments,
    ),
    Setting(
        "hand_dice",
        "Dice of rules",
        (("", "thrown by the program"), ("hand", "thrown by hand and entered")),
        _hand_dice,
    ),
)
"""The rows, in the order in which they stand."""
