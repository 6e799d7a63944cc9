"""Who has not spoken this turn: a line for the facilitator, in talks and at the results."""

from __future__ import annotations

from textual.content import Content

from wargame.game.views import SpokenView, View
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.lines import hanging
from wargame.tui.widgets.part import Part

SPEAKING = ("talks", "orders", "adjudicate")
"""The phases in which the line stands there."""


def quiet(view: View) -> list[str]:
    """Who was not heard this turn, once somebody was: seats, and people of seats where somebody else spoke."""
    silent = [one for one in view.spoken if one.silent]
    if view.phase not in SPEAKING or len(silent) == len(view.spoken):
        return []
    seats = {one.seat for one in silent if not one.person}
    played = {one.id for one in view.seats if one.playbook}
    found = [
        seat_name(view, one.seat) for one in silent if not one.person and one.seat not in played
    ]
    shared = _shared(view.spoken)
    found += [
        f"{seat_name(view, one.person)} ({seat_name(view, one.seat)})"
        for one in silent
        if one.person and one.seat in shared and one.seat not in seats
    ]
    return found


def _shared(spoken: list[SpokenView]) -> set[str]:
    """The seats with several people."""
    people = [one.seat for one in spoken if one.person]
    return {one for one in people if people.count(one) > 1}


class Quiet(Part[list[str]]):
    """`Not heard yet: Tehran, Player four (Militias)`; nothing when everybody was."""

    def written(self, part: list[str], width: int) -> Content:
        """The names, wrapped."""
        if not part:
            return Content("")
        line = joined(plain("Not heard yet: ", "bold"), ", ".join(part))
        return stacked(hanging(line, width))
