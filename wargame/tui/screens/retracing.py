"""What is asked before the record is gone back in: what an undo takes back, objections, places."""

from __future__ import annotations

from wargame.game.commands import Command, RaiseObjection, SwapPlaces
from wargame.game.events import (
    AnswerGiven,
    ArgumentTriggered,
    FactChanged,
    FactEndedByHand,
    FactRecorded,
    InjectFired,
    InjectWritten,
    MessageSent,
    OrderSealed,
    PlacesSwapped,
    ProtectionSet,
    SeatAsked,
    SeatReplied,
    StoodIn,
    TalkNoted,
    TalkOpened,
    TrackAdjusted,
    TurnsPassed,
    VoteCast,
)
from wargame.game.evolve.history import ROOM
from wargame.game.names import FACILITATOR, POLLED, Numbers, Side
from wargame.game.objections import before_throw
from wargame.game.plain_text import counted
from wargame.game.undoing import last_step
from wargame.game.views import View
from wargame.reports.steps import steps_of, undone_by
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.tui.home import History
from wargame.tui.plain import plain
from wargame.tui.screens.asking import Filled, Question, author_choices, seat_choices
from wargame.tui.screens.form import Asked, Line, OneOf
from wargame.tui.whose_move import called, late_seats, names, seat_name

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
    since = range(len(timeline) - 1, step.end, -1)
    stays = next((n for n in since if isinstance(timeline.moments[n].event, ROOM)), 0)
    if stays:
        tail += f"\n\nNo undo takes this back, it stays: {told(timeline, stays)}"
    return f"Undo the last step?\n\n{what}{tail}\n\n{SHOWN_ELSEWHERE}"


def before_close(timeline: Timeline) -> int:
    """The last entry of this turn's orders before they were closed, and before anything stood in; -1: none."""
    played = timeline.state(len(timeline) - 1).standins
    for step in reversed(steps_of(timeline, len(timeline) - 1)):
        events = [timeline.moments[n].event for n in range(step.first, step.last + 1)]
        stood_in = any(
            isinstance(one, StoodIn)
            or (isinstance(one, OrderSealed) and bool(one.label) and one.seat in played)
            for one in events
        )
        if step.phase == "orders" and not stood_in:
            return step.last
    return -1


def reopening(view: View, timeline: Timeline, to: int) -> str:
    """What opening the orders again means, as a question."""
    gone = undone_by(timeline, to)
    thrown = f" {counted(gone.throws, 'throw')} taken back." if gone.throws else ""
    return (
        f"Open the orders again, for a late one of {names(view, late_seats(view))}? "
        f"The game goes back to just before they were closed.{thrown} What was given stays given. "
        "The others' orders were shown: whether one may still come is yours to say. The record keeps both lines."
    )


def ruled_orders(view: View) -> list[tuple[str, str]]:
    """The orders of this turn that were thrown for or ruled on, the last one first."""
    ruled = [one.order for one in view.judged if one.turn == view.turn]
    table = view.adjudication
    if table is not None and (table.called or table.quality is not None):
        ruled.append(table.order)
    there = {one.order_id for one in view.revealed}
    return [
        (one.order_id, f"{seat_name(view, one.seat)}: {called(one)}")
        for one in reversed(ruled)
        if one.order_id in there
    ]


BESIDE = (
    *(
        FactRecorded,
        FactChanged,
        FactEndedByHand,
        TrackAdjusted,
        ProtectionSet,
        SeatAsked,
        SeatReplied,
    ),
    *(
        MessageSent,
        TalkOpened,
        TalkNoted,
        InjectWritten,
        InjectFired,
        ArgumentTriggered,
        PlacesSwapped,
    ),
    *(TurnsPassed, AnswerGiven, VoteCast),
)
"""What is done beside ruling on orders, and is named when an objection takes it back with them."""
MOST_NAMED = 4


def beside(history: History | None, order_id: str) -> str:
    """What an objection to a ruling takes back beside the rulings, a line for each; empty where there is nothing."""
    if history is None:
        return ""
    timeline = history.timeline()
    to = before_throw(timeline.state(len(timeline) - 1), order_id)
    gone = undone_by(timeline, to).entries if to >= 0 else ()
    told_of = [told(timeline, n) for n in gone if isinstance(timeline.moments[n].event, BESIDE)]
    words = [plain(one, lines=False).truncate(68, ellipsis=True).plain for one in told_of if one]
    if not words:
        return ""
    more = f"\nand {len(words) - MOST_NAMED} more" if len(words) > MOST_NAMED else ""
    return "\nTaken back with it:" + "".join(f"\n- {one}" for one in words[:MOST_NAMED]) + more


def polled(view: View, order_id: str) -> bool:
    """Whether an order was judged by the numbers that people gave."""
    table = view.adjudication
    if table is not None and table.order.order_id == order_id:
        return table.method in POLLED
    return any(one.order.order_id == order_id and one.method in POLLED for one in view.judged)


NUMBERS = [("again", "asked for again"), ("kept", "kept, as they were given before it")]


def objecting(view: View, order_id: str, history: History | None = None) -> Question:
    """A late objection: whose, which way, in which words; and what it takes back."""
    name = next((words for one, words in ruled_orders(view) if one == order_id), order_id)
    after = [one for one, _ in ruled_orders(view)]
    more = after.index(order_id) if order_id in after else 0
    also = f" {counted(more, 'ruling')} since then taken back too." if more else ""
    numbers = [OneOf("numbers", "Their numbers", NUMBERS)] if polled(view, order_id) else []
    sides = [("con", "against it"), ("pro", "for it")]

    def command(view: View, filled: Filled) -> Command | str:
        side: Side = "pro" if filled["side"] == "pro" else "con"
        kept: Numbers = "kept" if filled.get("numbers") == "kept" else "again"
        return RaiseObjection(order_id, side, filled["text"], filled["author"], kept)

    def asked(view: View) -> list[Asked]:
        return [
            OneOf("author", "Who objects", author_choices(view), needed=True),
            OneOf("side", "It speaks", sides),
            *numbers,
            Line("text", "Objection", needed=True, limit=600),
        ]

    return Question(
        f"Late objection: {name}",
        asked,
        command,
        "The game goes back to just before the throw, with the objection as an argument. The old "
        f"ruling stays on the record; the new throw is another one.{also}"
        f"{beside(history, order_id)}",
    )


def _swap_lines(view: View) -> list[Asked]:
    seats = seat_choices(view)
    ordered = sorted(seats, key=lambda one: view.first.index(one[0]) if one[0] in view.first else 0)
    spans = [("", "this turn"), ("good", "every turn from now on")]
    return [
        OneOf("one", "Seat", ordered),
        OneOf("other", "and seat", ordered, ordered[min(1, len(ordered) - 1)][0]),
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
