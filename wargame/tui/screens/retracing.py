"""What is asked before the record is gone back in: what an undo takes back, objections, places."""

from __future__ import annotations

from wargame.game.commands import Command, RaiseObjection, SwapPlaces
from wargame.game.names import FACILITATOR, Side
from wargame.game.plain_text import counted
from wargame.game.undoing import last_step
from wargame.game.views import View
from wargame.reports.telling import told
from wargame.tui.home import History
from wargame.tui.screens.asking import Filled, Question, author_choices, seat_choices
from wargame.tui.screens.form import Asked, Line, OneOf
from wargame.tui.whose_move import seat_name

SHOWN_ELSEWHERE = (
    "If it stood on a second screen that others saw (wargame screen), rewind instead (F8); D says that one "
    "follows."
)
"""What only people can know: whether a projector showed it."""


def undo_question(history: History | None) -> str:
    """What an undo would take back, in words."""
    if history is None:
        return f"Undo the last step? {SHOWN_ELSEWHERE}"
    timeline = history.timeline()
    step = last_step(timeline.state(len(timeline) - 1))
    if step is None:
        return "Nothing has been done that could be undone. Try all the same?"
    what = told(timeline, step.to + 1)
    more = step.end - step.to - 1
    tail = f" And what followed by itself: {counted(more, 'entry', 'entries')}." if more else ""
    return f"Undo the last step?\n\n{what}{tail}\n\n{SHOWN_ELSEWHERE}"


def ruled_orders(view: View) -> list[tuple[str, str]]:
    """The orders of this turn that were thrown for or ruled on, the last one first."""
    ruled = [one.order for one in view.judged if one.turn == view.turn]
    table = view.adjudication
    if table is not None and (table.called or table.quality is not None):
        ruled.append(table.order)
    there = {one.order_id for one in view.revealed}
    return [
        (one.order_id, f"{seat_name(view, one.seat)}: {one.name}")
        for one in reversed(ruled)
        if one.order_id in there
    ]


def objecting(view: View, order_id: str) -> Question:
    """A late objection: whose, which way, in which words; and what it takes back."""
    name = next((words for one, words in ruled_orders(view) if one == order_id), order_id)
    after = [one for one, _ in ruled_orders(view)]
    more = after.index(order_id) if order_id in after else 0
    also = f" {counted(more, 'ruling')} since then taken back too." if more else ""
    sides = [("con", "against it"), ("pro", "for it")]

    def command(view: View, filled: Filled) -> Command | str:
        side: Side = "pro" if filled["side"] == "pro" else "con"
        return RaiseObjection(order_id, side, filled["text"], filled["author"])

    def asked(view: View) -> list[Asked]:
        return [
            OneOf("author", "Who objects", author_choices(view)),
            OneOf("side", "It speaks", sides),
            Line("text", "Objection", needed=True, limit=600),
        ]

    return Question(
        f"Late objection: {name}",
        asked,
        command,
        "The game goes back to just before the throw, with the objection as an argument. The old "
        f"ruling stays on the record; the new throw is another one.{also}",
    )


def _swap_lines(view: View) -> list[Asked]:
    seats = seat_choices(view)
    ordered = sorted(seats, key=lambda one: view.first.index(one[0]) if one[0] in view.first else 0)
    spans = [("", "this turn"), ("good", "every turn from now on")]
    return [
        OneOf("one", "Seat", ordered),
        OneOf("other", "and seat", [*ordered[1:], *ordered[:1]]),
        OneOf("asked", "Asked for by", [*seats, (FACILITATOR, "Facilitator")]),
        OneOf("span", "For", spans if view.turn else spans[1:]),
        Line("reason", "Because", needed=True),
    ]


def _swap(view: View, filled: Filled) -> Command | str:
    pair = (filled["one"], filled["other"])
    return SwapPlaces(*pair, filled["asked"], filled["reason"], bool(filled["span"]))


SWAPPING = Question(
    "Two seats change places",
    _swap_lines,
    _swap,
    "In the order in which orders are ruled on. The record keeps who asked, and why.",
)
