"""What a late joiner reads: the story so far in at most ten lines, the seat's own orders, what it wants."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from wargame.game.views import JudgedView, ObjectiveView, View
from wargame.tui.plain import joined, plain
from wargame.tui.whose_move import called, seat_name
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.prose import prose

MOST_LINES = 10
HELD = {True: "reached", False: "not reached", None: ""}
"""What the board says of an objective; nothing before it was asked, and where only the table can say."""
QUALITY = {
    "strong": "succeeds strongly",
    "success": "succeeds",
    "failure": "fails",
    "backfire": "backfires",
}


def story_lines(view: View) -> list[str]:
    """What happened up to now, as far as it is known here: a line a turn, or two while the game is young."""
    turns = range(1, view.turn + 1)
    if len(turns) > MOST_LINES // 2:
        lines = [_together(view, turn) for turn in turns]
    else:
        lines = [line for turn in turns for line in (_came(view, turn), _done(view, turn))]
    return [line for line in lines if line][-MOST_LINES:]


def _together(view: View, turn: int) -> str:
    """A turn on one line."""
    came, done = _came(view, turn), _done(view, turn).split(": ", 1)[-1]
    return f"{came} {done}".strip() if came else _done(view, turn)


def _came(view: View, turn: int) -> str:
    """What cards came in a turn."""
    titles = [one.title for one in view.earlier if one.turn == turn]
    if turn == view.turn:
        titles += [one.title for one in view.happenings if one.kind == "card" and one.fired]
    return f"Turn {turn}: {'; '.join(titles)}." if titles else ""


def _done(view: View, turn: int) -> str:
    """What was ordered in a turn, and what came of it."""
    judged = [_result(view, one) for one in view.judged if one.turn == turn]
    return f"Turn {turn}: {'; '.join(judged)}." if judged else ""


def _result(view: View, one: JudgedView) -> str:
    at = f" ({one.order.target_name})" if one.order.target_name else ""
    return f"{seat_name(view, one.order.seat)}: {called(one.order)}{at} {QUALITY[one.quality]}"


def objective_lines(one: ObjectiveView, width: int) -> Iterator[Content]:
    """An objective, whether it comes first, and whether others know it."""
    alone = "yours alone, not your seat's" if one.person else "yours alone to know"
    kind = ["main" if one.main else "", alone if one.private or one.person else ""]
    tail = plain(f"({', '.join(part for part in kind if part)})" if any(kind) else "", "dim")
    yield from hanging(
        joined(one.text, tail, plain(HELD[one.held], "bold"), between=" "), width, " - "
    )


def joining_lines(view: View, width: int) -> Iterator[Content]:
    """The story, the seat's own orders, the facts that hold, and where the brief is."""
    yield heading("The story so far")
    story = story_lines(view)
    for line in story:
        head, _, rest = line.partition(": ")
        yield from hanging(rest, width, plain(f" {head.replace('Turn ', 't')}: ", "bold"))
    if not story:
        yield plain(" Nothing has been played yet.", "dim")
    yield Content("")
    yield heading("Your seat's own orders")
    mine = [one for one in view.judged if one.order.seat == view.who]
    for one in mine:
        at = f" -> {one.order.target_name}" if one.order.target_name else ""
        text = f"{called(one.order)}{at} {QUALITY[one.quality]}"
        yield from hanging(text, width, f" t{one.turn}: ")
    ruled = {one.order.order_id for one in mine}
    shown = {one.order_id for one in view.revealed}
    for order in view.sealed:
        if order.order_id not in ruled:
            stands = "shown, to be ruled on" if order.order_id in shown else "sealed, not shown yet"
            yield from hanging(f"{called(order)}: {stands}", width, f" t{view.turn}: ")
    if not mine and not view.sealed:
        yield plain(" none yet", "dim")
    yield Content("")
    yield heading("What you want")
    wanted = [one for one in view.objectives if one.seat == view.who]
    for objective in wanted:
        yield from objective_lines(objective, width)
    if not wanted:
        sealed = "It stays sealed: it belongs to who sat here before you. Play the seat as its brief says."
        yield from hanging(plain(sealed, "dim"), width, " ")
    yield Content("")
    yield heading("Your brief")
    for part in prose(view.brief).split("\n", allow_blank=True):
        yield from part.wrap(max(1, width)) if part.plain else [Content("")]
