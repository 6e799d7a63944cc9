"""Edits of a result before it is accepted: effects left out, tracks set, the story told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wargame.game.commands import Edit
from wargame.game.records import dataclass
from wargame.game.views import AdjudicationView, View
from wargame.tui.screens.asking import Filled, number, numbers, with_value
from wargame.tui.screens.form import Asked, Form, Line
from wargame.tui.widgets.case import Ruling, effect_short, in_order


@dataclass(slots=True, frozen=True)
class Editing:
    """A form and what it makes of the ruling; a string says what is wrong with what was filled in."""

    title: str
    asked: list[Asked]
    ruled: Callable[[Filled], Ruling | str]
    about: str = ""

    def form(self, filled: Filled) -> Form:
        """The form, with what was filled in before."""
        return Form(self.title, [with_value(one, filled) for one in self.asked], self.about)


def leaving_out(table: AdjudicationView, ruling: Ruling) -> Editing:
    """Which of the proposed effects are left out, by their numbers."""
    order, most = in_order(table.proposed), len(table.proposed)

    def ruled(filled: Filled) -> Ruling | str:
        places = numbers(filled["drop"])
        if places is None or any(not 1 <= one <= most for one in places):
            return f"The effects have the numbers 1 to {most}." if most else "It has no effects."
        if places and not filled["reason"]:
            return "An edited result needs its reason."
        drop = frozenset(order[one - 1] for one in places)
        return replace(ruling, drop=drop, reason=filled["reason"])

    now = " ".join(str(n) for n, place in enumerate(order, 1) if place in ruling.drop)
    return Editing(
        "Leave effects out",
        [
            Line("drop", "Leave out", now, hint="their numbers, such as 1 3; nothing: none"),
            Line("reason", "Because", ruling.reason),
        ],
        ruled,
        "; ".join(f"{n} {effect_short(table.proposed[at])}" for n, at in enumerate(order, 1)),
    )


def setting(view: View, track: str, ruling: Ruling) -> Editing:
    """A track set by this result; nothing in the field takes the setting back."""
    found = next(one for one in view.tracks if one.id == track)
    before = next((one for one in ruling.add if one.track == track), None)

    def ruled(filled: Filled) -> Ruling | str:
        others = tuple(one for one in ruling.add if one.track != track)
        if not filled["to"]:
            return replace(ruling, add=others)
        to = number(filled["to"])
        if to is None or not found.low <= to <= found.high:
            return f"{found.name}: a whole number, {found.low} to {found.high}."
        if not filled["reason"]:
            return "An edited result needs its reason."
        reason = filled["reason"]
        return replace(
            ruling, add=(*others, Edit(track, to, reason)), reason=ruling.reason or reason
        )

    hint = f"now {found.value}; {found.low} to {found.high}; nothing takes it back"
    return Editing(
        f"This result sets {found.name}",
        [
            Line("to", "To", str(before.to) if before else "", hint),
            Line("reason", "Because", before.why if before else ruling.reason),
        ],
        ruled,
        "It is set when the result is accepted.",
    )


def telling(ruling: Ruling) -> Editing:
    """The story of what happened."""
    return Editing(
        "What happened",
        [Line("text", "Told", ruling.narrative, hint="nothing: the scenario's text", limit=2000)],
        lambda filled: replace(ruling, narrative=filled["text"]),
    )
