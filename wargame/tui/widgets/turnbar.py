"""The top line at the facilitator's table: what is played, where it stands, what is in, and the time taken."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from wargame.game.views import View
from wargame.reports.words import PHASES
from wargame.tui.countdown import Countdown, now
from wargame.tui.plain import joined, plain
from wargame.tui.whose_move import last_turn
from wargame.tui.widgets.lines import edges
from wargame.tui.widgets.timeleft import behind, time_left

__all__ = ["now", "progress", "time_in_phase", "turn_bar"]


def time_in_phase(since: str, at: datetime) -> str:
    """How long the phase has lasted: `06:41`, `1:02:03`; empty before the first, 00:00 when clocks disagree."""
    try:
        began = datetime.fromisoformat(since)
    except ValueError:
        return ""
    seconds = max(0, int((at - began).total_seconds()))
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def progress(view: View) -> str:
    """What is in, in the phases where something has to come in: `orders 2 of 4 in`."""
    match view.phase:
        case "talks" | "orders" if all(one.orders_in >= 0 for one in view.seats):
            wanted = sum(one.orders for one in view.seats)
            there = sum(max(0, one.orders_in) for one in view.seats)
            return f"orders {there} of {wanted} in"
        case "adjudicate":
            return f"{len(view.revealed) - len(view.waiting)} of {len(view.revealed)} ruled on"
        case _:
            return ""


def time_here(view: View, at: datetime, countdown: Countdown) -> Content:
    """The time left, else the time taken. In the hot wash only its own timer counts; once closed, nothing does."""
    if view.phase == "closed":
        return Content("")
    timed = view.phase != "hotwash" or bool(view.clock.until)
    left = time_left(view.clock, countdown, at, view.since) if timed else Content("")
    return left or plain(time_in_phase(view.since, at))


def turn_bar(view: View, width: int, at: datetime, countdown: Countdown | None = None) -> Content:
    """The line, at most `width` cells. The title gives way first, then how the session stands against its plan."""
    turn = f"turn {view.turn}/{view.turns}" if view.turn else ""
    last = last_turn(view).upper()
    said = [plain(last, "bold $warning"), plain(progress(view))]
    left = time_here(view, at, countdown or Countdown())
    over = view.ending or view.phase in ("hotwash", "closed")
    plan = "" if over else behind(view.clock, at)
    where = joined(plain(PHASES[view.phase], "bold"), turn, view.label, between="  ")
    right = joined(*said, plan, left, between="  ")
    if where.cell_length + right.cell_length + 2 > width:
        right = joined(*said, left, between="  ")
    title = plain(view.title, "bold", lines=False)
    if title.cell_length + where.cell_length + right.cell_length + 4 > width:
        title = Content("")
    return edges(joined(title, where, between="  "), right, width)
