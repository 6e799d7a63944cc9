"""The public screen, for a projector: the board, the event, orders and results, the time, and nothing else."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from wargame.game.audience import PUBLIC
from wargame.game.records import dataclass
from wargame.game.seals import receipt
from wargame.game.views import HeadView, ObjectiveView, View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.screens.live import LiveScreen
from wargame.tui.whose_move import names, sat_by, seat_name
from wargame.tui.widgets.board import Board
from wargame.tui.widgets.case import (
    Arguing,
    Counted,
    Named,
    Odds,
    OddsLine,
    OrderCard,
    Proposal,
    Result,
    order_headline,
)
from wargame.tui.widgets.joining import HELD
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.story import Facts, Headlines, Judged, judged_now, named_facts
from wargame.tui.widgets.turnbar import now, turn_bar
from wargame.tui.widgets.washing import closing_lines

LOOK = 0.5
"""Seconds between two looks at a save that another process writes."""


@dataclass(slots=True)
class Opening:
    """What people see before the first turn: what is played, by whom, and the commitment to the dice."""

    title: str
    summary: str
    seats: list[tuple[str, str]]
    commitment: str
    seed_given: bool


class Welcome(Part[Opening]):
    """What is about to be played."""

    def written(self, part: Opening, width: int) -> Content:
        """Title, summary, who sits where, and what was promised about the dice."""
        lines = [plain(part.title, "bold", lines=False), Content("")]
        lines += [*hanging(part.summary, width), Content("")]
        for seat, who in part.seats:
            lines += hanging(who, width, f"{seat}: ")
        lines += [Content(""), *hanging(_promise(part), width)]
        return stacked(lines)


def _promise(part: Opening) -> str:
    if part.seed_given:
        return "The seed of the dice was chosen by somebody: throws can be checked, not trusted."
    return (
        f"The seed of the dice is fixed. Its commitment begins {receipt(part.commitment)}: note it, "
        "and check it when the seed is shown at the close."
    )


class Waiting(Part[list[Named]]):
    """The orders that were shown and are still to be judged, in their order."""

    def written(self, part: list[Named], width: int) -> Content:
        """One order a line, and what it says."""
        lines = [heading("Orders")] if part else []
        for one in part:
            lines += hanging(order_headline(one), width)
            lines += hanging(one.order.action, width, "  ")
        return stacked(lines)


@dataclass(slots=True)
class End:
    """What the hot wash shows: the ending, every objective with what the board says, and the votes."""

    ending: str
    text: str
    objectives: list[tuple[str, ObjectiveView]]
    votes: list[tuple[str, int]]


class Ended(Part[End]):
    """The end of the game."""

    def written(self, part: End, width: int) -> Content:
        """The ending, then each seat's objectives, then who won by the votes."""
        lines = [plain(part.ending, "bold", lines=False)] if part.ending else []
        lines += hanging(part.text, width, "  ") if part.text else []
        seat = ""
        for name, one in part.objectives:
            if name != seat:
                lines.append(heading(name))
                seat = name
            text = joined(one.text, plain("private" if one.private else "", "dim"), between="  ")
            lines += hanging(text, width, f" {HELD[one.held]:<11} ")
        if part.votes:
            said = ", ".join(f"{who} {count}" for who, count in part.votes)
            lines += [heading("Who won?"), *hanging(said, width, " ")]
        return stacked(lines)


class Receipts(Part[list[HeadView]]):
    """The head receipts: whoever notes one can prove later that the record was not rewritten."""

    def written(self, part: list[HeadView], width: int) -> Content:
        """The last turn's receipt."""
        last = part[-1]
        said = f"{receipt(last.head)} at the {last.at}: note it; it proves the record."
        return stacked(hanging(plain(said, "dim"), width, "Head "))


class Opened(Part[View]):
    """What is open once the session is closed: the seed, and how anybody can check the record."""

    def written(self, part: View, width: int) -> Content:
        """As on the facilitator's own screen, with the last receipt."""
        return stacked(closing_lines(part, width, last=True))


class PublicScreen(LiveScreen[None]):
    """What everybody may see. `alone`: it is all that this program shows, and leaving it ends the program."""

    DEFAULT_CSS = """
    PublicScreen #left { width: 44; padding: 0 1; }
    PublicScreen #paper { width: 1fr; padding: 0 1; }
    PublicScreen.-wide #left { width: 74; }
    PublicScreen #paper Part { margin-bottom: 1; }
    """
    BINDINGS = [
        keys.key("up", "scroll(-1)", "Scroll up", footer=False),
        keys.key("down", "scroll(1)", "Scroll", shown="↑ ↓"),
        keys.key("escape,P,q", "done", "Leave", shown="Esc"),
    ]

    def __init__(self, seating: Seating, *, alone: bool = False) -> None:
        """Show what is public at this table."""
        super().__init__(seating, PUBLIC)
        self.alone = alone
        self.wrong = ""
        self._shown = ("", 0, "")

    def body(self) -> ComposeResult:
        """The board, and beside it whatever stands before everybody now."""
        with Horizontal():
            with VerticalScroll(id="left", can_focus=False):
                yield Board()
            with VerticalScroll(id="paper", can_focus=False):
                yield Welcome()
                yield Opened()
                yield Ended()
                yield OrderCard()
                yield Counted()
                yield OddsLine()
                yield Result()
                yield Judged()
                yield Waiting()
                yield Headlines()
                yield Facts()
                yield Receipts()

    def on_mount(self) -> None:
        """Look for what another process has written."""
        if self.seating.catch_up is not None:
            self.set_interval(LOOK, self._look)

    def _look(self) -> None:
        """Take in what was written since; say so when that cannot be done."""
        if self.seating.catch_up is None:
            return
        wrong = self.seating.catch_up()
        if wrong != self.wrong:
            self.wrong = wrong
            self.redraw()

    def trouble(self) -> str:
        """What keeps this screen from following the game; that it only looks on is no trouble."""
        return f"THIS SCREEN STANDS STILL: {self.wrong}" if self.wrong else ""

    def status(self, view: View) -> Content:
        """What is played, where it stands, and the time."""
        return turn_bar(view, max(20, self.app.size.width - 2), now())

    def show(self, view: View) -> None:
        """Feed each widget its part; what there is nothing of takes no room."""
        table = view.adjudication
        place = (view.phase, view.turn, table.order.order_id if table else "")
        if place != self._shown:
            self._shown = place
            for scroll in self.query(VerticalScroll):
                scroll.scroll_home(animate=False)
        self.query_one("#left").display = bool(view.tracks)
        self.query_one(Board).feed(view.tracks)
        self.query_one(Welcome).feed(_opening(view))
        self.query_one(Ended).feed(_end(view))
        self._show_table(view)
        self.query_one(Judged).feed(judged_now(view))
        waiting = [one for one in view.revealed if one.order_id in view.waiting]
        on_table = table.order.order_id if table else ""
        self.query_one(Waiting).feed(
            [Named(seat_name(view, one.seat), one) for one in waiting if one.order_id != on_table]
        )
        headlines = None if view.phase in ("setup", "hotwash", "closed") else view.happenings
        # nobody scrolls a projector: what is new stands above
        late = view.phase in ("adjudicate", "wrap")
        self.query_one(Headlines).feed(headlines[::-1] if headlines and late else headlines)
        self.query_one(Facts).feed(named_facts(view)[::-1])
        closed = view.phase == "closed"
        self.query_one(Opened).feed(view if closed else None)
        self.query_one(Receipts).feed(None if closed else view.heads or None)

    def _show_table(self, view: View) -> None:
        """The order on the table: what is said of it, the odds, the result."""
        table = view.adjudication
        known = {one.id: one.name for one in view.seats} | view.people
        tracks = {one.id: one.name for one in view.tracks}
        case = arguing = odds = result = None
        if table is not None:
            case = Named(seat_name(view, table.order.seat), table.order)
            authors = [known.get(one.author, one.author) for one in table.arguments]
            arguing = Arguing(table.arguments, authors, table.factors, table.method)
            odds = Odds(table, known)
            result = Proposal(table, names=tracks) if table.quality is not None else None
        self.query_one(OrderCard).feed(case)
        self.query_one(Counted).feed(arguing)
        self.query_one(OddsLine).feed(odds)
        self.query_one(Result).feed(result)

    def action_done(self) -> None:
        """Go back to the table; where this is all there is, ask whether to leave."""
        if self.alone:
            self.call_later(self.app.run_action, "leave")
        else:
            self.dismiss()


def _opening(view: View) -> Opening | None:
    """What people see before the first turn."""
    if view.phase != "setup":
        return None
    seats = [(one.name, sat_by(view, one) or "nobody yet") for one in view.seats]
    return Opening(view.title, view.summary, seats, view.commitment, view.seed_given)


def _end(view: View) -> End | None:
    """What the end of the game shows; nothing before an ending is reached or the hot wash begins."""
    if view.phase not in ("hotwash", "closed") and not view.ending:
        return None
    votes = {one.id: list(view.votes.values()).count(one.id) for one in view.seats}
    return End(
        view.ending,
        view.ending_text,
        [(seat_name(view, one.seat), one) for one in view.objectives],
        [(names(view, [seat]), count) for seat, count in votes.items() if count],
    )
