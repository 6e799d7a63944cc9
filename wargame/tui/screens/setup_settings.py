"""The settings of a new session that are picked from a few: a row each on the set-up screen.

A setting that another part of the program adds is one more line in `SETTINGS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from wargame.game.commands import OpenSession
from wargame.game.pace import LATE, MISSING, TALK_NOTES
from wargame.game.records import dataclass
from wargame.tui.screens.pacing import LATE_WORDS, MISSING_WORDS, TALK_WORDS


@dataclass(slots=True, frozen=True)
class Setting:
    """A row: what it is called, its ways (value and words, the usual one first), what a value does, about what."""

    id: str
    label: str
    ways: Sequence[tuple[str, str]]
    put: Callable[[OpenSession, str], None]
    about: str


def usual_empty(words: Mapping[str, str]) -> list[tuple[str, str]]:
    """The ways of a setting, the usual one (the first) standing for nothing chosen."""
    return [("" if place == 0 else one, told) for place, (one, told) in enumerate(words.items())]


def _time(opening: OpenSession, value: str) -> None:
    opening.pace = replace(opening.pace, plan=int(value or 0))


def _missing(opening: OpenSession, value: str) -> None:
    way = next(one for one in MISSING if one == (value or "ask"))
    opening.pace = replace(opening.pace, missing=way)


def _late(opening: OpenSession, value: str) -> None:
    way = next(one for one in LATE if one == (value or "accept"))
    opening.pace = replace(opening.pace, late=way)


def _talks(opening: OpenSession, value: str) -> None:
    way = next(one for one in TALK_NOTES if one == (value or "off"))
    opening.pace = replace(opening.pace, talks=way)


USUAL_CAP = 5
"""Injects that a seat may have without a reason, unless a session says otherwise."""


def _observers_see(opening: OpenSession, value: str) -> None:
    opening.observers_see = "all" if value else "public"


def _observers_estimate(opening: OpenSession, value: str) -> None:
    opening.observers_estimate = bool(value)


def _secret_arguments(opening: OpenSession, value: str) -> None:
    opening.secret_arguments = bool(value)


def _injects(opening: OpenSession, value: str) -> None:
    opening.inject_cap = int(value or USUAL_CAP)


def _cards(opening: OpenSession, value: str) -> None:
    opening.read_cards = bool(value)


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
        "A plan gives every stage its minutes, runs a timer and says how you stand. It can be changed later (F7).",
    ),
    Setting(
        "missing",
        "Missing order",
        usual_empty(MISSING_WORDS),
        _missing,
        "What happens when orders are closed and a seat has sealed none: you are asked, the seat does nothing (holds), "
        "the intention it left behind is its order, or a playbook chooses one.",
    ),
    Setting(
        "late",
        "Late order",
        usual_empty(LATE_WORDS),
        _late,
        "An order sealed after its time was up: taken, taken with a note on the record, or refused.",
    ),
    Setting(
        "talks",
        "Notes on talks",
        usual_empty(TALK_WORDS),
        _talks,
        "What each side writes down after talks: nothing; one line of what it promised and was told; or what was "
        "proposed, agreed, and why.",
    ),
    Setting(
        "observers_see",
        "Observers see",
        (("", "what is public"), ("all", "all that the facilitator sees of the game")),
        _observers_see,
        "What stands on the screens of observers. They never give orders.",
    ),
    Setting(
        "observers_estimate",
        "  and estimate",
        (("", "no"), ("yes", "yes, with the seats' people")),
        _observers_estimate,
        "Whether observers are asked too where an order is ruled on by estimates.",
    ),
    Setting(
        "secret_arguments",
        "Secret argument",
        (("", "off"), ("on", "a seat may seal one, with a trigger")),
        _secret_arguments,
        "A secret argument is an order held back, sealed, until what it waits for comes. A seat has one open at most.",
    ),
    Setting(
        "injects",
        "Injects a seat",
        (
            ("", f"up to {USUAL_CAP} without a reason"),
            ("3", "up to 3"),
            ("4", "up to 4"),
            ("99", "as many as there are"),
        ),
        _injects,
        "Above this the facilitator is asked for a reason: injects steer a game, and 3 to 5 a seat are advised.",
    ),
    Setting(
        "cards",
        "Drawn cards",
        (("", "act as they are drawn"), ("read", "wait: they act, are held or skipped")),
        _cards,
        "Whether a card that is drawn acts at once, or the facilitator lets it act, holds it or skips it.",
    ),
    Setting(
        "hand_dice",
        "Dice of rules",
        (("", "thrown by the program"), ("hand", "thrown by hand and entered")),
        _hand_dice,
        "Who throws the dice of rules that fire by themselves. Orders can be thrown by hand in any case.",
    ),
)
"""The rows, in the order in which they stand."""
