"""Adjudication, quick by default: one screen an order, one key throws, one key accepts."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from wargame.game.commands import (
    CallThrow,
    OpenAdjudication,
    SealEstimate,
    ShowEstimates,
    Throw,
)
from wargame.game.names import METHODS
from wargame.game.views import AdjudicationView, View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain
from wargame.tui.screens import arguing
from wargame.tui.screens.form import Form, Line
from wargame.tui.screens.ruling import RulingDesk
from wargame.tui.whose_move import names, seat_name
from wargame.tui.widgets.case import (
    Arguing,
    Counted,
    Named,
    Odds,
    OddsLine,
    OrderCard,
    Proposal,
    Result,
)
from wargame.tui.widgets.odds import method_help, method_name
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.story import Judged, judged_now

OPEN = ("argue", "weigh", "method", "by_hand", "word")
"""What can be done while the odds are open."""
RULED = ("edit", "narrative", "accept_choose")
"""What can be done once there is a result."""


class AdjudicationScreen(RulingDesk):
    """The order on the table. The odds stand there before any die is thrown."""

    DEFAULT_CSS = """
    AdjudicationScreen #paper { padding: 0 1; scrollbar-size-vertical: 1; }
    AdjudicationScreen Counted { margin: 1 0; }
    """
    BINDINGS = [
        keys.key("p", "argue('pro')", "Pro"),
        keys.key("c", "argue('con')", "Con"),
        keys.key("w", "weigh", "Weigh"),
        keys.key("a", "method", "Method"),
        keys.key("d", "by_hand", "Dice by hand"),
        keys.key("s", "word", "Throw with a word", footer=False),
        keys.key("e", "edit", "Edit"),
        keys.key("t", "adjust", "Set a track"),
        keys.key("r", "narrative", "Tell"),
        keys.key("o", "accept_choose", "Accept, choose the next order", footer=False),
        keys.key(keys.BACK, "dismiss", "Table", shown="Esc"),
    ]

    def __init__(self, seating: Seating, *, projector: bool = False) -> None:
        """Sit at this table as the facilitator."""
        super().__init__(seating, projector=projector)
        self._drawn = ""

    def paper(self) -> ComposeResult:
        """The order, what counts, the odds, the result."""
        with VerticalScroll(id="paper", can_focus=False):
            yield Plain(id="none")
            yield OrderCard()
            yield Counted()
            yield OddsLine()
            yield Result()
            yield Judged()

    def fill(self, view: View) -> None:
        """The order on the table, or that there is none that may be shown."""
        table = view.adjudication
        none = self.query_one("#none", Plain)
        none.display = table is None
        self.query_one(Judged).feed(judged_now(view) if table is None else None)
        if table is None:
            none.show("An order is judged that is not public." if self.view.adjudication else "")
            for part in self.query(Part):
                if not isinstance(part, Judged):
                    part.feed(None)
            return
        self.query_one(OrderCard).feed(Named(seat_name(view, table.order.seat), table.order))
        authors = [seat_name(view, one.author) for one in table.arguments]
        self.query_one(Counted).feed(Arguing(table.arguments, authors, table.factors, table.method))
        people = {one: seat_name(view, one) for one in table.estimators}
        self.query_one(OddsLine).feed(Odds(table, people))
        tracks = {one.id: one.name for one in view.tracks}
        self.query_one(Result).feed(Proposal(table, self.ruling, tracks))
        if table.order.order_id != self._drawn:
            self._drawn = table.order.order_id
            self.query_one("#paper").scroll_home(animate=False)
        if table.quality is not None:
            # Only after a second refresh is the result as high as it will be.
            self.call_after_refresh(self.call_after_refresh, self._show_result)

    def _show_result(self) -> None:
        """Scroll so that the result stands there from its beginning."""
        paper = self.query_one("#paper")
        paper.scroll_to_widget(self.query_one(Result), top=True, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits: arguments and method before the throw, edits after it."""
        table = self.table
        if action in OPEN:
            fixed = table is None or table.called or table.quality is not None
            by_hand = action == "by_hand" and table is not None and table.called and not table.dice
            weighable = action != "weigh" or (table is not None and bool(table.arguments))
            return (not fixed or by_hand) and weighable
        if action in RULED:
            return table is not None and table.quality is not None
        return super().check_action(action, parameters)

    # one key

    async def onward(self) -> None:
        """The next step: take up, throw, or accept; after the last order, the wrap."""
        table = self.table
        if self.view.phase != "adjudicate":
            self.dismiss()
        elif table is None and self.view.waiting:
            await self.ask(OpenAdjudication())
        elif table is None:
            await self.advance()
        elif table.quality is not None:
            if await self.accept() and self.view.waiting:
                await self.ask(OpenAdjudication())
        elif table.method == "umpire":
            await self.answer(arguing.ruling(table))
        elif table.method == "estimate" and table.odds < 0:
            await self.take_estimates(table)
        else:
            await self.throw(table)

    async def throw(self, table: AdjudicationView) -> None:
        """Fix the odds and throw; an automatic success needs no dice."""
        if table.called and table.entered:
            await self.answer(arguing.entering(table))
            return
        called = table.called or await self.ask(CallThrow(table.order.order_id))
        if called and table.method != "automatic":
            await self.ask(Throw())

    # before the throw

    @work(exclusive=True, group="asking")
    async def action_argue(self, side: str) -> None:
        """Add an argument."""
        if self.table is not None:
            await self.answer(arguing.arguing(self.table, "pro" if side == "pro" else "con"))

    @work(exclusive=True, group="asking")
    async def action_weigh(self) -> None:
        """Mark an argument as counted, strong or set aside."""
        if self.table is not None:
            await self.answer(arguing.weighing(self.table))

    @work(exclusive=True, group="asking")
    async def action_method(self) -> None:
        """Choose the method."""
        ways = [(one, f"{method_name(one)}: {method_help(one)}") for one in METHODS]
        chosen = await self.choose("How is it judged?", ways)
        method = next((one for one in METHODS if one == chosen), None)
        if method is not None and self.table is not None:
            await self.answer(arguing.choosing_method(self.table, method))

    @work(exclusive=True, group="asking")
    async def action_word(self) -> None:
        """Throw with a word of the thrower's."""
        table = self.table
        if table is not None and (table.called or await self.ask(CallThrow(table.order.order_id))):
            await self.answer(arguing.throwing())

    @work(exclusive=True, group="asking")
    async def action_by_hand(self) -> None:
        """Fix the odds and enter dice thrown by hand."""
        table = self.table
        if table is None:
            return
        called = table.called or await self.ask(CallThrow(table.order.order_id, entered=True))
        if called and self.table is not None and self.table.quality is None:
            await self.answer(arguing.entering(table))

    async def take_estimates(self, table: AdjudicationView) -> None:
        """Take everybody's estimates as a row, and show them with their median."""
        about = f"In this order: {names(self.view, table.estimators)}."
        row = ""
        while True:
            form = Form(
                "Estimates", [Line("row", "Per cent", row, "40 60 55 70", needed=True)], about
            )
            filled: dict[str, str] | None = await self.app.push_screen_wait(form)
            if filled is None:
                return
            row = filled["row"]
            found = arguing.estimate_row(self.view, table, row)
            if not isinstance(found, str):
                break
            self.notify(found, severity="warning")
        order_id = table.order.order_id
        for person, percent in found.items():
            if not await self.ask(SealEstimate(order_id, person, percent)):
                return
        await self.ask(ShowEstimates(order_id))

    @work(exclusive=True, group="asking")
    async def action_accept_choose(self) -> None:
        """Accept, then choose which order comes next."""
        if await self.accept() and self.view.waiting:
            names = {
                one.order_id: f"{seat_name(self.view, one.seat)}: {one.name}"
                for one in self.view.revealed
            }
            ways = [(one, names.get(one, one)) for one in self.view.waiting]
            order_id = await self.choose("Which order is next?", ways)
            await self.ask(OpenAdjudication(order_id or ""))
