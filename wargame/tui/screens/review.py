"""The review: a save entry by entry and turn by turn, with the board and what was known at each moment."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen

from wargame.game.names import FACILITATOR
from wargame.game.views import View
from wargame.reports.timeline import Timeline
from wargame.reports.words import PHASES
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, joined, plain
from wargame.tui.review import (
    Cases,
    Past,
    PastLink,
    Places,
    cases,
    entry_told,
    kept,
    listing,
    whole,
)
from wargame.tui.screens.review_papers import (
    Entries,
    Keeping,
    Orders,
    Scrub,
    Story,
    Told,
    Whole,
)
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.board import Board
from wargame.tui.widgets.head import Head
from wargame.tui.widgets.keyline import KeyLine
from wargame.tui.widgets.lines import edges

PANES = {"1": "Entries", "2": "Turn", "3": "Orders", "4": "Entry", "5": "Record"}
"""What can stand beside the board, by key."""


class ReviewScreen(Screen[None]):
    """Steps through a save. Nothing can be changed from here."""

    DEFAULT_CSS = """
    ReviewScreen #scrub { height: 1; padding: 0 1; }
    ReviewScreen #told { height: 4; padding: 0 1; }
    ReviewScreen.-wide #told { height: 5; }
    ReviewScreen #tabs { height: 1; padding: 0 1; background: $panel; }
    ReviewScreen #left { width: 42; }
    ReviewScreen #right { width: 1fr; padding: 0 1 0 0; }
    ReviewScreen VerticalScroll { border-left: blank; }
    ReviewScreen VerticalScroll:focus { border-left: outer $accent; }
    ReviewScreen.-wide #left { width: 50%; max-width: 62; }
    """
    BINDINGS = [
        keys.always("right", "step(1)", "Entry", shown="← →"),
        keys.always("left", "step(-1)", "Entry before", footer=False),
        keys.key("full_stop", "phase(1)", "Phase", shown=", ."),
        keys.key("comma", "phase(-1)", "Phase before", footer=False),
        keys.key("n", "turn(1)", "Turn", shown="b n"),
        keys.key("b", "turn(-1)", "Turn before", footer=False),
        keys.always("home", "go_to(0)", "First entry", footer=False),
        keys.always("end", "go_to(-1)", "Last entry", footer=False),
        keys.key("g", "ask_entry", "Go to an entry", footer=False),
        keys.key("s", "eyes(1)", "Seen by"),
        keys.key("S", "eyes(-1)", "Seen by the one before", footer=False),
        keys.key("v", "visit", "Its screen"),
        keys.key("l", "lines", "Lines left", footer=False),
        *[keys.key(one, f"pane('{one}')", name, footer=False) for one, name in PANES.items()],
        keys.key("tab", "app.focus_next", "Other side", shown="Tab", footer=False),
        keys.key("q,escape", "done", "Leave", shown="Esc"),
    ]

    def __init__(self, timeline: Timeline) -> None:
        """Look back on this save, from its end."""
        super().__init__()
        self.past = Past(timeline)
        self.pane = "1"
        self.view = self.past.view()

    def compose(self) -> ComposeResult:
        """Where one stands, the entry, the board, and one of five papers."""
        yield Head()
        yield Scrub("scrub")
        yield Told("told")
        yield Plain(id="tabs")
        with Horizontal():
            with VerticalScroll(id="left"):
                yield Board()
            with VerticalScroll(id="right"):
                yield Entries("entries")
                yield Story("story")
                yield Orders("orders")
                yield Whole("whole")
                yield Keeping("keeping")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the end of the game; the paper beside the board takes the arrows up and down."""
        self.query_one("#right").focus()
        self.redraw()

    def on_resize(self) -> None:
        """More or fewer entries fit now."""
        self.call_after_refresh(self.redraw)

    def redraw(self) -> None:
        """Fill everything from the moment that is looked at."""
        past, timeline = self.past, self.past.timeline
        self.view = view = past.view()
        turns = tuple(timeline.turns())
        self.query_one(Head).show(view.banner, self.status(view), timeline.trouble)
        self.query_one(Scrub).feed(Places(past.n, len(timeline), turns))
        self.query_one(Told).feed(entry_told(past, view))
        self.query_one("#tabs", Plain).show(self._tabs())
        self.query_one(Board).feed(view.tracks)
        rows = max(3, self.query_one("#right").size.height)
        names = {one.id: one.name for one in view.seats} | view.people
        names |= {FACILITATOR: "Facilitator"}
        self.query_one(Entries).feed(listing(past, rows) if self.pane == "1" else None)
        self.query_one(Story).feed(view if self.pane == "2" else None)
        shown = Cases(cases(past, view), names) if self.pane == "3" else None
        self.query_one(Orders).feed(shown)
        self.query_one(Whole).feed(whole(past) if self.pane == "4" else None)
        self.query_one(Keeping).feed(kept(past, view) if self.pane == "5" else None)

    def status(self, view: View) -> Content:
        """The top line: what is looked at, where, and through whose eyes."""
        turn = f"turn {view.turn}/{view.turns}" if view.turn else ""
        eyes = "" if view.who == FACILITATOR else f"as seen by {self.eyes(view)}"
        where = joined(
            plain(" REVIEW ", "bold reverse"),
            plain(eyes, "bold $warning", lines=False),
            turn,
            PHASES[view.phase],
            plain(view.label, lines=False),
            plain(view.session, "dim", lines=False),
            between="  ",
        )
        count = plain(f"entry {self.past.n} of {len(self.past.timeline) - 1}")
        return edges(where, count, max(20, self.size.width - 2))

    def eyes(self, view: View) -> str:
        """Whose eyes these are, by name."""
        return "everyone" if view.who == "public" else seat_name(view, view.who)

    def _tabs(self) -> Content:
        """The papers' names; the one in front in brackets."""
        return joined(
            *(
                plain(f"[{key} {name}]", "bold reverse") if key == self.pane else f" {key} {name} "
                for key, name in PANES.items()
            )
        )

    def action_step(self, step: int) -> None:
        """One entry on or back."""
        self._show(self.past.n + step)

    def action_phase(self, step: int) -> None:
        """To where the next phase begins, or this one or the one before."""
        self._show(self.past.next_of(self.past.timeline.phases(), step))

    def action_turn(self, step: int) -> None:
        """To where the next turn begins, or this one or the one before."""
        places = [n for _, n in self.past.timeline.turns()]
        self._show(self.past.next_of(places, step))

    def action_go_to(self, n: int) -> None:
        """To an entry; -1 is the last."""
        self._show(n if n >= 0 else len(self.past.timeline) - 1)

    def _show(self, n: int) -> None:
        self.past.go_to(n)
        self.redraw()

    @on(Scrub.Chosen)
    def _pointed(self, event: Scrub.Chosen) -> None:
        self._show(event.n)

    def action_ask_entry(self) -> None:
        """Ask for a number, and go to that entry."""
        from wargame.tui.screens.form import Form, Line

        last = len(self.past.timeline) - 1
        line = Line("n", "Entry", str(self.past.n), f"0 to {last}", needed=True, limit=9)

        def answered(filled: dict[str, str] | None) -> None:
            if filled is None:
                return
            if filled["n"].isdecimal():
                self._show(int(filled["n"]))
            else:
                self.app.notify(f"An entry is a whole number from 0 to {last}.", severity="warning")

        self.app.push_screen(Form("Go to an entry", [line]), answered)

    def action_pane(self, pane: str) -> None:
        """Put another paper beside the board."""
        self.pane = pane
        self.query_one("#right", VerticalScroll).scroll_home(animate=False)
        self.redraw()

    def action_eyes(self, step: int) -> None:
        """Look through the eyes of the next seat."""
        everyone = self.past.audiences()
        place = everyone.index(self.past.who)
        self.past.who = everyone[(place + step) % len(everyone)]
        self.redraw()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a seat has a screen of its own."""
        if action == "visit":
            return self.past.who not in (FACILITATOR, "public")
        return super().check_action(action, parameters)

    def action_visit(self) -> None:
        """The seat's own screen as it stood at this moment."""
        from wargame.tui.screens.look import LookScreen

        timeline, n = self.past.timeline, self.past.n
        links = {who: PastLink(timeline, n, who) for who in self.past.audiences()}
        self.app.push_screen(LookScreen(Seating(links, countdown=None), self.past.who))

    def action_lines(self) -> None:
        """The lines that rewinds left: opened, or compared."""
        from wargame.tui.screens.left_lines import LinesScreen

        if self.past.timeline.lines():
            self.app.push_screen(LinesScreen(self.past.timeline, live=False))
        else:
            self.app.notify("No line was left: nothing was undone or rewound.")

    def action_done(self) -> None:
        """Leave the review: back to where it was opened from, or out."""
        if len(self.app.screen_stack) > 2:
            self.dismiss()
        else:
            self.app.exit()
