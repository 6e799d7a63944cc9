"""The facilitator's questions: what each form asks, and the command it becomes."""

from __future__ import annotations

import re
from collections.abc import Callable

from wargame.game.commands import (
    AdjustTrack,
    Command,
    EnterDice,
    SendMessage,
)
from wargame.game.names import FACILITATOR
from wargame.game.records import dataclass
from wargame.game.views import ThrowView, TrackView, View
from wargame.tui.screens.form import Asked, Form, Line, OneOf
from wargame.tui.whose_move import seat_name

Filled = dict[str, str]
OBSERVER = "observer"


@dataclass(slots=True, frozen=True)
class Question:
    """A form and what it becomes: `asked` gives its lines, `command` a command or what is wrong, in a sentence."""

    title: str
    asked: Callable[[View], list[Asked]]
    command: Callable[[View, Filled], Command | str]
    about: str = ""

    def form(self, view: View, filled: Filled) -> Form:
        """The form, with what was filled in before."""
        return Form(self.title, [with_value(one, filled) for one in self.asked(view)], self.about)


def with_value(one: Asked, filled: Filled) -> Asked:
    """The same line with what stood in it before, if anything did."""
    if one.id not in filled:
        return one
    value = filled[one.id]
    if isinstance(one, OneOf):
        return OneOf(one.id, one.label, one.answers, value, one.needed)
    return Line(one.id, one.label, value, one.hint, one.needed, one.limit)


def seat_choices(view: View) -> list[tuple[str, str]]:
    """The seats to choose from, in scenario order."""
    return [(one.id, one.name) for one in view.seats]


def movable(view: View) -> list[TrackView]:
    """The tracks that can be set or moved; others follow from them."""
    return [one for one in view.tracks if not one.derived]


def track_choices(view: View) -> list[tuple[str, str]]:
    """The tracks that can be set, with where they stand."""
    return [
        (one.id, f"{one.name}  {one.value}  ({one.low} to {one.high})  {one.group}")
        for one in movable(view)
    ]


def number(text: str) -> int | None:
    """A whole number, or None where the text is none."""
    plain = text.strip().removeprefix("+")
    return int(plain) if re.fullmatch(r"-?[0-9]{1,6}", plain) else None


def numbers(text: str) -> list[int] | None:
    """Whole numbers with blanks or commas between; None where anything else stands there."""
    found = [number(one) for one in re.split(r"[\s,;]+", text.strip()) if one]
    return [one for one in found if one is not None] if None not in found else None


def slug(text: str, taken: list[str] | dict[str, str]) -> str:
    """An id made of a text, not among those taken."""
    core = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-0123456789")[:30].strip("-") or "one"
    place, found = 2, core
    while found in taken:
        place, found = place + 1, f"{core}-{place}"
    return found


def _message_lines(view: View) -> list[Asked]:
    hint = ", ".join(f"{place} {one.name}" for place, one in enumerate(view.seats, 1))
    senders = [(FACILITATOR, "Facilitator"), *seat_choices(view)]
    return [
        OneOf("sender", "From", senders),
        Line("to", "To (numbers)", hint=f"{hint}; empty: everyone"),
        Line("text", "Message", needed=True, limit=2000),
    ]


def _message(view: View, filled: Filled) -> Command | str:
    seats = [one.id for one in view.seats]
    places = numbers(filled["to"])
    if places is None or any(not 1 <= place <= len(seats) for place in places):
        return f"To: the numbers of seats, 1 to {len(seats)}, or nothing for everyone."
    to = [seats[place - 1] for place in places] or seats
    return SendMessage(
        filled["sender"], [one for one in to if one != filled["sender"]], filled["text"]
    )


MESSAGE = Question(
    "A message",
    _message_lines,
    _message,
    "Kept on record; a message between seats typed from paper too.",
)


def fact_choices(view: View) -> list[tuple[str, str]]:
    """Which fact it is: the table's own, or one that the scenario knows; empty where it knows none."""
    known = [(one.id, one.text) for one in view.declared]
    return [("", "one of the table's own"), *known] if known else []


def player_choices(view: View, seat: str) -> list[tuple[str, str]]:
    """Who could play a seat: its people, or one of its playbooks."""
    books = next((one.playbooks for one in view.seats if one.id == seat), [])
    return [("", "its people"), *((one, f"by itself: {one}") for one in books)]


def chance_die(waiting: ThrowView) -> Question:
    """The d100 that a rule or an effect waits for, thrown by hand."""

    def command(view: View, filled: Filled) -> Command | str:
        die = number(filled["die"])
        return EnterDice([die]) if die is not None else "Enter one throw of 1 to 100."

    return Question(
        "A die thrown by hand",
        lambda view: [Line("die", "d100 shows", hint="1 to 100", needed=True, limit=4)],
        command,
        f"{waiting.what or 'A rule'}: it happens on {waiting.needed} or less.",
    )


def adjusting(view: View, track: str) -> Question:
    """Set a track by hand."""
    found = next(one for one in view.tracks if one.id == track)

    def command(view: View, filled: Filled) -> Command | str:
        to = number(filled["to"])
        if to is None:
            return f"{found.name}: a whole number, {found.low} to {found.high}."
        return AdjustTrack(track, to, filled["reason"])

    return Question(
        f"Set {found.name}",
        lambda view: [
            Line("to", "To", hint=f"now {found.value}; {found.low} to {found.high}", needed=True),
            Line("reason", "Because", needed=True),
        ],
        command,
        "The record keeps that this was set by hand, and why.",
    )


def author_choices(view: View) -> list[tuple[str, str]]:
    """Who may argue: the seats and the facilitator."""
    return [*seat_choices(view), (FACILITATOR, seat_name(view, FACILITATOR))]
