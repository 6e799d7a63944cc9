"""What the facilitator is asked about injects: who is told, why over the cap, and a new one's words."""

from __future__ import annotations

from typing import cast

from wargame.game.audience import PUBLIC
from wargame.game.changes import Push
from wargame.game.commands import AskSeat, Command, FireInject, MarkInject, WriteInject
from wargame.game.commands.injects import Kind, Mark
from wargame.game.injects import WORTH_A_WARNING
from wargame.game.names import FACILITATOR
from wargame.game.views import InjectsView, InjectView, View
from wargame.tui.screens.asking import Filled, Question, number, numbers, seat_choices
from wargame.tui.screens.form import Asked, Line, OneOf
from wargame.tui.whose_move import names, seat_name

SOME = "some"
"""The way that stands for several seats."""


def told(view: View, to: list[str]) -> str:
    """Who is told of an inject, in words."""
    if PUBLIC in to:
        return "everyone"
    return names(view, to) if to else "the facilitator alone"


def prepared(view: View, inject: InjectView) -> str:
    """Who is told of it when nobody else is named, in words; of what goes into a hand, that seat alone."""
    if inject.kind == "asset" and not inject.seat:
        return "whose hand it goes to"
    return f"{told(view, inject.to)} alone" if inject.to == [inject.seat] else told(view, inject.to)


def ways(view: View, inject: InjectView) -> list[tuple[str, str]]:
    """To whom an inject can be fired: as it was prepared first; several with a blank between."""
    if inject.kind in ("dilemma", "asset") and inject.seat:
        seat, audience = seat_name(view, inject.seat), prepared(view, inject)
        return [("", f"As prepared: for {seat}, told: {audience}")]
    if inject.kind == "asset":
        return [(f"hand:{seat}", words) for seat, words in hands(view)]
    every = [(PUBLIC, "Everyone")] if PUBLIC not in inject.to else []
    alone = {one.id for one in view.seats if one.playbook}
    seats = [
        (one, f"{name} alone" + (" (plays by itself: nobody reads it)" if one in alone else ""))
        for one, name in seat_choices(view)
    ]
    return [("", f"As prepared: {told(view, inject.to)}"), *every, *seats, (SOME, "Some seats ...")]


def hands(view: View) -> list[tuple[str, str]]:
    """Whose hand an inject can be put into, to argue with."""
    return [(one, f"Into the hand of {name}") for one, name in seat_choices(view)]


def concerned(view: View, inject: InjectView, to: list[str], seat: str) -> list[str]:
    """The seats it would count for."""
    if seat or inject.seat:
        return [seat or inject.seat]
    audience = to or inject.to
    return [one for one, _ in seat_choices(view) if one in audience or PUBLIC in audience]


def burdened(view: View, injects: InjectsView, seats: list[str], least: int) -> str:
    """The seats among these that have had so many injects, in words; empty where none has."""
    many = [one for one in seats if injects.had.get(one, 0) >= least]
    return names(view, many) if many else ""


def warning(view: View, inject: InjectView) -> str:
    """What to think of before firing; empty while nobody has had many."""
    if view.injects is None:
        return ""
    many = burdened(view, view.injects, concerned(view, inject, [], ""), WORTH_A_WARNING)
    if not many:
        return ""
    return f"{many}: {WORTH_A_WARNING} or more injects already. A game is to find out, not to lead."


def over_cap(inject: InjectView, to: list[str], seat: str, who: str) -> Question:
    """Why it is fired although somebody has had as many as the session allows."""
    return Question(
        f"Inject: {inject.title}",
        lambda view: [Line("reason", "Because", needed=True, limit=600)],
        lambda view, filled: FireInject(inject.id, to, seat, filled["reason"]),
        f"{who}: as many injects as this session allows. To go over needs a reason.",
    )


def marking(inject: InjectView, mark: Mark) -> Question:
    """Why an inject is held or skipped."""
    return Question(
        {"held": "Hold", "skipped": "Skip", "ready": "Ready"}[mark] + f": {inject.title}",
        lambda view: [Line("reason", "Because", needed=True, limit=600)],
        lambda view, filled: MarkInject(inject.id, mark, filled["reason"]),
        "The record keeps it, and why.",
    )


def some_seats(inject: InjectView) -> Question:
    """To several seats, by their numbers."""

    def command(view: View, filled: Filled) -> Command | str:
        seats = [one for one, _ in seat_choices(view)]
        places = numbers(filled["to"])
        if not places or any(not 1 <= place <= len(seats) for place in places):
            return f"To: the numbers of seats, 1 to {len(seats)}."
        return FireInject(inject.id, [seats[place - 1] for place in places])

    def asked(view: View) -> list[Asked]:
        hint = ", ".join(f"{place} {name}" for place, (_, name) in enumerate(seat_choices(view), 1))
        return [Line("to", "To (numbers)", hint=hint, needed=True)]

    return Question(f"Inject: {inject.title}", asked, command)


ASK = Question(
    "Ask one seat",
    lambda view: [
        OneOf("seat", "Seat", seat_choices(view)),
        Line("text", "Question", needed=True, limit=2000),
    ],
    lambda view, filled: AskSeat(filled["seat"], filled["text"]),
    "Nobody else hears of it; the reply is yours alone to read (F).",
)

KINDS = [
    ("event", "acts once"),
    ("lasting", "in every wrap"),
    ("asset", "to argue with"),
]


def writing(view: View, pushes: list[Push]) -> Question:
    """A new inject: its words, whom it is for, what kind it is. What it moves was asked before."""

    def asked(view: View) -> list[Asked]:
        audience = [(PUBLIC, "everyone"), *seat_choices(view), (FACILITATOR, "nobody")]
        return [
            Line("title", "Title", needed=True, limit=120),
            Line("text", "Text, read out", needed=True, limit=2000),
            OneOf("to", "Told", audience),
            OneOf("kind", "Kind", KINDS),
            Line(
                "lasts", "Lasts (turns)", hint="in every wrap: for so many turns; empty: for ever"
            ),
            Line("bonus", "Adds (bonus)", hint="to argue with: what it adds to an order, as 1"),
        ]

    def command(view: View, filled: Filled) -> Command | str:
        lasts, bonus = number(filled["lasts"] or "0"), number(filled["bonus"] or "0")
        if lasts is None or bonus is None:
            return "Lasts and Adds: whole numbers, or nothing."
        lasts = lasts if filled["kind"] == "lasting" else 0
        bonus = bonus if filled["kind"] == "asset" else 0
        kind = cast("Kind", filled["kind"])  # one of KINDS
        return WriteInject(
            filled["title"], filled["text"], pushes, [filled["to"]], kind, lasts, bonus
        )

    names = {one.id: one.name for one in view.tracks}
    moved = ", ".join(f"{names[one.track]} {one.by:+d}" for one in pushes)
    about = f"It moves: {moved}." if moved else "It moves nothing: its words are argued about."
    return Question("A new inject", asked, command, about)
