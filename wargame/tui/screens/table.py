"""The facilitator's table: the board, the turn's event, the seats, and whose move it is."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from wargame.game.audience import PUBLIC
from wargame.game.names import FACILITATOR
from wargame.game.views import View
from wargame.reports.words import PHASES
from wargame.tui import keys
from wargame.tui.countdown import now
from wargame.tui.home import Seating
from wargame.tui.screens.slips import SlipDesk
from wargame.tui.screens.stages import stage_for
from wargame.tui.whose_move import without_order
from wargame.tui.widgets.board import Board
from wargame.tui.widgets.quiet import Quiet, quiet
from wargame.tui.widgets.said import GoingOn, going_on
from wargame.tui.widgets.seatlist import SeatList, seat_lines
from wargame.tui.widgets.story import (
    Facts,
    Headlines,
    Judged,
    Talks,
    judged_now,
    named_facts,
    talk_lines,
)

OWN_SCREEN = ("reveal", "adjudicate", "wrap", "hotwash", "closed")
"""The phases that are played on a screen of their own; the table opens it."""


class TableScreen(SlipDesk):
    """Where the facilitator sits between the phases; every other screen comes back to it."""

    DEFAULT_CSS = """
    TableScreen #left { width: 44; padding: 0 1; }
    TableScreen #paper { width: 1fr; padding: 0 1; }
    TableScreen.-wide #left { width: 74; }
    TableScreen #paper Part { margin-bottom: 1; }
    """
    BINDINGS = [
        keys.key("f3,e", "stage", "Event", shown="F3 e"),
        keys.key("f5,n", "note", "Note", shown="F5 n"),
        keys.key("f6,v", "look", "View as", shown="F6 v"),
        keys.key("h", "hand", "Hand over", shown="h 1-9"),
        keys.key("b", "board", "Whole board", shown="b"),
        keys.key("o", "odds", "The odds from here on", footer=False),
        *[
            keys.key(str(place), f"hand_place({place})", "Hand to seat", footer=False)
            for place in range(1, 10)
        ],
        keys.key("pageup", "scroll_board(-1)", "Board up", footer=False),
        keys.key("pagedown", "scroll_board(1)", "Board down", footer=False),
    ]

    def __init__(self, seating: Seating, *, projector: bool = False) -> None:
        """Sit at this table as the facilitator."""
        super().__init__(seating, projector=projector)
        self.drawn = self.view.phase

    def paper(self) -> ComposeResult:
        """The board, and the story beside it."""
        with Horizontal():
            with VerticalScroll(id="left", can_focus=False):
                yield Board()
            with VerticalScroll(id="paper", can_focus=False):
                yield SeatList()
                yield GoingOn()
                yield Quiet()
                yield Headlines()
                yield Judged()
                yield Talks()
                yield Facts()

    def on_mount(self) -> None:
        """Open the screen of the phase that the game stopped in."""
        if self.view.phase in OWN_SCREEN:
            self.call_after_refresh(self.follow)

    def fill(self, view: View) -> None:
        """Feed each widget its part; those whose part is the same draw nothing."""
        if view.phase != self.drawn:
            self.drawn = view.phase
            for scroll in self.query(VerticalScroll):
                scroll.scroll_home(animate=False)
        self.query_one("#left").display = bool(view.tracks)
        self.query_one(Board).feed(view.tracks)
        self.query_one(Headlines).feed(view.happenings)
        self.query_one(SeatList).feed(seat_lines(view))
        self.query_one(Quiet).feed(quiet(view) or None)
        self.query_one(Judged).feed(judged_now(view))
        self.query_one(GoingOn).feed(going_on(view, now()) or None)
        self.query_one(Talks).feed(talk_lines(view))
        self.query_one(Facts).feed(named_facts(view))

    def key_words(self, action: str) -> str:
        """What a key does now; a digit names its seat."""
        if action.startswith("hand_place("):
            place = int(action.removeprefix("hand_place(").removesuffix(")"))
            return f"Hand to {self.view.seats[place - 1].name}"
        if action == "onward" and self.view.phase in OWN_SCREEN:
            return f"To the {PHASES['hotwash' if self.view.phase == 'closed' else self.view.phase]}"
        return super().key_words(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the digits of seats there are, and screens there are."""
        if action == "hand_place":
            place = parameters[0]
            return isinstance(place, int) and place <= len(self.view.seats)
        if action == "stage":
            return self.view.phase != "setup"
        if action == "odds":
            return self.seating.forecaster is not None and self.view.phase != "closed"
        return super().check_action(action, parameters)

    def follow(self) -> None:
        """Lay the screen of the phase over the table."""
        stage = stage_for(self.view.phase, self.seating, projector=self.projector)
        if stage is not None:
            self.app.push_screen(stage)

    async def onward(self) -> None:
        """Move on; where orders are missing, ask; where the phase has its screen, open it."""
        view = self.view
        if view.phase in OWN_SCREEN or (view.phase == "event" and (view.dilemmas or view.turned)):
            self.follow()
        elif view.phase == "orders" and without_order(view):
            await self.close_orders(view)
        elif view.phase == "event":
            await self.to_window()
        else:
            await self.advance()

    def action_stage(self) -> None:
        """Show the screen of the phase, or the event card again."""
        phase = self.view.phase if self.view.phase in OWN_SCREEN else "event"
        stage = stage_for(phase, self.seating, projector=self.projector)
        if stage is not None:
            self.app.push_screen(stage)

    def action_hand_place(self, place: int) -> None:
        """Hand the screen to the seat at a place of the list."""
        self.hand_to(self.view.seats[place - 1].id)

    @work(exclusive=True, group="asking")
    async def action_board(self) -> None:
        """Show the whole board with its words."""
        from wargame.tui.screens.board import BoardScreen

        await self.app.push_screen(BoardScreen(self.seating, projector=self.projector))

    def action_odds(self) -> None:
        """Play the game on many times, as what may be shown here knows it."""
        from wargame.tui.screens.odds import OddsScreen

        if self.seating.forecaster is not None:
            who = PUBLIC if self.projector else FACILITATOR
            self.app.push_screen(OddsScreen(self.seating.forecaster, who))

    def action_scroll_board(self, step: int) -> None:
        """Scroll the board."""
        self.query_one("#left").scroll_relative(y=step * 10, animate=False)
