"""Adjudication, quick by default: one screen an order; one key throws, and another one accepts."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from wargame.game.commands import CallThrow, OpenAdjudication, Throw
from wargame.game.names import METHODS, POLLED
from wargame.game.views import AdjudicationView, View
from wargame.tui import keys
from wargame.tui.countdown import now
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, joined, plain
from wargame.tui.screens import arguing
from wargame.tui.screens.hearing import Hearing
from wargame.tui.screens.polling import Polling
from wargame.tui.whose_move import out_of_turn, seat_name, whose_move
from wargame.tui.widgets.appeal import appeal_text
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
from wargame.tui.widgets.hearing import heard, stage_of
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.quiet import Quiet, quiet
from wargame.tui.widgets.story import Judged, judged_now

OPEN = ("argue", "weigh", "method", "by_hand", "word", "factor")
"""What can be done while the odds are open."""
RULED = ("edit", "narrative", "accept", "accept_choose")
"""What can be done once there is a result."""


class AdjudicationScreen(Hearing, Polling):
    """The order on the table. The odds stand there before any die is thrown.

    The key that throws does nothing once there is a result: accepting it has a key of its own, so that
    one press too many does no harm.
    """

    DEFAULT_CSS = """
    AdjudicationScreen #paper { padding: 0 1; }
    AdjudicationScreen Counted { margin: 1 0; }
    """
    BINDINGS = [
        keys.key("space", "accept", "Accept", shown="Space"),
        keys.key("p", "argue('pro')", "Pro"),
        keys.key("c", "argue('con')", "Con"),
        keys.key("w", "weigh", "Weigh"),
        keys.key("a", "method", "Method"),
        keys.key("d", "by_hand", "Dice by hand"),
        keys.key("s", "word", "Throw with a word", footer=False),
        keys.key("e", "edit", "Edit"),
        keys.key("t", "adjust", "Set a track", footer=False),
        keys.key("r", "narrative", "Tell"),
        keys.key("O", "accept_choose", "Accept, choose the next order", footer=False),
        keys.key(keys.BACK, "dismiss", "Table", shown="Esc"),
        keys.key("f", "fact", "Fact"),
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
            yield Quiet()

    def fill(self, view: View) -> None:
        """The order on the table, or that there is none that may be shown."""
        table = view.adjudication
        none = self.query_one("#none", Plain)
        none.display = table is None
        self.query_one(Judged).feed(judged_now(view) if table is None else None)
        self.query_one(Quiet).feed(quiet(view) or None)
        if table is None:
            none.show("An order is judged that is not public." if self.view.adjudication else "")
            for part in self.query(Part):
                if not isinstance(part, Judged | Quiet):
                    part.feed(None)
            return
        name = seat_name(view, table.order.seat)
        self.query_one(OrderCard).feed(Named(name, table.order, stage_of(table)))
        authors = [seat_name(view, one.author) for one in table.arguments]
        self.query_one(Counted).feed(Arguing(table.arguments, authors, table.factors, table.method))
        people = {one: seat_name(view, one) for one in table.estimators}
        people |= {one.id: one.name for one in view.seats}
        self.query_one(OddsLine).feed(Odds(table, people, heard(view, table)))
        tracks = {one.id: one.name for one in view.tracks}
        fact = ("", "") if self.projector else (self.unrecorded(), self.made())
        self.query_one(Result).feed(Proposal(table, self.ruling, tracks, *fact))
        if table.order.order_id != self._drawn:
            self._drawn = table.order.order_id
            self.query_one("#paper").scroll_home(animate=False)
        if table.quality is not None:
            # Only after a second refresh is the result as high as it will be.
            self.call_after_refresh(self.call_after_refresh, self._show_result)

    def _show_result(self) -> None:
        """Scroll no further than the result needs, and never past its beginning."""
        paper, result = self.query_one("#paper"), self.query_one(Result)
        long = result.outer_size.height > paper.size.height
        paper.scroll_to_widget(result, top=long, animate=False)

    def show(self, view: View) -> None:
        """Whose move it is and the time of an appeal, then the paper."""
        super().show(view)
        self._say_appeal()

    def tick(self) -> None:
        """Count the time of an appeal down, too."""
        super().tick()
        self._say_appeal()

    def _say_appeal(self) -> None:
        """The time left for an appeal stands beside whose move it is."""
        table = self.shown(self.view).adjudication
        if table is not None and table.appeal:
            said = whose_move(self.shown(self.view)).sentence
            left = plain(appeal_text(table.appeal, now()), "bold $warning")
            self.query_one("#move", Plain).show(joined(said, left, between="  "))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits: arguments and method before the throw, edits and accepting after it."""
        if self.kept_back(action):
            return False
        table = self.table
        ruled = table is not None and table.quality is not None
        if action in OPEN:
            return self._open_to(action, table)
        if action == "edit":
            return table is not None and ruled and bool(table.proposed)
        if action in RULED:
            return ruled
        if action == "onward":
            return not ruled or self.view.throwing is not None
        if action in ("appeal", "whys"):
            asked = action == "appeal" or (table is not None and bool(table.far_off))
            return table is not None and asked
        if action == "spotlight":
            return table is not None or bool(self.view.waiting)
        return super().check_action(action, parameters)

    def _open_to(self, action: str, table: AdjudicationView | None) -> bool:
        """Whether something fits before the throw; once it is called, only the ways of throwing."""
        if table is None or table.quality is not None or table.dice:
            return False
        if table.called:
            return action in ("by_hand", "word")
        return action != "weigh" or bool(table.arguments)

    def key_words(self, action: str) -> str:
        """What a fact would be made of now."""
        if action == "fact" and self.unrecorded():
            return "Make it a fact"
        return super().key_words(action)

    # one key

    async def onward(self) -> None:
        """The next step up to the throw: take up, ask for numbers, throw; after the last order, the wrap."""
        table = self.table
        if self.view.phase != "adjudicate" and not out_of_turn(self.view):
            self.dismiss()
        elif table is None and self.view.waiting:
            await self.ask(OpenAdjudication())
        elif table is None:
            await self.advance()
        elif table.quality is not None:
            return
        elif table.method == "umpire":
            await self.answer(arguing.ruling(table))
        elif table.method in POLLED and table.odds < 0:
            await self.take_numbers(table)
        else:
            await self.throw(table)

    def _more(self) -> bool:
        """Whether there is more to rule on now."""
        return bool(self.view.waiting) and (
            self.view.phase == "adjudicate" or out_of_turn(self.view)
        )

    async def throw(self, table: AdjudicationView) -> None:
        """Fix the odds and throw; an automatic success needs no dice."""
        if table.called and table.entered:
            await self.answer(arguing.entering(table))
            return
        called = table.called or await self.ask(CallThrow(table.order.order_id))
        if called and table.method != "automatic":
            await self.ask(Throw())

    @work(exclusive=True, group="onward")
    async def action_accept(self) -> None:
        """Accept the result, and take the next order up."""
        if self.table is None or self.table.quality is None:
            return
        if await self.accept() and self._more():
            await self.ask(OpenAdjudication())

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
        """Choose the method; a project is declared first, then how its stage is judged."""
        table = self.table
        if table is None:
            return
        ways = arguing.method_ways(table)
        now = next((at for at, (way, _) in enumerate(ways) if way == table.method), 0)
        chosen = await self.choose("How is it judged?", ways, start=now)
        if chosen == arguing.PROJECT and await self.declare_project():
            chosen = await self.choose("How is this stage judged?", ways[:-1], start=now)
        method = next((one for one in METHODS if one == chosen), None)
        if method is not None and self.table is not None:
            await self.answer(arguing.choosing_method(self.table, method))

    @work(exclusive=True, group="asking")
    async def action_word(self) -> None:
        """Throw with a word of the thrower's. Left without one, nothing is done."""
        table = self.table
        if table is None:
            return
        word = await self.app.push_screen_wait(arguing.throwing().form(self.view, {}))
        if word is None:
            return
        called = table.called and not table.entered
        if called or await self.ask(CallThrow(table.order.order_id)):
            await self.ask(Throw(word["word"]))

    @work(exclusive=True, group="asking")
    async def action_by_hand(self) -> None:
        """Fix the odds and enter dice thrown by hand."""
        table = self.table
        if table is None:
            return
        called = table.called and table.entered
        if called or await self.ask(CallThrow(table.order.order_id, entered=True)):
            await self.enter_by_hand()

    async def enter_by_hand(self) -> None:
        """Enter dice until there is a result, round by round of an opposed throw, or the form is left."""
        while self.table is not None and self.table.quality is None:
            if not await self.answer(arguing.entering(self.table)):
                return
            if self.view.throwing is not None:
                return

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
