"""What is asked about people: who sits down, whose an objective is, the banner, research questions."""

from __future__ import annotations

import re

from wargame.game.commands import (
    AddQuestion,
    ChangeBanner,
    Command,
    GiveObjective,
    SeatPerson,
)
from wargame.game.views import View
from wargame.tui.people import numbered
from wargame.tui.screens.asking import OBSERVER, Filled, Question, seat_choices
from wargame.tui.screens.form import Asked, Line, OneOf
from wargame.tui.whose_move import person_name

NEW = "+"
"""What stands for somebody who is not known yet."""


def _person_lines(view: View) -> list[Asked]:
    known = [
        (one, f"{person_name(view, one)} (left)" if one in view.away else person_name(view, one))
        for one in view.people
    ]
    seats = [*seat_choices(view), (OBSERVER, "observer"), ("facilitator", "facilitator")]
    return [
        OneOf("who", "Who", [(NEW, "somebody new"), *known], NEW, needed=True),
        Line("name", "Name", hint="of somebody new", limit=60),
        OneOf("seat", "Takes the seat", seats, needed=True),
    ]


def free_person(view: View) -> str:
    """An id for somebody new; it says nothing of the name, which stands in one place of the record only."""
    taken = {*view.people, *(one.id for one in view.seats)}
    many = len(view.people) + 1
    return next(
        (f"p{at}" for at in range(many, many + 99) if f"p{at}" not in taken),
        numbered("p", lambda one: one not in taken),
    )


def _person(view: View, filled: Filled) -> Command | str:
    who = filled["who"].removeprefix(NEW)
    name = view.people.get(who, filled["name"])
    if not name:
        return "Write the name of the person who joins."
    if not who and name in view.people.values():
        return (
            f"{name} is known already: choose that name under Who, or write the new one otherwise."
        )
    return SeatPerson(who or free_person(view), name, filled["seat"])


PERSON = Question("Seat a person", _person_lines, _person)


def joined_late(view: View, known: set[str]) -> str:
    """Who has just sat down, mid-game; empty when nobody has."""
    return next((one for one in view.newcomers if one not in known), "")


def reseated(person: str, name: str, seat: str) -> Command:
    """The same person in the same seat, whose objectives stay sealed to them."""
    return SeatPerson(person, name, seat, objectives=False)


def own_objective(seat: str, person: str) -> Question:
    """Write an objective of the table's own, for one person or for the whole seat."""
    return Question(
        "An objective",
        lambda view: [Line("text", "Objective", "", "what is wanted", needed=True)],
        lambda view, filled: GiveObjective(seat, person, text=filled["text"]),
        "The board does not judge it; it is read out in the hot wash.",
    )


BANNER = Question(
    "The banner of every screen",
    lambda view: [Line("text", "Banner", view.banner, "nothing: none", limit=120)],
    lambda view, filled: ChangeBanner(filled["text"]),
)


def _research(view: View, filled: Filled) -> Command:
    core = re.sub(r"[^a-z0-9]+", "-", filled["id"].lower()).strip("-")
    taken = [one.id for one in view.questions]
    free = next(f"q{at}" for at in range(len(taken) + 1, 99) if f"q{at}" not in taken)
    return AddQuestion(core or free, filled["text"])


RESEARCH = Question(
    "A research question",
    lambda view: [
        Line("text", "Question", needed=True, limit=300),
        Line("id", "Tag", hint="a short word for it; nothing: q1, q2, ...", limit=40),
    ],
    _research,
    "Observers and the facilitator tag their notes with it; seats do not see it.",
)
